using Sheaf.Arxiv.Identifiers;
using Sheaf.Store;
using Sheaf.Store.Drafts;
using Sheaf.Store.Ledger;
using Sheaf.Store.Runs;

namespace Sheaf.Tests.Store;

public sealed class KeepingRuns : IDisposable
{
    private readonly TemporaryStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public void A_run_that_is_under_way_has_no_result()
    {
        var run = _store.Runs.Start("harvest 2024-04", Invented.Today);
        _store.Runs.Waiting(run, Invented.Today.AddMinutes(10));

        Assert.Equal(
            new RunRow
            {
                Id = run,
                Command = "harvest 2024-04",
                Started = Invented.Today,
                WaitingUntil = Invented.Today.AddMinutes(10),
            },
            _store.Runs.Last());
    }

    [Fact]
    public void A_run_that_is_over_has_its_result_and_waits_no_more()
    {
        var run = _store.Runs.Start("harvest", Invented.Today);
        _store.Runs.Waiting(run, Invented.Today.AddMinutes(10));
        var result = new RunResult
        {
            Finished = Invented.Today.AddMinutes(1),
            Asked = 100,
            Fetched = 90,
            Unchanged = 7,
            Missing = 3,
            AtomRequests = 2,
            PageRequests = 101,
            OaiRequests = 1,
            Exit = 3,
            Error = "arXiv is not to be reached.",
        };

        _store.Runs.Finish(run, result);

        Assert.Equal((null, result), (_store.Runs.Last()!.WaitingUntil, _store.Runs.Last()!.Result));
    }

    [Fact]
    public void The_latest_come_first_and_no_more_than_are_wanted()
    {
        Assert.Empty(_store.Runs.Latest(3));
        foreach (var month in new[] { "2024-01", "2024-02", "2024-03" })
        {
            _store.Runs.Start($"harvest {month}", Invented.Today);
        }

        Assert.Equal(["harvest 2024-03", "harvest 2024-02"], _store.Runs.Latest(2).Select(run => run.Command));
    }

    [Fact]
    public void The_last_run_is_the_one_started_last()
    {
        _store.Runs.Start("harvest", Invented.Today);
        var later = _store.Runs.Start("backfill", Invented.Today.AddDays(-1));

        Assert.Equal((later, "backfill"), (_store.Runs.Last()!.Id, _store.Runs.Last()!.Command));
    }

    [Fact]
    public void Of_each_reference_the_outcome_said_last_counts()
    {
        var run = _store.Runs.Start("harvest", Invented.Today);
        var other = _store.Runs.Start("harvest", Invented.Today);
        _store.Runs.Record(run, [new("2405.00208", "missing", LookupOutcome.ArxivUnavailable)]);
        _store.Runs.Record(run, [new("2405.00208", "fetched", null)]);
        _store.Runs.Record(run, [new("2405.1", "missing", LookupOutcome.Malformed)]);
        _store.Runs.Record(other, [new("2405.00208", "unchanged", null)]);

        Assert.Equal(
            [new RunOutcome("2405.00208", "fetched", null), new RunOutcome("2405.1", "missing", LookupOutcome.Malformed)],
            _store.Runs.Outcomes(run));
    }

    [Fact]
    public void What_a_run_achieved_is_forgotten_after_a_year_and_the_run_is_not()
    {
        var old = _store.Runs.Start("harvest", Invented.Today.AddDays(-400));
        _store.Runs.Record(old, [new("2405.00208", "fetched", null)]);
        var recent = _store.Runs.Start("harvest", Invented.Today.AddDays(-300));
        _store.Runs.Record(recent, [new("2405.00208", "unchanged", null)]);

        _store.Runs.Start("harvest", Invented.Today);

        Assert.Empty(_store.Runs.Outcomes(old));
        Assert.Single(_store.Runs.Outcomes(recent));
        Assert.Equal(["3"], _store.Ask("SELECT count(*) FROM run"));
    }

    [Fact]
    public void A_run_is_under_way_until_its_end_even_where_that_cannot_be_written()
    {
        var runs = _store.Runs;
        Assert.False(runs.IsAnyUnderWay());

        var run = runs.Start("harvest", Invented.Today);
        var seen = _store.Runs.IsAnyUnderWay();
        File.Move(_store.File, _store.File + ".gone");
        Assert.Throws<StoreException>(() => runs.Finish(run, new RunResult { Finished = Invented.Today, Exit = 0 }));

        Assert.Equal((true, false), (seen, _store.Runs.IsAnyUnderWay()));
        File.Move(_store.File + ".gone", _store.File);
    }

    [Fact]
    public void What_a_dead_process_has_left_is_no_run_under_way()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(_store.File)!, ".runs"));
        File.WriteAllText(Path.Combine(folder.FullName, "abcdefgh.ijk.lock"), "");

        Assert.False(_store.Runs.IsAnyUnderWay());
        Assert.Empty(folder.EnumerateFiles());
    }

    [Fact]
    public void A_draft_that_asked_for_nothing_is_no_success_over_refusals()
    {
        End("harvest (scheduled)", 0, 5, 0);
        End("harvest (scheduled)", 1, 0, 3);
        End("draft 2024-04 (scheduled)", 2, 0, 0);

        Assert.Equal(Invented.Today, _store.Runs.LastSuccess());
        Assert.True(_store.Runs.IsRefusedSinceSuccess());
        Assert.Equal((1, Invented.Today.AddMinutes(1)), _store.Runs.FailuresSinceSuccess());

        void End(string command, int minute, int pages, int exit) => _store.Runs.Finish(
            _store.Runs.Start(command, Invented.Today),
            new RunResult { Finished = Invented.Today.AddMinutes(minute), PageRequests = pages, Exit = exit });
    }

    [Fact]
    public void A_bookmark_is_where_it_was_set_last()
    {
        var bookmarks = new Bookmarks(_store.Database);

        Assert.Null(bookmarks.Get("sweep 2024-04"));
        bookmarks.Set("sweep 2024-04", "2000");
        bookmarks.Set("sweep 2024-04", "4000");
        bookmarks.Set("sweep 2024-05", "1");

        Assert.Equal("4000", bookmarks.Get("sweep 2024-04"));
    }

    [Fact]
    public void A_months_draft_was_made_when_it_was_written_last()
    {
        var drafts = new DraftStore(_store.Database);
        var april = new Month(2024, 4);

        Assert.Null(drafts.Find(april));
        drafts.Save(april, Invented.Today);
        drafts.Save(april, Invented.Today.AddDays(1));
        drafts.Save(april.Next, Invented.Today);

        Assert.Equal(new DraftRow(april, Invented.Today.AddDays(1)), drafts.Find(april));
    }
}
