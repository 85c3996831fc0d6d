using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Sheaf.Arxiv;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Arxiv.Politeness;
using Sheaf.Harvesting;
using Sheaf.Service.Runs;
using Sheaf.Sweeping;

namespace Sheaf.Tests.Service.Runs;

/// <summary>What is told of a run while it goes on: not too often, and always the last.</summary>
public sealed class TellingHowFarARunIs : IAsyncDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(250);

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2024, 5, 2, 6, 0, 0, TimeSpan.Zero));
    private readonly List<RunSnapshot> _told = [];
    private readonly RequestGate _gate;
    private readonly TrackedRun _run;

    public TellingHowFarARunIs()
    {
        _gate = new RequestGate(_time, Options.Create(new ArxivOptions()));
        var first = new RunSnapshot
        {
            Number = 1,
            Kind = RunKind.Harvest,
            Months = ImmutableArray.Create(new Month(2024, 4)),
            IsScheduled = false,
            State = RunState.Waiting,
            Asked = _time.GetUtcNow(),
            Sentence = "It waits for its turn.",
        };
        _run = new TrackedRun(first, _gate, _time, _told.Add);
    }

    public async ValueTask DisposeAsync()
    {
        await _run.DisposeAsync();
        _gate.Dispose();
    }

    [Fact]
    public void It_is_told_four_times_a_second_at_most_and_then_how_it_is_now()
    {
        _run.Begin();
        for (var page = 1; page <= 10; page++)
        {
            _run.Report(Pages(page));
        }

        Assert.Equal([RunState.Running], _told.Select(run => run.State));
        _time.Advance(Pace);
        Assert.Equal([null, 10], _told.Select(run => run.Done));
        _time.Advance(4 * Pace);
        Assert.Equal(2, _told.Count);
        _run.Report(Pages(11));
        Assert.Equal([null, 10, 11], _told.Select(run => run.Done));
    }

    [Fact]
    public void The_end_is_told_at_once_and_nothing_after_it()
    {
        _run.Begin();
        _run.Report(Pages(59));

        _run.End(new RunEnd(ExitCode.Done, "All\nwell."));
        _run.Report(Pages(60));
        _time.Advance(4 * Pace);

        Assert.Equal([RunState.Running, RunState.Finished], _told.Select(run => run.State));
        Assert.Equal((59, 59, ExitCode.Done, "All well."), (_told[1].Done, _told[1].Total, _told[1].Exit, _told[1].Sentence));
        Assert.Equal(_told[1], _run.Snapshot);
    }

    [Fact]
    public void A_sweep_and_titles_are_counted_as_far_as_there_is_a_count()
    {
        _run.Begin();
        _run.Report(new SweepProgress("2024-04", 400, null));
        Assert.Equal(("Sweep of 2024-04: 400 papers.", 400, null), (_run.Snapshot.Sentence, _run.Snapshot.Done, _run.Snapshot.Total));
        _run.Report(new SweepProgress("2024-04", 800, 4620));
        Assert.Equal(
            ("Sweep of 2024-04: 800 papers of 4,620.", 800, 4620), (_run.Snapshot.Sentence, _run.Snapshot.Done, _run.Snapshot.Total));
        _run.Report((1, 3));
        Assert.Equal(
            ("1 of 3 titles that did not fit looked into.", 1, 3), (_run.Snapshot.Sentence, _run.Snapshot.Done, _run.Snapshot.Total));
    }

    private static HarvestProgress Pages(int done) => new(done, 59, TimeSpan.FromMinutes(12), null, null);
}
