namespace Sheaf.Arxiv;

/// <summary>arXiv did not answer, or refused for now (429, 503, 406), until all tries were used up. Asking again later may help.</summary>
public sealed class ArxivUnavailableException : Exception
{
    public ArxivUnavailableException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }

    /// <summary>Not before this moment may the same interface be asked again; null where arXiv gave no hint.</summary>
    public DateTimeOffset? NotBefore { get; init; }
}

/// <summary>
/// arXiv answered 403. Going on is treated as hostile (field guide 5.10): all requests stop until a person has looked into it.
/// </summary>
/// <param name="address">What was asked for.</param>
/// <param name="since">When it answered so, where that was earlier; null for an answer that has just come.</param>
public sealed class ArxivForbiddenException(Uri address, DateTimeOffset? since = null)
    : Exception(
        $"arXiv answered 403 (forbidden) to {ShownAddress.Of(address)}{When(since)}. All requests are stopped until a person has found "
        + "out why.")
{
    public Uri Address { get; } = address;

    public DateTimeOffset? Since { get; } = since;

    private static string When(DateTimeOffset? since) =>
        since is { } moment ? $" at {ShownMoment.Of(moment)}" : "";
}

/// <summary>
/// An answer of arXiv does not have the shape its interface promises: Sheaf must be taught the new one. Asking again does not help.
/// </summary>
/// <param name="field">What could not be read, in the words of the answer: <c>title</c>, <c>submission history</c>.</param>
/// <param name="source">The address of the answer.</param>
/// <param name="detail">What was found instead.</param>
public sealed class ArxivFormatException(string field, Uri source, string detail)
    : Exception($"The answer of {source} cannot be read: {field}: {detail}")
{
    public string Field { get; } = field;

    /// <summary>
    /// Whether the answer has nothing in it by which one knows arXiv: somebody else has answered, and several in a row mean a wall.
    /// </summary>
    public bool IsForeign { get; init; }

    public new Uri Source { get; } = source;
}

/// <summary>
/// What the processes of a user know in common of their requests cannot be read or written. arXiv is not asked then: asking without it
/// would break the spacing unseen. The message is one sentence that names the folder.
/// </summary>
public sealed class GateStateException(string message, Exception? inner = null) : Exception(message, inner);
