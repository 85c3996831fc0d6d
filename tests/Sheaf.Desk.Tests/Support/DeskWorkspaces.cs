using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Sheaf.Demo;
using Sheaf.Settings;

namespace Sheaf.Desk.Tests.Support;

/// <summary>Workspaces to visit.</summary>
internal static class DeskWorkspaces
{
    public const string Month = "2024-04";

    /// <summary>The list of the month of <see cref="RankedAsync"/> as it is at first.</summary>
    public const string List = "# Notable arXiv papers, April 2024\n\n- 2404.00001\n";

    private const int Picks = 20;

    /// <summary>The demo's: its list harvested, two months swept, and what is left of April ranked.</summary>
    public static async Task<Workbench> DemoAsync()
    {
        var bench = await Workbench.StartAsync([]);
        var workspace = new Workspace(bench.Folder);
        DemoRun.WriteLists(workspace);
        await DemoRun.RunAsync(workspace, Serilog.Events.LogEventLevel.Fatal, TestContext.Current.CancellationToken);
        await RankAsync(bench);
        return bench;
    }

    /// <summary>A month of invented papers, the first of them on the list, ranked by picks of the month before.</summary>
    public static Task<Workbench> RankedAsync(int papers) => RankedAsync(InventedPapers.Many(papers + 1), List);

    /// <summary>Eight papers whose titles name no identifier, and no list of the month yet.</summary>
    public static Task<Workbench> WithoutAListAsync()
    {
        string[] things = ["levers", "pulleys", "ratchets", "springs", "screws", "camshafts", "chains", "flywheels"];
        return RankedAsync(
            InventedPapers.Many(things.Length).Zip(things, (paper, thing) => Regex.Replace(
                paper, "([Ww])idgets of kind [0-9.]+", match => match.Value[0] == 'W' ? $"Why {thing} wear" : thing)),
            null);
    }

    private static async Task<Workbench> RankedAsync(IEnumerable<string> papers, string? list)
    {
        var before = Enumerable.Range(1, Picks).Select(number => string.Create(CultureInfo.InvariantCulture, $"2403.{number:D5}")).ToList();
        var submitted = new DateTimeOffset(2024, 3, 4, 12, 0, 0, TimeSpan.Zero);
        var bench = await Workbench.StartAsync(
            [.. papers, .. before.Select(paper => InventedPapers.One(paper, submitted))]);
        await FillAsync(bench, list, before);
        return bench;
    }

    /// <summary>Papers that mean ill as suggestions, one in each pile, and the rest undecided.</summary>
    public static async Task<Workbench> HostileAsync()
    {
        var before = Enumerable.Range(1, Picks).Select(number => string.Create(CultureInfo.InvariantCulture, $"2403.{number:D5}")).ToList();
        var submitted = new DateTimeOffset(2024, 3, 4, 12, 0, 0, TimeSpan.Zero);
        var bench = await Workbench.StartAsync(
            [.. HostilePapers.Corpus(), .. before.Select(paper => InventedPapers.One(paper, submitted))]);
        bench.List("2024-04.md", HostilePapers.List());
        await bench.RunAsync("harvest");
        await FillAsync(bench, $"# <script>alert(1)</script>\n\n- {HostilePapers.Id(0)} #b — <img src=x onerror=alert(1)>\n", before);
        foreach (var (command, number) in new[] { ("later", 2), ("refuse", 3) })
        {
            await bench.RunAsync(command, HostilePapers.Id(number), "--reason", "\"><script>alert(1)</script><img src=x onerror=alert(1)>");
        }

        return bench;
    }

    /// <summary>The papers of a pile in the order of the ranking.</summary>
    public static async Task<IReadOnlyList<string>> RankingAsync(ServedDesk desk, int most = 500)
    {
        var window = await desk.GetAsync(string.Create(CultureInfo.InvariantCulture, $"/api/{Month}/suggestions?take={most}"));
        return [.. window.GetProperty("suggestions").EnumerateArray().Select(paper => paper.GetProperty("id").GetString()!)];
    }

    /// <summary>What the files say of these papers.</summary>
    public static async Task<Dictionary<string, string>> StatesAsync(ServedDesk desk, IEnumerable<string> papers)
    {
        var answer = await desk.GetAsync($"/api/{Month}/states?ids={string.Join(',', papers)}");
        return answer.GetProperty("states").Deserialize<Dictionary<string, string>>()!;
    }

    private static async Task FillAsync(Workbench bench, string? list, IReadOnlyList<string> before)
    {
        bench.List("2024-03.md", string.Concat(before.Select(paper => $"- {paper}\n")));
        if (list is not null)
        {
            bench.List("2024-04.md", list);
        }

        var swept = await bench.RunAsync("backfill", "--from", "2024-03", "--to", Month, "--sweep", "--set", "Sweep:Categories=*");
        Assert.True(swept.Exit is 0 or 1, swept.Error);
        await RankAsync(bench);
    }

    private static async Task RankAsync(Workbench bench)
    {
        var ranked = await bench.RunAsync("suggest", Month, "--set", "Sweep:Categories=*");
        Assert.True(ranked.Exit == 0, ranked.Error);
    }
}
