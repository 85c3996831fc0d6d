namespace Sheaf.Arxiv.Atom;

/// <summary>
/// The query API answered with an error feed (field guide 2.5): the request as a whole is refused. One malformed identifier refuses
/// all that were asked for with it.
/// </summary>
/// <param name="message">The error in arXiv's words.</param>
/// <param name="address">The request.</param>
public sealed class AtomErrorException(string message, Uri address)
    : Exception($"The query API refuses {address}: {message}")
{
    private const string MalformedIdentifier = "incorrect id format for ";

    public Uri Address { get; } = address;

    /// <summary>The error in arXiv's words: <c>incorrect id format for abc</c>.</summary>
    public string Error { get; } = message;

    /// <summary>The element of the identifier list that the API refuses; null where the error is another one.</summary>
    public string? RejectedId { get; } =
        message.StartsWith(MalformedIdentifier, StringComparison.Ordinal) ? message[MalformedIdentifier.Length..] : null;
}
