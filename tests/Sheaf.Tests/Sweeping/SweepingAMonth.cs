using System.Text.Json;
using Microsoft.Data.Sqlite;
using Sheaf.Replica;
using Sheaf.Replica.Faults;
using Sheaf.TestKit.Sweeping;

namespace Sheaf.Tests.Sweeping;

/// <summary>A month of 5,000 papers, three pages of the query API, swept by the whole program.</summary>
public sealed class SweepingAMonth
{
    private const int Papers = 5_000;
    private const int Least = 3;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Brings_home_every_paper_of_the_choice_and_no_other_in_the_fewest_requests()
    {
        await using var trial = await StartAsync();

        var (exit, output, _) = await trial.SweepAsync(Cancellation);

        Assert.Equal(0, exit);
        Assert.Equal(trial.Truth.Order(), (await trial.KeptAsync(Cancellation)).Order());
        Assert.Equal(Least, trial.Requests.All);
        Assert.Contains(
            "Sweep of 2025-05 (cs.* stat.ML): 5,000 papers, complete; arXiv counts 5,000, seen 5,000", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asks_for_no_page_and_enters_nothing_in_the_ledger_of_papers_asked_for()
    {
        await using var trial = await StartAsync();

        await trial.SweepAsync(Cancellation);

        Assert.All(trial.Arxiv.Requests, request => Assert.Equal(LoggedKind.Api, request.Kind));
        Assert.Equal(0L, await ValueAsync(trial, "SELECT count(*) FROM lookup"));
        Assert.Equal((long)Papers, await ValueAsync(trial, "SELECT count(*) FROM swept WHERE what = 'kept'"));
    }

    [Fact]
    public async Task Is_not_repeated_once_it_is_complete_and_the_month_has_settled()
    {
        await using var trial = await StartAsync();
        await trial.SweepAsync(Cancellation);

        var (exit, output, _) = await trial.SweepAsync(Cancellation);

        Assert.Equal((0, Least), (exit, trial.Requests.All));
        Assert.Contains("complete", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FaultKind.Shortened)]
    [InlineData(FaultKind.Vacant)]
    [InlineData(FaultKind.Repeated)]
    [InlineData(FaultKind.Empty)]
    [InlineData(FaultKind.Forgetful)]
    [InlineData(FaultKind.Truncated)]
    [InlineData(FaultKind.Garbled)]
    [InlineData(FaultKind.Moved)]
    [InlineData(FaultKind.Unavailable)]
    [InlineData(FaultKind.RateExceeded)]
    [InlineData(FaultKind.Dropped)]
    public async Task Costs_one_request_more_for_a_page_that_goes_wrong_wherever_it_stands(FaultKind fault)
    {
        for (var page = 1; page <= Least; page++)
        {
            await using var trial = await StartAsync(Nth(fault, page));

            var (exit, output, _) = await trial.SweepAsync(Cancellation);

            Assert.True(exit == 0, output);
            Assert.Equal(trial.Truth.Order(), (await trial.KeptAsync(Cancellation)).Order());

            // The first page has none before it that it could repeat, and an empty list is believed only when it is empty twice.
            Assert.InRange(trial.Requests.All, Least, Least + 1);
        }
    }

    [Fact]
    public async Task Survives_faults_at_every_second_request()
    {
        FaultKind[] kinds =
            [FaultKind.Moved, FaultKind.Shortened, FaultKind.Vacant, FaultKind.Forgetful, FaultKind.Repeated, FaultKind.Truncated];
        await using var trial = await StartAsync([.. kinds.Select((kind, place) => Nth(kind, (2 * place) + 1))]);

        var (exit, output, _) = await trial.SweepAsync(Cancellation);

        Assert.True(exit == 0, output);
        Assert.Equal(trial.Truth.Order(), (await trial.KeptAsync(Cancellation)).Order());
        Assert.InRange(trial.Requests.All, Least, Least + trial.Requests.Faulty);
    }

    [Fact]
    public async Task Is_incomplete_and_says_why_where_arxiv_counts_more_than_it_hands_out()
    {
        await using var trial = await StartAsync(new FaultRule(FaultKind.Moved));

        var (exit, output, _) = await trial.SweepAsync(Cancellation);

        Assert.Equal((int)ExitCode.NeedsAPerson, exit);
        Assert.Contains("The sweep of 2025-05 is incomplete: the query API counts", output, StringComparison.Ordinal);
        Assert.Equal("incomplete", await ValueAsync(trial, "SELECT state FROM sweeps"));
    }

    [Fact]
    public async Task Goes_on_at_the_page_where_arxiv_refused()
    {
        await using var trial = await StartAsync(new FaultRule(FaultKind.Unavailable) { After = 2, Times = 3 });

        var (refused, output, _) = await trial.SweepAsync(Cancellation);
        var (exit, _, _) = await trial.SweepAsync(Cancellation);

        Assert.Equal(((int)ExitCode.Unavailable, 0), (refused, exit));
        Assert.Contains("What was swept is kept", output, StringComparison.Ordinal);
        Assert.Equal(Least + 3, trial.Requests.All);
        Assert.Equal(trial.Truth.Order(), (await trial.KeptAsync(Cancellation)).Order());
    }

    [Fact]
    public async Task Loses_no_page_that_was_kept_when_it_is_stopped()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var options = new ReplicaOptions { Fault = request => Stop(request.Number == 4) };
        await using var trial = await SweepTrial.StartAsync(Papers, options, TimeSpan.FromMilliseconds(1), Cancellation);

        var (stopped, _, _) = await trial.SweepAsync(stop.Token);
        var (exit, output, _) = await trial.SweepAsync(Cancellation);

        Assert.Equal(((int)ExitCode.Interrupted, 0), (stopped, exit));
        var requests = trial.Arxiv.Requests.ToDictionary(request => request.Number, request => request.Target);
        Assert.Equal(5, requests.Count);
        Assert.Equal(requests[4], requests[5]);
        Assert.Equal(trial.Truth.Order(), (await trial.KeptAsync(Cancellation)).Order());
        Assert.Contains("arXiv counts 5,000, seen 5,000", output, StringComparison.Ordinal);

        FaultKind? Stop(bool now)
        {
            if (now)
            {
                stop.Cancel();
            }

            return null;
        }
    }

    [Fact]
    public async Task Is_shown_by_the_status_of_the_month()
    {
        await using var trial = await StartAsync(Nth(FaultKind.Moved, 2));
        await trial.SweepAsync(Cancellation);

        var (_, text) = await trial.RunAsync(Cancellation, "status", "2025-05");
        var (_, json) = await trial.RunAsync(Cancellation, "status", "2025-05", "--json");

        Assert.Contains("Sweep of 2025-05 (cs.* stat.ML): 5,000 papers, complete", text, StringComparison.Ordinal);
        var sweep = JsonDocument.Parse(json).RootElement.GetProperty("sweeps")[0];
        Assert.Equal(
            ("complete", "atom", 5_000, 5_000),
            (sweep.GetProperty("state").GetString(), sweep.GetProperty("interface").GetString(), sweep.GetProperty("total")
                .GetInt32(), sweep.GetProperty("seen").GetInt32()));
        Assert.Equal(
            (5_000, 5_000),
            (sweep.GetProperty("sequence").GetProperty("totalFirst").GetInt32(), sweep.GetProperty("sequence").GetProperty("totalLast")
                .GetInt32()));
        Assert.InRange(sweep.GetProperty("gaps").GetProperty("count").GetInt32(), 1, 2_000);
    }

    [Fact]
    public async Task Is_planned_without_a_request()
    {
        await using var trial = await StartAsync();

        var (exit, output, _) = await trial.SweepAsync(Cancellation, "--dry-run");
        var (_, json, _) = await trial.SweepAsync(Cancellation, "--dry-run", "--json");

        Assert.Equal((0, 0), (exit, trial.Requests.All));
        Assert.Contains("Sweep of 2025-05: about", output, StringComparison.Ordinal);
        Assert.Contains("By the query API", output, StringComparison.Ordinal);
        Assert.Equal("atom", JsonDocument.Parse(json).RootElement.GetProperty("sweep").GetProperty("interface").GetString());
    }

    private static Task<SweepTrial> StartAsync(params FaultRule[] faults) =>
        SweepTrial.StartAsync(Papers, new ReplicaOptions { Faults = faults }, TimeSpan.FromMilliseconds(1), Cancellation);

    // The local arXiv was asked once before the program.
    private static FaultRule Nth(FaultKind fault, int number) => new(fault) { Nth = number + 1 };

    private static async Task<object?> ValueAsync(SweepTrial trial, string query)
    {
        await using var connection = new SqliteConnection(
            $"Data Source={Path.Combine(trial.Folder, "sheaf.db")};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync(Cancellation);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The tests' own constants.
        command.CommandText = query;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync(Cancellation);
    }
}
