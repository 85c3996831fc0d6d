namespace Sheaf.Curation;

/// <summary>What an editor says of a paper beside its reference.</summary>
/// <param name="Starred">To be treated in depth.</param>
/// <param name="Tags">Each one word, without its <c>#</c>.</param>
/// <param name="Note">One line; null for none.</param>
public sealed record LineWords(bool Starred, IReadOnlyList<string> Tags, string? Note)
{
    public static LineWords None { get; } = new(false, [], null);
}
