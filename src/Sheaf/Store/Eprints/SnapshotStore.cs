using Microsoft.Data.Sqlite;
using Sheaf.Store.Runs;
using Sheaf.Text;

namespace Sheaf.Store.Eprints;

/// <summary>Papers by the thousand, from a file of which the store remembers how far it has come.</summary>
/// <remarks>What it stores is what <see cref="EprintStore.Save"/> stores of the same records in the same order.</remarks>
internal sealed class SnapshotStore(Database database)
{
    private const string NewestName = "newest paper of snapshots";

    /// <summary>
    /// Keeps the records and moves the bookmark, all in one transaction. Where they say nothing new, nothing is written: not the bookmark
    /// either, from which it costs little to read once more.
    /// </summary>
    /// <param name="records">In the order of the file; of two of one paper the later line is kept, unless it is of an earlier
    /// version.</param>
    /// <param name="bookmark">The bookmark's name; null: none is kept.</param>
    /// <param name="place">What the bookmark is to say, told what was stored.</param>
    public StoredRecords Save(IReadOnlyList<PreparedRecord> records, string? bookmark, Func<StoredRecords, string> place) =>
        database.Write(connection =>
        {
            var stored = Save(connection, records);
            if (bookmark is not null && stored != default)
            {
                Bookmarks.Set(connection, bookmark, place(stored));
            }

            return stored;
        });

    /// <summary>Where the bookmark is; null where there is none.</summary>
    public string? Find(string bookmark) => new Bookmarks(database).Get(bookmark);

    /// <summary>The file cannot be gone on with.</summary>
    public void Forget(string bookmark) => database.Write(connection => Forget(connection, bookmark));

    /// <summary>All papers that snapshots have brought, in the order of their identifiers; read while they are enumerated.</summary>
    public IEnumerable<string> Papers() =>
        database.Stream(connection => Texts(connection, "SELECT identifier FROM record WHERE source = 'snapshot' ORDER BY identifier"));

    /// <summary>Those of them that a later snapshot did not have.</summary>
    public IReadOnlySet<string> Gone() =>
        database.Read(connection => Texts(connection, "SELECT identifier FROM snapshot_gone").ToHashSet(StringComparer.Ordinal));

    /// <summary>When the latest paper of all files that were read to their end was last submitted; null where there is none.</summary>
    public DateTimeOffset? Newest() => new Bookmarks(database).Get(NewestName) is { } newest ? UtcText.Parse(newest) : null;

    /// <summary>The file has been read to its end.</summary>
    /// <param name="bookmark">Its bookmark, which is forgotten; null: it has none.</param>
    /// <param name="end">What has been found.</param>
    public void Finish(string? bookmark, SnapshotEnd end)
    {
        var isNewest = end.Newest is { } newest && !(newest <= Newest());
        if ((bookmark is null || Find(bookmark) is null) && !isNewest && end.Gone.Count + end.Back.Count == 0)
        {
            return;
        }

        database.Write(connection =>
        {
            using var gone = new Statement(
                connection,
                "INSERT INTO snapshot_gone (identifier, noticed) VALUES ($identifier, $noticed) ON CONFLICT (identifier) DO NOTHING");
            using var back = new Statement(connection, "DELETE FROM snapshot_gone WHERE identifier = $identifier");
            foreach (var paper in end.Gone)
            {
                gone.Run(("identifier", paper), ("noticed", end.Noticed));
            }

            foreach (var paper in end.Back)
            {
                back.Run(("identifier", paper));
            }

            if (isNewest)
            {
                Bookmarks.Set(connection, NewestName, UtcText.From(end.Newest!.Value));
            }

            if (bookmark is not null)
            {
                Forget(connection, bookmark);
            }
        });
    }

    private static void Forget(SqliteConnection connection, string bookmark)
    {
        using var forget = new Statement(connection, "DELETE FROM bookmark WHERE name = $name");
        forget.Run(("name", bookmark));
    }

    private static IEnumerable<string> Texts(SqliteConnection connection, string sql)
    {
        using var select = new Statement(connection, sql);
        using var rows = select.Query();
        while (rows.Read())
        {
            yield return rows.GetString(0);
        }
    }

    private static StoredRecords Save(SqliteConnection connection, IReadOnlyList<PreparedRecord> records)
    {
        using var writer = new EprintWriter(connection);
        var known = writer.Known(records.Select(prepared => prepared.Record));
        var (added, changed) = (0, 0);
        foreach (var prepared in records)
        {
            switch (writer.Save(prepared, known))
            {
                case SavedAs.New:
                    added++;
                    break;
                case SavedAs.Changed:
                    changed++;
                    break;
            }
        }

        return new(added, changed);
    }
}

/// <summary>What was written of some records.</summary>
/// <param name="New">Papers of which the source had said nothing.</param>
/// <param name="Changed">Papers of which it had said something else.</param>
internal readonly record struct StoredRecords(int New, int Changed);

/// <summary>What was found when a snapshot had been read to its end.</summary>
/// <param name="Newest">When its latest paper was last submitted; null where there is none.</param>
/// <param name="Gone">Papers that earlier ones brought and that are gone.</param>
/// <param name="Back">Papers that had been gone and are back.</param>
/// <param name="Noticed">Now.</param>
internal sealed record SnapshotEnd(DateTimeOffset? Newest, IReadOnlyList<string> Gone, IReadOnlyList<string> Back, DateTimeOffset Noticed);
