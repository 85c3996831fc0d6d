namespace Sheaf.Arxiv;

/// <summary>An answer of arXiv does not have the shape its interface promises: Sheaf must be taught the new one. Asking again does not help.</summary>
/// <param name="field">What could not be read, in the words of the answer: <c>title</c>, <c>submission history</c>.</param>
/// <param name="source">The address of the answer.</param>
/// <param name="detail">What was found instead.</param>
public sealed class ArxivFormatException(string field, Uri source, string detail)
    : Exception($"The answer of {source} cannot be read: {field}: {detail}")
{
    public string Field { get; } = field;

    /// <summary>Whether the answer has nothing in it by which one knows arXiv: somebody else has answered, and several in a row mean a wall.</summary>
    public bool IsForeign { get; init; }

    public new Uri Source { get; } = source;
}
