using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Sheaf.Arxiv.Oai;
using Sheaf.Replica;
using Sheaf.Replica.Faults;

namespace Sheaf.Arxiv.Tests.Oai;

/// <summary>Lists of a local arXiv, page by page, over real HTTP.</summary>
public sealed class ListingRecords : IAsyncDisposable
{
    private const int PageSize = 3;

    private static readonly OaiList All = new(OaiFormat.ArxivRaw);

    private ReplicaServer? _arxiv;
    private ServiceProvider? _services;

    [Fact]
    public async Task A_list_is_read_page_by_page_to_its_end()
    {
        await StartAsync(10);

        var pages = await ListAsync(All);

        Assert.Equal([3, 3, 3, 1], pages.Select(page => page.Items.Count));
        Assert.Equal(Names(1, 10), NamesOf(pages));
        Assert.All(pages.SelectMany(page => page.Items), item => Assert.NotNull(item.Record!.Versions));
        Assert.Null(pages[^1].Next);
        Assert.Equal(4, _arxiv!.Requests.Count);
        Assert.Contains("verb=ListRecords&resumptionToken=verb%253DListRecords", _arxiv.Requests[1].Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Set_and_days_choose_what_is_listed()
    {
        await StartAsync(10);

        var pages = await ListAsync(All with { Set = "cs:cs:LG", From = new(2024, 5, 3), Until = new(2024, 5, 3) });

        Assert.Equal(Names(3, 3), NamesOf(pages));
        Assert.Contains("set=cs%3Acs%3ALG&from=2024-05-03&until=2024-05-03", _arxiv!.Requests[0].Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_that_matches_is_an_empty_page()
    {
        await StartAsync(1);

        Assert.Empty(Assert.Single(await ListAsync(All with { From = new(2024, 6, 1) })).Items);
    }

    [Fact]
    public async Task A_list_goes_on_where_it_was_left()
    {
        await StartAsync(10);
        var first = (await ListAsync(All))[0];

        var rest = await ListAsync(All, first.Next);

        Assert.Equal(new DateOnly(2024, 5, 3), first.Next!.Datestamp);
        Assert.Equal(Names(4, 10), NamesOf(rest));
    }

    [Fact]
    public async Task An_expired_token_begins_the_list_anew_from_the_day_before()
    {
        await StartAsync(10, new FaultRule(FaultKind.Expired) { Nth = 3 });

        var names = NamesOf(await ListAsync(All));

        Assert.Equal(Names(1, 6).Concat(Names(5, 10)), names);
        Assert.EndsWith("&from=2024-05-05", _arxiv!.Requests[3].Target, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FaultKind.Shortened)]
    [InlineData(FaultKind.Vacant)]
    [InlineData(FaultKind.Repeated)]
    [InlineData(FaultKind.Truncated)]
    [InlineData(FaultKind.Garbled)]
    [InlineData(FaultKind.Empty)]
    [InlineData(FaultKind.Unavailable)]
    public async Task A_faulty_page_costs_nothing_but_requests(FaultKind fault)
    {
        await StartAsync(10, new FaultRule(fault) { Nth = 3 });

        var names = NamesOf(await ListAsync(All));

        Assert.Equal(Names(1, 10), names.Distinct().Order());
    }

    [Fact]
    public async Task A_list_that_does_not_go_on_is_given_up()
    {
        await StartAsync(10, new FaultRule(FaultKind.Vacant) { After = 1 });

        var failure = await Assert.ThrowsAsync<ArxivUnavailableException>(() => ListAsync(All));

        Assert.Contains("token stays the same", failure.Message, StringComparison.Ordinal);
        Assert.InRange(_arxiv!.Requests.Count, 3, 10);
    }

    [Fact]
    public async Task A_wrong_request_is_an_error()
    {
        await StartAsync(1);

        var error = await Assert.ThrowsAsync<OaiErrorException>(() => ListAsync(All with { Set = "nonsense" }));

        Assert.Equal("badArgument", error.Code);
    }

    public async ValueTask DisposeAsync()
    {
        await (_services?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_arxiv?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    // One a day from the first of May on, all in cs.LG.
    private async Task StartAsync(int count, params FaultRule[] faults)
    {
        var papers = Enumerable.Range(1, count).Select(number => InventedCorpus.Plain with
        {
            Id = Name(number),
            Categories = ["cs.LG"],
            LastModified = new DateTimeOffset(2024, 5, number, 12, 0, 0, TimeSpan.Zero),
        });
        var options = new ReplicaOptions { RecordsPerPage = PageSize, Faults = faults };
        _arxiv = await ReplicaServer.StartAsync(Corpus.Of(papers), options, TestContext.Current.CancellationToken);
        var services = new ServiceCollection().AddArxiv();
        services.AddLogging();
        services.Configure<ArxivOptions>(arxiv =>
        {
            (arxiv.ApiBase, arxiv.OaiBase, arxiv.SiteBase) = (_arxiv.ApiBase, _arxiv.OaiBase, _arxiv.SiteBase);
            arxiv.ApiInterval = arxiv.BackOff = TimeSpan.Zero;
        });
        _services = services.BuildServiceProvider();
    }

    private async Task<List<OaiPage>> ListAsync(OaiList list, OaiPosition? resume = null)
    {
        var pages = new List<OaiPage>();
        await foreach (var page in _services!.GetRequiredService<OaiClient>()
            .ListAsync(list, resume, TestContext.Current.CancellationToken))
        {
            pages.Add(page);
        }

        return pages;
    }

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"2405.{number:D5}");

    private static IEnumerable<string> Names(int first, int last) => Enumerable.Range(first, last - first + 1).Select(Name);

    private static IEnumerable<string> NamesOf(IEnumerable<OaiPage> pages) =>
        pages.SelectMany(page => page.Items).Select(item => $"{item.Identifier}");
}
