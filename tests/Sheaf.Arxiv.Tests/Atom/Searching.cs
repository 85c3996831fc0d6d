using System.Globalization;
using Sheaf.Arxiv.Atom;
using Sheaf.Arxiv.Identifiers;
using static Sheaf.Arxiv.Tests.Atom.ScriptedArxiv;
using static Sheaf.TestKit.InventedFeeds;

namespace Sheaf.Arxiv.Tests.Atom;

public sealed class Searching
{
    private static readonly AtomQuery Cogs = new(
        "ti:\"cogs & wheels\"")
    { PageSize = 2, SortBy = AtomSort.SubmittedDate, Ascending = true };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_follow_each_other_until_the_last_result()
    {
        using var arxiv = new ScriptedArxiv(Results(5, 0, 2), Results(5, 2, 2), Results(5, 4, 1));

        var pages = await arxiv.Client().SearchAsync(Cogs, Token).ToListAsync(Token);

        Assert.Equal(5, pages.SelectMany(page => page.Records.Keys).Distinct().Count());
        Assert.Equal(
            "https://export.arxiv.org/api/query?search_query=ti%3A%22cogs%20%26%20wheels%22&start=0&max_results=2"
            + "&sortBy=submittedDate&sortOrder=ascending",
            arxiv.Asked[0].AbsoluteUri);
        Assert.Equal(["0", "2", "4"], arxiv.Asked.Select(address => address.Query.Split("start=")[1].Split('&')[0]));
    }

    [Fact]
    public async Task A_page_that_nobody_wants_is_not_asked_for()
    {
        using var arxiv = new ScriptedArxiv(Results(50_000, 0, 2));

        await foreach (var page in arxiv.Client().SearchAsync(Cogs, Token))
        {
            Assert.Equal(50_000, page.TotalResults);
            break;
        }

        Assert.Single(arxiv.Asked);
    }

    [Fact]
    public async Task No_results_are_one_empty_page()
    {
        using var arxiv = new ScriptedArxiv(Results(0, 0, 0));

        var page = Assert.Single(await arxiv.Client().SearchAsync(Cogs, Token).ToListAsync(Token));

        Assert.Empty(page.Records);
    }

    [Theory]
    [InlineData(4, 2, 0)]
    [InlineData(4, 2, 1)]
    [InlineData(0, 2, 0)]
    [InlineData(4, 0, 2)]
    public async Task A_page_that_is_not_whole_is_asked_for_once_more(int total, int start, int count)
    {
        using var arxiv = new ScriptedArxiv(Results(4, 0, 2), Results(total, start, count), Results(4, 2, 2));

        var pages = await arxiv.Client().SearchAsync(Cogs, Token).ToListAsync(Token);

        Assert.Equal(4, pages.Sum(page => page.Records.Count));
        Assert.Equal(arxiv.Asked[1], arxiv.Asked[2]);
    }

    [Fact]
    public async Task A_page_that_stays_empty_is_never_taken_for_the_end()
    {
        using var arxiv = new ScriptedArxiv(Results(4, 0, 2), Results(4, 2, 0), Results(0, 2, 0));

        await Assert.ThrowsAsync<ArxivUnavailableException>(async () => await arxiv.Client().SearchAsync(Cogs, Token).ToListAsync(Token));
    }

    [Fact]
    public async Task A_result_that_vanishes_meanwhile_does_not_break_the_search()
    {
        using var arxiv = new ScriptedArxiv(Results(4, 0, 2), Results(3, 2, 1));

        var pages = await arxiv.Client().SearchAsync(Cogs, Token).ToListAsync(Token);

        Assert.Equal(3, pages.Sum(page => page.Records.Count));
    }

