using Microsoft.Data.Sqlite;
using Sheaf.Arxiv.Eprints;

namespace Sheaf.Store.Eprints;

/// <summary>Writes one e-print's row and the rows that belong to it; those that are as they should be are left alone.</summary>
internal sealed class EprintRows(SqliteConnection connection) : IDisposable
{
    private readonly Statement _insert = new(connection, EprintTable.Insert);
    private readonly Statement _update = new(connection, EprintTable.Update);

    private readonly Statement _addAuthor =
        new(connection, "INSERT INTO author (identifier, position, name, affiliations) VALUES ($identifier, $position, $name, $affiliations)");

    private readonly Statement _addCategory =
        new(connection, "INSERT INTO category (identifier, position, category) VALUES ($identifier, $position, $category)");

    private readonly Statement _addVersion = new(
        connection,
        "INSERT INTO version (identifier, version, submitted, size_kb, withdrawn) VALUES ($identifier, $version, $submitted, $size_kb, $withdrawn)");

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
        && stored.Zip(merged).All(pair => pair.First.Name == pair.Second.Name && pair.First.Affiliations.SequenceEqual(pair.Second.Affiliations));

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
