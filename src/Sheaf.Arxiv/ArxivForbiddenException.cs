namespace Sheaf.Arxiv;

/// <summary>arXiv answered 403. Going on is treated as hostile (field guide 5.10): all requests stop until a person has looked into it.</summary>
public sealed class ArxivForbiddenException(Uri address)
    : Exception($"arXiv answered 403 (forbidden) to {address}. All requests are stopped until a person has found out why.")
{
    public Uri Address { get; } = address;
}
