using System.Net;
using System.Text.Json;

namespace Sheaf.Tests.Desk;

/// <summary>A month's list over HTTP: its entries one by one, and whatever names papers.</summary>
public sealed class ListsOverHttp
{
    private const string Text =
        "# April\n\n## Models\n\n- 2404.00001 ★ #big — what I think\n- 2404.00002\n\n## Data\n\n- 2404.00003\n- 2404.1234\n";

    private static readonly string[] Tags = ["#small"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Entries_have_what_stands_in_the_file()
    {
        await using var bench = await BenchAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);

        var entries = (await desk.GetAsync("/api/2024-04/list")).GetProperty("entries").EnumerateArray().ToList();

        Assert.Equal(["2404.00001", "2404.00002", "2404.00003", null], entries.Select(entry => entry.GetProperty("id").GetString()));
        Assert.Equal([5, 6, 10, 11], entries.Select(entry => entry.GetProperty("line").GetInt32()));
        Assert.Equal(["Models", "Models", "Data", "Data"], entries.Select(entry => entry.GetProperty("section").GetString()));
        Assert.Equal(
            ("curated/2024-04.md", true, "what I think", "big"),
            (entries[0].GetProperty("file").GetString(), entries[0].GetProperty("starred").GetBoolean(),
                entries[0].GetProperty("note").GetString(), entries[0].GetProperty("tags")[0].GetString()));
    }

    [Fact]
    public async Task An_entry_is_changed_where_it_stands_and_taken_back()
    {
        await using var bench = await BenchAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);
        var entry = await EntryAsync(desk, "2404.00002");

        using var answer = await PatchAsync(desk, entry, new { starred = true, note = "Read this one.", tags = Tags });
        var changed = JsonElement.Parse(await answer.Content.ReadAsStringAsync(Token));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(
            Text.Replace("- 2404.00002\n", "- 2404.00002 ★ #small — Read this one.\n", StringComparison.Ordinal),
            bench.Read("curated", "2024-04.md"));
        Assert.Equal($"\"{changed.GetProperty("entry").GetProperty("etag").GetString()}\"", answer.Headers.ETag!.Tag);
        await desk.PostAsync($"/api/edits/{changed.GetProperty("edit").GetInt32()}/undo", new { });
        Assert.Equal(Text, bench.Read("curated", "2024-04.md"));
    }

    [Fact]
    public async Task Another_line_changed_is_no_conflict_and_this_one_is()
    {
        await using var bench = await BenchAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);
        var entry = await EntryAsync(desk, "2404.00002");

        var other = Text.Replace("- 2404.00003\n", "- 2404.00003 — mine\n", StringComparison.Ordinal);
        bench.List("2024-04.md", other);
        using var fine = await PatchAsync(desk, entry, new { starred = true });
        Assert.Equal(HttpStatusCode.OK, fine.StatusCode);

        using var conflict = await PatchAsync(desk, entry, new { note = "late" });
        var problem = JsonElement.Parse(await conflict.Content.ReadAsStringAsync(Token));
        Assert.Equal(
            (HttpStatusCode.PreconditionFailed, "- 2404.00002 ★", "- 2404.00002 ★ — late"),
            (conflict.StatusCode, problem.GetProperty("current").GetString(), problem.GetProperty("asked").GetString()));
        Assert.Equal(other.Replace("- 2404.00002\n", "- 2404.00002 ★\n", StringComparison.Ordinal), bench.Read("curated", "2024-04.md"));
    }

    [Fact]
    public async Task Words_go_only_when_she_says_so()
    {
        await using var bench = await BenchAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);
        var entry = await EntryAsync(desk, "2404.00001");

        using var asked = await DeleteAsync(desk, entry, "");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, Text), (asked.StatusCode, bench.Read("curated", "2024-04.md")));
        using var unseen = await desk.SendAsync(HttpMethod.Delete, $"/api/entries/{entry.GetProperty("key").GetString()}");
        Assert.Equal(HttpStatusCode.PreconditionRequired, unseen.StatusCode);

        using var gone = await DeleteAsync(desk, entry, "?confirm=true");
        Assert.Equal(HttpStatusCode.OK, gone.StatusCode);
        Assert.DoesNotContain("2404.00001", bench.Read("curated", "2024-04.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pasted_text_is_accounted_for_as_add_does()
    {
        await using var bench = await BenchAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);
        const string text =
            "* [A title](https://arxiv.org/abs/2404.00007)\n* https://arxiv.org/abs/2404.00001\n* https://example.org/paper\n";

        var pasted = await desk.PostAsync("/api/lists", new { month = "2024-04", text });

        Assert.Equal(
            ["added", "already-there", "not-arxiv"],
            pasted.GetProperty("papers").EnumerateArray().Select(paper => paper.GetProperty("outcome").GetString()));
        Assert.Contains("- 2404.00007", bench.Read("curated", "2024-04.md"), StringComparison.Ordinal);
        await desk.PostAsync("/api/lists", new { month = "2024-04", text = "nothing here" }, HttpStatusCode.BadRequest);

        using var form = await desk.SubmitAsync("/api/lists", ("month", "2024-04"), ("text", "2404.00008"));
        Assert.Contains("2404.00008 added to", await form.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_keeps_every_word_that_it_shows()
    {
        await using var bench = await BenchAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await desk.PageAsync("/2024-04/list"));

        foreach (var form in page.QuerySelectorAll("form.change"))
        {
            var fields = form.QuerySelectorAll("input[name], textarea[name]")
                .Where(field => field.GetAttribute("type") != "checkbox" || field.HasAttribute("checked"))
                .Select(field => (field.GetAttribute("name")!, field.GetAttribute("value") ?? field.TextContent));
            using var answer = await desk.SubmitAsync(form.GetAttribute("action")!, [.. fields, ("do", "keep")]);
            Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        }

        Assert.Equal(Text, bench.Read("curated", "2024-04.md"));
    }

    private static async Task<Workbench> BenchAsync()
    {
        var bench = await Workbench.StartAsync(InventedPapers.Many(10));
        bench.List("2024-04.md", Text);
        await bench.RunAsync("harvest");
        return bench;
    }

    private static async Task<JsonElement> EntryAsync(ServedDesk desk, string id) =>
        (await desk.GetAsync("/api/2024-04/list")).GetProperty("entries").EnumerateArray()
            .First(entry => entry.GetProperty("id").GetString() == id);

    private static Task<HttpResponseMessage> PatchAsync(ServedDesk desk, JsonElement entry, object change) =>
        desk.SendAsync(HttpMethod.Patch, $"/api/entries/{entry.GetProperty("key").GetString()}", change, request => Tag(request, entry));

    private static Task<HttpResponseMessage> DeleteAsync(ServedDesk desk, JsonElement entry, string query) => desk.SendAsync(
        HttpMethod.Delete, $"/api/entries/{entry.GetProperty("key").GetString()}{query}", change: request => Tag(request, entry));

    private static void Tag(HttpRequestMessage request, JsonElement entry) =>
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{entry.GetProperty("etag").GetString()}\"");
}
