using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Arxiv.Eprints;

/// <summary>
/// What one source said about one e-print. A null field is one this source does not carry; an empty list or empty text is the source
/// saying "none". An <see cref="Eprint"/> is made of the records of all sources.
/// </summary>
public sealed record EprintRecord
{
    public required ArxivIdentifier Identifier { get; init; }

    public required RecordSource Source { get; init; }

    /// <summary>The version this record describes; null where the source does not say.</summary>
    public int? Version { get; init; }

    /// <summary>The most recent version the source knows of.</summary>
    public int? LatestVersion { get; init; }

    /// <summary>On one line, TeX as the source has it.</summary>
    public string? Title { get; init; }

    public IReadOnlyList<Author>? Authors { get; init; }

    /// <summary>The author line whole, TeX as the source has it.</summary>
    public string? AuthorsRaw { get; init; }

    /// <summary>Paragraphs are separated by one newline, and no other newline occurs.</summary>
    public string? Abstract { get; init; }

    /// <summary>Canonical names, the primary category first.</summary>
    public IReadOnlyList<string>? Categories { get; init; }

    /// <summary>When version 1 was received, UTC; midnight where OAI-PMH gives the day alone.</summary>
    public DateTimeOffset? FirstSubmitted { get; init; }

    /// <summary>When the most recent version was received, UTC.</summary>
    public DateTimeOffset? LastSubmitted { get; init; }

    /// <summary>The submission history, oldest first.</summary>
    public IReadOnlyList<Submission>? Versions { get; init; }

    /// <summary>Empty where the source says that there is none; likewise for the texts below.</summary>
    public string? Comment { get; init; }

    public string? JournalRef { get; init; }

    /// <summary>Bare, without <c>https://doi.org/</c>; never arXiv's own.</summary>
    public IReadOnlyList<string>? Dois { get; init; }

    public string? ReportNumber { get; init; }

    public string? MscClass { get; init; }

    public string? AcmClass { get; init; }

    /// <summary>The licence's URI.</summary>
    public string? License { get; init; }

    public bool? Withdrawn { get; init; }

    /// <summary>Who submitted it in its authors' stead: a service or a person.</summary>
    public string? Proxy { get; init; }
}
