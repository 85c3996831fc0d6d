using System.Globalization;
using Sheaf.Replica;
using Sheaf.Replica.Faults;
using Sheaf.TestKit.Sweeping;

namespace Sheaf.Tests.Sweeping;

/// <summary>Months that are not like others, several months at once, and the other interface.</summary>
public sealed class OddMonths
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_minute_of_more_papers_than_a_page_holds_is_listed_by_places()
    {
        await using var trial = await StartAsync(Noon(4_500), new ReplicaOptions());

        var (exit, output, _) = await trial.SweepAsync(Cancellation);

        Assert.True(exit == 0, output);
        Assert.Equal(trial.Truth.Order(), (await trial.KeptAsync(Cancellation)).Order());
        Assert.Equal(3, trial.Requests.All);
    }

    [Fact]
    public async Task A_minute_of_more_papers_than_arxiv_hands_out_is_named()
    {
        await using var trial = await StartAsync(Noon(10_500), new ReplicaOptions());

        var (exit, output, _) = await trial.SweepAsync(Cancellation);

        Assert.Equal((int)ExitCode.NeedsAPerson, exit);
        Assert.Contains("counts 10,499 papers", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_month_without_a_paper_is_believed_when_it_is_empty_twice()
    {
        await using var trial = await StartAsync([], new ReplicaOptions());

        var (exit, output, _) = await trial.SweepAsync(Cancellation);

        Assert.True(exit == 0, output);
        Assert.Equal(2, trial.Requests.All);
    }

    /// <summary>arXiv reads the last minute of a range as its first second.</summary>
    [Fact]
    public async Task The_last_minute_of_a_month_belongs_to_it_and_the_first_second_of_the_next_does_not()
    {
        CorpusPaper[] papers =
        [
            Paper(1, "2025-05-01T00:00:00Z"), Paper(2, "2025-05-31T23:58:59Z"), Paper(3, "2025-05-31T23:59:00Z"),
            Paper(4, "2025-05-31T23:59:59Z"),
            Paper(5, "2025-06-01T00:00:00Z"), Paper(6, "2025-06-01T00:00:01Z"),
        ];
        await using var trial = await StartAsync(papers, new ReplicaOptions());

        var (exit, output, _) = await trial.SweepAsync(Cancellation);

        Assert.True(exit == 0, output);
        Assert.Equal(["2505.00001", "2505.00002", "2505.00003", "2505.00004"], (await trial.KeptAsync(Cancellation)).Order());
        Assert.Contains("4 papers, complete; arXiv counts 4, seen 4", output, StringComparison.Ordinal);
        Assert.Equal(1, trial.Requests.All);
    }

    /// <summary>A stretch that is asked for alone ends within the month, and its last minute belongs to it, too.</summary>
    [Fact]
    public async Task The_last_minute_of_a_stretch_in_doubt_is_not_lost()
    {
        var moments = Enumerable.Range(0, 4_100).Select(place => SweepTrial.Month.Start.AddDays(7).AddSeconds(20 * place));
        CorpusPaper[] papers = [.. moments.Select((moment, place) => Paper(place + 1, moment.ToString("u", CultureInfo.InvariantCulture)))];
        await using var trial = await StartAsync(
            papers, new ReplicaOptions { Faults = [new FaultRule(FaultKind.Moved) { Target = "/api/query", Nth = 3 }] });

        var (exit, output, _) = await trial.SweepAsync(Cancellation);

        Assert.True(exit == 0, output);
        Assert.Contains("4,100 papers, complete; arXiv counts 4,100, seen 4,100", output, StringComparison.Ordinal);
        Assert.Equal(trial.Truth.Order(), (await trial.KeptAsync(Cancellation)).Order());
    }

    [Fact]
    public async Task Several_months_are_one_sequence()
    {
        await using var trial = await SweepTrial.StartAsync(2_600, new ReplicaOptions(), TimeSpan.FromMilliseconds(1), Cancellation);

        // April and June hold neighbours of the month only, a few on the last day of March and the first of July.
        var (exit, output) = await trial.RunAsync(Cancellation, "backfill", "--from", "2025-04", "--to", "2025-06", "--sweep");

        Assert.True(exit == 0, output);
        Assert.Equal(2, trial.Requests.All);
        Assert.Matches(
            "Sweep of 2025-05 \\(cs\\.\\* stat\\.ML\\): 2,600 papers, complete; arXiv counts (2,8[0-9]{2}) from 2025-04 to 2025-06, "
            + "seen \\1", output);
        Assert.Equal(
            3,
            output.Split('\n')
                .Count(
                    line => line.StartsWith("Sweep of", StringComparison.Ordinal) && line.Contains("complete;", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(FaultKind.Moved)]
    [InlineData(FaultKind.Expired)]
    [InlineData(FaultKind.Shortened)]
    [InlineData(FaultKind.Vacant)]
    [InlineData(FaultKind.Repeated)]
    [InlineData(FaultKind.Truncated)]
    [InlineData(FaultKind.Unavailable)]
    public async Task Oai_pmh_brings_the_same_papers(FaultKind? fault)
    {
        FaultRule[] faults = fault is { } kind ? [new(kind) { Target = "verb=ListRecords", Nth = 4 }] : [];
        var options = new ReplicaOptions { RecordsPerPage = 300, Faults = faults };
        await using var trial = await SweepTrial.StartAsync(2_000, options, TimeSpan.FromMilliseconds(1), Cancellation);

        var (exit, output, _) = await trial.SweepAsync(Cancellation, "--set", "Sweep:Interface=oai");

        Assert.True(exit == 0, output);
        Assert.Equal(trial.Truth.Order(), (await trial.KeptAsync(Cancellation)).Order());
        Assert.Contains("2,000 papers, complete; everything changed since was listed to its end", output, StringComparison.Ordinal);
        Assert.All(
            trial.Arxiv.Requests.Skip(1), request => Assert.StartsWith("/oai?verb=ListRecords", request.Target, StringComparison.Ordinal));
        Assert.EndsWith("&metadataPrefix=arXivRaw&from=2025-05-01", trial.Arxiv.Requests[1].Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Oai_pmh_goes_on_at_the_page_where_it_refused()
    {
        var options = new ReplicaOptions
        {
            RecordsPerPage = 300,
            Faults = [new(FaultKind.Unavailable) { Target = "verb=ListRecords", After = 4, Times = 3 }],
        };
        await using var trial = await SweepTrial.StartAsync(2_000, options, TimeSpan.FromMilliseconds(1), Cancellation);

        var (refused, _, _) = await trial.SweepAsync(Cancellation, "--set", "Sweep:Interface=oai");
        var place = trial.Arxiv.Requests[^1].Target;
        var (exit, output, _) = await trial.SweepAsync(Cancellation, "--set", "Sweep:Interface=oai");

        Assert.Equal(((int)ExitCode.Unavailable, 0), (refused, exit));
        Assert.Equal(place, trial.Arxiv.Requests[8].Target);
        Assert.Contains("complete", output, StringComparison.Ordinal);
        Assert.Equal(trial.Truth.Order(), (await trial.KeptAsync(Cancellation)).Order());
    }

    [Theory]
    [InlineData("", "--sweep needs to know what to sweep")]
    [InlineData("cs.XX", "Sweep:Categories is 'cs.XX' (given with --set), which is not a choice of arXiv's categories")]
    public async Task Without_categories_that_exist_there_is_no_sweep(string categories, string sentence)
    {
        await using var trial = await StartAsync([], new ReplicaOptions());

        var (exit, output, _) = await trial.SweepAsync(Cancellation, "--set", $"Sweep:Categories={categories}");

        Assert.Equal(((int)ExitCode.BadInput, 0), (exit, trial.Requests.All));
        Assert.StartsWith(sentence, output, StringComparison.Ordinal);
        Assert.Single(output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private static Task<SweepTrial> StartAsync(IReadOnlyList<CorpusPaper> papers, ReplicaOptions options) =>
        SweepTrial.StartAsync(papers, options, TimeSpan.FromMilliseconds(1), Cancellation);

    // Two hours with one paper each around a noon that has all others, as where only the day of submission is known.
    private static CorpusPaper[] Noon(int count) =>
    [
        .. Enumerable.Range(1, count).Select(number =>
            Paper(
                number,
                string.Create(
                    CultureInfo.InvariantCulture, $"2025-05-10T{(number == 1 ? 11 : number == count ? 13 : 12)}:00:{number % 60:D2}Z"))),
    ];

    private static CorpusPaper Paper(int number, string submitted) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"2505.{number:D5}"),
        Title = "A gear",
        Abstract = "It turns.",
        Authors = [new CorpusAuthor("Ada Specimen")],
        Categories = ["cs.LG"],
        Versions = [new(1, DateTimeOffset.Parse(submitted, CultureInfo.InvariantCulture))],
    };
}
