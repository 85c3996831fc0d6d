using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Store.Eprints;

/// <summary>What was asked while titles were checked: the titles of earlier versions, and which titles were looked for.</summary>
internal sealed class TitleStore(Database database)
{
    /// <summary>Null where that version's page has not been read for its title.</summary>
    public string? Find(ArxivIdentifier identifier, int version) =>
        database.Read(connection =>
        {
            using var find = new Statement(
                connection, "SELECT title FROM version_title WHERE identifier = $identifier AND version = $version");
            return (string?)find.Value(("identifier", identifier), ("version", version));
        });

    /// <summary>That version's page was read.</summary>
    public void Save(ArxivIdentifier identifier, int version, string title) =>
        database.Write(connection =>
        {
            using var save = new Statement(
                connection,
                """
                INSERT INTO version_title (identifier, version, title) VALUES ($identifier, $version, $title)
                ON CONFLICT (identifier, version) DO UPDATE SET title = excluded.title
                """);
            save.Run(("identifier", identifier), ("version", version), ("title", title));
        });

    /// <summary>When arXiv was last asked for papers of this title; null: never.</summary>
    public DateTimeOffset? LastAsked(string title) =>
        database.Read(connection =>
        {
            using var find = new Statement(connection, "SELECT asked FROM title_query WHERE title = $title");
            using var rows = find.Query(("title", title));
            return rows.Read() ? rows.Time(0) : (DateTimeOffset?)null;
        });

    /// <summary>arXiv was asked for papers of this title.</summary>
    public void Ask(string title, DateTimeOffset asked) =>
        database.Write(connection =>
        {
            using var ask = new Statement(
                connection,
                "INSERT INTO title_query (title, asked) VALUES ($title, $asked) ON CONFLICT (title) DO UPDATE SET asked = excluded.asked");
            ask.Run(("title", title), ("asked", asked));
        });
}
