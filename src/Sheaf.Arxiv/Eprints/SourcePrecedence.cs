namespace Sheaf.Arxiv.Eprints;

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
                throw new ArgumentException($"Records of {records.First().Identifier} and {record.Identifier} are not of one e-print.", nameof(records));
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

    /// <summary>As told by those who know of the latest version; by the others only where those give no date. Null where nobody does.</summary>
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
