using Microsoft.Data.Sqlite;
using Sheaf.Store.Runs;
using Sheaf.Text;

namespace Sheaf.Store.Eprints;

/// <summary>Papers by the thousand, from a file of which the store remembers how far it has come.</summary>
/// <remarks>What it stores is what <see cref="EprintStore.Save"/> stores of the same records in the same order.</remarks>
internal sealed class SnapshotStore(Database database)
{
    /// <summary>Keeps the records and moves the bookmark, all in one transaction.</summary>
    /// <param name="records">In the order of the file; of two of one paper the later is kept.</param>
    /// <param name="bookmark">The bookmark's name; null: none is kept.</param>
    /// <param name="place">What the bookmark is to say, told how many records were stored.</param>
    /// <returns>How many records said something new.</returns>
    public int Save(IReadOnlyList<PreparedRecord> records, string? bookmark, Func<int, string> place) =>
        database.Write(connection =>
        {
            var stored = Save(connection, records);
            if (bookmark is not null)
            {
                Bookmarks.Set(connection, bookmark, place(stored));
            }

            return stored;
        });

    /// <summary>Where the bookmark is; null where there is none.</summary>
    public string? Find(string bookmark) => new Bookmarks(database).Get(bookmark);

    /// <summary>The file has been read to its end.</summary>
    public void Forget(string bookmark) =>
        database.Write(connection =>
        {
            using var forget = new Statement(connection, "DELETE FROM bookmark WHERE name = $name");
            forget.Run(("name", bookmark));
        });

    private static int Save(SqliteConnection connection, IReadOnlyList<PreparedRecord> records)
    {
        using var writer = new EprintWriter(connection);
        var known = Known(connection, records);
        var stored = 0;
        foreach (var prepared in records)
        {
            if (known.Add(prepared.Record.Identifier.ToString()))
            {
                writer.SaveFirst(prepared);
                stored++;
            }
            else if (writer.Save(prepared.Record, UtcText.Parse(prepared.Fetched)))
            {
                stored++;
            }
        }

        return stored;
    }

    /// <summary>
    /// Which of these papers any source has spoken of: one query for all, where asking for each would cost half as much as storing it.
    /// </summary>
    private static HashSet<string> Known(SqliteConnection connection, IReadOnlyList<PreparedRecord> records)
    {
        using var find = new Statement(
            connection, "SELECT identifier FROM record WHERE identifier IN (SELECT value FROM json_each($identifiers))");
        using var rows = find.Query(
            ("identifiers", TextList.Write([.. records.Select(prepared => prepared.Record.Identifier.ToString())])));
        var known = new HashSet<string>(StringComparer.Ordinal);
        while (rows.Read())
        {
            known.Add(rows.GetString(0));
        }

        return known;
    }
}
