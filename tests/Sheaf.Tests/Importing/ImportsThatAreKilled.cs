using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Sheaf.TestKit.Storms;

namespace Sheaf.Tests.Importing;

/// <summary>
/// The real program importing a snapshot, killed at random instants again and again until it gets through, then compared with one that
/// nobody disturbed. The seed is printed; <c>SHEAF_SEED</c> sets it and <c>SHEAF_KILLS</c> the number of kills.
/// </summary>
public sealed class ImportsThatAreKilled(ITestOutputHelper output)
{
    private const int Papers = 15_000;

    private static readonly string[] Words = ["gear", "wheel", "axle", "spring", "lever", "cog", "chain", "pulley", "crank", "valve"];

    [Fact]
    public async Task Come_to_the_store_that_an_undisturbed_one_makes()
    {
        var seed = Number("SHEAF_SEED") ?? Random.Shared.Next();
        var kills = Number("SHEAF_KILLS") ?? 4;
        output.WriteLine($"SHEAF_SEED={seed} SHEAF_KILLS={kills}");
        await using var calm = await StartAsync();
        var started = Stopwatch.GetTimestamp();
        Assert.Equal(0, await ImportAsync(calm, after: null));
        var whole = Stopwatch.GetElapsedTime(started);
        var random = new Random(seed);

        await using var bench = await StartAsync();
        var done = 0;
        for (; done < kills && await ImportAsync(bench, whole * random.NextDouble()) is null; done++)
        {
            output.WriteLine($"killed with {(File.Exists(bench.Store) ? new FileInfo(bench.Store).Length : 0):N0} bytes of store");
        }

        output.WriteLine($"{done} kills");
        Assert.Equal(0, await ImportAsync(bench, after: null));
        Assert.Equal("ok", await bench.AskStoreAsync("PRAGMA integrity_check"));
        Assert.Equal(calm.Dump("fetched", "updated"), bench.Dump("fetched", "updated"));
        Assert.Equal(await ExportAsync(calm), await ExportAsync(bench));
        foreach (var query in (string[])["gear wheel", "\"spring lever\"", "crank -cog"])
        {
            Assert.Equal(await SearchAsync(calm, query), await SearchAsync(bench, query));
        }
    }

    private static async Task<Workbench> StartAsync()
    {
        var bench = await Workbench.StartAsync([]);
        var random = new Random(1);
        File.WriteAllLines(bench.PathOf("snapshot.json"), Enumerable.Range(1, Papers).Select(number => Line(number, random)));
        return bench;
    }

    private static string Line(int number, Random random)
    {
        var day = 1 + (number % 28);
        return $$"""
            {"id":"2404.{{number:D5}}","title":"{{Text(random, 6)}}","authors":"Ada Specimen","abstract":"{{Text(random, 30)}}",
            "categories":"cs.CL","versions":[{"version":"v1","created":"Mon, {{day}} Apr 2024 21:20:17 GMT"}]}
            """.ReplaceLineEndings("");
    }

    private static string Text(Random random, int words) =>
        string.Join(' ', Enumerable.Range(0, words).Select(_ => Words[random.Next(Words.Length)]));

    /// <returns>The exit code; null where it was killed before it came to its end.</returns>
    private static async Task<int?> ImportAsync(Workbench bench, TimeSpan? after)
    {
        using var program = SheafProcess.Start(["import", bench.PathOf("snapshot.json"), "--quiet", "--workspace", bench.Folder]);
        var said = Task.WhenAll(program.StandardOutput.ReadToEndAsync(), program.StandardError.ReadToEndAsync());
        var exit = program.WaitForExitAsync(TestContext.Current.CancellationToken);
        if (after is { } instant
            && await Task.WhenAny(exit, Task.Delay(instant, TimeProvider.System, TestContext.Current.CancellationToken)) != exit
            && !program.HasExited)
        {
            program.Kill();
            await exit;
            return null;
        }

        await exit;
        await said;
        return program.ExitCode;
    }

    private static async Task<string> ExportAsync(Workbench bench) =>
        string.Join('\n', (await bench.RunAsync("export", "papers")).Output.Split('\n').Select(WithoutMoment));

    private static string WithoutMoment(string line)
    {
        var paper = line.Length == 0 ? [] : JsonNode.Parse(line)!.AsObject();
        paper.Remove("fetched");
        return paper.ToJsonString();
    }

    private static async Task<string> SearchAsync(Workbench bench, string query)
    {
        var ran = await bench.RunAsync("search", query, "--top", "50");
        Assert.Equal(0, ran.Exit);
        return ran.Output;
    }

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
