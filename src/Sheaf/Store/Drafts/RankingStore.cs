using Microsoft.Data.Sqlite;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Files;
using Sheaf.Store.Eprints;

namespace Sheaf.Store.Drafts;

/// <summary>The rankings of months. May be emptied at any time: they are made anew.</summary>
internal sealed class RankingStore(Database database)
{
    private static readonly EnumerationOptions AlsoHidden = new() { AttributesToSkip = FileAttributes.None, MatchType = MatchType.Simple };

    /// <summary>The month's ranking; null where none is kept, or one that was made from something else.</summary>
    public RankingRow? Find(Month month, string key) => Find(month, key, always: false);

    /// <summary>The month's ranking, whatever it was made from; null where none is kept.</summary>
    public RankingRow? FindLast(Month month) => Find(month, "", always: true);

    /// <summary>What the month's ranking was made from; null where none is kept.</summary>
    public string? FindKey(Month month) => database.Read(connection =>
    {
        using var find = new Statement(connection, "SELECT key FROM ranking WHERE month = $month");
        return (string?)find.Value(("month", month));
    });

    /// <summary>When the month's ranking was made; null where none is kept.</summary>
    public DateTimeOffset? FindMade(Month month) => database.Read(connection =>
    {
        using var find = new Statement(connection, "SELECT made FROM ranking WHERE month = $month");
        using var rows = find.Query(("month", month));
        return rows.Read() ? rows.Time(0) : (DateTimeOffset?)null;
    });

    /// <summary>Of all rankings that are kept, what is another for each that is made.</summary>
    public Dictionary<Month, string> Keys() => database.Read(connection =>
    {
        using var find = new Statement(connection, "SELECT month, key || made FROM ranking");
        using var rows = find.Query();
        var keys = new Dictionary<Month, string>();
        while (rows.Read())
        {
            keys.Add(Month.Parse(rows.GetString(0)), rows.GetString(1));
        }

        return keys;
    });

    /// <summary>Where those of these papers stand that are in the month's ranking and were ranked by picks, from 1.</summary>
    public IReadOnlyList<int> PositionsOf(Month month, IEnumerable<string> papers) => database.Read(connection =>
    {
        using var find = new Statement(
            connection,
            """
            SELECT position FROM ranked_paper WHERE month = $month AND identifier IN (SELECT value FROM json_each($papers))
                AND EXISTS (SELECT 1 FROM ranking WHERE month = $month AND picks > 0)
            """);
        using var rows = find.Query(("month", month), ("papers", TextList.Write([.. papers])));
        var positions = new List<int>();
        while (rows.Read())
        {
            positions.Add(rows.GetInt32(0));
        }

        return positions;
    });

    /// <summary>Keeps the ranking in place of the month's last one.</summary>
    /// <returns>Whether it was kept: the store may be one that this person may only read, or another program may be writing it.</returns>
    /// <exception cref="StoreException">The store is damaged.</exception>
    public bool TrySave(RankingRow ranking)
    {
        if (database.IsReadOnly)
        {
            return false;
        }

        try
        {
            using var mark = WritingMark.TryTake(database.File);
            database.Write(connection => Save(connection, ranking));
            return true;
        }
        catch (StoreException failure) when (!failure.IsDamage)
        {
            return false;
        }
    }

    /// <summary>
    /// What tells whether the papers have changed that a ranking of <paramref name="month"/> goes by: the sweeps of the months from
    /// <paramref name="first"/> to it and, as papers also come by name and from snapshots, how many the store has of these months, of the
    /// month itself, and when arXiv was last found to have changed a paper.
    /// </summary>
    public string Basis(Month first, Month month) => database.Read(connection =>
    {
        using var basis = new Statement(
            connection,
            """
            SELECT (SELECT count(*) FROM eprint WHERE first_submitted >= $start AND first_submitted < $before),
                   (SELECT count(*) FROM eprint WHERE first_submitted >= $before AND first_submitted < $end),
                   (SELECT group_concat(said, char(10)) FROM (
                       SELECT month || ' ' || categories || ' ' || state || ' ' || seen || ' ' || started || ' ' || coalesce(swept, '')
                           AS said
                       FROM sweep WHERE month >= $first AND month <= $month ORDER BY month, categories)),
                   (SELECT max(noticed) FROM change)
            """);
        using var rows = basis.Query(
            ("start", first.Start), ("before", month.Start), ("end", month.Next.Start), ("first", first), ("month", month));
        _ = rows.Read();
        return $"{rows.GetInt64(0)} {rows.GetInt64(1)} {rows.TextOrNull(3)}\n{rows.TextOrNull(2)}";
    });

