namespace Sheaf.Replica;

/// <summary>
/// One paper the replica serves, in the schema Sheaf exports papers in, so that an export can be served again.
/// Text is arXiv's stored text: raw TeX, one line per paragraph. A list that is absent or null in the file is empty.
/// </summary>
public sealed record CorpusPaper
{
    /// <summary>Canonical and without version: <c>2405.99901</c>, <c>hep-th/9901001</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The number of the newest version where <see cref="Versions"/> is empty; null means 1.</summary>
    public int? LatestVersion { get; init; }

    /// <summary>Raw TeX.</summary>
    public string Title { get; init; } = "";

    public IReadOnlyList<CorpusAuthor> Authors { get => field ?? []; init; }

    /// <summary>The author field as stored, in TeX; it goes before <see cref="Authors"/>. Null: the field is made from them.</summary>
    public string? AuthorsRaw { get; init; }

    /// <summary>Raw TeX, paragraphs separated by a line feed.</summary>
    public string Abstract { get; init; } = "";

    /// <summary>
    /// As stored, aliases included (<c>cs.IT math.IT</c>); the first is the primary one unless <see cref="PrimaryCategory"/> says
    /// otherwise.
    /// </summary>
    public IReadOnlyList<string> Categories { get => field ?? []; init; }

    public string? PrimaryCategory { get; init; }

    /// <summary>When version 1 was submitted.</summary>
    public DateTimeOffset FirstSubmitted { get; init; }

    /// <summary>When the newest version was submitted, where <see cref="Versions"/> is empty.</summary>
    public DateTimeOffset? LastSubmitted { get; init; }

    /// <summary>Every version, oldest first. Empty: one version, or as many as <see cref="LatestVersion"/> says.</summary>
    public IReadOnlyList<CorpusVersion> Versions { get => field ?? []; init; }

    public string? Comment { get; init; }

    public string? JournalRef { get; init; }

    /// <summary>The publishers' DOIs, bare.</summary>
    public IReadOnlyList<string> Doi { get => field ?? []; init; }

    public string? ReportNumber { get; init; }

    public string? MscClass { get; init; }

    public string? AcmClass { get; init; }

    /// <summary>The licence's URI; null is served as arXiv serves a paper without one.</summary>
    public string? License { get; init; }

    /// <summary>True: the newest version is a withdrawal, whether or not <see cref="Versions"/> says so.</summary>
    public bool Withdrawn { get; init; }

    /// <summary>The service that submitted for the submitter, such as <c>CCSD</c>.</summary>
    public string? Proxy { get; init; }

    /// <summary>
    /// Not in Sheaf's export: why arXiv deleted the paper. It is then answered with 410 and the query API does not know it.
    /// </summary>
    public string? Deleted { get; init; }

    /// <summary>Not in Sheaf's export: when the metadata last changed; null means when the shown version was announced.</summary>
    public DateTimeOffset? LastModified { get; init; }

    /// <summary>Not in Sheaf's export: who submitted; null means the first author, empty means that arXiv no longer knows.</summary>
    public string? Submitter { get; init; }
}
