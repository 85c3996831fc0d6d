using Microsoft.Data.Sqlite;
using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Store.Ledger;
using Sheaf.Text;

namespace Sheaf.Store.Eprints;

/// <summary>The e-prints: what each source said of them, and the one row each that is merged from it.</summary>
internal sealed class EprintStore(Database database)
{
    /// <summary>Null where the store has no such e-print.</summary>
    public Eprint? Find(ArxivIdentifier identifier) => Find([identifier]).GetValueOrDefault(identifier);

    /// <summary>As <see cref="Find(ArxivIdentifier)"/>, with the moment of fetching.</summary>
    public StoredEprint? FindStored(ArxivIdentifier identifier) =>
        database.Read(connection =>
        {
            using var reader = new EprintReader(connection);
            return reader.Find(identifier);
        });

    /// <summary>How many e-prints the store has.</summary>
    public int Count() =>
        database.Read(connection =>
        {
            using var count = new Statement(connection, "SELECT count(*) FROM eprint");
            return (int)(long)count.Value()!;
        });

    /// <summary>Those of them that the store has.</summary>
    public IReadOnlyDictionary<ArxivIdentifier, Eprint> Find(IReadOnlyCollection<ArxivIdentifier> identifiers) =>
        database.Read(connection =>
        {
            using var reader = new EprintReader(connection);
            return reader.Find(identifiers).ToDictionary(found => found.Eprint.Identifier, found => found.Eprint);
        });

    /// <summary>
    /// All e-prints, or those whose version 1 was received in this month, ordered by identifier; read while they are enumerated, all as
    /// they were when that began.
    /// </summary>
    public IEnumerable<StoredEprint> All(Month? month) => database.Stream(connection => All(connection, month));

    /// <summary>
    /// Keeps what one or several sources said and merges it anew, all in one transaction. A record that says what the same source said
    /// before writes nothing. Records that together do not make an e-print yet (<see cref="Eprint.Merge"/>) are kept until others complete
    /// them.
    /// </summary>
    public void Save(IReadOnlyCollection<EprintRecord> records, DateTimeOffset fetched) =>
        database.Write(connection => Save(connection, records, fetched));

    /// <summary>Keeps the page of one identifier that was asked for, and settles its row of the ledger, in one transaction.</summary>
    /// <param name="record">What the page says.</param>
    /// <param name="lastModified">The page's header Last-Modified, as received; null where it had none.</param>
    /// <param name="fetched">When the page was received.</param>
    /// <exception cref="ArgumentException">The record is not a page's.</exception>
    public void SavePage(EprintRecord record, string? lastModified, DateTimeOffset fetched)
    {
        if (record.Source != RecordSource.Page)
        {
            throw new ArgumentException(
                $"The record of {record.Identifier} comes from {SourceMap.NameOf(record.Source)}, not from its page.", nameof(record));
        }

        database.Write(connection =>
        {
            Save(connection, [record], fetched);
            LookupLedger.Looked(connection, record.Identifier, lastModified, fetched);
        });
    }

    /// <summary>The page of one identifier was asked for and has not changed since it was last read.</summary>
    /// <exception cref="InvalidOperationException">Its page has never been read.</exception>
    public void SaveUnchanged(ArxivIdentifier identifier, DateTimeOffset looked) =>
        database.Write(connection => LookupLedger.LookedUnchanged(connection, identifier, looked));

    /// <summary>As <see cref="Save(IReadOnlyCollection{EprintRecord}, DateTimeOffset)"/>, within a unit of work of another store.</summary>
    internal static void Save(SqliteConnection connection, IReadOnlyCollection<EprintRecord> records, DateTimeOffset fetched)
    {
        using var writer = new EprintWriter(connection);
        var known = writer.Known(records);
        foreach (var record in records)
        {
            writer.Save(new PreparedRecord(record, fetched), known);
        }
    }

    private static IEnumerable<StoredEprint> All(SqliteConnection connection, Month? month)
    {
        using var reader = new EprintReader(connection);
        foreach (var found in reader.All(month))
        {
            yield return found;
        }
    }
}

/// <summary>An e-print as the store has it.</summary>
/// <param name="Eprint">The best the sources together say.</param>
/// <param name="Fetched">When the newest of its records was received. A later look that found nothing changed does not move it.</param>
internal sealed record StoredEprint(Eprint Eprint, DateTimeOffset Fetched);

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

    /// <summary>
    /// Which of these papers any source has spoken of: one query for all, where asking for each would cost half as much as storing it.
    /// </summary>
    public HashSet<string> Known(IEnumerable<EprintRecord> records)
    {
        using var find = new Statement(
            connection, "SELECT identifier FROM record WHERE identifier IN (SELECT value FROM json_each($identifiers))");
        using var rows = find.Query(("identifiers", TextList.Write([.. records.Select(record => record.Identifier.ToString())])));
        var known = new HashSet<string>(StringComparer.Ordinal);
        while (rows.Read())
        {
            known.Add(rows.GetString(0));
        }

        return known;
    }

    /// <summary>Writes nothing where the source said the same before, nor where a snapshot knew of a later submission.</summary>
    /// <param name="prepared">The record.</param>
    /// <param name="known">The papers of which any source has spoken, as of now.</param>
    public SavedAs Save(PreparedRecord prepared, HashSet<string> known)
    {
        if (!known.Add(prepared.Record.Identifier.ToString()))
        {
            return Save(prepared.Record, prepared.Json, UtcText.Parse(prepared.Fetched));
        }

        _record.Run(
            ("identifier", prepared.Record.Identifier), ("source", SourceMap.NameOf(prepared.Record.Source)),
            ("fetched", prepared.Fetched), ("json", prepared.Json));
        if (prepared.Eprint is { } eprint)
        {
            _rows.Write(eprint, prepared.Row!);
        }

        return SavedAs.New;
    }

    private SavedAs Save(EprintRecord record, string json, DateTimeOffset fetched)
    {
        var source = SourceMap.NameOf(record.Source);
        var before = (string?)_before.Value(("identifier", record.Identifier), ("source", source));
        if (before == json)
        {
            return SavedAs.Unchanged;
        }

        var last = before is null ? null : RecordJson.Read(record.Identifier, record.Source, before);
        if (record.Source == RecordSource.Snapshot && record.LastSubmitted < last?.LastSubmitted)
        {
            // The line of an older file: arXiv takes no version back.
            return SavedAs.Unchanged;
        }

        _record.Run(("identifier", record.Identifier), ("source", source), ("fetched", fetched), ("json", json));
        if (last is not null)
        {
            _changes.Note(last, record, fetched);
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

        return before is null ? SavedAs.New : SavedAs.Changed;
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

/// <summary>What saving a record came to.</summary>
internal enum SavedAs
{
    /// <summary>The source had said the same, or a snapshot something newer.</summary>
    Unchanged,

    /// <summary>It had said something else.</summary>
    Changed,

    /// <summary>It had said nothing.</summary>
    New,
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
