namespace Sheaf.Arxiv.Atom;

/// <summary>What the results of a search are ordered by.</summary>
public enum AtomSort
{
    /// <summary>How well they match, the best first; the API's own choice.</summary>
    Relevance,

    /// <summary>When version 1 was received.</summary>
    SubmittedDate,

    /// <summary>When the most recent version was received.</summary>
    LastUpdatedDate,
}
