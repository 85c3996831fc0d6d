using Sheaf.Arxiv;
using Sheaf.Harvesting;
using Sheaf.Replica.Faults;
using Sheaf.Store.Ledger;

namespace Sheaf.TestKit.Storms;

/// <summary>
/// One storm over a small month: runs under random faults, some of them stopped, with drafts and looks at the status in between; then calm.
/// In the end everything must be as if there had been no storm.
/// </summary>
/// <param name="seed">Makes the same month, faults and moments again.</param>
/// <param name="papers">How many are on the list.</param>
/// <param name="kills">Whether the runs are real processes, killed at any moment.</param>
internal sealed class Storm(int seed, int papers, bool kills = false)
{
    private const int MostCalmRuns = 6;

    /// <summary>So long after a client has left the replica has noticed.</summary>
    private static readonly TimeSpan ShortWhile = TimeSpan.FromMilliseconds(200);

    /// <summary>After it every paper is due again.</summary>
    private static readonly TimeSpan ADueTime = TimeSpan.FromDays(31);

    private readonly Random _random = new(seed);
    private readonly List<string> _violations = [];
    private readonly List<DateTimeOffset> _resumed = [];
    private readonly List<DateTimeOffset> _cut = [];
    private int _kills;

    /// <summary>Runs the storm.</summary>
    /// <param name="cancellationToken">Gives it up.</param>
    public async Task<StormReport> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await PassAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Violated($"it ended with {exception}");
            return new StormReport(seed, papers, 0, 0, 0, _violations);
        }
    }

    private async Task<StormReport> PassAsync(CancellationToken cancellationToken)
    {
        var month = new StormMonth(_random, papers);
        await using var calm = await StormWorkspace.StartAsync(month.Corpus, month.List, isHurried: !kills, cancellationToken);
        await calm.HarvestAsync(cancellationToken);
        var expected = await calm.ResultAsync();

        await using var stormy = await StormWorkspace.StartAsync(month.Corpus, month.List, isHurried: !kills, cancellationToken);
        var rounds = 3 + _random.Next(4);
        for (var round = 0; round < rounds; round++)
        {
            await RoundAsync(stormy, month, cancellationToken);
        }

        stormy.Arxiv.Faults.Rules = [];
        await SettleAsync(stormy, month, cancellationToken);
        var found = await stormy.ResultAsync();
        Compare("the draft", expected.Draft, found.Draft);
        Compare("export papers", expected.Papers, found.Papers);
        var requests = stormy.Arxiv.Requests;
        var stoodStill = stormy.AnswersGivenUp() > requests.Count(request => request.Fault is FaultKind.Stalled);
        if (!stoodStill)
        {
            _violations.AddRange(new GateAudit(stormy.Spacing, _resumed, _cut, kills ? ShortWhile : ShortWhile * 25).Violations(requests));
        }

        return new StormReport(
            seed, papers, rounds, requests.Count, requests.Count(request => request.Fault is not null),
            _violations)
        { StoodStill = stoodStill, Kills = _kills };
    }

    private async Task RoundAsync(StormWorkspace stormy, StormMonth month, CancellationToken cancellationToken)
    {
        var weather = _random.Next(6) == 0 ? [] : Weather.Of(_random, month.Existing);
        stormy.Arxiv.Faults.Rules = kills ? Weather.OnRealClock(weather) : weather;
        await (kills ? KillAsync(stormy, cancellationToken) : RunAsync(stormy, month, cancellationToken));
        if (_random.Next(3) == 0)
        {
            Expect(await stormy.RunAsync("draft", "2024-04"), [0, 1]);
        }

        if (_random.Next(3) == 0)
        {
            Expect(await stormy.RunAsync("status", "2024-04", "--json"), [0, 1, 3]);
        }

        stormy.Mend();
        _resumed.Add(stormy.Time.GetUtcNow());
        if (_random.Next(3) == 0)
        {
            stormy.Skip(ADueTime);
        }
    }

    /// <summary>One run, at times two at once, at times stopped.</summary>
    private async Task RunAsync(StormWorkspace stormy, StormMonth month, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var moment = TimeSpan.FromMilliseconds(_random.Next(700));
        var runs = new List<Task>
        {
            GuardAsync(_random.Next(4) == 0 ? stormy.CheckAsync(stop.Token) : stormy.HarvestAsync(stop.Token), month, stop),
        };
        if (_random.Next(5) == 0)
        {
            runs.Add(GuardAsync(stormy.HarvestAsync(stop.Token), month, stop));
        }

        var all = Task.WhenAll(runs);
        if (_random.Next(3) == 0 && await Task.WhenAny(all, Task.Delay(moment, TimeProvider.System, cancellationToken)) != all)
        {
            _cut.Add(stormy.Time.GetUtcNow());
            await stop.CancelAsync();
        }

        await all;
    }

    /// <summary>A process or two, killed at any moment, most often after they have begun to ask.</summary>
    private async Task KillAsync(StormWorkspace stormy, CancellationToken cancellationToken)
    {
        var before = stormy.Arxiv.Requests.Count;
        var programs = Enumerable.Range(0, 1 + _random.Next(2)).Select(_ => SheafProcess.Start([.. stormy.Options, "harvest", "--quiet"]))
            .ToList();
        var awaitsRequest = _random.Next(5) > 0;
        foreach (var program in programs)
        {
            using (program)
            {
                while (awaitsRequest && !program.HasExited && stormy.Arxiv.Requests.Count == before)
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, cancellationToken);
                }

                await Task.Delay(TimeSpan.FromMilliseconds(_random.Next(500)), TimeProvider.System, cancellationToken);
                _kills += program.HasExited ? 0 : 1;
                program.Kill();
                _cut.Add(stormy.Time.GetUtcNow());
                await program.WaitForExitAsync(cancellationToken);
            }
        }
    }

    private async Task GuardAsync(Task<HarvestReport> run, StormMonth month, CancellationTokenSource stop)
    {
        try
        {
            Judge(await run, month);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // As a person wished.
        }
        catch (ArxivForbiddenException)
        {
            // A person looks into it.
        }
        catch (Exception exception)
        {
            Violated($"a run ended with {exception}");
        }
    }

    /// <summary>Whatever the faults: nobody says of a paper that arXiv does not have it when it has.</summary>
    private void Judge(HarvestReport report, StormMonth month)
    {
        foreach (var paper in report.Missing.Where(paper => month.Existing.Contains(paper.Id)
            && paper.Reason is LookupOutcome.NotFound or LookupOutcome.Deleted or LookupOutcome.Malformed))
        {
            Violated($"{paper.Id}, which exists, is said to be {paper.Reason}");
        }
    }

    private async Task SettleAsync(StormWorkspace stormy, StormMonth month, CancellationToken cancellationToken)
    {
        HarvestReport? report = null;
        for (var run = 0; run < MostCalmRuns && !IsAsExpected(report, month); run++)
        {
            stormy.Mend();
            report = await stormy.HarvestAsync(cancellationToken);
        }

        if (!IsAsExpected(report, month))
        {
            Violated(
                $"after {MostCalmRuns} calm runs there are missing: "
                + $"{string.Join(", ", report!.Missing.Select(paper => $"{paper.Id} {paper.Reason}"))}");
        }
    }

    private static bool IsAsExpected(HarvestReport? report, StormMonth month) =>
        report is not null
            && report.Missing.Count == month.Missing.Count
            && report.Missing.All(paper => month.Missing.GetValueOrDefault(paper.Id) == paper.Reason);

    private void Expect((int Exit, string Output, string Error) ran, int[] exits)
    {
        if (!exits.Contains(ran.Exit))
        {
            Violated($"a command ended with exit code {ran.Exit}: {ran.Error}");
        }
    }

    private void Compare(string what, string expected, string found)
    {
        if (found != expected)
        {
            var (left, right) = expected.Split('\n').Zip(found.Split('\n')).FirstOrDefault(pair => pair.First != pair.Second);
            Violated($"{what} is not that of a calm run: {left} | {right}");
        }
    }

    private void Violated(string what)
    {
        lock (_violations)
        {
            _violations.Add(what);
        }
    }
}

/// <summary>How a storm ended.</summary>
/// <param name="Seed">Makes the same month, faults and moments again.</param>
/// <param name="Papers">How many were on the list.</param>
/// <param name="Rounds">How often the weather changed.</param>
/// <param name="Requests">How many requests reached the replica.</param>
/// <param name="Faults">To how many of them something happened.</param>
/// <param name="Violations">What must not be; empty where all is well.</param>
internal sealed record StormReport(int Seed, int Papers, int Rounds, int Requests, int Faults, IReadOnlyList<string> Violations)
{
    /// <summary>
    /// Whether the machine was so busy that honest answers came too late: then the replica's log does not tell when a client left.
    /// </summary>
    public bool StoodStill { get; init; }

    /// <summary>Processes that were killed while they ran.</summary>
    public int Kills { get; init; }
}
