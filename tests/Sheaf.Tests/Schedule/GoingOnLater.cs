using Sheaf.Schedule;
using Sheaf.Store;
using Sheaf.Tests.Store;

namespace Sheaf.Tests.Schedule;

/// <summary>A harvest that did not come to its end goes on by itself.</summary>
public sealed class GoingOnLater : IDisposable
{
    private readonly TemporaryStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public void Before_the_first_run_and_after_a_good_one_nothing_is_owed()
    {
        Assert.Null(DueAt());
        Run(ExitCode.Unavailable, 0);
        Run(ExitCode.Done, 60);
        Assert.Null(DueAt());
        Run(ExitCode.NeedsAPerson, 120);
        Assert.Null(DueAt());
    }

    [Theory]
    [InlineData(1, 15)]
    [InlineData(2, 30)]
    [InlineData(3, 60)]
    [InlineData(5, 240)]
    [InlineData(40, 240)]
    public void Each_refusal_in_a_row_doubles_the_pause(int refusals, int minutes)
    {
        Run(ExitCode.Unavailable, 0);
        Run(ExitCode.Done, 1);
        for (var run = 0; run < refusals; run++)
        {
            Run(ExitCode.Unavailable, 10 + run);
        }

        Assert.Equal(Invented.Today.AddMinutes(10 + refusals - 1 + minutes), DueAt());
    }

    [Fact]
    public void A_run_that_was_killed_goes_on_at_once_and_one_that_runs_is_left_alone()
    {
        _store.Runs.Start("harvest", Invented.Today);
        Assert.Null(DueAt());

        _store.Ask("UPDATE run SET process = 2147483646");
        Assert.Equal(Invented.Today, DueAt());
    }

    [Fact]
    public void A_run_that_was_stopped_with_the_service_goes_on_and_one_that_a_person_stopped_does_not()
    {
        Run(ExitCode.Interrupted, 0, "harvest (scheduled)");
        Assert.Equal(Invented.Today, DueAt());

        Run(ExitCode.Interrupted, 1, "harvest 2024-04");
        Assert.Null(DueAt());
    }

    private DateTimeOffset? DueAt() => new OwedHarvest(_store.Runs).DueAt();

    private void Run(ExitCode exit, int minute, string command = "harvest")
    {
        var moment = Invented.Today.AddMinutes(minute);
        _store.Runs.Finish(_store.Runs.Start(command, moment), new RunResult
        {
            Finished = moment,
            Asked = 1,
            Fetched = 0,
            Unchanged = 0,
            Missing = 1,
            AtomRequests = 1,
            PageRequests = 1,
            OaiRequests = 0,
            Exit = (int)exit,
        });
    }
}
