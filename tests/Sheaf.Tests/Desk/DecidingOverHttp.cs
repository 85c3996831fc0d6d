using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sheaf.Tests.Desk;

/// <summary>The API of decisions: what it changes in the editor's files, and what it answers.</summary>
public sealed class DecidingOverHttp
{
    private const string Path = "/api/decisions";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_paper_goes_through_all_states_and_back_to_the_byte()
    {
        await using var bench = await RankedBenchAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);
        var list = bench.Read("curated", "2024-04.md");
        const string id = "2404.00021";

        var taken = await desk.PostAsync(Path, Decision(id, "take"));
        Assert.Equal($"{list}- {id}\n", bench.Read("curated", "2024-04.md"));
        Assert.Equal("taken", taken.GetProperty("state").GetString());
        Assert.Equal(("curated/2024-04.md", id, false), EntryOf(taken));

        var again = await desk.PostAsync(Path, Decision(id, "take"));
        Assert.Equal(JsonValueKind.Null, again.GetProperty("edit").ValueKind);

        var starred = await desk.PostAsync(Path, Decision(id, "star"));
        Assert.Equal($"{list}- {id} ★\n", bench.Read("curated", "2024-04.md"));
        Assert.Equal(("curated/2024-04.md", id, true), EntryOf(starred));

        var refused = await desk.PostAsync(Path, new { month = "2024-04", id, action = "refuse", reason = "off topic" });
        Assert.Equal(list, bench.Read("curated", "2024-04.md"));
        Assert.Equal($"{id} — off topic\n", bench.Read("refused.txt"));
        Assert.Equal(("refused", JsonValueKind.Null), (refused.GetProperty("state").GetString(), refused.GetProperty("entry").ValueKind));

        await desk.PostAsync(Path, Decision(id, "later"));
        Assert.Equal(("", $"{id}\n"), (bench.Read("refused.txt"), bench.Read("later.txt")));

        var edits = await desk.GetAsync("/api/edits");
        foreach (var edit in edits.GetProperty("edits").EnumerateArray().Select(edit => edit.GetProperty("number").GetInt32()).ToList())
        {
            await desk.PostAsync($"/api/edits/{edit}/undo", new { });
        }

