using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Harvesting;

/// <summary>What the query API made of the papers that a run asked it for.</summary>
internal sealed class QueryApiOutcomes
{
    private readonly HashSet<ArxivIdentifier> _served = [];
    private readonly HashSet<ArxivIdentifier> _rejected = [];
    private readonly HashSet<ArxivIdentifier> _lacking = [];
    private readonly Dictionary<ArxivIdentifier, string> _refused = [];

    public int Count => _served.Count;

    public void Serve(IEnumerable<ArxivIdentifier> identifiers) => _served.UnionWith(identifiers);

    /// <summary>arXiv refused a batch for this one, or for one of these.</summary>
    public void Reject(IEnumerable<ArxivIdentifier> identifiers) => _rejected.UnionWith(identifiers);

    /// <summary>Answers that should have these did not.</summary>
    public void Lack(IEnumerable<ArxivIdentifier> identifiers) => _lacking.UnionWith(identifiers);

    /// <summary>arXiv did not answer for these, or refused.</summary>
    public void Refuse(IEnumerable<ArxivIdentifier> identifiers, string reason)
    {
        foreach (var identifier in identifiers)
        {
            _refused[identifier] = reason;
        }
    }

    /// <summary>Why arXiv did not answer for it; null where it did, or was not asked.</summary>
    public string? RefusalOf(ArxivIdentifier identifier) => _refused.GetValueOrDefault(identifier);

    public bool Has(ArxivIdentifier identifier) => _served.Contains(identifier);

    public bool IsRejected(ArxivIdentifier identifier) => _rejected.Contains(identifier) && !Has(identifier);

    /// <summary>Whether the query API, which answered, does not know it.</summary>
    public bool IsLacking(ArxivIdentifier identifier) => _lacking.Contains(identifier) && !Has(identifier);
}
