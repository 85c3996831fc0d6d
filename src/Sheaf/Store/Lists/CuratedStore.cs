using Microsoft.Data.Sqlite;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Store.Eprints;

namespace Sheaf.Store.Lists;

/// <summary>The curated files as they were last read. The files themselves remain the truth.</summary>
internal sealed class CuratedStore(Database database)
{
    /// <summary>The SHA-256 of no bytes.</summary>
    internal const string EmptyFile = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    /// <summary>
    /// Puts this reading of a file in place of the one before. False, and nothing is written, where the file has not changed since.
    /// </summary>
    public bool Replace(CuratedListRow list) =>
        database.Write(connection =>
        {
            using var replace = new Statement(
                connection,
                """
                INSERT INTO curated_list (name, month, sha256) VALUES ($name, $month, $sha256)
                ON CONFLICT (name) DO UPDATE SET month = excluded.month, sha256 = excluded.sha256
                WHERE sha256 <> excluded.sha256
                """);
            if (replace.Run(("name", list.Name), ("month", list.Month), ("sha256", list.Sha256)) == 0)
            {
                return false;
            }

            var changed = Changed(connection, list);
            ReplaceEntries(connection, list);
            AskAtOnce(connection, changed);
            return true;
        });

    /// <summary>The papers whose lines have changed, in content or in order, since the list was last stored.</summary>
    public IReadOnlyList<ArxivIdentifier> Changed(CuratedListRow list) => database.Read(connection => Changed(connection, list));

    /// <summary>The names of the files that held something when they were last read.</summary>
    public IReadOnlySet<string> WithContent() =>
        database.Read(connection =>
        {
            using var find = new Statement(connection, "SELECT name FROM curated_list WHERE sha256 <> $empty");
            using var rows = find.Query(("empty", EmptyFile));
            var names = new HashSet<string>();
            while (rows.Read())
            {
                names.Add(rows.GetString(0));
            }

            return names;
        });

    /// <summary>Forgets the files that are not among these names: they are gone from the folder.</summary>
    public void RemoveListsExcept(IReadOnlyCollection<string> names) =>
        database.Write(connection =>
        {
            using var remove = new Statement(
                connection, "DELETE FROM curated_list WHERE name NOT IN (SELECT value FROM json_each($names))");
            remove.Run(("names", TextList.Write([.. names])));
        });

    /// <summary>
    /// The entries of all files, or those of one month (<see cref="EntryRow.Month"/>), by file name and position; read while they are
    /// enumerated, all as they were when that began.
    /// </summary>
    public IEnumerable<EntryRow> Entries(Month? month) => database.Stream(connection => Entries(connection, month));

    private static void ReplaceEntries(SqliteConnection connection, CuratedListRow list)
    {
        using var clear = new Statement(connection, "DELETE FROM curated_entry WHERE list = $list");
        clear.Run(("list", list.Name));
        using var add = new Statement(
            connection,
            """
            INSERT INTO curated_entry (list, position, line, raw, identifier, problem, version, starred, tags, note, claimed_title, section,
                mention)
            VALUES ($list, $position, $line, $raw, $identifier, $problem, $version, $starred, $tags, $note, $claimed_title, $section,
                $mention)
            """);
        foreach (var (index, entry) in list.Entries.Index())
        {
            add.Run(
                ("list", list.Name), ("position", index + 1), ("line", entry.Line), ("raw", entry.Raw), ("identifier", entry.Identifier),
                ("problem", entry.Problem), ("version", entry.Version), ("starred", entry.Starred), ("tags", TextList.Write(entry.Tags)),
                ("note", entry.Note), ("claimed_title", entry.ClaimedTitle), ("section", entry.Section), ("mention", entry.IsMention));
        }
    }

    /// <summary>
    /// A paper that arXiv lacked is not waited for any longer, whether or not the run that has read the line comes to it.
    /// </summary>
    private static void AskAtOnce(SqliteConnection connection, IEnumerable<ArxivIdentifier> changed)
    {
        using var ask = new Statement(connection, "UPDATE lookup SET next_attempt = NULL WHERE identifier = $identifier");
        foreach (var identifier in changed)
        {
            ask.Run(("identifier", identifier));
        }
    }

    private static List<ArxivIdentifier> Changed(SqliteConnection connection, CuratedListRow list)
    {
        var before = Lines(connection, list.Name);
        var changed = list.Entries.Where(entry => entry.Identifier is not null && !before.Contains(LineOf(entry)));
        return [.. changed.Select(entry => entry.Identifier!.Value).Distinct()];
    }

