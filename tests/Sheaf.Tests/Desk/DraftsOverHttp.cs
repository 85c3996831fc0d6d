using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AngleSharp.Html.Parser;

namespace Sheaf.Tests.Desk;

/// <summary>A month's draft over HTTP: its text, bringing it up to date, moving its blocks, handing it on.</summary>
public sealed class DraftsOverHttp
{
    private const string TextPath = "/api/2024-04/draft/text";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_text_is_kept_to_the_byte()
    {
        await using var bench = await BenchAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("# April\r\n\r\nWörter \0 and\rmore\n\n\n")];

        using var put = await PutAsync(desk, bytes, await TagAsync(desk));
        using var read = await desk.SendAsync(HttpMethod.Get, TextPath);

        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(DraftOf(bench), Token));
        Assert.Equal(bytes, await read.Content.ReadAsByteArrayAsync(Token));
        Assert.Equal(("text/markdown", "utf-8"), (read.Content.Headers.ContentType!.MediaType, read.Content.Headers.ContentType.CharSet));
        Assert.Equal(put.Headers.ETag, read.Headers.ETag);
        using var same = await desk.SendAsync(
            HttpMethod.Get, TextPath, change: request => request.Headers.IfNoneMatch.Add(read.Headers.ETag!));
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
    }

    [Fact]
    public async Task Words_of_two_people_at_different_places_are_offered_together_and_nothing_is_written()
    {
        await using var bench = await BenchAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);
        var (loaded, tag) = (bench.Read("drafts", "2024-04.md"), await TagAsync(desk));
        var disk = $"{loaded}\nTheir last words.\n";
        await File.WriteAllTextAsync(DraftOf(bench), disk, Token);

        using var answer = await PutAsync(desk, Encoding.UTF8.GetBytes($"My first words.\n\n{loaded}"), tag);
        var problem = JsonElement.Parse(await answer.Content.ReadAsStringAsync(Token));

        Assert.Equal((HttpStatusCode.PreconditionFailed, disk), (answer.StatusCode, bench.Read("drafts", "2024-04.md")));
        Assert.Equal(
            (disk, $"My first words.\n\n{loaded}", $"My first words.\n\n{disk}"),
            (problem.GetProperty("current").GetString(), problem.GetProperty("asked").GetString(),
                problem.GetProperty("merged").GetString()));

        // What the answer names is what she has seen now.
        using var again = await PutAsync(
            desk, Encoding.UTF8.GetBytes(problem.GetProperty("merged").GetString()!), problem.GetProperty("etag").GetString()!);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal($"My first words.\n\n{disk}", bench.Read("drafts", "2024-04.md"));
    }

    [Fact]
    public async Task A_page_that_stood_open_through_many_saves_of_another_still_comes_together()
    {
        await using var bench = await BenchAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);
        var (loaded, first) = (bench.Read("drafts", "2024-04.md"), await TagAsync(desk));
        for (var save = 0; save < 40; save++)
        {
            await File.WriteAllTextAsync(DraftOf(bench), $"{loaded}\nTheirs {save}.\n", Token);
            await TagAsync(desk);
        }

        using var answer = await PutAsync(desk, Encoding.UTF8.GetBytes($"Mine.\n\n{loaded}"), first);
        var problem = JsonElement.Parse(await answer.Content.ReadAsStringAsync(Token));

        Assert.Equal($"Mine.\n\n{loaded}\nTheirs 39.\n", problem.GetProperty("merged").GetString());
    }

    [Fact]
    public async Task Words_at_one_place_are_to_be_chosen()
    {
        await using var bench = await BenchAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);
        var (loaded, tag) = (bench.Read("drafts", "2024-04.md"), await TagAsync(desk));
        await File.WriteAllTextAsync(DraftOf(bench), $"{loaded}\nTheirs.\n", Token);

        using var answer = await PutAsync(desk, Encoding.UTF8.GetBytes($"{loaded}\nMine.\n"), tag);
        var problem = JsonElement.Parse(await answer.Content.ReadAsStringAsync(Token));

        Assert.Equal(JsonValueKind.Null, problem.GetProperty("merged").ValueKind);
        var clash = problem.GetProperty("parts").EnumerateArray().Single(part => part.GetProperty("kind").GetString() == "conflict");
        Assert.Equal(("\nMine.\n", "\nTheirs.\n"), (clash.GetProperty("mine").GetString(), clash.GetProperty("theirs").GetString()));
    }

    [Fact]
    public async Task The_same_text_again_is_no_conflict()
    {
        await using var bench = await BenchAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);
        var tag = await TagAsync(desk);
        using var first = await PutAsync(desk, "Words.\n"u8.ToArray(), tag);
        using var second = await PutAsync(desk, "Words.\n"u8.ToArray(), tag);

        Assert.Equal((HttpStatusCode.OK, first.Headers.ETag), (second.StatusCode, second.Headers.ETag));
    }

    [Fact]
    public async Task A_text_that_cannot_be_meant_is_refused_and_the_draft_stays()
    {
        await using var bench = await BenchAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);
        var (loaded, tag) = (bench.Read("drafts", "2024-04.md"), await TagAsync(desk));

        using var empty = await PutAsync(desk, " \n"u8.ToArray(), tag);
        using var broken = await PutAsync(desk, [0x41, 0xFF, 0x0A], tag);
        using var wide = await PutAsync(desk, Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("A")).ToArray(), tag);
        using var large = await PutAsync(desk, new byte[(1 << 20) + 1], tag);
        using var unseen = await PutAsync(desk, "A\n"u8.ToArray(), null);
        using var picture = await PutAsync(desk, "A\n"u8.ToArray(), tag, "image/png");
        using var either = await desk.SendAsync(
            HttpMethod.Put, TextPath, change: request =>
            {
                request.Content = new ByteArrayContent("A\n"u8.ToArray());
                request.Headers.TryAddWithoutValidation("If-Match", $"\"{tag}\", \"other\"");
            });
        using var fieldless = await desk.SubmitAsync(TextPath, ("etag", tag));
        var missing = await desk.PostAsync(TextPath, new { etag = tag }, HttpStatusCode.BadRequest);

        Assert.Equal(
            [
                HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.RequestEntityTooLarge,
                HttpStatusCode.PreconditionRequired, HttpStatusCode.UnsupportedMediaType, HttpStatusCode.PreconditionRequired,
                HttpStatusCode.BadRequest,
            ],
            new[] { empty, broken, wide, large, unseen, picture, either, fieldless }.Select(answer => answer.StatusCode));
        Assert.StartsWith("The text is missing", missing.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(loaded, bench.Read("drafts", "2024-04.md"));
    }

    [Fact]
    public async Task A_draft_in_another_encoding_is_left_alone()
    {
        await using var bench = await BenchAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);
        await File.WriteAllTextAsync(DraftOf(bench), "# April\n", Encoding.Unicode, Token);

        var problem = await desk.AskAsync(HttpMethod.Get, TextPath, status: HttpStatusCode.UnprocessableEntity);

        Assert.Contains("save it as UTF-8", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Contains("save it as UTF-8", await desk.PageAsync("/2024-04/draft"), StringComparison.Ordinal);
        await File.WriteAllBytesAsync(DraftOf(bench), [0x41, 0xFF, 0x0A], Token);
        foreach (var path in new[] { "draft/diff", "draft/rich", "export/html?edited=true" })
        {
            await desk.AskAsync(HttpMethod.Get, $"/api/2024-04/{path}", status: HttpStatusCode.UnprocessableEntity);
        }
    }

    [Fact]
    public async Task A_draft_that_has_gone_comes_back_only_when_she_says_so()
    {
        await using var bench = await BenchAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);
        var tag = await TagAsync(desk);
        File.Delete(DraftOf(bench));

        using var refused = await PutAsync(desk, "Words.\n"u8.ToArray(), tag);
        Assert.Equal(HttpStatusCode.PreconditionFailed, refused.StatusCode);
        Assert.False(File.Exists(DraftOf(bench)));
        await desk.AskAsync(HttpMethod.Get, TextPath, status: HttpStatusCode.NotFound);

        using var kept = await PutAsync(desk, "Words.\n"u8.ToArray(), null, change: request => request.Headers.IfNoneMatch.ParseAdd("*"));
        Assert.Equal((HttpStatusCode.OK, "Words.\n"), (kept.StatusCode, bench.Read("drafts", "2024-04.md")));
    }

    [Fact]
    public async Task A_form_keeps_every_byte_that_it_shows_and_says_when_it_cannot_save()
    {
        await using var bench = await BenchAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);
        var windows = "\r\n" + bench.Read("drafts", "2024-04.md").ReplaceLineEndings("\r\n") + "Mixed.\nEnd.";
        await File.WriteAllTextAsync(DraftOf(bench), windows, new UTF8Encoding(true), Token);
        var (text, tag) = await BoxAsync(desk);

        using var same = await SubmitAsync(desk, text, tag);
        Assert.Equal(HttpStatusCode.SeeOther, same.StatusCode);
        byte[] expected = [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(windows)];
        Assert.Equal(expected, await File.ReadAllBytesAsync(DraftOf(bench), Token));

        await File.AppendAllTextAsync(DraftOf(bench), "\n\nTheirs.", Token);
        using var conflict = await SubmitAsync(desk, $"Mine.\n{text}", tag);
        var page = new HtmlParser().ParseDocument(await conflict.Content.ReadAsStringAsync(Token));
        Assert.Equal(HttpStatusCode.PreconditionFailed, conflict.StatusCode);
        Assert.StartsWith("Mine.", page.GetElementById("text")!.TextContent, StringComparison.Ordinal);

        var both = page.QuerySelector("#conflict form")!;
        using var saved = await SubmitAsync(
            desk, both.QuerySelector("textarea")!.TextContent, both.QuerySelector("[name=etag]")!.GetAttribute("value")!);
        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        Assert.Equal($"Mine.\r\n{windows}\n\nTheirs.", bench.Read("drafts", "2024-04.md"));
    }

    [Fact]
    public async Task Her_words_stay_hers_when_the_draft_is_brought_up_to_date()
    {
        await using var bench = await BenchAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);
        var mine = bench.Read("drafts", "2024-04.md").Replace("Widgets of kind 2404.00001", "My own title", StringComparison.Ordinal);
        using var put = await PutAsync(desk, Encoding.UTF8.GetBytes(mine), await TagAsync(desk));
        bench.List("2024-04.md", "# April\n\n- 2404.00001\n- 2404.00002\n- 2404.00003\n");
        await bench.RunAsync("harvest");

        var diff = await desk.GetAsync("/api/2024-04/draft/diff");
        Assert.Equal(
            JsonNode.Parse((await bench.RunAsync("draft", "2024-04", "--diff", "--json")).Output)!.ToJsonString(),
            JsonNode.Parse(diff.GetRawText())!.ToJsonString());
        Assert.Contains("\n+* Widgets of kind 2404.00003", diff.GetProperty("diff").GetString(), StringComparison.Ordinal);

        var made = await desk.PostAsync("/api/2024-04/draft", new { });
        Assert.Equal(("merged", "2404.00003"), (made.GetProperty("outcome").GetString(), made.GetProperty("added")[0].GetString()));
        Assert.Contains("My own title", bench.Read("drafts", "2024-04.md"), StringComparison.Ordinal);
        Assert.Contains("Widgets of kind 2404.00003", bench.Read("drafts", "2024-04.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_month_without_a_draft_gets_one_by_its_button()
    {
        await using var bench = await BenchAsync();
        File.Delete(DraftOf(bench));
        await using var desk = await ServedDesk.OpenAsync(bench);
        Assert.Contains("Write the draft", await desk.PageAsync("/2024-04/draft"), StringComparison.Ordinal);

        using var made = await desk.SubmitAsync("/api/2024-04/draft");

        Assert.Equal(HttpStatusCode.SeeOther, made.StatusCode);
        Assert.Contains("2404.00001", bench.Read("drafts", "2024-04.md"), StringComparison.Ordinal);
        await desk.PostAsync("/api/2023-01/draft", new { }, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Blocks_are_moved_by_the_buttons_of_the_page()
    {
        await using var bench = await BenchAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);
        var before = bench.Read("drafts", "2024-04.md");
        var page = new HtmlParser().ParseDocument(await desk.PageAsync("/2024-04/draft"));
        var down = page.QuerySelectorAll(".order form").First(form => form.QuerySelector("[value=down]") is not null);

        using var moved = await desk.SubmitAsync(
            down.GetAttribute("action")!,
            [.. down.QuerySelectorAll("input").Select(field => (field.GetAttribute("name")!, field.GetAttribute("value") ?? ""))]);

        var after = bench.Read("drafts", "2024-04.md");
        Assert.Equal(HttpStatusCode.SeeOther, moved.StatusCode);
        Assert.Equal(before.Length, after.Length);
        Assert.NotEqual(IsFirst(before), IsFirst(after));
        await desk.PostAsync("/api/2024-04/draft/move", new { block = "gone" }, HttpStatusCode.UnprocessableEntity);
    }

    [Theory]
    [InlineData("markdown", true, "text/markdown")]
    [InlineData("html", true, "text/html")]
    [InlineData("mail", true, "text/html")]
    [InlineData("markdown", false, "text/markdown")]
    [InlineData("html", false, "text/html")]
    [InlineData("bibtex", false, "application/x-bibtex")]
    [InlineData("csv", false, "text/csv")]
    public async Task Exports_are_those_of_the_command(string format, bool edited, string type)
    {
        await using var bench = await BenchAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);
        var file = bench.PathOf("out.md");
        string[] flag = edited ? ["--edited"] : [];
        Assert.Equal(0, (await bench.RunAsync(["draft", "2024-04", .. flag, "--format", format, "--output", file])).Exit);

        using var answer = await desk.SendAsync(HttpMethod.Get, $"/api/2024-04/export/{format}?edited={(edited ? "true" : "false")}");

        Assert.Equal(await File.ReadAllBytesAsync(file, Token), await answer.Content.ReadAsByteArrayAsync(Token));
        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        await desk.AskAsync(HttpMethod.Get, "/api/2024-04/export/nonsense", status: HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Rich_text_has_every_edit_and_none_of_sheafs_marks()
    {
        await using var bench = await BenchAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);
        await File.AppendAllTextAsync(DraftOf(bench), "\n<!-- write here -->\n\nMy *last* words.\n", Token);

        var rich = await desk.GetAsync("/api/2024-04/draft/rich");

        Assert.Contains("<p>My <em>last</em> words.</p>", rich.GetProperty("html").GetString(), StringComparison.Ordinal);
        Assert.Contains("My *last* words.", rich.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("write here", rich.GetRawText(), StringComparison.Ordinal);
        await desk.AskAsync(HttpMethod.Get, "/api/2024-05/draft/rich", status: HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("2", "Line 2: two")]
    [InlineData("3", "Line 3: <three>")]
    [InlineData("5", "The draft ends before line 5.")]
    [InlineData("0", null)]
    [InlineData("two", null)]
    public async Task A_line_that_is_asked_for_is_named(string line, string? told)
    {
        await using var bench = await BenchAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);
        await File.WriteAllTextAsync(DraftOf(bench), "# One\r\ntwo\r\n<three>\r\n", Token);

        var page = new HtmlParser().ParseDocument(await desk.PageAsync($"/2024-04/draft?line={line}"));

        Assert.Equal(told, page.QuerySelector("p.place")?.TextContent);
        Assert.Single(page.QuerySelectorAll("main a[href='/2024-04/publish']"));
    }

    /// <summary>Whether the first paper stands before the second.</summary>
    private static bool IsFirst(string text) =>
        text.IndexOf("2404.00001", StringComparison.Ordinal) < text.IndexOf("2404.00002", StringComparison.Ordinal);

    private static string DraftOf(Workbench bench) => bench.PathOf("drafts", "2024-04.md");

    private static async Task<Workbench> BenchAsync()
    {
        var bench = await Workbench.StartAsync(InventedPapers.Many(5));
        bench.List("2024-04.md", "# April\n\n- 2404.00001\n- 2404.00002\n");
        await bench.RunAsync("harvest");
        Assert.Equal(0, (await bench.RunAsync("draft", "2024-04")).Exit);
        return bench;
    }

    private static async Task<string> TagAsync(ServedDesk desk)
    {
        using var answer = await desk.SendAsync(HttpMethod.Get, TextPath);
        return answer.Headers.ETag!.Tag.Trim('"');
    }

    private static async Task<(string Text, string Tag)> BoxAsync(ServedDesk desk)
    {
        var page = new HtmlParser().ParseDocument(await desk.PageAsync("/2024-04/draft"));
        return (page.GetElementById("text")!.TextContent, page.QuerySelector("form.text [name=etag]")!.GetAttribute("value")!);
    }

    /// <summary>As browsers send a text box.</summary>
    private static Task<HttpResponseMessage> SubmitAsync(ServedDesk desk, string text, string tag) =>
        desk.SubmitAsync(TextPath, ("etag", tag), ("text", text.ReplaceLineEndings("\r\n")));

    private static Task<HttpResponseMessage> PutAsync(
        ServedDesk desk, byte[] text, string? tag, string type = "text/markdown", Action<HttpRequestMessage>? change = null) =>
        desk.SendAsync(HttpMethod.Put, TextPath, change: request =>
        {
            request.Content = new ByteArrayContent(text) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };
            if (tag is not null)
            {
                request.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"{tag}\""));
            }

            change?.Invoke(request);
        });
}
