using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Ballots;
using Sheaf.Settings;

namespace Sheaf.Tests.Desk;

/// <summary>The ballot of a reading group: what its file says, whose a name is, and what the editor makes of the votes.</summary>
public sealed partial class VotingOverHttp
{
    private const string List = "# Notable arXiv papers, April 2024\n\n- 2404.00001\n- 2404.00002 ★\n";

    private static readonly string[] Three = ["Ada", "Bob", "Cy"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_vote_is_a_line_and_the_same_again_is_none()
    {
        await using var bench = await ListedAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);
        var ballot = await OpenAsync(desk, "list");
        using var ada = desk.NewClient();
        using var bob = desk.NewClient();

        await OpenAsync(desk, "list");
        foreach (var _ in Enumerable.Range(0, 2))
        {
            await VoteAsync(ada, ballot, " Ada  Ä. ", "2404.00001", "yes", "turns “well”\n<b>&");
            await VoteAsync(bob, ballot, "Bob", "2404.00001", "no");
        }

        await VoteAsync(ada, ballot, "ADA Ä.", "2404.00001", "star");
        await VoteAsync(ada, ballot, "Ada Ä.", "2404.00002", "yes", "");
        await VoteAsync(ada, ballot, "Ada Ä.", "2404.00001", "star", "");
        await desk.PostAsync("/api/2024-04/ballot/close", new { });
        await desk.PostAsync("/api/2024-04/ballot/close", new { });

        Assert.Equal(
            """
            {"kind":"opened","at":"-","of":"list","ballot":"-","papers":["2404.00001","2404.00002"]}
            {"kind":"vote","at":"-","name":"Ada Ä.","id":"2404.00001","vote":"yes","comment":"turns “well” <b>&","browser":"-"}
            {"kind":"vote","at":"-","name":"Bob","id":"2404.00001","vote":"no","browser":"-"}
            {"kind":"vote","at":"-","name":"Ada Ä.","id":"2404.00001","vote":"star","comment":"turns “well” <b>&","browser":"-"}
            {"kind":"vote","at":"-","name":"Ada Ä.","id":"2404.00002","vote":"yes","browser":"-"}
            {"kind":"vote","at":"-","name":"Ada Ä.","id":"2404.00001","vote":"star","browser":"-"}
            {"kind":"closed","at":"-"}

            """,
            Changing().Replace(FileOf(bench), "\"$1\":\"-\""));
        Assert.Equal(List, bench.Read("curated", "2024-04.md"));
        Assert.Empty((await desk.GetAsync("/api/edits")).GetProperty("edits").EnumerateArray());
    }

    [Fact]
    public async Task A_name_belongs_to_the_browser_that_first_used_it()
    {
        await using var bench = await ListedAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);
        var ballot = await OpenAsync(desk, "list");
        using var ada = desk.NewClient();
        using var other = desk.NewClient();
        await VoteAsync(ada, ballot, "Ada", "2404.00001", "yes");
        var before = FileOf(bench);

        var taken = await VoteAsync(other, ballot, "aDA\u200b ", "2404.00002", "no", status: HttpStatusCode.Conflict);
        var second = await VoteAsync(ada, ballot, "Bob", "2404.00002", "no", status: HttpStatusCode.Conflict);

