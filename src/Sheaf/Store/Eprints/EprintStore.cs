using Microsoft.Data.Sqlite;
using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Store.Ledger;

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

    /// <summary>Every e-print's title, ordered by identifier; read while they are enumerated, all as they were when that began.</summary>
    public IEnumerable<(ArxivIdentifier Identifier, string Title)> Titles() => database.Stream(Titles);

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
        foreach (var record in records)
        {
            writer.Save(record, fetched);
        }
    }

    private static IEnumerable<(ArxivIdentifier Identifier, string Title)> Titles(SqliteConnection connection)
    {
        using var titles = new Statement(connection, "SELECT identifier, title FROM eprint ORDER BY identifier");
        using var rows = titles.Query();
        while (rows.Read())
        {
            yield return (rows.Identifier(0), rows.GetString(1));
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
