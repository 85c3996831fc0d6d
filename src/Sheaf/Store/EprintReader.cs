using Microsoft.Data.Sqlite;
using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Store;

/// <summary>Reads e-prints from the tables <c>eprint</c>, <c>author</c>, <c>category</c> and <c>version</c> within one unit of work.</summary>
internal sealed class EprintReader(SqliteConnection connection) : IDisposable
{
    private const string Columns =
        """
        SELECT identifier, latest_version, title, authors_raw, abstract, first_submitted, last_submitted, comment, journal_ref, dois,
               report_number, msc_class, acm_class, license, withdrawn, sources, fetched
        FROM eprint
        """;

    private readonly Dictionary<string, IReadOnlyDictionary<string, RecordSource>> _sources = [];

    private readonly Statement _one = new(connection, Columns + " WHERE identifier = $identifier");
    private readonly Statement _authors = new(connection, "SELECT name, affiliations FROM author WHERE identifier = $identifier ORDER BY position");
    private readonly Statement _categories = new(connection, "SELECT category FROM category WHERE identifier = $identifier ORDER BY position");

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
        using var rows = _one.Query(identifier);
        return rows.Read() ? Read(rows) : null;
    }

    /// <summary>Ordered by identifier; null for every month.</summary>
    public IEnumerable<StoredEprint> All(Month? month)
    {
        using var all = month is { } one
            ? new Statement(connection, Columns + " WHERE first_submitted >= $from AND first_submitted < $to ORDER BY identifier")
            : new Statement(connection, Columns + " ORDER BY identifier");
        using var rows = month is { } asked ? all.Query(asked.Start, asked.Next.Start) : all.Query();
        while (rows.Read())
        {
            yield return Read(rows);
        }
    }

    public IReadOnlyList<Author> Authors(string identifier) => List(_authors, identifier, row => new Author(row.GetString(0), row.List(1)));

    public IReadOnlyList<string> Categories(string identifier) => List(_categories, identifier, row => row.GetString(0));

    public IReadOnlyList<Submission> Versions(string identifier) =>
        List(_versions, identifier, row => new Submission(row.GetInt32(0), row.Time(1), row.NumberOrNull(2), row.GetBoolean(3)));

    private static List<T> List<T>(Statement statement, string identifier, Func<SqliteDataReader, T> read)
    {
        using var rows = statement.Query(identifier);
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
        var identifier = row.GetString(0);
        var eprint = new Eprint
        {
            Identifier = ArxivIdentifier.Parse(identifier),
            LatestVersion = row.GetInt32(1),
            Title = row.GetString(2),
            Authors = Authors(identifier),
            AuthorsRaw = row.TextOrNull(3),
            Abstract = row.GetString(4),
            Categories = Categories(identifier),
            FirstSubmitted = row.Time(5),
            LastSubmitted = row.Time(6),
            Versions = Versions(identifier),
            Comment = row.TextOrNull(7),
            JournalRef = row.TextOrNull(8),
            Dois = row.List(9),
            ReportNumber = row.TextOrNull(10),
            MscClass = row.TextOrNull(11),
            AcmClass = row.TextOrNull(12),
            License = row.TextOrNull(13),
            Withdrawn = row.GetBoolean(14),
            Sources = Sources(row.GetString(15)),
        };
        return new StoredEprint(eprint, row.Time(16));
    }
}
