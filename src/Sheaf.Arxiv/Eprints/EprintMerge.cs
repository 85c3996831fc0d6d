using System.Collections.Frozen;

namespace Sheaf.Arxiv.Eprints;

/// <summary>How one e-print is made of what several sources said of it.</summary>
internal static class EprintMerge
{
    /// <summary>TeX as the authors wrote it goes before the query API's, which damages it (field guide 2.2, 2.3, 10).</summary>
    private static readonly IReadOnlyList<RecordSource> MostWhole =
        [RecordSource.Page, RecordSource.Oai, RecordSource.Snapshot, RecordSource.Atom];

    /// <summary>What changes without a new version (field guide 9) is stale in a snapshot before it is anywhere else.</summary>
    private static readonly IReadOnlyList<RecordSource> MostCurrent =
        [RecordSource.Page, RecordSource.Oai, RecordSource.Atom, RecordSource.Snapshot];

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
            && (said.Said("authors", record => record.Authors is { Count: > 0 } given ? given : null)
                ?? (isSnapshot ? [] : null)) is { } authors
            && (said.Said("abstract", record => record.Abstract) ?? (isSnapshot ? "" : null)) is { } summary
            && (said.Said("categories", record => record.Categories is { Count: > 0 } given ? given : null)
                ?? (isSnapshot ? [] : null)) is { } categories
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

/// <summary>What the sources said of one e-print, asked field by field; keeps count of whose word was taken.</summary>
internal sealed class SourcePrecedence
{
    private static readonly int SourceCount = Enum.GetValues<RecordSource>().Length;

    private readonly EprintRecord?[] _bySource = new EprintRecord?[SourceCount];
    private readonly OrderedDictionary<string, RecordSource> _sources = [];
    private readonly int? _latestVersion;

    /// <exception cref="ArgumentException">The records are of different e-prints.</exception>
    public SourcePrecedence(IReadOnlyCollection<EprintRecord> records)
    {
        foreach (var record in records)
        {
            if (record.Identifier != records.First().Identifier)
            {
                throw new ArgumentException(
                    $"Records of {records.First().Identifier} and {record.Identifier} are not of one e-print.", nameof(records));
            }

            _bySource[(int)record.Source] = record;
            _latestVersion = Later(_latestVersion, LatestKnownTo(record));
        }
    }

    /// <summary>Whose word was taken, for the fields that have a value.</summary>
    public IReadOnlyDictionary<string, RecordSource> Sources => _sources;

    /// <summary>Null where nobody carries the field; empty where the one believed says that there is none.</summary>
    public T? Said<T>(string field, Func<EprintRecord, T?> read)
        where T : class
    {
        foreach (var source in EprintMerge.Precedence[field])
        {
            if (_bySource[(int)source] is { } record && read(record) is { } value)
            {
                return Taken(field, record, value);
            }
        }

        return null;
    }

    /// <summary>Null where nobody carries the field.</summary>
    public T? Value<T>(string field, Func<EprintRecord, T?> read)
        where T : struct
    {
        foreach (var source in EprintMerge.Precedence[field])
        {
            if (_bySource[(int)source] is { } record && read(record) is { } value)
            {
                return Taken(field, record, value);
            }
        }

        return null;
    }

    /// <summary>Null where nobody carries the field or the one believed says that there is none.</summary>
    public string? Text(string field, Func<EprintRecord, string?> read) => Said(field, read) is { Length: > 0 } text ? text : null;

    /// <summary>As <see cref="Text"/>, without the addresses that arXiv's page makes of other words.</summary>
    public string? Comment() => Text("comment", record => record.Source is RecordSource.Page
        ? CommentText.Of(record.Comment, _bySource[(int)RecordSource.Atom]?.Comment)
        : record.Comment);

    /// <summary>Empty where nobody carries the field or the one believed says that there is none.</summary>
    public IReadOnlyList<T> List<T>(string field, Func<EprintRecord, IReadOnlyList<T>?> read) => Said(field, read) ?? [];

    /// <summary>A moment goes before a day alone, which one format of OAI-PMH gives. Null where nobody carries the field.</summary>
    public DateTimeOffset? FirstSubmitted() =>
        Value("firstSubmitted", record => IsDayAlone(record) ? null : FirstKnownTo(record))
        ?? Value("firstSubmitted", FirstKnownTo);

    /// <summary>
    /// As told by those who know of the latest version; by the others only where those give no date. Null where nobody does.
    /// </summary>
    public DateTimeOffset? LastSubmitted() =>
        Value("lastSubmitted", record => LatestKnownTo(record) == _latestVersion ? LastKnownTo(record) : null)
        ?? Value("lastSubmitted", LastKnownTo);

    /// <summary>The latest version anybody knows of; null where nobody speaks of versions.</summary>
    public int? LatestVersion() =>
        Value("latestVersion", record => LatestKnownTo(record) == _latestVersion ? _latestVersion : null);

    private static DateTimeOffset? FirstKnownTo(EprintRecord record) =>
        record.FirstSubmitted ?? record.Versions?.FirstOrDefault(version => version.Version == 1)?.Submitted;

    // oai_dc has the days only, given as their midnights, and no history; arXivRaw has one (field guide 3.4).
    private static bool IsDayAlone(EprintRecord record) =>
        record is { Source: RecordSource.Oai, Versions: null, FirstSubmitted.TimeOfDay.Ticks: 0 };

    private static DateTimeOffset? LastKnownTo(EprintRecord record) =>
        record.LastSubmitted ?? (record.Versions is [.., var last] ? last.Submitted : null);

    private static int? LatestKnownTo(EprintRecord record) =>
        Later(Later(record.LatestVersion, record.Version), record.Versions is [.., var last] ? last.Version : null);

    private static int? Later(int? one, int? other) => one is null || other > one ? other : one;

    /// <summary>Whose word was taken is noted for what has a value: "none" is none of anybody.</summary>
    private T Taken<T>(string field, EprintRecord record, T value)
    {
        if (value is not ("" or IReadOnlyCollection<object> { Count: 0 }))
        {
            _sources[field] = record.Source;
        }

        return value;
    }
}

/// <summary>
/// Comments as their authors wrote them. arXiv's pages take much for an address and show it as a link, so that <c>P.R.China</c> reads
/// <c>http://P.R.China</c> there (field guide 5.4); the query API has the text.
/// </summary>
internal static class CommentText
{
    private const string Scheme = "http://";

    /// <summary>The page's comment; in the query API's spelling where they differ by such a beginning of an address only.</summary>
    /// <param name="page">Null: no page tells.</param>
    /// <param name="api">Null: the query API does not tell.</param>
    public static string? Of(string? page, string? api) =>
        page is not null && api is not null && page.Contains(Scheme, StringComparison.Ordinal) && Bare(page) == Bare(api) ? api : page;

    private static string Bare(string comment) => comment.Replace(Scheme, "", StringComparison.Ordinal);
}
