using System.Data;
using Microsoft.Data.Sqlite;
using Sheaf.Arxiv.Eprints;

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
        "INSERT INTO version (identifier, version, submitted, size_kb, withdrawn) VALUES ($identifier, $version, $submitted, $size_kb, "
        + "$withdrawn)");

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