        Assert.Equal(list, bench.Read("curated", "2024-04.md"));
        Assert.Equal((false, false), (File.Exists(bench.PathOf("refused.txt")), File.Exists(bench.PathOf("later.txt"))));
    }

    [Fact]
    public async Task Counts_follow_each_decision()
    {
        await using var bench = await RankedBenchAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);
        var before = (await desk.GetAsync("/api/2024-04/suggestions")).GetProperty("considered").GetInt32();

        await desk.PostAsync(Path, Decision("2404.00021", "take"));
        await desk.PostAsync(Path, Decision("2404.00022", "refuse"));
        var counts = (await desk.PostAsync(Path, Decision("2404.00023", "later"))).GetProperty("counts");

        Assert.Equal(before - 3, counts.GetProperty("open").GetInt32());
        Assert.Equal((1, 1), (counts.GetProperty("later").GetInt32(), counts.GetProperty("refused").GetInt32()));
        foreach (var pile in new[] { ("later", "2404.00023"), ("refused", "2404.00022") })
        {
            var window = await desk.GetAsync($"/api/2024-04/suggestions?show={pile.Item1}");
            Assert.Equal([pile.Item2], IdsOf(window));
        }

        Assert.Contains("2404.00021", IdsOf(await desk.GetAsync("/api/2024-04/suggestions?show=taken")));
    }

    [Fact]
    public async Task A_line_with_words_of_the_editor_stays_until_she_says_so()
    {
        await using var bench = await RankedBenchAsync();
        bench.List("2024-04.md", "# April\n\n- 2404.00021 — what I think of it\n");
        await using var desk = await ServedDesk.OpenAsync(bench);

        var problem = await desk.PostAsync(Path, Decision("2404.00021", "refuse"), HttpStatusCode.UnprocessableEntity);
        Assert.Equal("# April\n\n- 2404.00021 — what I think of it\n", bench.Read("curated", "2024-04.md"));
        var line = Assert.Single(problem.GetProperty("lines").EnumerateArray());
        Assert.Equal(
            ("curated/2024-04.md", 3, "- 2404.00021 — what I think of it"),
            (line.GetProperty("file").GetString(), line.GetProperty("line").GetInt32(), line.GetProperty("text").GetString()));

        await desk.PostAsync(Path, new { month = "2024-04", id = "2404.00021", action = "refuse", confirm = true });
        Assert.Equal("# April\n\n", bench.Read("curated", "2024-04.md"));
    }

    [Theory]
    [InlineData("refuse", """{"note": "mine"}""", "The note was not written")]
    [InlineData("later", """{"tags": ["gears"]}""", "The tags were not written")]
    [InlineData("reset", """{"reason": "why"}""", "The reason was not written")]
    [InlineData("take", """{"reason": "why"}""", "The reason was not written")]
    [InlineData("refuse", """{"section": "A"}""", "The section was not used")]
    [InlineData("star", """{"section": "A"}""", "The paper stays where it stands")]
    public async Task Words_that_a_decision_has_no_place_for_are_named(string action, string more, string warning)
    {
        await using var bench = await Workbench.StartAsync([]);
        bench.List("2024-04.md", "- 2404.00001\n");
        await using var desk = await ServedDesk.OpenAsync(bench);
        var sent = JsonNode.Parse(more)!.AsObject();
        (sent["month"], sent["id"], sent["action"]) = ("2024-04", "2404.00001", action);

        var answer = await desk.PostAsync(Path, sent);

        Assert.StartsWith(
            warning, Assert.Single(answer.GetProperty("warnings").EnumerateArray()).GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"month":"2024-04","id":"2404.00001","action":"take","starred":true}""", "starred is not known")]
    [InlineData("""{"month":"2024-04","id":"2404.00001","action":"take","action":"refuse"}""", "action is not known")]
    [InlineData("""{"month":"2024-04","id":"2404.00001","action":"take","confirm":"yes"}""", "confirm is not known, or not what")]
    public async Task Json_that_says_more_or_other_than_is_asked_for_is_refused_by_its_name(string json, string sentence)
    {
        await using var bench = await Workbench.StartAsync([]);
        await using var desk = await ServedDesk.OpenAsync(bench);

        using var answer = await desk.SendAsync(
            HttpMethod.Post, Path, change: request => request.Content = new StringContent(json, null, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(
            sentence, JsonElement.Parse(await answer.Content.ReadAsStringAsync(Token)).GetProperty("detail").GetString(),
            StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(bench.PathOf("curated")));
    }

    [Fact]
    public async Task A_months_own_list_that_cannot_be_read_is_named_and_is_no_empty_list()
    {
        await using var bench = await RankedBenchAsync();
        File.WriteAllBytes(bench.PathOf("curated", "2024-04.md"), [.. "- 2404.00001 caf"u8, 0xe9, (byte)'\n']);
        await using var desk = await ServedDesk.OpenAsync(bench);

        foreach (var page in new[] { "suggestions", "list", "check", "publish" })
        {
            Assert.Contains(
                "2024-04.md:1: This line is not valid UTF-8",
                await desk.PageAsync($"/2024-04/{page}", HttpStatusCode.UnprocessableEntity), StringComparison.Ordinal);
            await desk.PageAsync($"/2024-03/{page}");
        }

        foreach (var document in new[] { "status", "ledger", "suggestions", "list", "findings" })
        {
            var problem = await desk.AskAsync(HttpMethod.Get, $"/api/2024-04/{document}", status: HttpStatusCode.UnprocessableEntity);
            Assert.Contains("not valid UTF-8", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
            await desk.GetAsync($"/api/2024-03/{document}");
        }

        Assert.Contains("2024-04.md:1", await desk.PageAsync("/2024-04"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_that_cannot_be_read_stops_nothing_else()
    {
        await using var bench = await RankedBenchAsync();
        File.WriteAllBytes(bench.PathOf("curated", "ideas.txt"), [0x2d, 0x20, 0xff, 0xfe, 0x0a]);
        await using var desk = await ServedDesk.OpenAsync(bench);

        foreach (var page in new[] { "/", "/2024-04/suggestions", "/2024-04/list", "/2024-04/check", "/search?q=workshop", "/runs" })
        {
            using var answer = await desk.SendAsync(HttpMethod.Get, page, change: request => request.Headers.Add("Accept", "text/html"));
            Assert.True((int)answer.StatusCode < 400, page);
        }

        foreach (var document in new[] { "months", "2024-04/status", "2024-04/ledger", "2024-04/suggestions", "2024-04/list" })
        {
            await desk.GetAsync($"/api/{document}");
        }

        Assert.Contains("ideas.txt", await desk.PageAsync("/2024-04"), StringComparison.Ordinal);
        Assert.Equal("taken", (await desk.PostAsync(Path, Decision("2404.00021", "take"))).GetProperty("state").GetString());
        Assert.Equal("refused", (await desk.PostAsync(Path, Decision("2404.00022", "refuse"))).GetProperty("state").GetString());
        File.WriteAllBytes(bench.PathOf("curated", "2024-04.md"), [0xff]);
        await desk.PostAsync(Path, Decision("2404.00023", "take"), HttpStatusCode.UnprocessableEntity);
        Assert.Equal("refused", (await desk.PostAsync(Path, Decision("2404.00024", "refuse"))).GetProperty("state").GetString());
    }

    [Fact]
    public async Task All_above_are_one_edit()
    {
        await using var bench = await RankedBenchAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);
        var ids = IdsOf(await desk.GetAsync("/api/2024-04/suggestions"));

        var above = await desk.PostAsync("/api/decisions/above", new { month = "2024-04", rank = 5, action = "refuse" });
        Assert.Equal(ids.Take(4), above.GetProperty("papers").EnumerateArray().Select(paper => paper.GetString()!));
        Assert.Equal(string.Concat(ids.Take(4).Select(id => $"{id}\n")), bench.Read("refused.txt"));

        // The page was rendered before: its eighth is the fourth by now, and says which it is.
        await desk.PostAsync("/api/decisions/above", new { month = "2024-04", rank = 8, id = ids[7], action = "later" });
        Assert.Equal(string.Concat(ids.Skip(4).Take(3).Select(id => $"{id}\n")), bench.Read("later.txt"));

        await desk.PostAsync($"/api/edits/{above.GetProperty("edit").GetInt32()}/undo", new { });
        Assert.False(File.Exists(bench.PathOf("refused.txt")));
    }

    [Fact]
    public async Task What_was_taken_back_can_be_made_again_and_nothing_twice()
    {
        await using var bench = await RankedBenchAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);
        var edit = (await desk.PostAsync(Path, Decision("2404.00021", "refuse"))).GetProperty("edit").GetInt32();

        var undone = await desk.PostAsync($"/api/edits/{edit}/undo?month=2024-04", new { });
        Assert.Equal("open", undone.GetProperty("states").GetProperty("2404.00021").GetString());
        await desk.PostAsync($"/api/edits/{edit}/undo", new { }, HttpStatusCode.Conflict);
        await desk.PostAsync($"/api/edits/{edit}/redo", new { });
        Assert.Equal("2404.00021\n", bench.Read("refused.txt"));
        await desk.PostAsync($"/api/edits/{edit}/redo", new { }, HttpStatusCode.Conflict);
    }

    [Theory]
    [InlineData("2024-13", "2404.00021", "take", HttpStatusCode.BadRequest, "'2024-13' is not a month")]
    [InlineData("2024-04", "24.1", "take", HttpStatusCode.BadRequest, "is not an arXiv identifier")]
    [InlineData("2024-04", "2404.00021", "steal", HttpStatusCode.BadRequest, "is no decision")]
    [InlineData("../../etc", "2404.00021", "take", HttpStatusCode.BadRequest, "is not a month")]
    public async Task What_cannot_be_used_is_said_in_a_sentence_and_changes_nothing(
        string month, string id, string action, HttpStatusCode status, string sentence)
    {
        await using var bench = await RankedBenchAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);
        var before = ListsOf(bench);

        using var answer = await desk.SendAsync(HttpMethod.Post, Path, new { month, id, action });
        var problem = JsonElement.Parse(await answer.Content.ReadAsStringAsync(Token));

        Assert.Equal((status, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains(sentence, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(before, ListsOf(bench));
    }

    [Fact]
    public async Task A_form_leads_back_to_its_page_and_nowhere_else()
    {
        await using var bench = await RankedBenchAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);

        foreach (var (back, expected) in new[]
        {
            ("/2024-04/suggestions?show=open&after=0", "/2024-04/suggestions?show=open&after=0"),
            ("//elsewhere.example/", "/2024-04/suggestions"), ("https://elsewhere.example/", "/2024-04/suggestions"),
            ("/\\elsewhere.example", "/2024-04/suggestions"), ("/a\r\nSet-Cookie: x=y", "/2024-04/suggestions"),
        })
        {
            using var answer = await desk.SubmitAsync(
                Path, ("month", "2024-04"), ("id", "2404.00021"), ("action", "take"), ("back", back));
            Assert.Equal((HttpStatusCode.SeeOther, expected), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        }

        Assert.EndsWith("- 2404.00021\n", bench.Read("curated", "2024-04.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_somebody_deletes_costs_no_decision()
    {
        await using var bench = await RankedBenchAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);
        await desk.PostAsync(Path, Decision("2404.00021", "take"));
        File.Delete(bench.Store);

        var answer = await desk.PostAsync(Path, Decision("2404.00022", "take"));

        Assert.Equal("taken", answer.GetProperty("state").GetString());
        Assert.EndsWith("- 2404.00021\n- 2404.00022\n", bench.Read("curated", "2024-04.md"), StringComparison.Ordinal);
        await desk.PageAsync("/2024-04/suggestions");
    }

    /// <summary>A month of 60 papers, 20 of them picked in the month before, ranked.</summary>
    internal static async Task<Workbench> RankedBenchAsync()
    {
        var bench = await Workbench.StartAsync(
            InventedPapers.Many(60).Concat(Enumerable.Range(1, 20).Select(number => InventedPapers.One(
                FormattableString.Invariant($"2403.{number:D5}"), new DateTimeOffset(2024, 3, 4, 12, 0, 0, TimeSpan.Zero)))));
        bench.List(
            "2024-03.md",
            string.Concat(Enumerable.Range(1, 20).Select(number => FormattableString.Invariant($"- 2403.{number:D5}\n"))));
        bench.List("2024-04.md", "# Notable arXiv papers, April 2024\n\n- 2404.00001\n");
        var swept = await bench.RunAsync("backfill", "--from", "2024-03", "--to", "2024-04", "--sweep", "--set", "Sweep:Categories=*");
        Assert.True(swept.Exit is 0 or 1, swept.Error);
        Assert.Equal(0, (await bench.RunAsync("suggest", "2024-04", "--set", "Sweep:Categories=*")).Exit);
        return bench;
    }

    internal static List<string> IdsOf(JsonElement window) =>
        [.. window.GetProperty("suggestions").EnumerateArray().Select(paper => paper.GetProperty("id").GetString()!)];

    /// <summary>The files that decisions stand in, each with its text; drafts the service writes by itself once it has started.</summary>
    private static List<(string, string)> ListsOf(Workbench bench) =>
    [
        .. Directory.EnumerateFiles(bench.PathOf("curated")).Order(StringComparer.Ordinal).Select(file => (file, File.ReadAllText(file))),
        .. Directory.EnumerateFiles(bench.Folder, "*.txt").Order(StringComparer.Ordinal).Select(file => (file, File.ReadAllText(file))),
    ];

    private static object Decision(string id, string action) => new { month = "2024-04", id, action };

    private static (string? File, string? Id, bool Starred) EntryOf(JsonElement answer)
    {
        var entry = answer.GetProperty("entry");
        return (entry.GetProperty("file").GetString(), entry.GetProperty("id").GetString(), entry.GetProperty("starred").GetBoolean());
    }
}
