using Microsoft.Data.Sqlite;
using Sheaf.Arxiv.Eprints;

namespace Sheaf.Store.Eprints;

/// <summary>
/// Writes records, and the e-prints merged from them, within one unit of work. Its statements are compiled once for all of them.
/// </summary>
internal sealed class EprintWriter(SqliteConnection connection) : IDisposable
{
    private readonly Statement _before = new(connection, "SELECT json FROM record WHERE identifier = $identifier AND source = $source");

    private readonly Statement _record = new(
        connection,
        """
        INSERT INTO record (identifier, source, fetched, json) VALUES ($identifier, $source, $fetched, $json)
        ON CONFLICT (identifier, source) DO UPDATE SET fetched = excluded.fetched, json = excluded.json
        """);

    private readonly ChangeWriter _changes = new(connection);

    private readonly Statement _otherRecords =
        new(connection, "SELECT source, fetched, json FROM record WHERE identifier = $identifier AND source <> $source");

    private readonly EprintRows _rows = new(connection);

    public void Dispose()
    {
        _before.Dispose();
        _record.Dispose();
        _changes.Dispose();
        _otherRecords.Dispose();
        _rows.Dispose();
    }

    /// <summary>Writes a record of a paper of which there is none yet, from any source.</summary>
    public void SaveFirst(PreparedRecord prepared)
    {
        _record.Run(
            ("identifier", prepared.Record.Identifier), ("source", SourceMap.NameOf(prepared.Record.Source)),
            ("fetched", prepared.Fetched), ("json", prepared.Json));
        if (prepared.Eprint is { } eprint)
        {
            _rows.Write(eprint, prepared.Row!);
        }
    }

    /// <summary>Writes nothing where the source said the same before.</summary>
    /// <returns>Whether it said something else, or nothing.</returns>
    public bool Save(EprintRecord record, DateTimeOffset fetched)
    {
        var source = SourceMap.NameOf(record.Source);
        var json = RecordJson.Write(record);
        var before = (string?)_before.Value(("identifier", record.Identifier), ("source", source));
        if (before == json)
        {
            return false;
        }

        _record.Run(("identifier", record.Identifier), ("source", source), ("fetched", fetched), ("json", json));
        if (before is not null)
        {
            _changes.Note(RecordJson.Read(record.Identifier, record.Source, before), record, fetched);
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

        return true;
    }

    private IEnumerable<(EprintRecord Record, DateTimeOffset Fetched)> OthersOf(EprintRecord record)
    {
        using var rows = _otherRecords.Query(("identifier", record.Identifier), ("source", SourceMap.NameOf(record.Source)));
        while (rows.Read())
        {
            yield return (RecordJson.Read(record.Identifier, SourceMap.Named(rows.GetString(0)), rows.GetString(2)), rows.Time(1));
        }
    }
}

/// <summary>Notes what arXiv changed, within one unit of work.</summary>
internal sealed class ChangeWriter(SqliteConnection connection) : IDisposable
{
    /// <summary>What another source has told already is not noted again.</summary>
    private readonly Statement _note = new(
        connection,
        """
        INSERT INTO change (identifier, what, before, after, noticed)
        SELECT $identifier, $what, $before, $after, $noticed
        WHERE (SELECT after IS NOT $after FROM change WHERE identifier = $identifier AND what = $what ORDER BY noticed DESC
            LIMIT 1) IS NOT 0
        ON CONFLICT (identifier, what, noticed) DO UPDATE SET after = excluded.after
        """);

    public void Dispose() => _note.Dispose();

    /// <param name="before">What the source said until now.</param>
    /// <param name="after">What it says from now on.</param>
    /// <param name="noticed">When it was heard to say so.</param>
    public void Note(EprintRecord before, EprintRecord after, DateTimeOffset noticed)
    {
        foreach (var change in PaperChange.Between(before, after, noticed))
        {
            _note.Run(
                ("identifier", change.Identifier), ("what", change.What), ("before", change.Before), ("after", change.After),
                ("noticed", change.Noticed));
        }
    }
}
