using System.Net;
using AngleSharp.Html.Parser;
using Sheaf.Tests.Hostile;
using Sheaf.Tests.Publishing;

namespace Sheaf.Tests.Desk;

/// <summary>The pages as they are sent, without a browser.</summary>
public sealed class PagesOfTheDesk
{
    private static readonly string[] Pages =
    [
        "/2024-04", "/2024-04/suggestions?show=open&after=0", "/2024-04/suggestions?keep=true",
        "/2024-04/suggestions?show=later", "/2024-04/suggestions?show=taken",
        "/2024-04/suggestions?show=refused", "/2024-04/suggestions?open=2404.00003", "/search", "/search?q=workshop", "/search?q=\"",
        "/search?q=workshop&order=newest&open=2404.00003", "/search?show=listed", "/search?show=open&category=cs.*", "/papers/2404.00001",
        "/papers/2404.00003", "/papers/2404.00006", "/runs", "/runs?kind=harvest&months=2024-04", "/runs?kind=nonsense", "/keys", "/help",
        "/help/settings",
        "/1999-01", "/1999-01/suggestions", "/2024-04/list", "/2024-04/check", "/2024-04/publish",
    ];

    [Fact]
    public async Task No_page_has_a_script_or_a_style_inside_it_whatever_papers_say()
    {
        await using var bench = await Workbench.StartAsync(HostilePapers.Corpus());
        bench.List("2024-04.md", HostilePapers.List());
        await bench.RunAsync("harvest");
        bench.List("2024-04.md", "# April\n");
        bench.List("2024-03.md", "- 2404.00001\n");
        await bench.RunAsync("suggest", "2024-04");
        await bench.RunAsync("later", "2404.00005", "--reason", "<script>alert(1)</script>");
        await bench.RunAsync("refuse", "2404.00006", "--reason", "\"><img src=x onerror=alert(1)>");
        await using var desk = await ServedDesk.OpenAsync(bench);
        var parser = new HtmlParser();
        foreach (var path in Pages)
        {
            var page = parser.ParseDocument(await desk.PageAsync(path));

            Assert.All(
                page.QuerySelectorAll("script"),
                script => Assert.Equal(("", true), (script.TextContent, script.HasAttribute("src"))));
            Assert.Empty(
                page.QuerySelectorAll(
                    "style, [style], iframe, object, embed, base, img, "
                    + "link:not([rel=stylesheet], [rel=icon], [rel=manifest], [rel=apple-touch-icon])"));
            Assert.DoesNotContain(
                page.All,
                element => element.Attributes.Any(
                    attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)));
            Assert.All(
                page.QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")!),
                href => Assert.True(href is ['/' or '#', ..] or "" || href.StartsWith("https://", StringComparison.Ordinal), href));
            Assert.Single(page.QuerySelectorAll("h1"));
            Assert.Single(page.QuerySelectorAll("main"));
        }
    }

    [Fact]
    public async Task A_paper_is_taken_put_off_and_refused_without_script()
    {
        await using var bench = await DecidingOverHttp.RankedBenchAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);
        var parser = new HtmlParser();
        var page = parser.ParseDocument(await desk.PageAsync("/2024-04/suggestions?show=open&after=0"));
        var ids = page.QuerySelectorAll("li.paper").Select(row => row.GetAttribute("data-id")!).ToList();

        foreach (var (row, action) in page.QuerySelectorAll("li.paper").Zip(["take", "star", "later", "refuse"]))
        {
            var fields = row.QuerySelectorAll("form.decide input")
                .Select(field => (field.GetAttribute("name")!, field.GetAttribute("value")!));
            using var answer = await desk.SubmitAsync(
                row.QuerySelector("form.decide")!.GetAttribute("action")!, [.. fields, ("action", action)]);
            Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        }

        var after = parser.ParseDocument(await desk.PageAsync("/2024-04/suggestions?show=open&after=0"));
        Assert.DoesNotContain(ids[0], after.QuerySelectorAll("li.paper").Select(row => row.GetAttribute("data-id")));
        Assert.Contains(ids[3], after.QuerySelector("form.last")!.TextContent, StringComparison.Ordinal);
        Assert.EndsWith($"- {ids[0]}\n- {ids[1]} ★\n", bench.Read("curated", "2024-04.md"), StringComparison.Ordinal);
        Assert.Equal(($"{ids[2]}\n", $"{ids[3]}\n"), (bench.Read("later.txt"), bench.Read("refused.txt")));

        using var undone = await desk.SubmitAsync(
            after.QuerySelector("form.last")!.GetAttribute("action")!, ("back", "/2024-04/suggestions"));
        Assert.Equal((HttpStatusCode.SeeOther, false), (undone.StatusCode, File.Exists(bench.PathOf("refused.txt"))));
    }

    [Fact]
    public async Task One_goes_on_where_one_stopped_on_any_device()
    {
        await using var bench = await DecidingOverHttp.RankedBenchAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);
        var ids = DecidingOverHttp.IdsOf(await desk.GetAsync("/api/2024-04/suggestions"));
        await desk.PostAsync("/api/decisions", new { month = "2024-04", id = ids[9], action = "refuse" });

        using var other = desk.NewClient();
        await desk.LetInAsync(other);
        var html = await other.GetStringAsync(new Uri(desk.Address, "/2024-04/suggestions"), TestContext.Current.CancellationToken);
        var page = new HtmlParser().ParseDocument(html);

        Assert.Equal(ids[10], page.QuerySelector("li.paper")!.GetAttribute("data-id"));
        Assert.StartsWith("9 papers above", page.QuerySelector("p.above")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_a_month_leads_from_step_to_step_until_it_is_published()
    {
        await using var bench = await FinishedMonth.StartAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);
        bench.List("2024-03.md", "- 2404.00003\n");
        await bench.RunAsync("suggest", "2024-04");
        foreach (var paper in DecidingOverHttp.IdsOf(await desk.GetAsync("/api/2024-04/suggestions")))
        {
            await desk.PostAsync("/api/decisions", new { month = "2024-04", id = paper, action = "refuse" });
        }

        File.Move(bench.PathOf("drafts", "2024-04.md"), bench.PathOf("kept.md"));
        Assert.Equal("Write the draft", await NextAsync());
        File.Move(bench.PathOf("kept.md"), bench.PathOf("drafts", "2024-04.md"));
        FinishedMonth.Edit(bench, text => text.Replace("  It wears.", "  TODO", StringComparison.Ordinal));
        Assert.Equal("Look at what was found", await NextAsync());
        FinishedMonth.Edit(bench, text => text.Replace("  TODO", "  It wears.", StringComparison.Ordinal));
        Assert.Equal("See what publishing would do", await NextAsync());
        await desk.PostAsync("/api/2024-04/publish", new { });
        Assert.Equal("See what was published", await NextAsync());
        FinishedMonth.Edit(bench, text => text.Replace("It wears.", "It wears out.", StringComparison.Ordinal));
        Assert.Equal("See what publishing it anew would do", await NextAsync());

        async Task<string> NextAsync()
        {
            var page = new HtmlParser().ParseDocument(await desk.PageAsync("/2024-04"));
            return page.QuerySelector(".next-step .primary")!.TextContent;
        }
    }

    [Fact]
    public async Task A_window_begins_behind_a_paper_whatever_was_decided_on_it_and_on_others()
    {
        await using var bench = await DecidingOverHttp.RankedBenchAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);
        var ids = DecidingOverHttp.IdsOf(await desk.GetAsync("/api/2024-04/suggestions"));
        foreach (var (id, action) in new[] { (ids[0], "take"), (ids[4], "refuse"), (ids[5], "later") })
        {
            await desk.PostAsync("/api/decisions", new { month = "2024-04", id, action });
        }

        foreach (var (behind, first) in new[] { (ids[3], ids[6]), (ids[4], ids[6]), (ids[6], ids[7]) })
        {
            var page = new HtmlParser().ParseDocument(await desk.PageAsync($"/2024-04/suggestions?show=open&behind={behind}"));
            Assert.Equal(first, page.QuerySelector("li.paper")!.GetAttribute("data-id"));
        }
    }

    [Fact]
    public async Task What_is_not_there_is_said_as_a_page()
    {
        await using var bench = await Workbench.StartAsync([]);
        await using var desk = await ServedDesk.OpenAsync(bench);
        foreach (var path in new[] { "/nowhere", "/2024-13", "/help/nothing" })
        {
            Assert.Contains("There is no such page", await desk.PageAsync(path, HttpStatusCode.NotFound), StringComparison.Ordinal);
        }
    }
}
