using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Sheaf.Tests.Desk;

/// <summary>The page of one paper: what is known, where it stands, what was decided.</summary>
public sealed class PagesOfPapers
{
    private const string Id = "2404.00021";

    [Fact]
    public async Task Tell_what_the_store_knows_and_who_said_so()
    {
        await using var bench = await DecidingOverHttp.RankedBenchAsync();
        bench.List("2024-04.md", $"- {Id}\n");
        await bench.RunAsync("harvest");
        await bench.TellStoreAsync(
            "INSERT INTO change (identifier, what, before, after, noticed) "
            + $"VALUES ('{Id}', 'title', 'Cogs', 'Widgets', '2024-05-01T00:00:00Z')");
        await bench.TellStoreAsync(
            "INSERT INTO signal (identifier, source, day, votes, asked) "
            + $"VALUES ('{Id}', 'huggingface', '2024-04-03', 7, '2024-05-02T00:00:00Z')");
        await using var desk = await ServedDesk.OpenAsync(bench);

        var page = await PageAsync(desk, $"/papers/{Id}");

        var facts = page.QuerySelectorAll(".facts dt").Zip(page.QuerySelectorAll(".facts dd"))
            .ToDictionary(fact => fact.First.TextContent, fact => fact.Second.TextContent);
        Assert.Equal("2 Apr 2024 08:00 UTC page", facts["Submitted"]);
        Assert.Equal("cs.CL, cs.LG page", facts["Categories"]);
        Assert.Contains(
            "v1, 2 Apr 2024 08:00 UTC, 12 kB", page.QuerySelector("#versions")!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["title", "Cogs", "Widgets", "1 May 2024 00:00 UTC"],
            page.QuerySelectorAll(".changes tbody > tr > *").Select(cell => cell.TextContent));
        Assert.Contains(
            "On Hugging Face's daily list of 3 Apr 2024 (7 votes", page.QuerySelector("#signals")!.ParentElement!.TextContent,
            StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll(".abstract p"));
    }

    [Fact]
    public async Task A_draft_that_cannot_be_read_is_no_reason_to_tell_nothing()
    {
        await using var bench = await DecidingOverHttp.RankedBenchAsync();
        Directory.CreateDirectory(bench.PathOf("drafts"));
        await File.WriteAllBytesAsync(bench.PathOf("drafts", "2024-04.md"), [0x41, 0xFF, 0x0A], TestContext.Current.CancellationToken);
        await using var desk = await ServedDesk.OpenAsync(bench);

        var page = await PageAsync(desk, $"/papers/{Id}");

        Assert.NotNull(page.QuerySelector(".abstract"));
    }

    [Fact]
    public async Task Lead_to_every_place_of_the_paper_and_take_decisions_back()
    {
        await using var bench = await DecidingOverHttp.RankedBenchAsync();
        await bench.RunAsync("draft", "2024-04");
        Directory.CreateDirectory(bench.PathOf("published"));
        await File.WriteAllTextAsync(
            bench.PathOf("published", "2024-02.md"), $"# February\n\n- [It](https://arxiv.org/abs/{Id})\n",
            TestContext.Current.CancellationToken);
        await using var desk = await ServedDesk.OpenAsync(bench);
        await desk.PostAsync("/api/decisions", new { month = "2024-04", id = Id, action = "star" });
        await desk.PostAsync("/api/decisions", new { month = "2024-04", id = "2404.00022", action = "refuse" });
        await bench.RunAsync("draft", "2024-04");

        var page = await PageAsync(desk, $"/papers/{Id}");
        var places = page.QuerySelectorAll("#standing [aria-labelledby=places] a").Cast<IHtmlAnchorElement>()
            .Select(link => (link.TextContent, link.GetAttribute("href")!)).ToList();
        Assert.Equal("curated/2024-04.md, line 4 ★", places[0].TextContent);
        Assert.NotNull((await PageAsync(desk, places[0].Item2)).GetElementById(places[0].Item2.Split('#')[1]));
        var line = int.Parse(places[1].Item2.Split("?line=")[1], System.Globalization.CultureInfo.InvariantCulture);
        Assert.Contains(Id, bench.Read("drafts", "2024-04.md").Split('\n')[line - 1], StringComparison.Ordinal);
        Assert.Equal(("published/2024-02.md, line 3", "/2024-02/publish"), places[2]);

        var decision = Assert.Single(page.QuerySelectorAll(".decisions form"));
        Assert.Contains($"star {Id}", decision.TextContent, StringComparison.Ordinal);
        using var undone = await desk.SubmitAsync(decision.GetAttribute("action")!, ("back", $"/papers/{Id}"));
        Assert.Equal((HttpStatusCode.SeeOther, $"/papers/{Id}"), (undone.StatusCode, undone.Headers.Location?.OriginalString));
        Assert.EndsWith("\n- 2404.00001\n", bench.Read("curated", "2024-04.md"), StringComparison.Ordinal);
        page = await PageAsync(desk, $"/papers/{Id}");
        Assert.EndsWith("/redo", page.QuerySelector(".decisions form")!.GetAttribute("action"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_paper_that_is_not_there_tell_what_is_known_and_offer_to_look()
    {
        await using var bench = await Workbench.StartAsync([]);
        await using var desk = await ServedDesk.OpenAsync(bench);

        var page = await PageAsync(desk, "/papers/2404.00077", HttpStatusCode.NotFound);
        Assert.Contains("arXiv has not been asked", page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("form.look-up"));

        bench.List("2024-05.md", "- 2404.00077\n");
        await bench.RunAsync("harvest");
        page = await PageAsync(desk, "/papers/2404.00077", HttpStatusCode.NotFound);
        Assert.Contains("It was looked for 1 time", page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("2024-05", page.QuerySelector("form.look-up [name=months]")!.GetAttribute("value"));
        Assert.Equal("curated/2024-05.md, line 1", page.QuerySelector("#standing a")!.TextContent);
    }

    private static async Task<IHtmlDocument> PageAsync(ServedDesk desk, string path, HttpStatusCode status = HttpStatusCode.OK) =>
        new HtmlParser().ParseDocument(await desk.PageAsync(path, status));
}
