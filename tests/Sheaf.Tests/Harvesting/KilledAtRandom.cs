using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Sheaf.Replica;

namespace Sheaf.Tests.Harvesting;

/// <summary>
/// A real program over a local arXiv, killed at random instants again and again until it gets through, then compared with one that nobody
/// disturbed. The seed is printed; <c>SHEAF_SEED</c> sets it and <c>SHEAF_KILLS</c> the number of kills.
/// </summary>
public sealed class KilledAtRandom(ITestOutputHelper output)
{
    private const int Papers = 25;

    private static readonly string[] Moments =
        ["fetched", "first_asked", "last_attempt", "last_looked", "served", "attempts", "read", "updated", "written"];

    private static readonly string[] Backfill = ["backfill", "--from", "2024-04", "--to", "2024-04", "--draft"];

    [Fact]
    public async Task Nothing_is_lost_and_nothing_doubled()
    {
        var seed = Number("SHEAF_SEED") ?? Random.Shared.Next();
        var kills = Number("SHEAF_KILLS") ?? 5;
        output.WriteLine($"SHEAF_SEED={seed} SHEAF_KILLS={kills}");
        await using var calm = await StartAsync();
        Assert.Equal(0, (await calm.RunAsync(Backfill)).Exit);
        var random = new Random(seed);

        for (var (killed, workspaces) = (0, 0); killed < kills; workspaces++)
        {
            await using var bench = await StartAsync();
            var here = await KillUntilDoneAsync(bench, random, kills - killed);
            killed += here;
            output.WriteLine($"workspace {workspaces + 1}: {here} kills, {bench.Arxiv.Requests.Count} requests");
            await CompareAsync(calm, bench, here);
        }
    }

    private static async Task<Workbench> StartAsync()
    {
        var bench = await Workbench.StartAsync(InventedPapers.Many(Papers));
        bench.List(
            "2024-04.md",
            string.Concat(Enumerable.Range(1, Papers).Select(number => FormattableString.Invariant($"- 2404.{number:D5}\n"))));
        return bench;
    }

    /// <returns>How many times it was killed before it got through.</returns>
    private static async Task<int> KillUntilDoneAsync(Workbench bench, Random random, int most)
    {
        for (var kills = 0; ; kills++)
        {
            using var program = Program(bench);
            using var ended = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            var exit = program.WaitForExitAsync(ended.Token);
            if (kills < most && await Task.WhenAny(exit, InstantAsync(bench, random)) != exit && !program.HasExited)
            {
                program.Kill();
                await exit;
                continue;
            }

            await exit;
            Assert.Equal(0, program.ExitCode);
            return kills;
        }
    }

    /// <summary>Somewhere in the start, or some moments after one of the next requests.</summary>
    private static async Task InstantAsync(Workbench bench, Random random)
    {
        var requests = bench.Arxiv.Requests.Count + random.Next(Papers / 3);
        while (bench.Arxiv.Requests.Count < requests)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        await Task.Delay(TimeSpan.FromMilliseconds(random.NextDouble() * 100), TimeProvider.System, TestContext.Current.CancellationToken);
    }

    private static async Task CompareAsync(Workbench calm, Workbench bench, int kills)
    {
        Assert.Equal("ok", await bench.AskStoreAsync("PRAGMA integrity_check"));
        Assert.Equal(calm.Dump(Moments), bench.Dump(Moments));
        Assert.Equal(await ExportAsync(calm), await ExportAsync(bench));
        Assert.Equal(await StatusAsync(calm), await StatusAsync(bench));
        Assert.Equal(calm.Read("drafts", "2024-04.md"), bench.Read("drafts", "2024-04.md"));
        Assert.Equal(["2024-04.md"], Directory.GetFiles(bench.PathOf("drafts"), "*.md").Select(Path.GetFileName));

        // What was under way when the program was killed may be asked for again, and nothing else.
        var pages = bench.Arxiv.Requests.Count(request => request.Kind == LoggedKind.Page);
        Assert.InRange(pages, Papers, Papers + kills);
    }

    private static async Task<string> ExportAsync(Workbench bench) =>
        string.Join('\n', (await bench.RunAsync("export", "papers")).Output.Split('\n').Select(line => Without(line, "fetched")));

    private static async Task<string> StatusAsync(Workbench bench) =>
        Without((await bench.RunAsync("status", "2024-04", "--json")).Output, "freshAsOf", "lastRun", "nextRun");

    private static string Without(string json, params string[] moments)
    {
        var document = json.Length == 0 ? [] : JsonNode.Parse(json)!.AsObject();
        Array.ForEach(moments, moment => document.Remove(moment));
        return document.ToJsonString();
    }

    private static Process Program(Workbench bench)
    {
        string[] arguments = [Path.Combine(AppContext.BaseDirectory, "sheaf.dll"), .. Backfill, "--quiet", "--json", .. bench.Options];
        return Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
    }

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
