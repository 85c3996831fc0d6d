using System.Data;
using Microsoft.Data.Sqlite;
using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Store.Eprints;

/// <summary>
/// The table <c>eprint</c>: its columns with what they hold of an e-print, and an e-print of what they hold. No other place names them all.
/// </summary>
internal static class EprintTable
{
    private const string Key = "identifier";

    private static readonly (string Name, Func<StoredEprint, object?> Value)[] Columns =
    [
        ("latest_version", paper => paper.Eprint.LatestVersion),
        ("title", paper => paper.Eprint.Title),
        ("authors_raw", paper => paper.Eprint.AuthorsRaw),
        ("abstract", paper => paper.Eprint.Abstract),
        ("first_submitted", paper => paper.Eprint.FirstSubmitted),
        ("last_submitted", paper => paper.Eprint.LastSubmitted),
        ("comment", paper => paper.Eprint.Comment),
        ("journal_ref", paper => paper.Eprint.JournalRef),
        ("dois", paper => TextList.Write(paper.Eprint.Dois)),
        ("report_number", paper => paper.Eprint.ReportNumber),
        ("msc_class", paper => paper.Eprint.MscClass),
        ("acm_class", paper => paper.Eprint.AcmClass),
        ("license", paper => paper.Eprint.License),
        ("withdrawn", paper => paper.Eprint.Withdrawn),
        ("proxy", paper => paper.Eprint.Proxy),
        ("sources", paper => SourceMap.Write(paper.Eprint.Sources)),
        ("fetched", paper => paper.Fetched),
        (Key, paper => paper.Eprint.Identifier),
    ];

    private static readonly string Names = string.Join(", ", Columns.Select(column => column.Name));

    private static readonly string Parameters = string.Join(", ", Columns.Select(column => '$' + column.Name));

    private static readonly string Assignments =
        string.Join(", ", Columns.Where(column => column.Name != Key).Select(column => $"{column.Name} = ${column.Name}"));

    /// <summary>All columns of all rows; a WHERE clause may follow.</summary>
    public static string Select { get; } = $"SELECT {Names} FROM eprint";

    public static string Insert { get; } = $"INSERT INTO eprint ({Names}) VALUES ({Parameters}) ON CONFLICT ({Key}) DO NOTHING";

    public static string Update { get; } = $"UPDATE eprint SET {Assignments} WHERE {Key} = ${Key}";

    /// <summary>What the row of an e-print holds. Needs no connection, so that it may be made elsewhere.</summary>
    public static (string Column, object? Value)[] Row(StoredEprint paper) =>
        Array.ConvertAll(Columns, column => (column.Name, column.Value(paper)));

    public static string KeyOf(SqliteDataReader row) => row.GetString(Key);

    /// <param name="row">A row of <see cref="Select"/>.</param>
    /// <param name="authors">Of its identifier; likewise what follows.</param>
    /// <param name="categories">The primary one first.</param>
    /// <param name="versions">The oldest first.</param>
    /// <param name="sources">Makes the map of a text; most papers have the same one.</param>
    public static StoredEprint Read(
        SqliteDataReader row,
        IReadOnlyList<Author> authors,
        IReadOnlyList<string> categories,
        IReadOnlyList<Submission> versions,
        Func<string, IReadOnlyDictionary<string, RecordSource>> sources)
    {
        var eprint = new Eprint
        {
            Identifier = row.Identifier(row.GetOrdinal(Key)),
            LatestVersion = row.GetInt32("latest_version"),
            Title = row.GetString("title"),
            Authors = authors,
            AuthorsRaw = row.TextOrNull("authors_raw"),
            Abstract = row.GetString("abstract"),
            Categories = categories,
            FirstSubmitted = row.Time("first_submitted"),
            LastSubmitted = row.Time("last_submitted"),
            Versions = versions,
            Comment = row.TextOrNull("comment"),
            JournalRef = row.TextOrNull("journal_ref"),
            Dois = row.List(row.GetOrdinal("dois")),
            ReportNumber = row.TextOrNull("report_number"),
            MscClass = row.TextOrNull("msc_class"),
            AcmClass = row.TextOrNull("acm_class"),
            License = row.TextOrNull("license"),
            Withdrawn = row.GetBoolean("withdrawn"),
            Proxy = row.TextOrNull("proxy"),
            Sources = sources(row.GetString("sources")),
        };
        return new StoredEprint(eprint, row.Time("fetched"));
    }
}

