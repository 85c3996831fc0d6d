using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Sheaf.Tests.Desk;

/// <summary>What a check of a month finds, mended or left at the desk.</summary>
public sealed class FindingsOverHttp
{
    private const string Mark = " <!-- suggested -->";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Findings_are_those_of_check_and_are_mended_one_by_one()
    {
        await using var bench = await BenchAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);

        var asked = JsonNode.Parse((await desk.GetAsync("/api/2024-04/findings")).GetRawText())!.AsObject();
        var said = JsonNode.Parse((await bench.RunAsync("check", "2024-04", "--json")).Output)!.AsObject();
        Assert.NotNull(asked["asked"]);
        asked.Remove("asked");
        Assert.True(JsonNode.DeepEquals(said, asked), $"{said}\n{asked}");

        var key = asked["findings"]!.AsArray().First(finding => $"{finding!["code"]}" == "duplicate")!["key"]!.GetValue<string>();
        var made = await desk.PostAsync($"/api/findings/{Uri.EscapeDataString(key)}/fix", new { });
        Assert.Equal("# April\n\n- 2404.00001\n- 2404.00002v1\n", bench.Read("curated", "2024-04.md"));

        await desk.PostAsync($"/api/edits/{made.GetProperty("edit").GetInt32()}/undo", new { });
        Assert.Equal("# April\n\n- 2404.00001\n- 2404.00002v1\n- 2404.00001\n", bench.Read("curated", "2024-04.md"));
    }

    [Fact]
    public async Task A_finding_that_is_left_is_told_no_more_until_its_line_goes()
    {
        await using var bench = await BenchAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);
        var finding = (await desk.GetAsync("/api/2024-04/findings")).GetProperty("findings").EnumerateArray()
            .First(one => one.GetProperty("code").GetString() == "version-pinned");
        var key = finding.GetProperty("key").GetString()!;

        await desk.PostAsync($"/api/findings/{Uri.EscapeDataString(key)}/leave", new { });

        Assert.StartsWith($"{key} — version-pinned", bench.Read("left.txt"), StringComparison.Ordinal);
        Assert.DoesNotContain(key, (await bench.RunAsync("check", "2024-04", "--json")).Output, StringComparison.Ordinal);
        await desk.PostAsync($"/api/findings/{Uri.EscapeDataString(key)}/leave", new { }, HttpStatusCode.NotFound);
        File.Delete(bench.PathOf("left.txt"));
        Assert.Contains(key, (await bench.RunAsync("check", "2024-04", "--json")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_mends_all_that_is_certain_without_script()
    {
        await using var bench = await BenchAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);
        var page = await desk.PageAsync("/2024-04/check");
        Assert.Contains("Mend what is certain", page, StringComparison.Ordinal);

        using var answer = await desk.SubmitAsync("/api/2024-04/findings/fix", ("back", "/2024-04/check"));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("# April\n\n- 2404.00001\n- 2404.00002v1\n", bench.Read("curated", "2024-04.md"));
        Assert.DoesNotContain("Mend what is certain", await desk.PageAsync("/2024-04/check"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_tells_findings_of_one_kind_apart_and_leads_to_their_papers()
    {
        await using var bench = await DraftedAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);

        var page = await desk.PageAsync("/2024-04/check");

        var lines = bench.Read("drafts", "2024-04.md").Split('\n');
        var marked = lines.Index().Where(line => line.Item.Contains(Mark, StringComparison.Ordinal)).ToList();
        Assert.Equal(2, marked.Count);
        foreach (var (index, line) in marked)
        {
            Assert.Contains(FormattableString.Invariant($"drafts/2024-04.md, line {index + 1}<"), page, StringComparison.Ordinal);
            Assert.Contains($"<pre>{WebUtility.HtmlEncode(line.Trim())}</pre>", page, StringComparison.Ordinal);
        }

        foreach (var paper in new[] { "2404.00001", "2404.00002" })
        {
            Assert.Contains($"<a href=\"/papers/{paper}\">Widgets of kind {paper}</a>", page, StringComparison.Ordinal);
        }

        Assert.Contains("2 sentences from the abstract", page, StringComparison.Ordinal);
        Assert.Equal(2, page.Split("This sentence was taken from the abstract.").Length);
        var row = Regex.Match(page, "href=\"/2024-04/list#(e-[0-9a-f]+)\"").Groups[1].Value;
        Assert.Contains($"id=\"{row}\"", await desk.PageAsync("/2024-04/list"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sentence_is_kept_and_all_of_them_as_one_edit()
    {
        await using var bench = await DraftedAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);
        var draft = bench.Read("drafts", "2024-04.md");
        var key = (await desk.GetAsync("/api/2024-04/findings")).GetProperty("findings").EnumerateArray()
            .First(one => one.GetProperty("id").GetString() == "2404.00001").GetProperty("key").GetString()!;

        await desk.PostAsync($"/api/findings/{key}/keep", new { });
        Assert.Equal(draft.Remove(draft.LastIndexOf(Mark, StringComparison.Ordinal), Mark.Length), bench.Read("drafts", "2024-04.md"));
        await desk.PostAsync($"/api/findings/{key}/keep", new { }, HttpStatusCode.NotFound);
        using var pressedAgain = await desk.SubmitAsync($"/api/findings/{key}/keep", ("month", "2024-04"));
        Assert.Equal("/2024-04/check?edit=none", pressedAgain.Headers.Location?.OriginalString);
        var pinned = (await desk.GetAsync("/api/2024-04/findings")).GetProperty("findings").EnumerateArray()
            .First(one => one.GetProperty("code").GetString() == "version-pinned").GetProperty("key").GetString()!;
        var refused = await desk.PostAsync($"/api/findings/{pinned}/keep", new { }, HttpStatusCode.UnprocessableEntity);
        Assert.StartsWith("This is no sentence that Sheaf wrote", refused.GetProperty("detail").GetString(), StringComparison.Ordinal);

        File.WriteAllText(bench.PathOf("drafts", "2024-04.md"), draft);
        var all = await desk.PostAsync("/api/2024-04/findings/keep", new { });
        Assert.Equal(draft.Replace(Mark, "", StringComparison.Ordinal), bench.Read("drafts", "2024-04.md"));
        await desk.PostAsync($"/api/edits/{all.GetProperty("edit").GetInt32()}/undo", new { });
        Assert.Equal(draft, bench.Read("drafts", "2024-04.md"));
    }

    [Fact]
    public async Task What_was_mended_in_several_files_is_said_and_taken_back_as_a_whole()
    {
        await using var bench = await BenchAsync();
        const string other = "// More\n\n- 2404.00003\n- arxiv.org/abs/2404.O0004\n";
        bench.List("more.md", other);
        await bench.RunAsync("harvest");
        var list = bench.Read("curated", "2024-04.md");
        await using var desk = await ServedDesk.OpenAsync(bench);

        using var mended = await desk.SubmitAsync("/api/2024-04/findings/fix");
        var there = mended.Headers.Location!.ToString();
        Assert.NotEqual(list, bench.Read("curated", "2024-04.md"));
        Assert.NotEqual(other, bench.Read("curated", "more.md"));
        var page = await desk.PageAsync(there);
        Assert.Contains("Done: mended 2404.00001, 2404.00004", page, StringComparison.Ordinal);
        Assert.Contains("<del>- arxiv.org/abs/2404.O0004</del>", page, StringComparison.Ordinal);

        var undo = Regex.Match(page, "action=\"(/api/edits/[0-9]+/undo)\"").Groups[1].Value;
        using var back = await desk.SubmitAsync(undo, ("back", there));

        Assert.Equal((list, other), (bench.Read("curated", "2024-04.md"), bench.Read("curated", "more.md")));
        Assert.Contains("Taken back: mended 2404.00001", await desk.PageAsync(back.Headers.Location!.ToString()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_says_so_where_nothing_was_changed_and_goes_on_to_the_next_finding()
    {
        await using var bench = await BenchAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);
        var page = await desk.PageAsync("/2024-04/check");
        var keys = Regex.Matches(page, "id=\"f-([0-9a-f-]+)\"").Select(match => match.Groups[1].Value).ToList();

        using var left = await desk.SubmitAsync($"/api/findings/{keys[0]}/leave", ("month", "2024-04"), ("next", keys[1]));
        using var mended = await desk.SubmitAsync("/api/2024-04/findings/fix");

        Assert.Matches($"^/2024-04/check\\?edit=[0-9]+#f-{keys[1]}$", left.Headers.Location!.ToString());
        Assert.Equal("/2024-04/check?edit=none", mended.Headers.Location!.ToString());
        Assert.Contains("Nothing was changed", await desk.PageAsync("/2024-04/check?edit=none"), StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"notice", await desk.PageAsync("/2024-04/check?edit=9999"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_tab_counts_what_needs_a_person_and_the_page_says_when_arXiv_was_asked()
    {
        await using var bench = await BenchAsync();
        await bench.RunAsync("draft", "2024-04");
        await using var desk = await ServedDesk.OpenAsync(bench);

        var page = await desk.PageAsync("/2024-04/check");
        Assert.Contains("data-count=\"check\">3<", page, StringComparison.Ordinal);
        Assert.Contains("arXiv was last asked ", page, StringComparison.Ordinal);
        Assert.Contains("data-count=\"check\">3<", await desk.PageAsync("/2024-04/list"), StringComparison.Ordinal);

        await desk.SubmitAsync("/api/2024-04/findings/fix");

        // No page waits for a check: the count follows behind it.
        while (!(await desk.PageAsync("/2024-04/list")).Contains("data-count=\"check\">2<", StringComparison.Ordinal))
        {
            Token.ThrowIfCancellationRequested();
        }

        Assert.DoesNotContain("data-count=\"check\"", await desk.PageAsync("/2023-02"), StringComparison.Ordinal);
    }

    private static async Task<Workbench> DraftedAsync()
    {
        var bench = await Workbench.StartAsync(InventedPapers.Many(5));
        bench.List("2024-04.md", "# April\n\n- 2404.00001\n- 2404.00002v1\n");
        await bench.RunAsync("harvest");
        await bench.RunAsync("draft", "2024-04");
        return bench;
    }

    private static async Task<Workbench> BenchAsync()
    {
        var bench = await Workbench.StartAsync(InventedPapers.Many(5));
        bench.List("2024-04.md", "# April\n\n- 2404.00001\n- 2404.00002v1\n- 2404.00001\n");
        await bench.RunAsync("harvest");
        return bench;
    }
}
