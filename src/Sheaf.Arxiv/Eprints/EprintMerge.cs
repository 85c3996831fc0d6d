using System.Collections.Frozen;

namespace Sheaf.Arxiv.Eprints;

/// <summary>How one e-print is made of what several sources said of it.</summary>
public static class EprintMerge
{
    /// <summary>TeX as the authors wrote it goes before the query API's, which damages it (field guide 2.2, 2.3, 10).</summary>
    private static readonly IReadOnlyList<RecordSource> MostWhole = [RecordSource.Page, RecordSource.Oai, RecordSource.Snapshot, RecordSource.Atom];

    /// <summary>What changes without a new version (field guide 9) is stale in a snapshot before it is anywhere else.</summary>
    private static readonly IReadOnlyList<RecordSource> MostCurrent = [RecordSource.Page, RecordSource.Oai, RecordSource.Atom, RecordSource.Snapshot];

    /// <summary>
    /// Which source is believed, best first, by the field's name in the JSON of <c>export papers</c>. The first source that carries the
    /// field settles it, also by saying "none": what the page leaves empty, no other source fills. Exceptions:
    /// <list type="bullet">
    /// <item>Every e-print has a title, authors and categories: there an empty answer is no answer, and the next source is believed.
    /// (An abstract may be empty: withdrawals have blanked some.)</item>
    /// <item>A page tells of the e-print as it was when it was read. Where another source knows of a later version,
    /// <c>latestVersion</c> and <c>lastSubmitted</c> are that source's; everything else stays the page's until it is read again.</item>
    /// <item>OAI-PMH may give the day of the first submission without its time (field guide 3.4): then any source that gives the moment
    /// is believed before it.</item>
    /// </list>
    /// </summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<RecordSource>> Precedence { get; } =
        new Dictionary<string, IReadOnlyList<RecordSource>>
        {
            ["title"] = MostWhole,
            ["authors"] = MostWhole,
            ["authorsRaw"] = MostWhole,
            ["abstract"] = MostWhole,
            ["categories"] = MostCurrent,
            ["firstSubmitted"] = MostWhole,
            ["lastSubmitted"] = MostWhole,
            ["versions"] = MostWhole,
            ["comment"] = MostWhole,
            ["journalRef"] = MostWhole,
            ["doi"] = MostCurrent,
            ["reportNumber"] = MostWhole,
            ["mscClass"] = MostWhole,
            ["acmClass"] = MostWhole,
            ["license"] = MostWhole,
            ["withdrawn"] = MostWhole,
            ["proxy"] = MostWhole,
            ["latestVersion"] = MostWhole,
        }.ToFrozenDictionary();

    /// <summary>See <see cref="Eprint.Merge"/>.</summary>
    internal static Eprint? Merge(IReadOnlyCollection<EprintRecord> records)
    {
        var said = new SourcePrecedence(records);

        // A snapshot may leave out all but the title and the history, and its papers are to be found all the same.
        var isSnapshot = records.Any(record => record.Source == RecordSource.Snapshot);
        return said.Said("title", record => record.Title is { Length: > 0 } given ? given : null) is { } title
            && (said.Said("authors", record => record.Authors is { Count: > 0 } given ? given : null) ?? (isSnapshot ? [] : null)) is { } authors
            && (said.Said("abstract", record => record.Abstract) ?? (isSnapshot ? "" : null)) is { } summary
            && (said.Said("categories", record => record.Categories is { Count: > 0 } given ? given : null) ?? (isSnapshot ? [] : null)) is { } categories
            && said.FirstSubmitted() is { } first
            ? new Eprint
            {
                Identifier = records.First().Identifier,
                Title = title,
                Authors = authors,
                AuthorsRaw = said.Text("authorsRaw", record => record.AuthorsRaw),
                Abstract = summary,
                Categories = categories,
                FirstSubmitted = first,
                LastSubmitted = said.LastSubmitted() ?? first,
                Versions = said.List("versions", record => record.Versions),
                Comment = said.Comment(),
                JournalRef = said.Text("journalRef", record => record.JournalRef),
                Dois = said.List("doi", record => record.Dois),
                ReportNumber = said.Text("reportNumber", record => record.ReportNumber),
                MscClass = said.Text("mscClass", record => record.MscClass),
                AcmClass = said.Text("acmClass", record => record.AcmClass),
                License = said.Text("license", record => record.License),
                Withdrawn = said.Value("withdrawn", record => record.Withdrawn) ?? false,
                Proxy = said.Text("proxy", record => record.Proxy),
                LatestVersion = said.LatestVersion() ?? 1,
                Sources = said.Sources,
            }
            : null;
    }
}
