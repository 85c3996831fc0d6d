using Microsoft.Extensions.Options;
using Sheaf.Arxiv;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Arxiv.Politeness;
using Sheaf.Lists;
using Sheaf.Service;
using Sheaf.Settings;
using Sheaf.Store.Ledger;
using Sheaf.Store.Runs;
using Sheaf.Store.Sweeps;
using Sheaf.Tests.Store;

namespace Sheaf.Tests.Service;

/// <summary>A harvest that did not come to its end goes on by itself.</summary>
public sealed class ResumingAHarvest : IDisposable
{
    private static readonly ArxivIdentifier Paper = ArxivIdentifier.Parse("2404.00001");

    private readonly TemporaryStore _store = new();
    private readonly string _lists = Directory.CreateTempSubdirectory("sheaf-lists-").FullName;

    public ResumingAHarvest()
    {
        File.WriteAllText(Path.Combine(_lists, "2024-04.md"), $"- {Paper}\n");
        _store.Ledger.Ask([Paper], Invented.Today);
    }

    public void Dispose()
    {
        _store.Dispose();
        Directory.Delete(_lists, recursive: true);
    }

    [Fact]
    public void What_no_run_has_meant_to_look_at_is_left_to_the_schedule() => Assert.Null(DueAt());

    [Fact]
    public void What_a_run_meant_to_look_at_is_owed_until_a_look_at_it_has_come_to_an_end()
    {
        MarkOwed();
        Assert.Equal(Invented.Today, DueAt());

        _store.Ledger.Miss(Paper, LookupOutcome.NotFound, null, Invented.Today);
        Assert.Null(DueAt());
    }

    [Fact]
    public void That_arXiv_did_not_answer_settles_nothing()
    {
        MarkOwed();
        _store.Ledger.Miss(Paper, LookupOutcome.ArxivUnavailable, null, Invented.Today);

        Assert.NotNull(DueAt());
    }

    [Fact]
    public void What_looked_settled_and_was_not_because_arXiv_did_not_answer_is_owed_again()
    {
        MarkOwed();
        _store.Ledger.Miss(Paper, LookupOutcome.NotFound, null, Invented.Today);
        _store.Ledger.Miss(Paper, LookupOutcome.ArxivUnavailable, null, Invented.Today.AddMinutes(1));

        Assert.Equal(Invented.Today.AddMinutes(1), DueAt());
    }

    [Theory]
    [InlineData(1, 15)]
    [InlineData(2, 30)]
    [InlineData(3, 60)]
    [InlineData(5, 240)]
    [InlineData(40, 240)]
    public void Each_refusal_in_a_row_doubles_the_pause(int refusals, int minutes)
    {
        MarkOwed();
        Run(ExitCode.Unavailable, 0);
        Run(ExitCode.Done, 1);
        for (var run = 0; run < refusals; run++)
        {
            Run(ExitCode.Unavailable, 10 + run);
        }

        Assert.Equal(Invented.Today.AddMinutes(10 + refusals - 1 + minutes), DueAt());
    }

    [Fact]
    public void Another_run_that_ends_well_makes_nobody_forget_what_is_owed()
    {
        MarkOwed();
        Run(ExitCode.Unavailable, 0);
        Run(ExitCode.Done, 1, "draft 2024-03 (scheduled)", requests: 0);

        Assert.Equal(Invented.Today.AddMinutes(15), DueAt());
    }

    [Fact]
    public void While_any_run_is_under_way_it_is_left_alone()
    {
        MarkOwed();
        var runs = _store.Runs;
        var run = runs.Start("harvest", Invented.Today);
        Assert.Null(DueAt());

        runs.Finish(run, new RunResult { Finished = Invented.Today, Exit = (int)ExitCode.Interrupted });
        Assert.Equal(Invented.Today, DueAt());
    }

    [Fact]
    public void What_is_on_no_list_any_more_is_not_the_services_to_go_on_with()
    {
        MarkOwed();
        File.WriteAllText(Path.Combine(_lists, "2024-04.md"), "- 2404.00002\n");

        Assert.Null(DueAt());
    }

    [Fact]
    public void What_a_person_has_stopped_is_owed_no_more()
    {
        MarkOwed();
        _store.Ledger.ClearOwed([Paper]);

        Assert.Null(DueAt());
    }

    private void MarkOwed() => _store.Ledger.MarkOwed([Paper], Invented.Today);

    private DateTimeOffset? DueAt()
    {
        using var gate = new RequestGate(TimeProvider.System, Options.Create(new ArxivOptions()));
        var owed = new OwedHarvest(
            _store.Ledger, new CuratedFolder(_lists), new SweepStore(_store.Database), new SheafSettings(), TimeProvider.System);
        return new HarvestResumption(_store.Runs, owed, gate).DueAt();
    }

    private void Run(ExitCode exit, int minute, string command = "harvest", int requests = 1)
    {
        var (moment, runs) = (Invented.Today.AddMinutes(minute), _store.Runs);
        runs.Finish(runs.Start(command, moment), new RunResult { Finished = moment, PageRequests = requests, Exit = (int)exit });
    }
}
