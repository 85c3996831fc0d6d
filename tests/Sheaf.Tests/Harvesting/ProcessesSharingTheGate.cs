using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Sheaf.Replica;

namespace Sheaf.Tests.Harvesting;

/// <summary>Real processes on one workspace: together they ask as one would.</summary>
public sealed partial class ProcessesSharingTheGate
{
    private const int Processes = 3;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(60);
    private static readonly TimeSpan LongInterval = TimeSpan.FromSeconds(1);

    /// <summary>Only so that what does not happen cannot hold up everything else.</summary>
    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(2);

    /// <summary>How long the three ask; a minute or more by hand.</summary>
    private static readonly TimeSpan Span = TimeSpan.FromSeconds(
        double.Parse(Environment.GetEnvironmentVariable("SHEAF_GATE_SECONDS") ?? "2", CultureInfo.InvariantCulture));

    [Fact]
    public async Task Three_keep_the_spacing_never_overlap_and_each_gets_its_share()
    {
        var each = (int)Math.Ceiling(Span / Interval / Processes);
        await using var bench = await Workbench.StartAsync(InventedPapers.Many(Processes * each));
        var programs = Enumerable.Range(0, Processes).Select(number => Start(bench, Interval, ["harvest", .. Papers(number * each, each)]))
            .ToList();
        foreach (var program in programs)
        {
            await EndAsync(program, exit: 0);
        }

        var requests = bench.Arxiv.Requests;
        var pages = requests.Where(request => request.Kind == LoggedKind.Page).ToList();
        Assert.Equal(Processes * each, pages.Count);
        Assert.DoesNotContain(requests, request => request.Overlapping);
        AssertSpaced(pages);
        AssertSpaced(requests.Where(request => request.Kind != LoggedKind.Page).ToList());

        // While all three were at it.
        var owners = pages.ConvertAll(page => (Number(page) - 1) / each);
        var begin = Enumerable.Range(0, Processes).Max(owners.IndexOf);
        var end = Enumerable.Range(0, Processes).Min(owners.LastIndexOf);
        var shares = owners[begin..end].CountBy(owner => owner).Select(share => share.Value).ToList();
        Assert.True(shares.Count == Processes && shares.Max() <= (2 * shares.Min()) + 1, string.Join(' ', owners));
    }

    [Fact]
    public async Task A_killed_process_frees_the_connection_and_the_next_waits_a_whole_interval()
    {
        var asked = new TaskCompletionSource<LoggedRequest>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var answer = new ManualResetEventSlim();
        await using var bench = await Workbench.StartAsync(InventedPapers.Many(2), new ReplicaOptions
        {
            Fault = request =>
            {
                if (asked.TrySetResult(request))
                {
                    answer.Wait(TestContext.Current.CancellationToken);
                }

                return null;
            },
        });
        using var killed = Start(bench, LongInterval, ["harvest", "2404.00001"]);
        var first = await asked.Task.WaitAsync(TestContext.Current.CancellationToken);

        // It waits for the answer, with the connection in its hand.
        var next = bench.RunAsync(["harvest", "2404.00002", .. Spacing(LongInterval)]);
        await UntilAsync(async () => (await bench.RunAsync("status")).Output is var status
            && status.Contains(
                FormattableString.Invariant($"arXiv is being asked by harvest 2404.00001 (process {killed.Id})"), StringComparison.Ordinal)
            && status.Contains(
                FormattableString.Invariant($"harvest 2404.00002 (process {Environment.ProcessId})"), StringComparison.Ordinal));
        Assert.Empty(bench.Arxiv.Requests); // They are logged when they end.
        var kill = TimeProvider.System.GetUtcNow();
        killed.Kill();
        await killed.WaitForExitAsync(TestContext.Current.CancellationToken);
        answer.Set();

        Assert.Equal(0, (await next).Exit);
        var second = bench.Arxiv.Requests.First(request => request.Number > first.Number && request.Kind == first.Kind);
        Assert.True(second.StartedAt >= kill + LongInterval, $"killed at {kill:O}, asked at {second.StartedAt:O}");
        Assert.DoesNotContain(
            FormattableString.Invariant($"(process {killed.Id})"), (await bench.RunAsync("status")).Output, StringComparison.Ordinal);
    }

    private static void AssertSpaced(List<LoggedRequest> requests) =>
        Assert.All(
            requests.Zip(requests.Skip(1)),
            pair => Assert.True(pair.Second.Start - pair.First.End >= Interval, $"{pair.First} {pair.Second}"));

    private static int Number(LoggedRequest page) =>
        int.Parse(PaperNumber().Match(page.Target).Groups[1].ValueSpan, CultureInfo.InvariantCulture);

    private static IEnumerable<string> Papers(int from, int count) =>
        Enumerable.Range(from + 1, count).Select(number => string.Create(CultureInfo.InvariantCulture, $"2404.{number:D5}"));

    private static string[] Spacing(TimeSpan interval) =>
        ["--set", $"Arxiv:ApiInterval={interval:c}", "--set", $"Arxiv:PageInterval={interval:c}"];

    private static Process Start(Workbench bench, TimeSpan interval, IEnumerable<string> command)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments =
            [Path.Combine(AppContext.BaseDirectory, "sheaf.dll"), .. command, "--quiet", .. bench.Options, .. Spacing(interval)];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    private static async Task EndAsync(Process program, int exit)
    {
        using (program)
        {
            var output = program.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            var error = await program.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await program.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.True(program.ExitCode == exit, error + await output);
        }
    }

    private static async Task UntilAsync(Func<Task<bool>> happened)
    {
        var given = TimeProvider.System.GetTimestamp();
        while (!await happened())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(given) < Hang, "It does not happen.");
            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    [GeneratedRegex(@"2404\.([0-9]{5})")]
    private static partial Regex PaperNumber();
}
