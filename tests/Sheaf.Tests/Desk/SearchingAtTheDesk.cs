using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Sheaf.Tests.Desk;

/// <summary>The page of a search: what it finds, window by window, and decisions on it.</summary>
public sealed class SearchingAtTheDesk
{
    private const int Papers = 130;
    private const string Id = "2404.00003";

    [Theory]
    [InlineData("/search?q=widgets")]
    [InlineData("/search?q=widgets&order=newest")]
    [InlineData("/search?category=cs.LG")]
    [InlineData("/search?q=widgets&show=open")]
    public async Task Windows_follow_each_other_and_lead_back_without_a_gap(string path)
    {
        await using var bench = await BenchAsync();
        bench.List("2024-04.md", $"- {Id}\n");
        await using var desk = await ServedDesk.OpenAsync(bench);

        var windows = new List<IHtmlDocument> { await PageAsync(desk, path) };
        while (Link(windows[^1], "next") is { } next)
        {
            windows.Add(await PageAsync(desk, next));
        }

        var found = windows.SelectMany(IdsOf).ToList();
        Assert.Equal([50, 50, path.Contains("open", StringComparison.Ordinal) ? 29 : 30], windows.Select(window => IdsOf(window).Count));
        Assert.Equal(found.Count, found.Distinct().Count());
        Assert.Equal(path.Contains("open", StringComparison.Ordinal), !found.Contains(Id));
        Assert.All(windows, window => Assert.Equal($"{found.Count} papers", window.QuerySelector(".total")!.TextContent));
        var back = await PageAsync(desk, Link(windows[2], "prev")!);
        Assert.Equal(IdsOf(windows[1]), IdsOf(back));
        Assert.Equal(IdsOf(windows[2]), IdsOf(await PageAsync(desk, Link(back, "next")!)));
        back = await PageAsync(desk, Link(windows[1], "prev")!);
        Assert.Equal((string.Join(' ', IdsOf(windows[0])), null), (string.Join(' ', IdsOf(back)), Link(back, "prev")));
    }

    [Fact]
    public async Task What_was_decided_on_meanwhile_has_no_paper_passed_over()
    {
        await using var bench = await BenchAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);
        var first = await PageAsync(desk, "/search?q=widgets&show=open");
        foreach (var paper in IdsOf(first).TakeLast(20))
        {
            await desk.PostAsync("/api/decisions", new { month = "2024-04", id = paper, action = "later" });
        }

        var next = await PageAsync(desk, Link(first, "next")!);

