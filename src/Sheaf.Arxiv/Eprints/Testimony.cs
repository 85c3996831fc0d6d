namespace Sheaf.Arxiv.Eprints;

/// <summary>What the sources said of one e-print, asked field by field; keeps count of whose word was taken.</summary>
internal sealed class Testimony
{
    private readonly EprintRecord?[] _bySource = new EprintRecord?[Enum.GetValues<RecordSource>().Length];
    private readonly OrderedDictionary<string, RecordSource> _sources = [];
    private readonly int? _latestVersion;

    /// <exception cref="ArgumentException">The records are of different e-prints.</exception>
    public Testimony(IReadOnlyCollection<EprintRecord> records)
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

    /// <summary>A field that every e-print has; null where nobody gives it.</summary>
    public T? Needed<T>(string field, Func<EprintRecord, T?> read, Predicate<T> isAnswer)
        where T : class
    {
        foreach (var record in BestFirst(field))
        {
            if (read(record) is { } value && isAnswer(value))
            {
                return Taken(field, record, value);
            }
        }

        return null;
    }

    /// <summary>Null where nobody carries the field or the one believed says that there is none.</summary>
    public string? Text(string field, Func<EprintRecord, string?> read) =>
        BestFirst(field).FirstOrDefault(record => read(record) is not null) is { } record && read(record) is { Length: > 0 } text
            ? Taken(field, record, text)
            : null;

    /// <summary>Empty where nobody carries the field or the one believed says that there is none.</summary>
    public IReadOnlyList<T> List<T>(string field, Func<EprintRecord, IReadOnlyList<T>?> read) =>
        BestFirst(field).FirstOrDefault(record => read(record) is not null) is { } record && read(record) is { Count: > 0 } list
            ? Taken(field, record, list)
            : [];

    /// <summary>Null where nobody carries the field.</summary>
    public T? Value<T>(string field, Func<EprintRecord, T?> read)
        where T : struct =>
        BestFirst(field).FirstOrDefault(record => read(record) is not null) is { } record ? Taken(field, record, read(record)) : null;

    public DateTimeOffset? FirstSubmitted() =>
        Value("firstSubmitted", record => record.FirstSubmitted ?? record.Versions?.FirstOrDefault(version => version.Version == 1)?.Submitted);

    /// <summary>As told by those who know of the latest version; by the others only where those give no date. Null where nobody does.</summary>
    public DateTimeOffset? LastSubmitted() =>
        BestFirst("lastSubmitted")
            .Where(record => LastKnownTo(record) is not null)
            .MaxBy(record => LatestKnownTo(record) ?? 0) is { } record
            ? Taken("lastSubmitted", record, LastKnownTo(record))
            : null;

    /// <summary>The latest version anybody knows of; null where nobody speaks of versions.</summary>
    public int? LatestVersion() =>
        Value("latestVersion", record => LatestKnownTo(record) == _latestVersion ? _latestVersion : null);

    private static DateTimeOffset? LastKnownTo(EprintRecord record) =>
        record.LastSubmitted ?? (record.Versions is [.., var last] ? last.Submitted : null);

    private static int? LatestKnownTo(EprintRecord record) =>
        Later(Later(record.LatestVersion, record.Version), record.Versions is [.., var last] ? last.Version : null);

    private static int? Later(int? one, int? other) => one is null || other > one ? other : one;

    private IEnumerable<EprintRecord> BestFirst(string field)
    {
        foreach (var source in EprintMerge.Precedence[field])
        {
            if (_bySource[(int)source] is { } record)
            {
                yield return record;
            }
        }
    }

    private T Taken<T>(string field, EprintRecord record, T value)
    {
        if (value is not "")
        {
            _sources[field] = record.Source;
        }

        return value;
    }
}
