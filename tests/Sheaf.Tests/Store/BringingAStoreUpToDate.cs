using Sheaf.Store;
using Sheaf.Store.Eprints;

namespace Sheaf.Tests.Store;

/// <summary>A store of an earlier Sheaf is changed in place and keeps what it has.</summary>
public sealed class BringingAStoreUpToDate : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sheaf-store-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Of_the_first_version_the_ledger_stays_and_says_where_each_paper_came_from()
    {
        var file = Path.Combine(_folder.FullName, "sheaf.db");
        using var old = OlderStore.Create(file);
        TemporaryStore.Ask(
            old,
            """
            INSERT INTO lookup (identifier, state, reason, first_asked, attempts, last_attempt, last_looked)
            VALUES ('2404.00001', 'fetched', NULL, '2024-05-01T00:00:00Z', 1, '2024-05-02T00:00:00Z', '2024-05-02T00:00:00Z'),
                   ('2404.00002', 'missing', 'not-found', '2024-05-01T00:00:00Z', 1, '2024-05-02T00:00:00Z', NULL);
            INSERT INTO eprint (identifier, latest_version, title, abstract, first_submitted, last_submitted, dois, withdrawn, sources,
                fetched)
            VALUES ('2404.00001', 1, 'Gears', 'They turn.', '2024-04-01T00:00:00Z', '2024-04-01T00:00:00Z', '[]', 0, '{}',
                '2024-05-02T00:00:00Z');
            """);

        using var database = new Database(file);
        database.EnsureCreated();

        Assert.Equal(["13"], TemporaryStore.Ask(old, "PRAGMA user_version"));
        Assert.Equal(
            ["2404.00001|fetched|page|2024-05-02T00:00:00Z", "2404.00002|missing||"],
            TemporaryStore.Ask(old, "SELECT identifier, state, served_by, served FROM ledger ORDER BY 1"));
        Assert.Equal(
            ["2404.00001|Gears||2024-05-02T00:00:00Z"], TemporaryStore.Ask(old, "SELECT identifier, title, proxy, fetched FROM papers"));
        Assert.Null(new TitleStore(database).LastAsked("gears"));
    }
}