    [Fact]
    public async Task Entries_that_cannot_be_read_or_repeat_do_not_make_a_page_short()
    {
        using var arxiv = new ScriptedArxiv(
            Answer(Page(3, 0, Entry("2413.00001v1"), Entry("2405.00001v1"))), Answer(Page(3, 2, Entry("2405.00001v1"))));

        var pages = await arxiv.Client().SearchAsync(Cogs, Token).ToListAsync(Token);

        Assert.Equal(2, pages.Count);
        Assert.Single(pages[0].Unreadable);
    }

    [Fact]
    public async Task Beyond_ten_thousand_results_arxiv_is_not_asked()
    {
        var wide = Cogs with { PageSize = 1500 };
        using var arxiv = new ScriptedArxiv(
            [.. Enumerable.Range(0, 7).Select(page => Results(12_345, page * 1500, Math.Min(1500, 10_000 - (page * 1500))))]);
        var results = 0;

        var failure = await Assert.ThrowsAsync<SearchTooWideException>(async () =>
        {
            await foreach (var page in arxiv.Client().SearchAsync(wide, Token))
            {
                results += page.Records.Count;
            }
        });

        Assert.Equal(10_000, results);
        Assert.Equal(12_345, failure.TotalResults);
        Assert.Contains("start=9000&max_results=1000&", arxiv.Asked[^1].Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_too_long_for_one_request_is_refused_before_asking()
    {
        using var arxiv = new ScriptedArxiv();
        var query = new AtomQuery(new string('x', 4000));

        await Assert.ThrowsAsync<ArgumentException>(async () => await arxiv.Client().SearchAsync(query, Token).ToListAsync(Token));
    }

    [Theory]
    [InlineData("Widgets & Gears: A $k$-Step Approach!", "ti:\"Widgets Gears A k Step Approach\"")]
    [InlineData("\"Don't\" \\textit{turn} 'Wälzlager'", "ti:\"Don't textit turn Wälzlager\"")]
    public void A_title_is_searched_for_as_the_phrase_of_its_words(string title, string expression)
    {
        var query = AtomQuery.Title(title);

        Assert.Equal(expression, query.Expression);
        Assert.Equal(10, query.PageSize);
    }

    [Fact]
    public void A_title_without_words_is_refused() => Assert.Throws<ArgumentException>(() => AtomQuery.Title("$ ' ? $"));

    [Fact]
    public void A_month_is_searched_for_from_its_first_second_to_that_of_the_next()
    {
        var query = AtomQuery.SubmittedIn(new Month(2024, 2), "cs.CL", "hep-th");

        Assert.Equal("(cat:cs.CL OR cat:hep-th) AND submittedDate:[202402010000 TO 202403010000]", query.Expression);
        Assert.Equal((AtomSort.SubmittedDate, true), (query.SortBy, query.Ascending));
    }

    [Fact]
    public void Days_are_searched_for_in_any_category()
    {
        var query = AtomQuery.SubmittedBetween(new DateOnly(2024, 4, 30), new DateOnly(2024, 5, 1));

        Assert.Equal("submittedDate:[202404300000 TO 202405020000]", query.Expression);
    }

    [Theory]
    [InlineData("cs.CL OR all:x")]
    [InlineData("*")]
    [InlineData("cs.CL\n")]
    [InlineData("")]
    public void What_is_no_category_cannot_change_a_search(string name) =>
        Assert.Throws<ArgumentException>(() => AtomQuery.SubmittedIn(new Month(2024, 2), name));

    [Fact]
    public void Days_in_the_wrong_order_are_refused() =>
        Assert.Throws<ArgumentException>(() => AtomQuery.SubmittedBetween(new DateOnly(2024, 5, 1), new DateOnly(2024, 4, 30)));

    [Theory]
    [InlineData(0)]
    [InlineData(2001)]
    public void A_page_size_that_arxiv_does_not_serve_is_refused(int size) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Cogs with { PageSize = size });

    private static HttpResponseMessage Results(int total, int start, int count) =>
        Answer(Page(total, start, Enumerable.Range(start + 1, count)
        .Select(number => Entry(string.Create(CultureInfo.InvariantCulture, $"2405.{number:D5}v1")))));
}
