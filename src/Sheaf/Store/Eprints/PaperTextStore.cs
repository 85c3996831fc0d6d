using Microsoft.Data.Sqlite;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Store.Eprints;

/// <summary>What papers say of themselves, read by the ten thousand: the whole of an e-print takes several times as long.</summary>
internal sealed class PaperTextStore(Database database)
{
    private const string Columns =
        """
        SELECT identifier, title, abstract,
               (SELECT group_concat(name, char(10)) FROM (SELECT name FROM author WHERE author.identifier = eprint.identifier
                   ORDER BY position)),
               (SELECT group_concat(category, char(10)) FROM (SELECT category FROM category WHERE category.identifier = eprint.identifier
                   ORDER BY position)),
               first_submitted, withdrawn
        FROM eprint
        """;

    /// <summary>
    /// Those whose version 1 was received from the first of these days on and before the second, in UTC; in no order, as sorting them takes
    /// as long as reading them. Read while they are enumerated, all as they were when that began.
    /// </summary>
    public IEnumerable<PaperTextRow> Between(DateOnly from, DateOnly before) => Sample(from, before, int.MaxValue);

    /// <summary>
    /// As <see cref="Between"/>, but where there are more than <paramref name="most"/>, about so many of them, evenly over the days: those
    /// whose identifiers end in the lowest numbers. The same papers give the same sample.
    /// </summary>
    public IEnumerable<PaperTextRow> Sample(DateOnly from, DateOnly before, int most) =>
        database.Stream(connection => Sample(connection, StartOf(from), StartOf(before), most));

    /// <summary>Those of these papers that the store has, ordered by identifier.</summary>
    public IReadOnlyList<PaperTextRow> Of(IReadOnlyCollection<ArxivIdentifier> identifiers) => database.Read(connection =>
    {
        using var some = new Statement(
            connection, $"{Columns} WHERE identifier IN (SELECT value FROM json_each($identifiers)) ORDER BY identifier");
        return Read(some, ("identifiers", TextList.Write([.. identifiers.Select(identifier => identifier.ToString())]))).ToList();
    });

    /// <summary>
    /// Of those of these papers that the store has, when each was submitted and when the newest of what is said of it was received.
    /// </summary>
    public IReadOnlyList<(ArxivIdentifier Identifier, DateOnly Submitted, string Fetched)> DatesOf(
        IEnumerable<ArxivIdentifier> identifiers) => database.Read(connection =>
    {
        using var some = new Statement(
            connection,
            "SELECT identifier, first_submitted, fetched FROM eprint WHERE identifier IN (SELECT value FROM json_each($identifiers)) "
            + "ORDER BY identifier");
        using var rows = some.Query(("identifiers", TextList.Write([.. identifiers.Select(identifier => identifier.ToString())])));
        var dates = new List<(ArxivIdentifier Identifier, DateOnly Submitted, string Fetched)>();
        while (rows.Read())
        {
            dates.Add((rows.Identifier(0), DateOnly.FromDateTime(rows.Time(1).UtcDateTime), rows.GetString(2)));
        }

        return dates;
    });

    /// <summary>Those papers of a month that are withdrawn.</summary>
    public IReadOnlyList<string> Withdrawn(Month month) => database.Read(connection =>
    {
        using var some = new Statement(
            connection,
            "SELECT identifier FROM eprint WHERE withdrawn = 1 AND first_submitted >= $from AND first_submitted < $before");
        using var rows = some.Query(("from", month.Start), ("before", month.Next.Start));
        var withdrawn = new List<string>();
        while (rows.Read())
        {
            withdrawn.Add(rows.GetString(0));
        }

        return withdrawn;
    });

    private static IEnumerable<PaperTextRow> Sample(SqliteConnection connection, DateTimeOffset from, DateTimeOffset before, int most)
    {
        using var count = new Statement(
            connection, "SELECT count(*) FROM eprint WHERE first_submitted >= $from AND first_submitted < $before");
        var all = (long)count.Value(("from", from), ("before", before))!;
        using var some = new Statement(
            connection,
            $"{Columns} WHERE first_submitted >= $from AND first_submitted < $before "
            + "AND CAST(substr(identifier, -2) AS INTEGER) < $share");
        foreach (var paper in Read(some, ("from", from), ("before", before), ("share", all <= most ? 100L : 100L * most / all)))
        {
            yield return paper;
        }
    }

    private static DateTimeOffset StartOf(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);

    private static IEnumerable<PaperTextRow> Read(Statement some, params (string Name, object? Value)[] values)
    {
        using var rows = some.Query(values);
        while (rows.Read())
        {
            yield return new(
                rows.Identifier(0), rows.GetString(1), rows.GetString(2), ListOf(rows, 3), ListOf(rows, 4),
                DateOnly.FromDateTime(rows.Time(5).UtcDateTime), rows.GetBoolean(6));
        }
    }

    private static string[] ListOf(SqliteDataReader rows, int column) => rows.TextOrNull(column)?.Split('\n') ?? [];
}

/// <summary>A paper's words and what else tells what it is about.</summary>
/// <param name="Identifier">Of the paper.</param>
/// <param name="Title">As the best source gives it, TeX and all.</param>
/// <param name="Abstract">Paragraphs separated by one newline.</param>
/// <param name="Authors">Names in natural order.</param>
/// <param name="Categories">The primary one first.</param>
/// <param name="Submitted">The UTC day of version 1.</param>
/// <param name="Withdrawn">Whether its latest version withdraws it.</param>
internal sealed record PaperTextRow(
    ArxivIdentifier Identifier, string Title, string Abstract, IReadOnlyList<string> Authors, IReadOnlyList<string> Categories,
    DateOnly Submitted, bool Withdrawn);
