using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Sheaf.Benchmarks.Desk;
using Sheaf.Benchmarks.Store;
using Sheaf.Checking.Titles;
using Sheaf.Searching;
using Sheaf.Store;
using Sheaf.Store.Eprints;
using Sheaf.Store.Search;
using SQLitePCL;

namespace Sheaf.Benchmarks.Archive;

/// <summary>
/// <c>search --papers N</c>: the text index over invented papers against SQLite's own rebuild of an index of the same words, then 200
/// questions against the bare page that SQLite gives by bm25 from the same index, each in turns in one run; then pages of searches as the
/// desk serves them. <c>--served FOLDER</c> measures these alone, over a workspace that is there.
/// </summary>
internal static class SearchProgram
{
    private const int Questions = 200;
    private const int Page = 20;
    private const int PapersOfPart = 50_000;

    public static async Task<int> RunAsync(IReadOnlyDictionary<string, string> options)
    {
        if (options.TryGetValue("served", out var workspace))
        {
            return await SearchedPages.MeasureAsync(workspace, Console.Out) ? 0 : 1;
        }

        var papers = int.Parse(options.GetValueOrDefault("papers", "100000"), CultureInfo.InvariantCulture);
        using var store = new NewStore();
        foreach (var part in new InventedSnapshot(papers).Lines().Chunk(PapersOfPart))
        {
            await ImportProgram.ImportAsync(store, part);
        }

        var before = new FileInfo(store.File).Length;
        var search = new ArchiveSearch(new EprintStore(store.Database), new SearchIndex(store.Database));
        var (count, taken) = Timed(() => search.CatchUp(new Progress<int>(), CancellationToken.None));
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{count:N0} papers indexed in {taken.TotalSeconds:N1} s, {count / taken.TotalSeconds:N0}/s; the store grew from "
                + $"{before / 1e6:N0} to {new FileInfo(store.File).Length / 1e6:N0} MB"));
        var rebuild = Rebuild(store);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Rate of indexing over SQLite's own rebuild ({count / rebuild.TotalSeconds:N0}/s): {rebuild / taken:F2}; goal 0.8, "
                + $"{(rebuild / taken >= 0.8 ? "met" : "missed")}"));
        foreach (var (name, filter) in Filters)
        {
            Ask(store, search, name, filter);
        }

        LookTitlesUp(store, search);
        store.Database.Dispose();
        return await SearchedPages.MeasureAsync(Path.GetDirectoryName(store.File)!, Console.Out) ? 0 : 1;
    }

    /// <summary>What SQLite itself takes while <c>check</c> looks titles up: it must not grow with the store.</summary>
    private static void LookTitlesUp(NewStore store, ArchiveSearch search)
    {
        var titles = store.Database.Read(connection =>
        {
            using var all = new Statement(
                connection,
                """
                SELECT title FROM (SELECT title, row_number() OVER (ORDER BY identifier) AS place, count(*) OVER () AS papers FROM eprint)
                WHERE place % max(1, papers / $count) = 0 LIMIT $count
                """);
            using var rows = all.Query(("count", Questions));
            var found = new List<Title>();
            while (rows.Read())
            {
                found.Add(Title.Read(rows.GetString(0))!);
            }

            return found;
        });
        store.Database.Dispose();
        var before = raw.sqlite3_memory_used();
        raw.sqlite3_memory_highwater(1);
        var (found, taken) = Timed(() => titles.Sum(title => search.OfTitle(title).Count + search.WithWordsOf(title).Count));
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{titles.Count} titles looked up in {taken.TotalMilliseconds / titles.Count:N1} ms each, {found:N0} candidates; "
                + $"SQLite itself took {(raw.sqlite3_memory_highwater(0) - before) / 1e6:N1} MB at most"));
    }

    private static IEnumerable<(string Name, SearchFilter Filter)> Filters =>
    [
        ("without filters", new(null, null, null, null)),
        ("of one category", new("cs.LG", null, null, null)),
        ("of one archive", new("cs.*", null, null, null)),
        ("of two years", new(null, null, new(2022, 1, 1), new(2023, 12, 31))),
        ("of one author", new(null, InventedSnapshot.Surname(40), null, null)),
        ("of all of these", new("cs.*", InventedSnapshot.Surname(3), new(2015, 1, 1), null)),
    ];

    private static void Ask(NewStore store, ArchiveSearch search, string name, SearchFilter filter)
    {
        using var connection = new SqliteConnection($"Data Source={store.File};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var bare = connection.CreateCommand();
        bare.CommandText = $"SELECT rowid FROM search_text WHERE search_text MATCH $match ORDER BY rank LIMIT {Page}";
        var match = bare.Parameters.Add("$match", SqliteType.Text);
        var random = new Random(7);
        var (ours, floors, shown) = (new List<double>(), new List<double>(), 0);
        for (var number = -10; number < Questions; number++)
        {
            var text = string.Join(' ', Enumerable.Range(0, 1 + random.Next(3)).Select(_ => Vocabulary.Spelled(random.Next(30, 1_500))));
            var query = SearchQuery.Parse(text);
            match.Value = query.Match!;
            var floor = Timed(() => Read(bare)).Taken;
            var (found, taken) = Timed(() => search.Find(query, filter, Page).Count);

            // The first few warm up what is compiled while it runs.
            if (number >= 0)
            {
                ours.Add(taken.TotalMilliseconds);
                floors.Add(floor.TotalMilliseconds);
                shown += found;
            }
        }

        var ratio = ours.Sum() / floors.Sum();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Questions} questions {name}: {shown:N0} papers; median {Median(ours):F1} ms against {Median(floors):F1} ms bare; "
            + $"{ratio:F2} times in all; goal 1.3, {(ratio <= 1.3 ? "met" : "missed")}"));
    }

    private static int Read(SqliteCommand command)
    {
        using var rows = command.ExecuteReader();
        var count = 0;
        while (rows.Read())
        {
            count++;
        }

        return count;
    }

    /// <summary>The same words, folded beforehand, in a plain table that an index of SQLite's own is rebuilt from.</summary>
    private static TimeSpan Rebuild(NewStore store)
    {
        var file = store.File + ".plain";
        try
        {
            using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
            connection.Open();
            Run(
                connection,
                "PRAGMA journal_mode = WAL; CREATE TABLE plain (number INTEGER PRIMARY KEY, title TEXT, abstract TEXT, authors TEXT, "
                + "marks TEXT)");
            Fill(connection, store);
            Run(
                connection,
                "CREATE VIRTUAL TABLE bare USING fts5(title, abstract, authors, marks, content='plain', content_rowid='number', "
                + "tokenize='unicode61 remove_diacritics 2')");
            return Timed(() => Run(connection, "INSERT INTO bare (bare) VALUES ('rebuild')")).Taken;
        }
        finally
        {
            foreach (var part in (string[])["", "-wal", "-shm"])
            {
                File.Delete(file + part);
            }
        }
    }

    private static void Fill(SqliteConnection connection, NewStore store)
    {
        using var transaction = connection.BeginTransaction();
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO plain (title, abstract, authors, marks) VALUES ($title, $abstract, $authors, $marks)";
        foreach (var name in (string[])["$title", "$abstract", "$authors", "$marks"])
        {
            insert.Parameters.Add(name, SqliteType.Text);
        }

        foreach (var paper in new PaperTextStore(store.Database).Sample(new(1990, 1, 1), new(2030, 1, 1), int.MaxValue))
        {
            var words = ArchiveSearch.WordsOf(
                new(paper.Identifier.ToString(), paper.Title, paper.Abstract, paper.Submitted, paper.Authors, paper.Categories));
            insert.Parameters[0].Value = words.Title;
            insert.Parameters[1].Value = words.Abstract;
            insert.Parameters[2].Value = words.Authors;
            insert.Parameters[3].Value = words.Marks;
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    private static int Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.CommandTimeout = 0;
        return command.ExecuteNonQuery();
    }

    private static (T Result, TimeSpan Taken) Timed<T>(Func<T> work)
    {
        var start = Stopwatch.GetTimestamp();
        var result = work();
        return (result, Stopwatch.GetElapsedTime(start));
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
