using Microsoft.Data.Sqlite;
using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Store.Eprints;

/// <summary>
/// Reads e-prints from the tables <c>eprint</c>, <c>author</c>, <c>category</c> and <c>version</c> within one unit of work.
/// </summary>
internal sealed class EprintReader(SqliteConnection connection) : IDisposable
{
    /// <summary>How many papers are read by one query.</summary>
    private const int Together = 500;

    private const string Among = "identifier IN (SELECT value FROM json_each($identifiers))";

    private readonly Dictionary<string, IReadOnlyDictionary<string, RecordSource>> _sources = [];

    private readonly Statement _one = new(connection, EprintTable.Select + " WHERE identifier = $identifier");
    private readonly Statement _authors = new(
        connection, "SELECT name, affiliations FROM author WHERE identifier = $identifier ORDER BY position");
    private readonly Statement _categories = new(
        connection, "SELECT category FROM category WHERE identifier = $identifier ORDER BY position");

    private readonly Statement _versions =
        new(connection, "SELECT version, submitted, size_kb, withdrawn FROM version WHERE identifier = $identifier ORDER BY version");

    public void Dispose()
    {
        _one.Dispose();
        _authors.Dispose();
        _categories.Dispose();
        _versions.Dispose();
    }

    public StoredEprint? Find(ArxivIdentifier identifier)
    {
        using var rows = _one.Query(("identifier", identifier));
        return rows.Read() ? Read(rows) : null;
    }

    /// <summary>Ordered by identifier; null for every month.</summary>
    public IEnumerable<StoredEprint> All(Month? month)
    {
        using var all = month is { } one
            ? new Statement(
                connection, EprintTable.Select + " WHERE first_submitted >= $from AND first_submitted < $to ORDER BY identifier")
            : new Statement(connection, EprintTable.Select + " ORDER BY identifier");
        using var rows = month is { } asked ? all.Query(("from", asked.Start), ("to", asked.Next.Start)) : all.Query();
        while (rows.Read())
        {
            yield return Read(rows);
        }
    }

    /// <summary>
    /// Those of them that there are, ordered by identifier: by one query a table and some hundred papers, which takes half the time of one
    /// a paper.
    /// </summary>
    public IEnumerable<StoredEprint> Find(IEnumerable<ArxivIdentifier> identifiers)
    {
        using var many = new Statement(connection, EprintTable.Select + $" WHERE {Among} ORDER BY identifier");
        using var authors = new Statement(
            connection, $"SELECT name, affiliations, identifier FROM author WHERE {Among} ORDER BY identifier, position");
        using var categories = new Statement(
            connection, $"SELECT category, identifier FROM category WHERE {Among} ORDER BY identifier, position");
        using var versions = new Statement(
            connection,
            $"SELECT version, submitted, size_kb, withdrawn, identifier FROM version WHERE {Among} ORDER BY identifier, version");
        foreach (var asked in identifiers.Distinct().Chunk(Together))
        {
            var names = TextList.Write([.. asked.Select(identifier => identifier.ToString())]);
            var (authorsOf, categoriesOf, versionsOf) =
                (Lists(authors, names, Author), Lists(categories, names, Category), Lists(versions, names, Version));
            using var rows = many.Query(("identifiers", names));
            while (rows.Read())
            {
                var identifier = EprintTable.KeyOf(rows);
                yield return EprintTable.Read(
                    rows,
                    authorsOf.GetValueOrDefault(identifier, []),
                    categoriesOf.GetValueOrDefault(identifier, []),
                    versionsOf.GetValueOrDefault(identifier, []),
                    Sources);
            }
        }
    }

    public IReadOnlyList<Author> Authors(string identifier) => List(_authors, identifier, Author);

    public IReadOnlyList<string> Categories(string identifier) => List(_categories, identifier, Category);

    public IReadOnlyList<Submission> Versions(string identifier) => List(_versions, identifier, Version);

    private static Author Author(SqliteDataReader row) => new(row.GetString(0), row.List(1));

    private static string Category(SqliteDataReader row) => row.GetString(0);

    private static Submission Version(SqliteDataReader row) => new(row.GetInt32(0), row.Time(1), row.NumberOrNull(2), row.GetBoolean(3));

    /// <summary>The rows of several papers, whose identifier is the last column and which follow each other.</summary>
    private static Dictionary<string, List<T>> Lists<T>(Statement statement, string identifiers, Func<SqliteDataReader, T> read)
    {
        using var rows = statement.Query(("identifiers", identifiers));
        var lists = new Dictionary<string, List<T>>(Together);
        var (identifier, list) = ("", new List<T>());
        while (rows.Read())
        {
            if (rows.GetString(rows.FieldCount - 1) is var next && next != identifier)
            {
                (identifier, list) = (next, []);
                lists.Add(identifier, list);
            }

            list.Add(read(rows));
        }

        return lists;
    }

    private static List<T> List<T>(Statement statement, string identifier, Func<SqliteDataReader, T> read)
    {
        using var rows = statement.Query(("identifier", identifier));
        var list = new List<T>();
        while (rows.Read())
        {
            list.Add(read(rows));
        }

        return list;
    }

    /// <summary>Most papers have theirs from the same sources.</summary>
    private IReadOnlyDictionary<string, RecordSource> Sources(string json) =>
        _sources.TryGetValue(json, out var known) ? known : _sources[json] = SourceMap.Read(json);

    private StoredEprint Read(SqliteDataReader row)
    {
        var identifier = EprintTable.KeyOf(row);
        return EprintTable.Read(row, Authors(identifier), Categories(identifier), Versions(identifier), Sources);
    }
}
