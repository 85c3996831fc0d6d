using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Sheaf.Benchmarks.Store;
using Sheaf.Importing;
using Sheaf.Store.Eprints;

namespace Sheaf.Benchmarks.Archive;

/// <summary>
/// <c>import --papers N</c>: a snapshot of invented papers into a store, part by part, and in turns with it the rows that came of each part
/// into a store without anything else, by prepared commands in as large transactions.
/// </summary>
internal static class ImportProgram
{
    private const int PapersOfPart = 50_000;
    private const int PapersOfTransaction = 1_000;
    private const double MostMemory = 300e6;
    private const double MostWrittenAgain = 0.1e6;

    public static async Task<int> RunAsync(IReadOnlyDictionary<string, string> options)
    {
        var papers = int.Parse(options.GetValueOrDefault("papers", "100000"), CultureInfo.InvariantCulture);
        using var store = new NewStore();
        using var floor = new NewStore();
        WithoutTriggers(floor.File);
        var turns = new List<(TimeSpan Import, TimeSpan Floor, int Papers)>();
        foreach (var part in new InventedSnapshot(papers).Lines().Chunk(PapersOfPart))
        {
            turns.Add((await ImportAsync(store, part), Insert(store.File, floor.File, part), part.Length));
            var (import, bare, count) = turns[^1];
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{turns.Sum(turn => turn.Papers),9:N0} papers   import {count / import.TotalSeconds,7:N0}/s   bare inserts "
                + $"{count / bare.TotalSeconds,7:N0}/s   ratio {bare / import:F2}"));
        }

        var ratios = turns.Select(turn => turn.Floor / turn.Import).Order().ToList();
        var whole = turns.Sum(turn => turn.Floor.TotalSeconds) / turns.Sum(turn => turn.Import.TotalSeconds);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Rate of import over that of bare inserts of its rows: {whole:F2} in all, median {ratios[ratios.Count / 2]:F2}, worst part "
            + $"{ratios[0]:F2}; goal 0.6, {(whole >= 0.6 ? "met" : "missed")}"));
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Store: {new FileInfo(store.File).Length / 1e6:N0} MB, "
                + $"{new FileInfo(store.File).Length / (double)turns.Sum(turn => turn.Papers):N0} bytes a paper"));
        return await IsLightAsync(Math.Min(papers, 300_000)) && whole >= 0.6 ? 0 : 1;
    }

    /// <summary>What is not of the tables is no part of the floor.</summary>
    internal static void WithoutTriggers(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT group_concat('DROP TRIGGER ' || name, ';') FROM sqlite_schema WHERE type = 'trigger'";
        if (command.ExecuteScalar() is string drop)
        {
#pragma warning disable CA2100 // Names from the store's own schema.
            command.CommandText = drop;
#pragma warning restore CA2100
            command.ExecuteNonQuery();
        }
    }

    internal static async Task<TimeSpan> ImportAsync(NewStore store, (string Identifier, string Json)[] part)
    {
        var path = Path.Combine(Path.GetDirectoryName(store.File)!, "snapshot.json");
        await File.WriteAllLinesAsync(path, part.Select(paper => paper.Json));
        var start = Stopwatch.GetTimestamp();
        using (var file = SnapshotFile.Open(path))
        {
            var import = new SnapshotImport(new SnapshotStore(store.Database), TimeProvider.System);
            import.Finish(await import.RunAsync(file, new Progress<ImportProgress>(), CancellationToken.None));
        }

        var taken = Stopwatch.GetElapsedTime(start);
        File.Delete(path);
        return taken;
    }

    private static TimeSpan Insert(string store, string floor, (string Identifier, string Json)[] part)
    {
        using var connection = new SqliteConnection($"Data Source={store};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var inserts = new BareInserts(floor);
        var taken = TimeSpan.Zero;
        foreach (var batch in part.Chunk(PapersOfTransaction))
        {
            var rows = BareInserts.RowsBetween(connection, batch[0].Identifier, batch[^1].Identifier);
            var start = Stopwatch.GetTimestamp();
            inserts.Run(rows);
            taken += Stopwatch.GetElapsedTime(start);
        }

        return taken;
    }

    /// <summary>The program itself, over a snapshot in one file, and over the same file once more.</summary>
    private static async Task<bool> IsLightAsync(int papers)
    {
        using var folder = new NewStore();
        var workspace = Path.GetDirectoryName(folder.File)!;
        var snapshot = Path.Combine(workspace, "snapshot.json");
        await File.WriteAllLinesAsync(snapshot, new InventedSnapshot(papers).Lines().Select(paper => paper.Json));
        var isGood = true;
        foreach (var name in (string[])["import", "the same again"])
        {
            var run = await ProgramRun.RunAsync(["import", snapshot, "--workspace", workspace, "--quiet"]);
            var isMet = run.Exit == 0 && run.Cost.Peak < MostMemory && (name == "import" || run.Cost.Written < MostWrittenAgain);
            isGood &= isMet;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"sheaf {name}, {papers:N0} papers in one file: {run.Took.TotalSeconds:N0} s, {run.Cost.Peak / 1e6:N0} MB at most, "
                + $"{run.Cost.Written / 1e6:N2} MB written; goal {MostMemory / 1e6:N0} MB, and {MostWrittenAgain / 1e6:N1} MB written "
                + $"again, {(isMet ? "met" : "missed")}"));
        }

        return isGood;
    }
}
