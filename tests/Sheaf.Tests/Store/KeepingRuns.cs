using Sheaf.Arxiv.Identifiers;
using Sheaf.Store;

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
                Process = Environment.ProcessId,
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
        _store.Runs.Record(run, [new("2405.00208", "missing", LookupReason.ArxivUnavailable)]);
        _store.Runs.Record(run, [new("2405.00208", "fetched", null)]);
        _store.Runs.Record(run, [new("2405.1", "missing", LookupReason.Malformed)]);
        _store.Runs.Record(other, [new("2405.00208", "unchanged", null)]);

        Assert.Equal(
            [new RunOutcome("2405.00208", "fetched", null), new RunOutcome("2405.1", "missing", LookupReason.Malformed)],
            _store.Runs.Outcomes(run));
    }

    [Fact]
    public void A_bookmark_is_where_it_was_set_last()
    {
        var bookmarks = new Bookmarks(_store.Database);

        Assert.Null(bookmarks.Get("sweep 2024-04"));
        bookmarks.Set("sweep 2024-04", "2000", Invented.Today);
        bookmarks.Set("sweep 2024-04", "4000", Invented.Today);
        bookmarks.Set("sweep 2024-05", "1", Invented.Today);

        Assert.Equal("4000", bookmarks.Get("sweep 2024-04"));
    }

    [Fact]
    public void A_months_draft_was_made_when_it_was_written_last()
    {
        var drafts = new DraftStore(_store.Database);
        var april = new Month(2024, 4);

        Assert.Null(drafts.Find(april));
        drafts.Save(april, "a1", Invented.Today);
        drafts.Save(april, "b2", Invented.Today.AddDays(1));
        drafts.Save(april.Next, "c3", Invented.Today);

        Assert.Equal(new DraftRow(april, Invented.Today.AddDays(1), "b2"), drafts.Find(april));
    }
}