    /// <summary>
    /// The right to make a month's ranking, which one process has at a time; null while another has it, or where none can be had, as this
    /// person may not write beside the store.
    /// </summary>
    public FileStream? TryBegin(Month month)
    {
        try
        {
            return FileLock.TryTake(MakingOf(month), options: FileOptions.DeleteOnClose);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Whether a process has the right to make the month's ranking.</summary>
    public bool IsBeingMade(Month month)
    {
        try
        {
            using var free = FileLock.TryTake(MakingOf(month), FileMode.Open);
            return free is null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // There is none, or this person cannot tell.
            return false;
        }
    }

    /// <summary>The months whose ranking a process has the right to make.</summary>
    public IEnumerable<Month> BeingMade() =>
        from file in Directory.EnumerateFiles(FolderOfMaking, $"{PrefixOfMaking}*", AlsoHidden)
        where Month.TryParse(Path.GetFileName(file)[PrefixOfMaking.Length..], out var month) && IsBeingMade(month)
        select Month.Parse(Path.GetFileName(file)[PrefixOfMaking.Length..]);

    private string FolderOfMaking => Path.GetDirectoryName(Path.GetFullPath(database.File))!;

    private string PrefixOfMaking => $".{Path.GetFileName(database.File)}.ranking-";

    private string MakingOf(Month month) => Path.Combine(FolderOfMaking, $"{PrefixOfMaking}{month}");

    private RankingRow? Find(Month month, string key, bool always) => database.Read(connection =>
    {
        using var find = new Statement(
            connection, "SELECT made, seconds, picks, key FROM ranking WHERE month = $month AND ($always OR key = $key)");
        using var rows = find.Query(("month", month), ("key", key), ("always", always));
        return rows.Read()
            ? new RankingRow(month, rows.GetString(3), rows.Time(0), rows.GetDouble(1), rows.GetInt32(2), Papers(connection, month))
            : null;
    });

    private static List<RankedRow> Papers(SqliteConnection connection, Month month)
    {
        using var all = new Statement(
            connection, "SELECT identifier, score, reasons, same FROM ranked_paper WHERE month = $month ORDER BY position");
        using var rows = all.Query(("month", month));
        var papers = new List<RankedRow>();
        while (rows.Read())
        {
            papers.Add(new(rows.GetString(0), rows.GetDouble(1), ListOf(rows, 2), ListOf(rows, 3)));
        }

        return papers;
    }

    private static void Save(SqliteConnection connection, RankingRow ranking)
    {
        foreach (var table in (string[])["DELETE FROM ranked_paper WHERE month = $month", "DELETE FROM ranking WHERE month = $month"])
        {
            using var clear = new Statement(connection, table);
            clear.Run(("month", ranking.Month));
        }

        using var head = new Statement(
            connection, "INSERT INTO ranking (month, key, made, seconds, picks) VALUES ($month, $key, $made, $seconds, $picks)");
        head.Run(
            ("month", ranking.Month), ("key", ranking.Key), ("made", ranking.Made), ("seconds", ranking.Seconds), ("picks", ranking.Picks));
        using var insert = new Statement(
            connection,
            """
            INSERT INTO ranked_paper (month, position, identifier, score, reasons, same)
            VALUES ($month, $position, $identifier, $score, $reasons, $same)
            """);
        foreach (var (index, paper) in ranking.Papers.Index())
        {
            insert.Run(
                ("month", ranking.Month), ("position", index + 1), ("identifier", paper.Identifier), ("score", paper.Score),
                ("reasons", TextOf(paper.Reasons)), ("same", TextOf(paper.Same)));
        }
    }

    private static IReadOnlyList<string> ListOf(SqliteDataReader rows, int column) => rows.IsDBNull(column) ? [] : rows.List(column);

    private static string? TextOf(IReadOnlyList<string> list) => list.Count == 0 ? null : TextList.Write(list);
}

/// <summary>The ranking of a month; see the tables <c>ranking</c> and <c>ranked_paper</c>.</summary>
/// <param name="Month">The month.</param>
/// <param name="Key">Digest of what it was made from.</param>
/// <param name="Made">When.</param>
/// <param name="Seconds">That it took.</param>
/// <param name="Picks">How many picks of earlier months it was learnt from.</param>
/// <param name="Papers">All papers of the month, the likeliest first.</param>
internal sealed record RankingRow(
    Month Month, string Key, DateTimeOffset Made, double Seconds, int Picks, IReadOnlyList<RankedRow> Papers);

/// <param name="Identifier">Canonical.</param>
/// <param name="Score">0 to 1, higher is likelier.</param>
/// <param name="Reasons">Parts of a sentence, the strongest first.</param>
/// <param name="Same">Papers above it that are the same work, the likeliest first.</param>
internal sealed record RankedRow(string Identifier, double Score, IReadOnlyList<string> Reasons, IReadOnlyList<string> Same);
