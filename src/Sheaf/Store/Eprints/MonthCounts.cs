using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Store.Eprints;

/// <summary>How many papers of a month the store has, by primary category and by day of first submission.</summary>
/// <param name="Categories">The largest first; of one size, by name.</param>
/// <param name="Days">Those on which there were any.</param>
internal sealed record MonthCounts(IReadOnlyList<CategoryCount> Categories, IReadOnlyDictionary<DateOnly, int> Days)
{
    public int Papers { get; } = Days.Values.Sum();
}

/// <param name="Name">As <c>cs.CL</c>.</param>
/// <param name="Papers">That have it as their primary category.</param>
internal sealed record CategoryCount(string Name, int Papers);

/// <summary>Counts a month's papers, anew only after a run, or where there are more or fewer than at the last look.</summary>
/// <param name="database">The store.</param>
internal sealed class MonthCounter(Database database)
{
    private const string OfMonth = "first_submitted >= $from AND first_submitted < $until";

    private Counted? _last;

    public MonthCounts Count(Month month) => database.Read(connection =>
    {
        (string, object?)[] span = [("from", month.Start), ("until", month.Next.Start)];
        using var state = new Statement(
            connection, $"SELECT (SELECT count(*) FROM eprint WHERE {OfMonth}), (SELECT ifnull(max(finished), '') FROM run)");
        using var found = state.Query(span);
        found.Read();
        var (papers, run) = (found.GetInt32(0), found.GetString(1));
        if (_last is { } last && last.Month == month && last.Papers == papers && last.Run == run)
        {
            return last.Counts;
        }

        using var each = new Statement(
            connection,
            $"""
            SELECT substr(first_submitted, 1, 10), category, count(*)
            FROM eprint LEFT JOIN category ON category.identifier = eprint.identifier AND position = 1
            WHERE {OfMonth} GROUP BY 1, 2
            """);
        using var rows = each.Query(span);
        var (categories, days) = (new Dictionary<string, int>(), new Dictionary<DateOnly, int>());
        while (rows.Read())
        {
            var day = DateOnly.ParseExact(rows.GetString(0), "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
            var name = rows.TextOrNull(1) ?? "none";
            days[day] = days.GetValueOrDefault(day) + rows.GetInt32(2);
            categories[name] = categories.GetValueOrDefault(name) + rows.GetInt32(2);
        }

        var counts = new MonthCounts(
            [
                .. categories.Select(pair => new CategoryCount(pair.Key, pair.Value)).OrderByDescending(category => category.Papers)
                    .ThenBy(category => category.Name, StringComparer.Ordinal),
            ],
            days);
        _last = new(month, papers, run, counts);
        return counts;
    });

    private sealed record Counted(Month Month, int Papers, string Run, MonthCounts Counts);
}