        Assert.Empty(IdsOf(next).Intersect(IdsOf(first)));
        Assert.Equal(Papers, IdsOf(first).Concat(IdsOf(next)).Concat(IdsOf(await PageAsync(desk, Link(next, "next")!))).Count());
        Assert.Equal("110 papers", next.QuerySelector(".total")!.TextContent);
    }

    [Fact]
    public async Task Each_filter_leaves_out_the_others()
    {
        await using var bench = await BenchAsync();
        bench.List("2024-04.md", "- 2404.00001\n- 2404.00002 ★\n");
        Directory.CreateDirectory(bench.PathOf("published"));
        await File.WriteAllTextAsync(
            bench.PathOf("published", "2024-03.md"), "# March\n\n- [A paper](https://arxiv.org/abs/2404.00003)\n",
            TestContext.Current.CancellationToken);
        await bench.RunAsync("refuse", "2404.00004", "--reason", "too narrow");
        await bench.RunAsync("later", "2404.00005");
        await using var desk = await ServedDesk.OpenAsync(bench);

        Assert.Equal(["2404.00003", "2404.00002", "2404.00001"], IdsOf(await PageAsync(desk, "/search?show=listed")));
        Assert.Equal(
            ["2404.00001", "2404.00002", "2404.00003"],
            IdsOf(await PageAsync(desk, "/search?q=widgets&show=listed")).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(
            IdsOf(await PageAsync(desk, "/search?q=widgets&show=open&order=newest&to=2024-04-01")),
            id => string.CompareOrdinal(id, "2404.00005") <= 0);
        Assert.Equal(
            Enumerable.Range(13, 24).Reverse().Select(Number), IdsOf(await PageAsync(desk, "/search?from=2024-04-02&to=2024-04-02")));
        Assert.Equal(50, IdsOf(await PageAsync(desk, "/search?from=2024-04&to=2024-04&author=specimen&category=cs.*")).Count);
        Assert.Empty(IdsOf(await PageAsync(desk, "/search?q=widgets&from=2024-05")));
        Assert.Empty(IdsOf(await PageAsync(desk, "/search?q=widgets&category=math.NA")));

        var rows = (await PageAsync(desk, "/search?order=newest&to=2024-04-01")).QuerySelectorAll("li.paper")
            .ToDictionary(row => row.GetAttribute("data-id")!);
        Assert.Equal(
            ["taken", "starred", "open", "refused", "later", "open"],
            Enumerable.Range(1, 6).Select(number => rows[Number(number)].GetAttribute("data-state")));
        Assert.Equal("On the list of April 2024", rows["2404.00001"].QuerySelector(".places a")!.TextContent);
        Assert.Equal("/2024-04/list", rows["2404.00001"].QuerySelector(".places a")!.GetAttribute("href"));
        Assert.Equal("Published in March 2024", rows["2404.00003"].QuerySelector(".places a")!.TextContent);
        Assert.Equal("“too narrow”", rows["2404.00004"].QuerySelector(".words")!.TextContent);
    }

    [Fact]
    public async Task A_decision_goes_to_the_list_that_the_row_names_and_the_page_stays_where_it_is()
    {
        await using var bench = await BenchAsync();
        bench.List("2024-03.md", "- 2404.00009\n");
        await using var desk = await ServedDesk.OpenAsync(bench);
        const string path = "/search?q=widgets&order=newest&behind=2404.00020";

        foreach (var (paper, action, month) in new[]
        {
            ("2404.00019", "take", null), ("2404.00018", "star", "2024-05"), ("2404.00017", "refuse", null), ("2404.00016", "later", null),
            ("2404.00009", "star", null),
        })
        {
            var row = (await PageAsync(desk, path)).QuerySelector($"li.paper[data-id='{paper}']")!;
            var form = (IHtmlFormElement)row.QuerySelector("form.decide")!;
            var chosen = row.QuerySelector<IHtmlSelectElement>("[name=month]")?.Value;
            var fields = form.QuerySelectorAll<IHtmlInputElement>("input").Select(field => (field.Name!, field.Value))
                .Concat(chosen is null ? [] : [("month", month ?? chosen)]);
            using var answer = await desk.SubmitAsync(form.GetAttribute("action")!, [.. fields, ("action", action)]);
            Assert.Equal(
                (HttpStatusCode.SeeOther, $"{path}#p-{paper}"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        }

        Assert.Equal("- 2404.00009 ★\n", bench.Read("curated", "2024-03.md"));
        Assert.Equal("# April 2024\n\n- 2404.00019\n", bench.Read("curated", "2024-04.md"));
        Assert.Equal("# May 2024\n\n- 2404.00018 ★\n", bench.Read("curated", "2024-05.md"));
        Assert.Equal(("2404.00017\n", "2404.00016\n"), (bench.Read("refused.txt"), bench.Read("later.txt")));
    }

    [Theory]
    [InlineData("q=\"widgets", "character")]
    [InlineData("q=...", "There is no word to look for")]
    [InlineData("q=widgets&category=nonsense", "'nonsense' is no category of arXiv")]
    [InlineData("q=widgets&from=yesterday", "'yesterday' is no day for From")]
    [InlineData("q=widgets&from=2025&to=2024", "From 2025 is after To 2024")]
    [InlineData("q=widgets&behind=nothing", "is not an arXiv identifier")]
    public async Task What_cannot_be_looked_for_is_said_in_a_sentence(string query, string sentence)
    {
        await using var bench = await Workbench.StartAsync([]);
        await using var desk = await ServedDesk.OpenAsync(bench);

        var page = await PageAsync(desk, $"/search?{query}");

        Assert.Contains(sentence, page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#papers"));
    }

    [Fact]
    public async Task What_was_looked_for_is_marked_in_title_and_abstract()
    {
        await using var bench = await BenchAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);

        var page = await PageAsync(desk, $"/search?q=widget+turn&to=2024-04-01&open={Id}");
        var row = page.QuerySelector($"li.paper[data-id='{Id}']")!;

        Assert.Equal(["Widgets"], row.QuerySelectorAll("h2 mark").Select(mark => mark.TextContent));
        Assert.Equal(["widgets", "turn", "turn"], row.QuerySelectorAll(".abstract mark").Select(mark => mark.TextContent));
        Assert.Equal($"/search?q=widget%20turn&to=2024-04-01#p-{Id}", row.QuerySelector("[name=back]")!.GetAttribute("value"));
        using var asked = await desk.SendAsync(
            HttpMethod.Get, $"/search/papers/{Id}?q=day", change: request => request.Headers.Add("X-Fragment", "1"));
        Assert.Contains(
            "<mark>day</mark>", await asked.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paper_that_is_named_is_shown_and_one_that_is_not_there_can_be_asked_after()
    {
        await using var bench = await BenchAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);

        Assert.Equal([Id], IdsOf(await PageAsync(desk, $"/search?q=https://arxiv.org/abs/{Id}v1")));
        var unknown = await PageAsync(desk, "/search?q=2404.99999");
        Assert.Equal("/papers/2404.99999", unknown.QuerySelector(".total a")!.GetAttribute("href"));
    }

    /// <summary>A month of papers that all have the same words.</summary>
    private static async Task<Workbench> BenchAsync()
    {
        var bench = await Workbench.StartAsync(InventedPapers.Many(Papers));
        var swept = await bench.RunAsync("backfill", "--from", "2024-04", "--to", "2024-04", "--sweep", "--set", "Sweep:Categories=*");
        Assert.True(swept.Exit is 0 or 1, swept.Error);
        return bench;
    }

    private static async Task<IHtmlDocument> PageAsync(ServedDesk desk, string path) =>
        new HtmlParser().ParseDocument(await desk.PageAsync(path));

    private static List<string> IdsOf(IParentNode page) =>
        [.. page.QuerySelectorAll("li.paper").Select(row => row.GetAttribute("data-id")!)];

    private static string? Link(IParentNode page, string relation) =>
        page.QuerySelector($".windows [rel={relation}]")?.GetAttribute("href");

    private static string Number(int number) => string.Create(CultureInfo.InvariantCulture, $"2404.{number:D5}");
}
