using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Sheaf.Benchmarks.Ranking;

namespace Sheaf.Benchmarks.Desk;

/// <summary>
/// The desk over a month of 25,000 candidates: what a first visit weighs, how long pages, keys and windows take, how much memory it costs,
/// and whether many requests leave that flat. What needs a browser is left out where there is none.
/// </summary>
/// <param name="referenceData">As <see cref="RankingProgram"/> takes it.</param>
/// <param name="output">A line for each figure.</param>
internal sealed partial class DeskProgram(string referenceData, TextWriter output)
{
    private const int Rounds = 50;
    private const int SlowKeys = 60;
    private const int FastKeys = 600;
    private const int Flood = 36_000;
    private const int AtOnce = 8;

    private static readonly TimeSpan Slowly = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Fast = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);
    private static readonly string Page = $"/{SpeedData.Month}/suggestions";
    private static readonly string Window = $"/api/{SpeedData.Month}/suggestions?take=50";

    private bool _isMet = true;

    /// <returns>1 where a goal is missed.</returns>
    public async Task<int> RunAsync()
    {
        var file = Path.Combine(Path.GetTempPath(), $"sheaf-desk-{Guid.NewGuid():N}.tsv");
        try
        {
            output.WriteLine(SpeedData.Write(file, referenceData));
            output.WriteLine($"load of the machine: {File.ReadAllText("/proc/loadavg").TrimEnd()}");
            using var workspace = new RankedWorkspace(file);
            Prepare(workspace.Folder);
            var without = await IdleAsync(workspace.Folder, "off");
            var with = await IdleAsync(workspace.Folder, "open");
            Judge("memory when idle, more than without the desk", with - without, 10, "MB");
            using var service = await ServedWorkspace.StartAsync(workspace.Folder, "open");
            await PagesAsync(service);
            if (InstalledBrowser.Find() is { } browser)
            {
                await KeysAsync(service, browser, workspace.Folder);
            }
            else
            {
                output.WriteLine($"no browser here ({InstalledBrowser.Variable}): first paint and keys are not measured");
            }

            Judge("memory in use, more than without the desk when idle", service.Memory - without, 40, "MB");
            await FloodAsync(service);
        }
        finally
        {
            File.Delete(file);
        }

        return _isMet ? 0 : 1;
    }

    /// <summary>Ranks the month; months with a draft are not drafted at the start.</summary>
    private static void Prepare(string workspace)
    {
        if (MeasuredProcess.Sheaf(workspace, "suggest", SpeedData.Month.ToString(), "--quiet") is { Exit: not 0 } failed)
        {
            throw new InvalidOperationException($"suggest ended with exit code {failed.Exit}: {failed.Output}");
        }

        var drafts = Directory.CreateDirectory(Path.Combine(workspace, "drafts"));
        foreach (var list in Directory.EnumerateFiles(Path.Combine(workspace, "curated")))
        {
            File.WriteAllText(Path.Combine(drafts.FullName, Path.GetFileName(list)), "made\n");
        }
    }

    private static async Task<double> IdleAsync(string workspace, string access)
    {
        using var service = await ServedWorkspace.StartAsync(workspace, access);
        await service.Client.GetStringAsync(new Uri("/health/live", UriKind.Relative));
        await Task.Delay(Rest, TimeProvider.System);
        return service.Memory;
    }

    private async Task PagesAsync(ServedWorkspace service)
    {
        Judge("the first page after the start, until it is here", await TimeAsync(service, Page), 400, "ms");
        var bytes = 0L;
        string[] addresses = [Page, .. await AssetsAsync(service)];
        foreach (var address in addresses)
        {
            bytes += (await service.Client.GetByteArrayAsync(new Uri(address, UriKind.Relative))).Length;
        }

        Judge("requests of a first visit", addresses.Length, 4, "");
        Judge("bytes of a first visit, compressed", bytes / 1e3, 40, "KB");
        Judge("the same page again, median", await MedianAsync(service, Page), 150, "ms");
        Judge("a window of 50 of the kept ranking, median", await MedianAsync(service, Window), 10, "ms");
    }

    private async Task KeysAsync(ServedWorkspace service, string program, string workspace)
    {
        await using var browser = await BrowserAtTheDesk.StartAsync(program);
        var paints = new List<double>();
        for (var round = 0; round < 10; round++)
        {
            paints.Add(await browser.FirstPaintAsync(new Uri(service.Address, Page)));
        }

        Judge("first paint, warm, median", Quantile(paints, 0.5), 150, "ms");
        var (painted, kept) = await browser.PressAsync("a", SlowKeys, Slowly);
        Judge("from a key to its paint, every 300 ms, p95", Quantile(painted, 0.95), 16, "ms");
        Judge("from a key to the disk, every 300 ms, p95", Quantile(kept, 0.95), 60, "ms");
        (painted, kept) = await browser.PressAsync("a", FastKeys, Fast);
        var taken = File.ReadLines(Path.Combine(workspace, "curated", $"{SpeedData.Month}.md"))
            .Where(line => line.StartsWith("- ", StringComparison.Ordinal)).ToList();
        Judge("keys lost, or counted twice, of 10 a second for a minute", Math.Abs(SlowKeys + FastKeys - taken.Distinct().Count()), 0, "");
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  of those: p95 to the paint {Quantile(painted, 0.95):F0} ms, to the disk {Quantile(kept, 0.95):F0} ms"));
    }

    private async Task FloodAsync(ServedWorkspace service)
    {
        await FloodAsync(service, Flood / 2);
        var half = service.Memory;
        var watch = Stopwatch.StartNew();
        await FloodAsync(service, Flood / 2);
        Judge(
            string.Create(CultureInfo.InvariantCulture, $"memory that the second half of {Flood:N0} requests adds"),
            service.Memory - half, 10, "MB");
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  at {Flood / 2 / watch.Elapsed.TotalSeconds:F0} requests a second, {service.Memory:F0} MB in the end"));
    }

    private static Task FloodAsync(ServedWorkspace service, int requests) => Parallel.ForEachAsync(
        Enumerable.Range(0, requests), new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
        async (_, token) => await service.Client.GetByteArrayAsync(new Uri(Window, UriKind.Relative), token));

    /// <summary>The addresses that the page names in its head.</summary>
    private static async Task<IReadOnlyList<string>> AssetsAsync(ServedWorkspace service)
    {
        using var plain = new HttpClient { BaseAddress = service.Address };
        var page = await plain.GetStringAsync(new Uri(Page, UriKind.Relative));
        return [.. Asset().Matches(page).Select(match => match.Value).Distinct()];
    }

    private static async Task<double> MedianAsync(ServedWorkspace service, string path)
    {
        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            times.Add(await TimeAsync(service, path));
        }

        return Quantile(times, 0.5);
    }

    private static async Task<double> TimeAsync(ServedWorkspace service, string path)
    {
        var watch = Stopwatch.StartNew();
        await service.Client.GetByteArrayAsync(new Uri(path, UriKind.Relative));
        return watch.Elapsed.TotalMilliseconds;
    }

    private void Judge(string what, double figure, double most, string unit)
    {
        var isMet = figure <= most;
        _isMet &= isMet;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{what,-56} {figure,8:F1} {unit,-2} (goal: at most {most}) {(isMet ? "met" : "MISSED")}"));
    }

    private static double Quantile(IReadOnlyCollection<double> figures, double share) =>
        figures.Order().ElementAt(Math.Min(figures.Count - 1, (int)(figures.Count * share)));

    [GeneratedRegex("/assets/[a-z0-9.-]+")]
    private static partial Regex Asset();
}
