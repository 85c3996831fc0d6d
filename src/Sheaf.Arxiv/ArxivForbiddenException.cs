namespace Sheaf.Arxiv;

/// <summary>arXiv answered 403. Going on is treated as hostile (field guide 5.10): all requests stop until a person has looked into it.</summary>
/// <param name="address">What was asked for.</param>
/// <param name="since">When it answered so, where that was earlier; null for an answer that has just come.</param>
public sealed class ArxivForbiddenException(Uri address, DateTimeOffset? since = null)
    : Exception($"arXiv answered 403 (forbidden) to {ShownAddress.Of(address)}{When(since)}. All requests are stopped until a person has found out why.")
{
    public Uri Address { get; } = address;

    public DateTimeOffset? Since { get; } = since;

    private static string When(DateTimeOffset? since) =>
        since is { } moment ? $" at {ShownMoment.Of(moment)}" : "";
}