    private static HashSet<string> Lines(SqliteConnection connection, string list)
    {
        using var entries = new Statement(
            connection,
            "SELECT identifier, raw, version, starred, tags, note, claimed_title FROM curated_entry WHERE list = $list "
            + "AND identifier IS NOT NULL");
        using var rows = entries.Query(("list", list));
        var lines = new HashSet<string>(StringComparer.Ordinal);
        while (rows.Read())
        {
            lines.Add(LineOf(new CuratedEntryRow
            {
                Line = 0,
                Identifier = rows.Identifier(0),
                Raw = rows.GetString(1),
                Version = rows.NumberOrNull(2),
                Starred = rows.GetBoolean(3),
                Tags = rows.List(4),
                Note = rows.TextOrNull(5),
                ClaimedTitle = rows.TextOrNull(6),
            }));
        }

        return lines;
    }

    /// <summary>What its line says, wherever it stands.</summary>
    private static string LineOf(CuratedEntryRow entry) => string.Join(
        '\0', entry.Identifier, entry.Raw, entry.Version, entry.Starred, TextList.Write(entry.Tags), entry.Note, entry.ClaimedTitle);

    private static IEnumerable<EntryRow> Entries(SqliteConnection connection, Month? month)
    {
        using var entries = new Statement(
            connection,
            """
            SELECT list, position, coalesce(curated_list.month, substr(eprint.first_submitted, 1, 7)) AS belongs_to,
                   line, raw, curated_entry.identifier, problem, version, starred, tags, note, claimed_title, section, mention
            FROM curated_entry
            JOIN curated_list ON curated_list.name = curated_entry.list
            LEFT JOIN eprint ON eprint.identifier = curated_entry.identifier
            WHERE $month IS NULL OR belongs_to = $month
            ORDER BY list, position
            """);
        using var rows = entries.Query(("month", month));
        while (rows.Read())
        {
            yield return new EntryRow(rows.GetString(0), rows.GetInt32(1), rows.MonthOrNull(2), Entry(rows));
        }
    }

    private static CuratedEntryRow Entry(SqliteDataReader row) => new()
    {
        Line = row.GetInt32(3),
        Raw = row.GetString(4),
        Identifier = row.IdentifierOrNull(5),
        Problem = row.TextOrNull(6),
        Version = row.NumberOrNull(7),
        Starred = row.GetBoolean(8),
        Tags = row.List(9),
        Note = row.TextOrNull(10),
        ClaimedTitle = row.TextOrNull(11),
        Section = row.TextOrNull(12),
        IsMention = row.GetBoolean(13),
    };
}

/// <summary>One entry among those of all curated files.</summary>
/// <param name="List">The file's name.</param>
/// <param name="Position">Its place in the file, from 1.</param>
/// <param name="Month">The month it belongs to: the file's, else that of the paper's version 1; null while the store does not know
/// that.</param>
/// <param name="Entry">The entry itself.</param>
internal sealed record EntryRow(string List, int Position, Month? Month, CuratedEntryRow Entry);

/// <summary>One curated file as it was read.</summary>
/// <param name="Name">The file's name: <c>2024-04.md</c>.</param>
/// <param name="Month">The month the name says; null where it says none.</param>
/// <param name="Sha256">Of the file's bytes, in lower-case hexadecimal.</param>
/// <param name="Entries">In file order.</param>
internal sealed record CuratedListRow(string Name, Month? Month, string Sha256, IReadOnlyList<CuratedEntryRow> Entries);

/// <summary>One entry of a curated file. Exactly one of <see cref="Identifier"/> and <see cref="Problem"/> is given.</summary>
internal sealed record CuratedEntryRow
{
    /// <summary>From 1.</summary>
    public required int Line { get; init; }

    /// <summary>The reference as written.</summary>
    public required string Raw { get; init; }

    /// <summary>Null where the reference is malformed.</summary>
    public ArxivIdentifier? Identifier { get; init; }

    /// <summary>Why the reference is malformed; null where it is not.</summary>
    public string? Problem { get; init; }

    /// <summary>The version the reference names; null where it names none.</summary>
    public int? Version { get; init; }

    public bool Starred { get; init; }

    /// <summary>Without <c>#</c>.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    public string? Note { get; init; }

    /// <summary>The text of a Markdown link; null where there is none.</summary>
    public string? ClaimedTitle { get; init; }

    /// <summary>The heading it stands under; null where there is none.</summary>
    public string? Section { get; init; }

    /// <summary>Whether the reference stands in running prose and is not an item of the list.</summary>
    public bool IsMention { get; init; }
}
