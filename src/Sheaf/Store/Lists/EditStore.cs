using Microsoft.Data.Sqlite;
using Sheaf.Store.Eprints;

namespace Sheaf.Store.Lists;

/// <summary>
/// The journal of changes to the editor's files. The files are the truth; without the journal they can be read but not taken back.
/// </summary>
internal sealed class EditStore(Database database)
{
    /// <summary>Enters an edit.</summary>
    /// <returns>Its number.</returns>
    public int Add(
        DateTimeOffset made, string command, string what, IReadOnlyList<EditPart> parts, IReadOnlyDictionary<string, int> lengths) =>
        database.Write(connection =>
        {
            using var add = new Statement(
                connection, "INSERT INTO edit (made, command, what) VALUES ($made, $command, $what) RETURNING number");
            var number = (int)(long)add.Value(("made", made), ("command", command), ("what", what))!;
            AddParts(connection, number, 1, parts);
            Remember(connection, lengths);
            return number;
        });

    /// <summary>Enters that edits were made again to another text of a file.</summary>
    /// <param name="file">The path below the workspace, with <c>/</c> on every system.</param>
    /// <param name="again">By number, what each changed there; those without one are left out.</param>
    /// <param name="length">How many bytes the file has now.</param>
    public void Replace(string file, IEnumerable<(int? Number, List<EditPart> Parts)> again, int length) =>
        database.Write(connection =>
        {
            using var last = new Statement(connection, "SELECT coalesce(max(part), 0) FROM edit_part WHERE edit = $edit");
            using var forget = new Statement(connection, "DELETE FROM edit_part WHERE edit = $edit AND file = $file");
            foreach (var (number, parts) in again)
            {
                if (number is { } edit)
                {
                    var next = (int)(long)last.Value(("edit", edit))! + 1;
                    forget.Run(("edit", edit), ("file", file));
                    AddParts(connection, edit, next, parts);
                }
            }

            Remember(connection, new Dictionary<string, int> { [file] = length });
        });

    /// <summary>
    /// Whether an edit stands, and nobody has changed its lines since but these edits, whose changes are known.
    /// </summary>
    public bool IsLastWord(int number, IReadOnlyCollection<int> known) =>
        database.Read(connection =>
        {
            if (Read(connection, "WHERE number = $number", ("number", number)) is not [{ IsUndone: false } edit])
            {
                return false;
            }

            var lines = edit.Parts.SelectMany(part => LinesOf(part.After).Select(line => (part.File, line))).ToHashSet();
            return Read(connection, "WHERE number > $number AND undone IS NULL", ("number", number))
                .Where(later => !known.Contains(later.Number))
                .SelectMany(later => later.Parts).All(part => !LinesOf(part.Before).Any(line => lines.Contains((part.File, line))));
        });

    /// <summary>Enters that an edit was taken back, or made again.</summary>
    public void Mark(int number, bool undone, IReadOnlyDictionary<string, int> lengths) =>
        database.Write(connection =>
        {
            using var mark = new Statement(
                connection,
                "UPDATE edit SET undone = CASE WHEN $undone THEN (SELECT coalesce(max(undone), 0) + 1 FROM edit) END "
                + "WHERE number = $number");
            mark.Run(("undone", undone), ("number", number));
            Remember(connection, lengths);
        });

    /// <summary>The edit of this number; null where there is none.</summary>
    public EditRow? Find(int number) => One("WHERE number = $number", ("number", number));

    /// <summary>The last edit that stands; null where there is none.</summary>
    public EditRow? LastDone() => One("WHERE undone IS NULL ORDER BY number DESC LIMIT 1");

    /// <summary>The edit that was taken back last, if nothing has been changed since; else null.</summary>
    public EditRow? LastUndone() => One(
        "WHERE undone = (SELECT max(undone) FROM edit) AND number > (SELECT coalesce(max(number), 0) FROM edit WHERE undone IS NULL)");

    /// <summary>The lines with which an edit began a file, where the last such edit has been taken back; else null.</summary>
    public string? LastCreatedAndTakenBack(string file) =>
        database.Read(connection =>
        {
            using var find = new Statement(
                connection,
                """
                SELECT CASE WHEN undone IS NULL THEN NULL ELSE after END FROM edit_part JOIN edit ON number = edit
                WHERE file = $file AND created ORDER BY number DESC LIMIT 1
                """);
            return find.Value(("file", file)) as string;
        });

    /// <summary>The last edits, the latest first.</summary>
    public IReadOnlyList<EditRow> Latest(int most) =>
        database.Read(connection => Read(connection, "ORDER BY number DESC LIMIT $most", ("most", most)));

    /// <summary>The last edits in whose lines a text stands, the latest first.</summary>
    public IReadOnlyList<EditRow> LatestWith(string text, int most) =>
        database.Read(connection => Read(
            connection,
            "WHERE number IN (SELECT edit FROM edit_part WHERE instr(before, $text) > 0 OR instr(after, $text) > 0) "
            + "ORDER BY number DESC LIMIT $most",
            ("text", text), ("most", most)));

    /// <summary>How far the journal is.</summary>
    public EditPosition Position() => database.Read(connection =>
    {
        using var find = new Statement(connection, "SELECT max(number), count(undone), max(undone) FROM edit");
        using var rows = find.Query();
        _ = rows.Read();
        return new EditPosition(
            rows.IsDBNull(0) ? null : rows.GetInt32(0), rows.GetInt32(1), rows.IsDBNull(2) ? null : rows.GetInt32(2));
    });

