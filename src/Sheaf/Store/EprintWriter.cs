using Microsoft.Data.Sqlite;
using Sheaf.Arxiv.Eprints;

namespace Sheaf.Store;

/// <summary>Writes records, and the e-prints merged from them, within one unit of work. Its statements are compiled once for all of them.</summary>
internal sealed class EprintWriter(SqliteConnection connection) : IDisposable
{
    /// <summary>Writes nothing where the source said the same before.</summary>
    private readonly Statement _record = new(
        connection,
        """
        INSERT INTO record (identifier, source, fetched, json) VALUES ($identifier, $source, $fetched, $json)
        ON CONFLICT (identifier, source) DO UPDATE SET fetched = excluded.fetched, json = excluded.json WHERE json <> excluded.json
        """);

    private readonly Statement _otherRecords =
        new(connection, "SELECT source, fetched, json FROM record WHERE identifier = $identifier AND source <> $source");

    private readonly EprintRows _rows = new(connection);

    public void Dispose()
    {
        _record.Dispose();
        _otherRecords.Dispose();
        _rows.Dispose();
    }

    public void Save(EprintRecord record, DateTimeOffset fetched)
    {
        var said = _record.Run(record.Identifier, SourceMap.NameOf(record.Source), fetched, RecordJson.Write(record));
        if (said == 0)
        {
            return;
        }

        var records = new List<EprintRecord> { record };
        foreach (var (other, received) in OthersOf(record))
        {
            records.Add(other);
            fetched = received > fetched ? received : fetched;
        }

        if (Eprint.Merge(records) is { } eprint)
        {
            _rows.Write(new StoredEprint(eprint, fetched));
        }
    }

    private IEnumerable<(EprintRecord Record, DateTimeOffset Fetched)> OthersOf(EprintRecord record)
    {
        using var rows = _otherRecords.Query(record.Identifier, SourceMap.NameOf(record.Source));
        while (rows.Read())
        {
            yield return (RecordJson.Read(record.Identifier, SourceMap.Named(rows.GetString(0)), rows.GetString(2)), rows.Time(1));
        }
    }
}