/// <summary>Writes one e-print's row and the rows that belong to it; those that are as they should be are left alone.</summary>
internal sealed class EprintRows(SqliteConnection connection) : IDisposable
{
    private readonly Statement _insert = new(connection, EprintTable.Insert);
    private readonly Statement _update = new(connection, EprintTable.Update);

    private readonly Statement _addAuthor =
        new(
            connection,
            "INSERT INTO author (identifier, position, name, affiliations) VALUES ($identifier, $position, $name, $affiliations)");

    private readonly Statement _addCategory =
        new(connection, "INSERT INTO category (identifier, position, category) VALUES ($identifier, $position, $category)");

    private readonly Statement _addVersion = new(
        connection,
        "INSERT INTO version (identifier, version, submitted, size_kb, withdrawn) "
        + "VALUES ($identifier, $version, $submitted, $size_kb, $withdrawn)");

    private readonly Statement _clearAuthors = new(connection, "DELETE FROM author WHERE identifier = $identifier");
    private readonly Statement _clearCategories = new(connection, "DELETE FROM category WHERE identifier = $identifier");
    private readonly Statement _clearVersions = new(connection, "DELETE FROM version WHERE identifier = $identifier");
    private readonly EprintReader _reader = new(connection);

    public void Dispose()
    {
        Statement[] statements = [_insert, _update, _addAuthor, _addCategory, _addVersion, _clearAuthors, _clearCategories, _clearVersions];
        Array.ForEach(statements, statement => statement.Dispose());
        _reader.Dispose();
    }

    public void Write(StoredEprint stored) => Write(stored.Eprint, EprintTable.Row(stored));

    /// <param name="eprint">The e-print.</param>
    /// <param name="row">What <see cref="EprintTable.Row"/> makes of it.</param>
    public void Write(Eprint eprint, (string Column, object? Value)[] row)
    {
        var identifier = eprint.Identifier.ToString();
        var isNew = _insert.Run(row) == 1;
        if (!isNew)
        {
            _update.Run(row);
        }

        if (isNew || Cleared(_clearAuthors, identifier, !Same(_reader.Authors(identifier), eprint.Authors)))
        {
            AddAuthors(identifier, eprint.Authors);
        }

        if (isNew || Cleared(_clearCategories, identifier, !_reader.Categories(identifier).SequenceEqual(eprint.Categories)))
        {
            AddCategories(identifier, eprint.Categories);
        }

        if (isNew || Cleared(_clearVersions, identifier, !_reader.Versions(identifier).SequenceEqual(eprint.Versions)))
        {
            AddVersions(identifier, eprint.Versions);
        }
    }

    private static bool Cleared(Statement clear, string identifier, bool changed)
    {
        if (changed)
        {
            clear.Run(("identifier", identifier));
        }

        return changed;
    }

    private static bool Same(IReadOnlyList<Author> stored, IReadOnlyList<Author> merged) =>
        stored.Count == merged.Count
        && stored.Zip(merged)
            .All(pair => pair.First.Name == pair.Second.Name && pair.First.Affiliations.SequenceEqual(pair.Second.Affiliations));

    private void AddAuthors(string identifier, IReadOnlyList<Author> authors)
    {
        for (var index = 0; index < authors.Count; index++)
        {
            _addAuthor.Run(
                ("identifier", identifier), ("position", index + 1), ("name", authors[index].Name),
                ("affiliations", TextList.Write(authors[index].Affiliations)));
        }
    }

    private void AddCategories(string identifier, IReadOnlyList<string> categories)
    {
        for (var index = 0; index < categories.Count; index++)
        {
            _addCategory.Run(("identifier", identifier), ("position", index + 1), ("category", categories[index]));
        }
    }

    private void AddVersions(string identifier, IReadOnlyList<Submission> versions)
    {
        foreach (var version in versions)
        {
            _addVersion.Run(
                ("identifier", identifier), ("version", version.Version), ("submitted", version.Submitted), ("size_kb", version.SizeKb),
                ("withdrawn", version.Withdrawn));
        }
    }
}

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