    /// <summary>The last edit that stands, before another, and gave a file this line; null where none did.</summary>
    /// <param name="file">The path below the workspace, with <c>/</c> on every system.</param>
    /// <param name="line">Without its ending, and without blanks around it.</param>
    /// <param name="before">The number of the other edit.</param>
    public EditRow? LastGiving(string file, string line, int before) =>
        database.Read(connection =>
        {
            using var find = new Statement(
                connection,
                """
                SELECT DISTINCT edit FROM edit_part JOIN edit ON number = edit
                WHERE undone IS NULL AND edit < $before AND file = $file AND instr(after, $line) > 0 ORDER BY edit DESC
                """);
            using var rows = find.Query(("before", before), ("file", file), ("line", line));
            while (rows.Read())
            {
                var edit = Read(connection, "WHERE number = $number", ("number", rows.GetInt32(0)))[0];
                if (edit.Parts.Any(part => part.File == file && LinesOf(part.After).Contains(line)))
                {
                    return edit;
                }
            }

            return null;
        });

    /// <summary>Whether a file held something when it was last read or changed.</summary>
    /// <param name="file">The path below the workspace, with <c>/</c> on every system.</param>
    /// <param name="list">Its name where it is a curated list; else null.</param>
    public bool HadContent(string file, string? list) =>
        database.Read(connection =>
        {
            using var find = new Statement(
                connection,
                """
                SELECT EXISTS (SELECT 1 FROM edited_file WHERE file = $file AND length > 0)
                OR EXISTS (SELECT 1 FROM curated_list WHERE name = $list AND sha256 <> $empty)
                """);
            return (long)find.Value(("file", file), ("list", list), ("empty", CuratedStore.EmptyFile))! > 0;
        });

    private EditRow? One(string which, params (string Name, object? Value)[] values) =>
        database.Read(connection => Read(connection, which, values) is [var found, ..] ? found : null);

    private static List<EditRow> Read(SqliteConnection connection, string which, params (string Name, object? Value)[] values)
    {
        var edits = new List<EditRow>();
        using var find = new Statement(connection, $"SELECT number, made, command, what, undone IS NOT NULL FROM edit {which}");
        using var rows = find.Query(values);
        while (rows.Read())
        {
            edits.Add(
                new EditRow(
                    rows.GetInt32(0), rows.Time(1), rows.GetString(2), rows.GetString(3), rows.GetBoolean(4),
                    Parts(connection, rows.GetInt32(0))));
        }

        return edits;
    }

    private static List<EditPart> Parts(SqliteConnection connection, int edit)
    {
        var parts = new List<EditPart>();
        using var find = new Statement(
            connection,
            "SELECT file, created, position, before, after, line_above, line_below FROM edit_part WHERE edit = $edit ORDER BY part");
        using var rows = find.Query(("edit", edit));
        while (rows.Read())
        {
            parts.Add(new EditPart(
                rows.GetString(0), rows.GetBoolean(1), rows.GetInt32(2), rows.GetString(3), rows.GetString(4), rows.TextOrNull(5),
                rows.TextOrNull(6)));
        }

        return parts;
    }

    private static void AddParts(SqliteConnection connection, int edit, int first, IReadOnlyList<EditPart> parts)
    {
        using var addPart = new Statement(
            connection,
            """
            INSERT INTO edit_part (edit, part, file, created, position, before, after, line_above, line_below)
            VALUES ($edit, $part, $file, $created, $position, $before, $after, $line_above, $line_below)
            """);
        foreach (var (index, part) in parts.Index())
        {
            addPart.Run(
                ("edit", edit), ("part", first + index), ("file", part.File), ("created", part.IsNewFile), ("position", part.Position),
                ("before", part.Before), ("after", part.After), ("line_above", part.LineAbove), ("line_below", part.LineBelow));
        }
    }

    /// <summary>The lines of a text that are not empty, without blanks around them.</summary>
    internal static string[] LinesOf(string text) =>
        text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static void Remember(SqliteConnection connection, IReadOnlyDictionary<string, int> lengths)
    {
        using var remember = new Statement(
            connection,
            "INSERT INTO edited_file (file, length) VALUES ($file, $length) ON CONFLICT (file) DO UPDATE SET length = excluded.length");
        foreach (var (file, length) in lengths)
        {
            remember.Run(("file", file), ("length", length));
        }
    }
}

/// <summary>One change to the editor's files that can be taken back as a whole.</summary>
/// <param name="Number">From 1, in the order in which they were made.</param>
/// <param name="Made">When.</param>
/// <param name="Command">What made it: <c>add</c>, <c>check --fix</c>, <c>desk</c>.</param>
/// <param name="What">Of what, for readers.</param>
/// <param name="IsUndone">Whether it has been taken back.</param>
/// <param name="Parts">What it changed.</param>
internal sealed record EditRow(int Number, DateTimeOffset Made, string Command, string What, bool IsUndone, IReadOnlyList<EditPart> Parts);

/// <summary>How far the journal is: with every edit, and every one that is taken back or made again, it is elsewhere.</summary>
/// <param name="Latest">The number of the latest edit; null where there is none.</param>
/// <param name="Undone">How many are taken back.</param>
/// <param name="LastUndone">In which order the last of them was; null where none is.</param>
internal sealed record EditPosition(int? Latest, int Undone, int? LastUndone);

/// <summary>Whole lines that were changed in one file.</summary>
/// <param name="File">The path below the workspace, with <c>/</c> on every system.</param>
/// <param name="IsNewFile">Whether the file was not there before.</param>
/// <param name="Position">Where they begin, in the text as it became.</param>
/// <param name="Before">As they were; empty where lines were added.</param>
/// <param name="After">As they became; empty where lines were taken away.</param>
/// <param name="LineAbove">The line above them; null at the beginning of the file.</param>
/// <param name="LineBelow">The line below them; null at its end.</param>
internal sealed record EditPart(
    string File, bool IsNewFile, int Position, string Before, string After, string? LineAbove, string? LineBelow);