        Assert.Contains("another browser", taken.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Contains("votes as Ada", second.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(before, FileOf(bench));

        // Also at another time of the same month, and after a restart.
        await desk.PostAsync("/api/2024-04/ballot/close", new { });
        await desk.StopAsync();
        await desk.GoOnAsync();
        ballot = await OpenAsync(desk, "list");
        await VoteAsync(other, ballot, "Ada", "2404.00002", "no", status: HttpStatusCode.Conflict);
        await VoteAsync(ada, ballot, "Ada", "2404.00002", "star");
        await VoteAsync(other, ballot, "Bob", "2404.00002", "no");
    }

    [Fact]
    public async Task All_who_vote_at_once_are_heard_and_of_two_who_take_a_name_one_has_it()
    {
        await using var bench = await ListedAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);
        var ballot = await OpenAsync(desk, "list");
        string[] papers = ["2404.00001", "2404.00002"];
        var readers = Enumerable.Range(0, 8).Select(number => (Name: $"Reader {number}", Client: desk.NewClient())).ToList();

        // With the page a browser gets what it is known by.
        await Task.WhenAll(readers.Select(reader => reader.Client.GetStringAsync(ballot, Token)));
        await Task.WhenAll(readers.SelectMany(reader => papers.Select(paper =>
            VoteAsync(reader.Client, ballot, reader.Name, paper, "yes", $"{reader.Name} on {paper}"))));
        var claims = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            using var client = desk.NewClient();
            using var answer = await SendVoteAsync(client, ballot, new { name = "Zoe", id = papers[0], vote = "no" });
            return answer.StatusCode;
        }));
        readers.ForEach(reader => reader.Client.Dispose());

        Assert.Equal([HttpStatusCode.OK, .. Enumerable.Repeat(HttpStatusCode.Conflict, 3)], claims.Order());
        var results = await desk.GetAsync("/api/2024-04/ballot");
        Assert.Equal(
            ["2404.00001: 8 0 1", "2404.00002: 8 0 0"],
            results.GetProperty("papers").EnumerateArray().Select(paper =>
                $"{paper.GetProperty("id")}: {paper.GetProperty("yes")} {paper.GetProperty("star")} {paper.GetProperty("no")}"));
        Assert.Equal(1 + 16 + 1, FileOf(bench).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(9, results.GetProperty("names").GetArrayLength());
    }

    [Fact]
    public async Task Papers_with_enough_votes_are_taken_as_one_edit_that_is_taken_back_to_the_byte()
    {
        await using var bench = await DecidingOverHttp.RankedBenchAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);
        var list = bench.Read("curated", "2024-04.md");
        var ids = DecidingOverHttp.IdsOf(await desk.GetAsync("/api/2024-04/suggestions"));
        var ballot = await OpenAsync(desk, "suggestions");
        var offered = (await desk.GetAsync("/api/2024-04/ballot")).GetProperty("papers").EnumerateArray()
            .Select(paper => paper.GetProperty("id").GetString()!).ToList();

        // A yes for the first five, stars for the first of them, and two against the fourth.
        foreach (var (name, number) in Three.Zip(Enumerable.Range(0, 3)))
        {
            using var client = desk.NewClient();
            for (var paper = 0; paper < 5; paper++)
            {
                await VoteAsync(client, ballot, name, ids[paper], paper == 0 ? "star" : paper == 3 && number > 0 ? "no" : "yes");
            }
        }

        await desk.PostAsync("/api/decisions", new { month = "2024-04", id = ids[1], action = "refuse" });
        await desk.PostAsync("/api/decisions", new { month = "2024-04", id = ids[2], action = "later" });
        var taken = await desk.PostAsync("/api/2024-04/ballot/take", new { votes = 3 });

        Assert.Equal(ids.Take(50), offered);
        Assert.Equal($"{list}- {ids[0]} ★\n- {ids[2]}\n- {ids[4]}\n", bench.Read("curated", "2024-04.md"));
        Assert.Equal([ids[0], ids[2], ids[4]], taken.GetProperty("papers").EnumerateArray().Select(paper => paper.GetString()!));
        Assert.Equal((ids[1] + "\n", false), (bench.Read("refused.txt"), File.ReadAllText(bench.PathOf("later.txt")).Length > 0));
        var again = await desk.PostAsync("/api/2024-04/ballot/take", new { votes = 3 });
        Assert.Equal(JsonValueKind.Null, again.GetProperty("edit").ValueKind);

        await desk.PostAsync($"/api/edits/{taken.GetProperty("edit").GetInt32()}/undo", new { });
        Assert.Equal((list, $"{ids[2]}\n"), (bench.Read("curated", "2024-04.md"), bench.Read("later.txt")));
    }

    [Fact]
    public async Task Voters_see_their_own_votes_and_those_of_others_once_it_is_closed()
    {
        await using var bench = await ListedAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);
        var ballot = await OpenAsync(desk, "list");
        using var ada = desk.NewClient();
        using var bob = desk.NewClient();
        await VoteAsync(ada, ballot, "Ada", "2404.00001", "star", "a word of Ada's");
        await VoteAsync(bob, ballot, "Bob", "2404.00001", "no", "a word of Bob's");

        var open = await bob.GetStringAsync(PageOf(ballot), Token);
        Assert.Contains("a word of Bob", open, StringComparison.Ordinal);
        Assert.DoesNotContain("Ada", open + await bob.GetStringAsync(ballot, Token), StringComparison.Ordinal);

        await desk.PostAsync("/api/2024-04/ballot/close", new { });
        var refused = await VoteAsync(bob, ballot, "Bob", "2404.00001", "yes", status: HttpStatusCode.Gone);
        var closed = new HtmlParser().ParseDocument(await bob.GetStringAsync(PageOf(ballot), Token));
        var votes = JsonElement.Parse(await bob.GetStringAsync(ballot, Token)).GetProperty("papers")[0].GetProperty("votes");

        Assert.Contains("closed", refused.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal("1 star, 0 yes, 1 no", closed.QuerySelector(".votes")!.TextContent);
        Assert.Equal(
            ["Ada (star): a word of Ada's", "Bob (no): a word of Bob's"],
            closed.QuerySelectorAll(".said-of-it li").Select(one => one.TextContent));
        Assert.Empty(closed.QuerySelectorAll("form"));
        Assert.Equal(["Ada", "Bob"], votes.EnumerateArray().Select(vote => vote.GetProperty("name").GetString()));

        // Opened again: another link, and what was said counts on.
        var next = await OpenAsync(desk, "list");
        Assert.NotEqual(ballot, next);
        foreach (var address in new[] { ballot, PageOf(ballot) })
        {
            using var gone = await bob.GetAsync(address, Token);
            Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        }

        await VoteAsync(bob, ballot, "Bob", "2404.00001", "yes", status: HttpStatusCode.NotFound);
        Assert.Contains("a word of Bob", await bob.GetStringAsync(PageOf(next), Token), StringComparison.Ordinal);
        Assert.Equal(1, (await desk.GetAsync("/api/2024-04/ballot")).GetProperty("papers")[0].GetProperty("star").GetInt32());
    }

    [Fact]
    public async Task A_page_without_script_asks_for_a_name_and_keeps_votes_and_words()
    {
        await using var bench = await ListedAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);
        var ballot = await OpenAsync(desk, "list");
        using var ada = desk.NewClient();
        using var late = desk.NewClient();

        var first = await PageAsync(ada, PageOf(ballot));
        Assert.Empty(first.QuerySelectorAll("form.vote"));
        var ask = (IHtmlFormElement)first.QuerySelector("form.you")!;
        Assert.Equal(("get", PageOf(ballot).AbsolutePath), (ask.GetAttribute("method"), ask.GetAttribute("action")));
        var named = await PageAsync(ada, new Uri(PageOf(ballot), "?name=Ada"));
        Assert.Equal(List, bench.Read("curated", "2024-04.md"));
        var form = named.QuerySelectorAll("form.vote")[1];
        using var sent = await SubmitAsync(ada, desk, form, ("vote", "star"), ("comment", "one\r\ntwo"));
        Assert.Equal(
            (HttpStatusCode.SeeOther, PageOf(ballot).AbsolutePath + "#p-2404.00002"),
            (sent.StatusCode, sent.Headers.Location!.OriginalString));

        var after = await PageAsync(ada, PageOf(ballot));
        var row = after.QuerySelector("[data-id='2404.00002']")!;
        Assert.Equal(("star", "one two"), (row.GetAttribute("data-vote"), row.QuerySelector("textarea")!.TextContent));
        Assert.Equal("star", row.QuerySelector("[aria-pressed=true]")!.GetAttribute("value"));
        Assert.Equal("Ada", after.QuerySelector("#name")!.TextContent);

        // The name was free when the page was made, and is taken when the vote comes: what was written is still there.
        var taken = await PageAsync(late, new Uri(PageOf(ballot), "?name=Ada"), HttpStatusCode.Conflict);
        Assert.Contains("another browser", taken.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        using var refused = await SubmitAsync(late, desk, form, ("vote", "no"), ("comment", "my words"));
        var page = new HtmlParser().ParseDocument(await refused.Content.ReadAsStringAsync(Token));
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("another browser", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("my words", page.QuerySelector("[data-id='2404.00002'] .unkept")!.TextContent);
    }

    [Fact]
    public async Task What_readers_write_is_text_on_every_page_and_one_line_in_the_file()
    {
        const string evil = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";
        await using var bench = await ListedAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);
        var ballot = await OpenAsync(desk, "list");
        var number = 0;
        foreach (var text in HostilePapers.Texts.Append(evil))
        {
            using var reader = desk.NewClient();
            var name = string.Concat($"{++number} {text}".EnumerateRunes().Take(50));
            await VoteAsync(reader, ballot, name, "2404.00001", "yes", text);
        }

        foreach (var path in new[] { "/2024-04", "/2024-04/list", "/2024-04/suggestions", "/2024-04/ballot" })
        {
            AssertHarmless(await desk.PageAsync(path));
        }

        var shown = new HtmlParser().ParseDocument(await desk.PageAsync("/2024-04/list"));
        Assert.Contains(shown.QuerySelectorAll(".said-of-it li"), said => said.TextContent.EndsWith(evil, StringComparison.Ordinal));
        await desk.PostAsync("/api/2024-04/ballot/close", new { });
        using var anybody = desk.NewClient();
        AssertHarmless(await anybody.GetStringAsync(PageOf(ballot), Token));
        Assert.Equal(number + 2, FileOf(bench).Split('\n').Length - 1);
        Assert.DoesNotContain(
            FileOf(bench), letter => letter != '\n' && (char.IsControl(letter) || letter is '\u202e' or '\u2028' or '\u200b'));
    }

    [Fact]
    public async Task A_line_that_is_damaged_or_foreign_is_named_and_stays_byte_by_byte()
    {
        await using var bench = await ListedAsync();
        Directory.CreateDirectory(bench.PathOf("ballots"));
        byte[] before =
        [
            .. "\ufeff{\"kind\":\"vote\",\"name\":\"By mail\",\"id\":\"2404.00001\",\"vote\":\"star\"}\r\n\r\n"u8,
            .. "// my own words\n{\"kind\":\"vote\",\"name\":\"A\",\"id\":\"2404.00001\",\"vote\":\"maybe\"}\n"u8,
            .. "{\"kind\":\"vote\",\"name\":\""u8, 0xff, .. "\",\"id\":\"2404.00001\",\"vote\":\"yes\"}\n{\"kind\":\"vote\",\"na"u8,
        ];
        await File.WriteAllBytesAsync(bench.PathOf("ballots", "2024-04.jsonl"), before, Token);
        await using var desk = await ServedDesk.OpenAsync(bench);

        var ballot = await OpenAsync(desk, "list");
        using var ada = desk.NewClient();
        await VoteAsync(ada, ballot, "Ada", "2404.00001", "yes");
        var answer = await desk.GetAsync("/api/2024-04/ballot");

        Assert.Equal(
            [
                "ballots/2024-04.jsonl, line 3", "ballots/2024-04.jsonl, line 4", "ballots/2024-04.jsonl, line 5",
                "ballots/2024-04.jsonl, line 6",
            ],
            answer.GetProperty("warnings").EnumerateArray().Select(warning => warning.GetString()!.Split(" is no ")[0]));
        Assert.Equal(["By mail", "Ada"], answer.GetProperty("names").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal(before, (await File.ReadAllBytesAsync(bench.PathOf("ballots", "2024-04.jsonl"), Token))[..before.Length]);
        Assert.Contains("line 6", await desk.PageAsync("/2024-04/ballot"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"name":"","id":"2404.00001","vote":"yes"}""", 400, "under which name")]
    [InlineData("""{"name":"\u200b\u202e","id":"2404.00001","vote":"yes"}""", 400, "under which name")]
    [InlineData("""{"name":"1234567890123456789012345678901234567890123456789012345678901","id":"2404.00001","vote":"yes"}""", 400, "60")]
    [InlineData("""{"name":"Ada","id":"2404.00009","vote":"yes"}""", 422, "not put to the vote")]
    [InlineData("""{"name":"Ada","id":"nonsense","vote":"yes"}""", 400, "not an arXiv identifier")]
    [InlineData("""{"name":"Ada","id":"2404.00001","vote":"maybe"}""", 400, "no vote")]
    [InlineData("""{"name":"Ada","id":"2404.00001","vote":"yes","star":true}""", 400, "star is not known")]
    public async Task What_is_no_vote_is_refused_in_a_sentence(string json, int status, string sentence)
    {
        await using var bench = await ListedAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);
        var ballot = await OpenAsync(desk, "list");
        var before = FileOf(bench);

        using var answer = await desk.SendAsync(
            HttpMethod.Post, ballot.AbsolutePath, change: request => request.Content = new StringContent(json, null, "application/json"));

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Contains(
            sentence, JsonElement.Parse(await answer.Content.ReadAsStringAsync(Token)).GetProperty("detail").GetString(),
            StringComparison.Ordinal);
        Assert.Equal(before, FileOf(bench));
    }

    [Fact]
    public async Task Words_have_an_end_and_so_have_bodies_and_haste()
    {
        await using var bench = await ListedAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);
        var ballot = await OpenAsync(desk, "list");
        using var ada = desk.NewClient();
        using var strangers = desk.NewClient();

        await VoteAsync(ada, ballot, "Ada", "2404.00001", "yes", new string('w', 500));
        await VoteAsync(ada, ballot, "Ada", "2404.00001", "no", new string('w', 501), HttpStatusCode.BadRequest);
        await VoteAsync(ada, ballot, "Ada", "2404.00001", "no", new string('w', 70_000), HttpStatusCode.RequestEntityTooLarge);
        for (var number = 0; number < 29; number++)
        {
            await VoteAsync(strangers, ballot, "Ada", "2404.00001", "no", status: HttpStatusCode.Conflict);
        }

        using var tooMany = await SendVoteAsync(strangers, ballot, new { name = "Bob", id = "2404.00001", vote = "no" });
        Assert.Equal((HttpStatusCode.TooManyRequests, true), (tooMany.StatusCode, tooMany.Headers.RetryAfter is not null));

        // Who votes already is not kept waiting by them.
        await VoteAsync(ada, ballot, "Ada", "2404.00002", "yes");
    }

    [Fact]
    public async Task A_ballot_has_room_for_a_group_and_an_end_for_one_who_never_rests()
    {
        await using var bench = await ListedAsync();
        var (month, paper) = (Month.Parse("2024-04"), ArxivIdentifier.Parse("2404.00001"));
        var workspace = new Workspace(bench.Folder);
        var ballots = new MonthBallots(new BallotFile(workspace, TimeProvider.System), TimeProvider.System);
        var number = ballots.Open(month, BallotOf.List, [paper], Token).Opening!.Number;
        Vote VoteOf(string name, Choice choice) => ballots.Cast(month, number, new(name, paper, choice, null), $"browser of {name}", Token);
        for (var voter = 0; voter < MonthBallots.MostNames; voter++)
        {
            VoteOf($"Reader {voter}", Choice.Yes);
        }

        Assert.Equal(BallotRefusal.Full, Assert.Throws<BallotRefusedException>(() => VoteOf("One more", Choice.Yes)).Why);
        VoteOf("Reader 0", Choice.No);

        var line = FileOf(bench).Split('\n')[^2] + "\n";
        await File.AppendAllTextAsync(
            workspace.BallotFile(month), string.Concat(Enumerable.Repeat(line, MonthBallots.MostLines)), Token);
        Assert.Equal(BallotRefusal.Full, Assert.Throws<BallotRefusedException>(() => VoteOf("Reader 0", Choice.Star)).Why);
        VoteOf("Reader 1", Choice.No);
    }

    [Fact]
    public async Task Nothing_is_put_to_the_vote_where_there_is_nothing()
    {
        await using var bench = await Workbench.StartAsync([]);
        await using var desk = await ServedDesk.OpenAsync(bench);

        await desk.PostAsync("/api/2024-04/ballot/open", new { of = "list" }, HttpStatusCode.Conflict);
        await desk.PostAsync("/api/2024-04/ballot/open", new { of = "suggestions" }, HttpStatusCode.Conflict);
        await desk.PostAsync("/api/2024-04/ballot/open", new { of = "everything" }, HttpStatusCode.BadRequest);
        await desk.PostAsync("/api/2024-04/ballot/close", new { }, HttpStatusCode.Conflict);
        await desk.PostAsync("/api/2024-04/ballot/take", new { votes = 0 }, HttpStatusCode.BadRequest);
        Assert.Equal("none", (await desk.GetAsync("/api/2024-04/ballot")).GetProperty("state").GetString());
        Assert.False(Directory.Exists(bench.PathOf("ballots")));

        bench.List("2024-04.md", List);
        await OpenAsync(desk, "list");
        await desk.PostAsync("/api/2024-04/ballot/open", new { of = "suggestions" }, HttpStatusCode.Conflict);
    }

    /// <summary>A month's list of two papers that nobody has fetched.</summary>
    internal static async Task<Workbench> ListedAsync()
    {
        var bench = await Workbench.StartAsync([]);
        bench.List("2024-04.md", List);
        return bench;
    }

    /// <summary>Puts something to the vote.</summary>
    /// <returns>Where votes are sent.</returns>
    internal static async Task<Uri> OpenAsync(ServedDesk desk, string of)
    {
        var link = new Uri((await desk.PostAsync("/api/2024-04/ballot/open", new { of })).GetProperty("link").GetString()!);
        Assert.Equal((desk.Address.Authority, "/ballot/"), (link.Authority, link.Segments[0] + link.Segments[1]));
        return new(desk.Address, $"/api{link.AbsolutePath}");
    }

    internal static async Task<HttpResponseMessage> SendVoteAsync(HttpClient reader, Uri ballot, object vote)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, ballot) { Content = JsonContent.Create(vote, vote.GetType()) };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return await reader.SendAsync(request, Token);
    }

    private static async Task<JsonElement> VoteAsync(
        HttpClient reader, Uri ballot, string name, string id, string vote, string? comment = null,
        HttpStatusCode status = HttpStatusCode.OK)
    {
        object sent = comment is null ? new { name, id, vote } : new { name, id, vote, comment };
        using var answer = await SendVoteAsync(reader, ballot, sent);
        var text = await answer.Content.ReadAsStringAsync(Token);
        Assert.True(status == answer.StatusCode, $"{answer.StatusCode} {text}");
        return JsonElement.Parse(text);
    }

    private static Uri PageOf(Uri ballot) => new(ballot, ballot.AbsolutePath["/api".Length..]);

    private static async Task<IHtmlDocument> PageAsync(HttpClient reader, Uri address, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var answer = await reader.GetAsync(address, Token);
        Assert.Equal(status, answer.StatusCode);
        return new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(Token));
    }

    private static async Task<HttpResponseMessage> SubmitAsync(
        HttpClient reader, ServedDesk desk, AngleSharp.Dom.IElement form, params (string Name, string Value)[] more)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(desk.Address, form.GetAttribute("action")!));
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        request.Headers.Add("Accept", "text/html");
        request.Content = new FormUrlEncodedContent(
            form.QuerySelectorAll("input").Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value")!))
                .Concat(more.Select(field => KeyValuePair.Create(field.Name, field.Value))));
        return await reader.SendAsync(request, Token);
    }

    private static void AssertHarmless(string html)
    {
        var page = new HtmlParser().ParseDocument(html);
        Assert.All(page.QuerySelectorAll("script"), script => Assert.Equal("", script.TextContent));
        Assert.Empty(page.QuerySelectorAll("style, [style], iframe, object, embed, base, img, [onerror]"));
        Assert.All(
            page.QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")!),
            href => Assert.True(href is ['/' or '#', ..] || href.StartsWith("https://arxiv.org/", StringComparison.Ordinal), href));
    }

    private static string FileOf(Workbench bench) => bench.Read("ballots", "2024-04.jsonl");

    [GeneratedRegex("\"(at|ballot|browser)\":\"[^\"]+\"")]
    private static partial Regex Changing();
}
