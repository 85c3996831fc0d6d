using Microsoft.Data.Sqlite;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Store.Eprints;

namespace Sheaf.Store.Sweeps;

/// <summary>How it stands with the sweep of one month; the columns of the table <c>sweep</c> (see there).</summary>
internal sealed record SweepRow
{
    public required Month Month { get; init; }

    public required string Categories { get; init; }

    /// <summary><c>atom</c> or <c>oai</c>.</summary>
    public required string Interface { get; init; }

    /// <summary><c>under-way</c>, <c>complete</c> or <c>incomplete</c>.</summary>
    public required string State { get; init; }

    public string? Reason { get; init; }

    /// <summary>The first month of those that were swept as one sequence.</summary>
    public required Month First { get; init; }

    public required Month Last { get; init; }

    public int? TotalFirst { get; init; }

    public int? TotalLast { get; init; }

    public int SpanSeen { get; init; }

    public int Twice { get; init; }

    public int Outside { get; init; }

    public int Unreadable { get; init; }

    public int Requests { get; init; }

    public int Seen { get; init; }

    public int? Highest { get; init; }

    public int Numbered { get; init; }

    public int Elsewhere { get; init; }

    public DateTimeOffset? Through { get; init; }

    public required DateTimeOffset Started { get; init; }

    public DateTimeOffset? Swept { get; init; }

    public bool IsComplete => State == SweepState.Complete;
}

/// <summary>What can be said of a sweep.</summary>
internal static class SweepState
{
    public const string UnderWay = "under-way";

    public const string Complete = "complete";

    public const string Incomplete = "incomplete";
}

/// <summary>One paper of a listing.</summary>
/// <param name="Identifier">Canonical; as received where the entry cannot be read.</param>
/// <param name="Submitted">Version 1; for an entry that cannot be read, the beginning of what was asked for.</param>
/// <param name="What">One of <see cref="SweptAs"/>.</param>
internal sealed record SweptRow(string Identifier, DateTimeOffset Submitted, string What);

/// <summary>What became of a row.</summary>
internal static class SweptAs
{
    public const string Kept = "kept";

    /// <summary>Of another month or category: dropped.</summary>
    public const string Outside = "outside";

    public const string Unreadable = "unreadable";
}

/// <summary>Reads rows of the table <c>sweep</c>.</summary>
internal static class SweepReader
{
    private const string Select =
        """
        SELECT month, categories, interface, state, reason, span_first, span_last, total_first, total_last, span_seen,
               twice, outside, unreadable, requests, seen, highest, numbered, elsewhere, through, started, swept
        FROM sweep

        """;

    /// <param name="connection">Where to read.</param>
    /// <param name="which">What follows the FROM clause.</param>
    /// <param name="values">Of its parameters.</param>
    public static IReadOnlyList<SweepRow> Read(
        SqliteConnection connection, string which, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var select = new Statement(connection, Select + which);
        return [.. Rows(select.Query(values))];
    }

    private static IEnumerable<SweepRow> Rows(SqliteDataReader rows)
    {
        using (rows)
        {
            while (rows.Read())
            {
                yield return new SweepRow
                {
                    Month = Month.Parse(rows.GetString(0)),
                    Categories = rows.GetString(1),
                    Interface = rows.GetString(2),
                    State = rows.GetString(3),
                    Reason = rows.TextOrNull(4),
                    First = Month.Parse(rows.GetString(5)),
                    Last = Month.Parse(rows.GetString(6)),
                    TotalFirst = rows.NumberOrNull(7),
                    TotalLast = rows.NumberOrNull(8),
                    SpanSeen = rows.GetInt32(9),
                    Twice = rows.GetInt32(10),
                    Outside = rows.GetInt32(11),
                    Unreadable = rows.GetInt32(12),
                    Requests = rows.GetInt32(13),
                    Seen = rows.GetInt32(14),
                    Highest = rows.NumberOrNull(15),
                    Numbered = rows.GetInt32(16),
                    Elsewhere = rows.GetInt32(17),
                    Through = rows.TimeOrNull(18),
                    Started = rows.Time(19),
                    Swept = rows.TimeOrNull(20),
                };
            }
        }
    }
}
