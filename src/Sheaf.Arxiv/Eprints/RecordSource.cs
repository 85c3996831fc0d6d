namespace Sheaf.Arxiv.Eprints;

/// <summary>Which of arXiv's interfaces a record came from.</summary>
public enum RecordSource
{
    /// <summary>The query API. Damages TeX, drops name suffixes, has no history, report number or licence (field guide 2.2, 2.3).</summary>
    Atom,

    /// <summary>The abstract page: whole.</summary>
    Page,

    /// <summary>OAI-PMH.</summary>
    Oai,

    /// <summary>A metadata snapshot.</summary>
    Snapshot,
}
