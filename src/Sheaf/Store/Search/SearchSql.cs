using Microsoft.Data.Sqlite;
using Sheaf.Text;

namespace Sheaf.Store.Search;

/// <summary>What is asked of the text index and of the papers it lacks.</summary>
internal static class SearchSql
{
    /// <summary>
    /// A word in the title weighs four times as much as one in the abstract, an author's name twice, and what filters nothing. Only the
    /// newest of those that match are compared: what is in every tenth paper would have bm25 reckoned a hundred thousand times.
    /// </summary>
    public static string Best(bool isAmong) =>
        $"""
        SELECT number, -score
        FROM (SELECT rowid AS number, bm25(search_text, 4.0, 1.0, 2.0, 0.0) AS score
              FROM search_text
              WHERE search_text MATCH $match AND rowid BETWEEN $first AND $last {(isAmong ? Among("rowid") : "")}
              ORDER BY rowid DESC
              LIMIT $most)
        ORDER BY score, number DESC
        """;

    /// <summary>Papers by their days, read until there are enough.</summary>
    /// <param name="scope">What is asked for.</param>
    /// <param name="isRising">The oldest first.</param>
    public static string ByDay(SearchScope scope, bool isRising)
    {
        var number = scope.Match is null ? "search_paper.number" : "search_text.rowid";
        return
            $"""
            SELECT search_paper.number, search_paper.identifier
            FROM {(scope.Match is null ? "search_paper" : "search_text CROSS JOIN search_paper ON search_paper.number = search_text.rowid")}
            WHERE {(scope.Match is null ? "" : "search_text MATCH $match AND ")}{number} BETWEEN $first AND $last
            {(scope.Among is null ? "" : Among(number))}
            ORDER BY {number} {(isRising ? "" : "DESC")}
            """;
    }

    /// <summary>Asked of each paper that matches: by the numbers, all words would be sought anew for every one of them.</summary>
    private static string Among(string number) => $"AND +{number} IN (SELECT value FROM json_each($among))";

    public const string Names =
        "SELECT number, identifier FROM search_paper WHERE number IN (SELECT value FROM json_each($numbers))";

    public const string Titles =
        """
        SELECT eprint.identifier, eprint.title
        FROM (SELECT number, count(*) AS matched
              FROM (SELECT search_text.rowid AS number
                    FROM json_each($matches) AS expression
                    CROSS JOIN search_text
                    WHERE search_text MATCH expression.value)
              GROUP BY number
              ORDER BY matched DESC, number DESC
              LIMIT $top) AS found
        JOIN search_paper ON search_paper.number = found.number
        JOIN eprint ON eprint.identifier = search_paper.identifier
        ORDER BY found.matched DESC, found.number
        """;

    private const string Pending =
        """
        SELECT search_pending.identifier, title, abstract, substr(first_submitted, 1, 10),
               (SELECT group_concat(name, char(10)) FROM (SELECT name FROM author WHERE author.identifier = eprint.identifier
                   ORDER BY position)),
               (SELECT group_concat(category, char(10)) FROM (SELECT category FROM category WHERE category.identifier = eprint.identifier
                   ORDER BY position))
        FROM (SELECT identifier FROM search_pending ORDER BY identifier LIMIT $count) AS search_pending
        JOIN eprint ON eprint.identifier = search_pending.identifier
        ORDER BY search_pending.identifier
        """;

    /// <summary>The next papers that are pending, and the last identifier of them; null where there are none.</summary>
    public static (IReadOnlyList<SearchedPaper> Papers, string? Last) NextPending(SqliteConnection connection, int count)
    {
        using var pending = new Statement(connection, Pending);
        using var rows = pending.Query(("count", count));
        var papers = new List<SearchedPaper>(count);
        while (rows.Read())
        {
            var day = UtcText.ParseDay(rows.GetString(3));
            papers.Add(new SearchedPaper(rows.GetString(0), rows.GetString(1), rows.GetString(2), day, Lines(rows, 4), Lines(rows, 5)));
        }

        return (papers, papers is [.., var last] ? last.Identifier : null);
    }

    private static string[] Lines(SqliteDataReader row, int column) => row.IsDBNull(column) ? [] : row.GetString(column).Split('\n');
}
