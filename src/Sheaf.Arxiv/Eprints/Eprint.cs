using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Arxiv.Eprints;

/// <summary>One article on arXiv, all its versions: the best that the sources together say of it.</summary>
public sealed record Eprint
{
    public required ArxivIdentifier Identifier { get; init; }

    public required int LatestVersion { get; init; }

    /// <summary>On one line, TeX intact where a source has it so.</summary>
    public required string Title { get; init; }

    public required IReadOnlyList<Author> Authors { get; init; }

    /// <summary>The author line whole; null where no source has given it.</summary>
    public string? AuthorsRaw { get; init; }

    /// <summary>Whether its list of authors ends in "et al.": there are others, whom arXiv does not name.</summary>
    public bool HasOtherAuthors => AuthorName.SpeaksOfOthers(AuthorsRaw);

    /// <summary>TeX intact where a source has it so; paragraphs separated by one newline.</summary>
    public required string Abstract { get; init; }

    /// <summary>Canonical names, the primary category first.</summary>
    public required IReadOnlyList<string> Categories { get; init; }

    /// <summary>Empty where no source has given any category.</summary>
    public string PrimaryCategory => Categories is [var first, ..] ? first : "";

    /// <summary>When version 1 was received, UTC: its month is the month the e-print belongs to (field guide 8.2).</summary>
    public required DateTimeOffset FirstSubmitted { get; init; }

    public required DateTimeOffset LastSubmitted { get; init; }

    /// <summary>The submission history, oldest first; empty where no source has given it.</summary>
    public required IReadOnlyList<Submission> Versions { get; init; }

    public string? Comment { get; init; }

    public string? JournalRef { get; init; }

    public required IReadOnlyList<string> Dois { get; init; }

    public string? ReportNumber { get; init; }

    public string? MscClass { get; init; }

    public string? AcmClass { get; init; }

    public string? License { get; init; }

    public required bool Withdrawn { get; init; }

    /// <summary>Who submitted it in its authors' stead, a service or a person, as its page names them; null where nobody did.</summary>
    public string? Proxy { get; init; }

    /// <summary>Which source each field that has a value came from, by its name in the JSON of <c>export papers</c>.</summary>
    public required IReadOnlyDictionary<string, RecordSource> Sources { get; init; }

    /// <summary>The issue it belongs to: the UTC month of its first submission.</summary>
    public Month Month => Month.Of(FirstSubmitted);

    /// <summary>
    /// The best that these records together say, by the table <see cref="EprintMerge.Precedence"/>. Null where they lack what every e-print
    /// has: title, authors, abstract, categories, first submission; with a snapshot among them, title and first submission are enough.
    /// Of several records of one source the last counts.
    /// </summary>
    /// <exception cref="ArgumentException">The records are of different e-prints.</exception>
    public static Eprint? Merge(IReadOnlyCollection<EprintRecord> records) => EprintMerge.Merge(records);
}
