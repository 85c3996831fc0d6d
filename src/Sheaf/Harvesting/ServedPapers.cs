using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Harvesting;

/// <summary>What the query API made of the papers that a run asked it for.</summary>
internal sealed class ServedPapers
{
    private readonly HashSet<ArxivIdentifier> _served = [];
    private readonly HashSet<ArxivIdentifier> _rejected = [];
    private readonly HashSet<ArxivIdentifier> _lacking = [];

    public void Serve(IEnumerable<ArxivIdentifier> identifiers) => _served.UnionWith(identifiers);

    /// <summary>arXiv refused a batch for this one, or for one of these.</summary>
    public void Reject(IEnumerable<ArxivIdentifier> identifiers) => _rejected.UnionWith(identifiers);

    /// <summary>Answers that should have these did not.</summary>
    public void Lack(IEnumerable<ArxivIdentifier> identifiers) => _lacking.UnionWith(identifiers);

    public bool Has(ArxivIdentifier identifier) => _served.Contains(identifier);

    public bool IsRejected(ArxivIdentifier identifier) => _rejected.Contains(identifier) && !Has(identifier);

    /// <summary>Whether the query API, which answered, does not know it.</summary>
    public bool IsLacking(ArxivIdentifier identifier) => _lacking.Contains(identifier) && !Has(identifier);
}
