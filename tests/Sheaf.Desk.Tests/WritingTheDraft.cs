using System.Globalization;
using PuppeteerSharp;
using PuppeteerSharp.Input;
using Sheaf.Desk.Tests.Support;

namespace Sheaf.Desk.Tests;

/// <summary>The draft written in the browser: saved while she rests, beside others who save it, too, and no word lost.</summary>
public sealed class WritingTheDraft(Chromium chromium)
{
    private const string Draft = "/2024-04/draft";
    private const string Saved = "document.getElementById('kept').textContent.startsWith('Saved ')";
    private const string Leaving = "window.dispatchEvent(new Event('beforeunload', { cancelable: true }))";
    private const string IsAsked = "document.querySelector('#conflict button')";

    /// <summary>The permissions to use it.</summary>
    private static readonly string[] Clipboard = ["clipboardReadWrite", "clipboardSanitizedWrite"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Words_are_saved_after_a_rest_and_the_page_beside_them_shows_them()
    {
        await using var bench = await BenchAsync();
        var windows = bench.Read("drafts", "2024-04.md").ReplaceLineEndings("\r\n");
        await File.WriteAllTextAsync(DraftOf(bench), windows, Token);
        await using var desk = await ServedDesk.OpenAsync(bench);
        await using var visit = await chromium.VisitAsync(desk);
        await visit.GoToAsync(Draft);

        await TypeAtEndAsync(visit, "\nLast words.");
        Assert.Equal("Not saved yet", await KeptAsync(visit));
        Assert.Equal(windows, bench.Read("drafts", "2024-04.md"));

        await visit.UntilAsync(Saved);
        Assert.Equal($"{windows}\r\nLast words.", bench.Read("drafts", "2024-04.md"));
        Assert.Matches(@"^Saved \d\d:\d\d:\d\d$", await KeptAsync(visit));
        await visit.UntilAsync("document.querySelector('.rendered').textContent.includes('Last words.')");
        Assert.Equal("text", await visit.AskAsync<string>("document.activeElement.id"));

        await TypeAtEndAsync(visit, " More.");
        await visit.Page.Keyboard.DownAsync("Control");
        await visit.PressAsync("Enter");
        await visit.Page.Keyboard.UpAsync("Control");
        await visit.UntilAsync(Saved);
        Assert.EndsWith("Last words. More.", bench.Read("drafts", "2024-04.md"), StringComparison.Ordinal);
        Assert.Empty(visit.Trouble);
    }

    [Fact]
    public async Task Leaving_with_words_that_are_not_saved_is_asked_about()
    {
        await using var bench = await BenchAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);
        await using var visit = await chromium.VisitAsync(desk);
        await visit.GoToAsync(Draft);

        await TypeAtEndAsync(visit, "\nWords.");
        Assert.False(await visit.AskAsync<bool>(Leaving));

        await visit.UntilAsync(Saved);
        Assert.True(await visit.AskAsync<bool>(Leaving));
    }

    [Fact]
    public async Task Words_of_two_programs_at_different_places_come_together_when_she_says_so()
    {
        await using var bench = await BenchAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);
        await using var visit = await chromium.VisitAsync(desk);
        var loaded = bench.Read("drafts", "2024-04.md");
        await visit.GoToAsync(Draft);

        await TypeAtEndAsync(visit, "\nMine.");
        var theirs = $"Theirs.\n\n{loaded}";
        await File.WriteAllTextAsync(DraftOf(bench), theirs, Token);

        await visit.UntilAsync(IsAsked);
        Assert.Equal(theirs, bench.Read("drafts", "2024-04.md"));
        Assert.EndsWith("\nMine.", await BoxAsync(visit), StringComparison.Ordinal);
        Assert.Contains("Theirs.", await TextAsync(visit, "#conflict"), StringComparison.Ordinal);

        await ClickAsync(visit, "Save both together");
        await visit.UntilAsync(Saved);
        Assert.Equal($"{theirs}\nMine.", bench.Read("drafts", "2024-04.md"));
    }

    [Theory]
    [InlineData("mine", "Mine.")]
    [InlineData("theirs", "Theirs.\n")]
    [InlineData("both", "Mine.\nTheirs.\n")]
    public async Task Words_of_two_programs_at_one_place_are_chosen(string choice, string end)
    {
        await using var bench = await BenchAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);
        await using var visit = await chromium.VisitAsync(desk);
        var loaded = bench.Read("drafts", "2024-04.md");
        await visit.GoToAsync(Draft);

        await TypeAtEndAsync(visit, "Mine.");
        await File.WriteAllTextAsync(DraftOf(bench), $"{loaded}Theirs.\n", Token);
        await visit.UntilAsync(IsAsked);
        await visit.Page.ClickAsync($"#conflict input[value={choice}]");
        await ClickAsync(visit, "Save what I have chosen");

        await visit.UntilAsync(Saved);
        Assert.Equal(loaded + end, bench.Read("drafts", "2024-04.md"));
        Assert.Equal((loaded + end).ReplaceLineEndings("\n"), await BoxAsync(visit));
    }

    [Fact]
    public async Task Words_given_up_for_the_files_can_be_brought_back()
    {
        await using var bench = await BenchAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);
        await using var visit = await chromium.VisitAsync(desk);
        var loaded = bench.Read("drafts", "2024-04.md");
        await visit.GoToAsync(Draft);

        await TypeAtEndAsync(visit, "Mine.");
        await File.WriteAllTextAsync(DraftOf(bench), $"{loaded}Theirs.\n", Token);
        await visit.UntilAsync(IsAsked);
        Assert.Equal("Not saved yet", await visit.AskAsync<string>("document.getElementById('kept').textContent"));
        await ClickAsync(visit, "Take the file's");
        Assert.Equal($"{loaded}Theirs.\n".ReplaceLineEndings("\n"), await BoxAsync(visit));
        await ClickAsync(visit, "Bring mine back");

        await visit.UntilAsync(Saved);
        Assert.Equal($"{loaded}Mine.".ReplaceLineEndings("\n"), await BoxAsync(visit));
        Assert.Equal($"{loaded}Mine.", bench.Read("drafts", "2024-04.md"));
    }

    [Fact]
    public async Task An_open_box_is_not_replaced_and_one_that_nobody_is_in_shows_the_file()
    {
        await using var bench = await BenchAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);
        await using var visit = await chromium.VisitAsync(desk);
        var loaded = bench.Read("drafts", "2024-04.md");
        await visit.GoToAsync(Draft);

        await visit.Page.FocusAsync("#text");
        await File.WriteAllTextAsync(DraftOf(bench), $"{loaded}\nOne.\n", Token);
        await visit.UntilAsync(IsAsked);
        Assert.Equal(loaded, await BoxAsync(visit));

        await ClickAsync(visit, "Show the file's text");
        Assert.Equal($"{loaded}\nOne.\n", await BoxAsync(visit));

        await visit.AskAsync<object?>("document.activeElement.blur()");
        await File.WriteAllTextAsync(DraftOf(bench), $"{loaded}\nTwo.\n", Token);
        await visit.UntilAsync("document.getElementById('text').value.endsWith('Two.\\n')");
        await visit.UntilAsync("document.querySelector('.rendered').textContent.includes('Two.')");
        Assert.Equal($"{loaded}\nTwo.\n", bench.Read("drafts", "2024-04.md"));
    }

    [Fact]
    public async Task Words_wait_in_the_page_while_the_service_is_away()
    {
        await using var bench = await BenchAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);
        await using var visit = await chromium.VisitAsync(desk);
        await visit.GoToAsync(Draft);
        await desk.StopAsync();
        var loaded = bench.Read("drafts", "2024-04.md");

        await TypeAtEndAsync(visit, "\nOne.");
        await visit.UntilAsync("document.getElementById('kept').textContent.startsWith('The service does not answer')");
        await TypeAtEndAsync(visit, " Two.");
        await desk.GoOnAsync();

        await visit.UntilAsync($"{Saved} && document.getElementById('text').value.endsWith('One. Two.')");
        Assert.Equal($"{loaded}\nOne. Two.", bench.Read("drafts", "2024-04.md"));
    }

    [Fact]
    public async Task Places_left_to_write_are_steps_and_text_and_page_scroll_together()
    {
        await using var bench = await DeskWorkspaces.DemoAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);
        await using var visit = await chromium.VisitAsync(desk);
        await visit.GoToAsync(Draft);

        var places = int.Parse((await LeftAsync(visit)).Split(' ')[0], CultureInfo.InvariantCulture);
        Assert.InRange(places, 2, 200);
        await visit.PressAsync("j");
        var first = await SelectionAsync(visit);
        await visit.PressAsync("j");
        Assert.Matches("^<!-- (write here|suggested) -->$", first.Text);
        Assert.True((await SelectionAsync(visit)).At > first.At);
        await visit.PressAsync("Z", "k");
        Assert.Equal(first, await SelectionAsync(visit));
        Assert.Equal($"{places} left to write", await LeftAsync(visit));

        await visit.PressAsync("e", "X");
        Assert.Equal($"{places - 1} left to write", await LeftAsync(visit));

        // The paper that the box shows at its top is at the top of the page.
        await visit.Page.FocusAsync("#text");
        await visit.AskAsync<object?>("document.getElementById('text').scrollTo(0, 6000)");
        await visit.UntilAsync("document.querySelector('.rendered').scrollTop > 500");
        var down = await visit.AskAsync<double>("document.querySelector('.rendered').scrollTop");
        await visit.AskAsync<object?>("document.getElementById('text').scrollTo(0, 0)");
        await visit.UntilAsync("document.querySelector('.rendered').scrollTop < 5");
        Assert.True(down > 500);
        await visit.UntilAsync(Saved);
        Assert.Empty(visit.Trouble);
    }

    [Fact]
    public async Task Blocks_are_moved_by_keys_by_their_buttons_and_by_drag()
    {
        await using var bench = await BenchAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);
        await using var visit = await chromium.VisitAsync(desk);
        await visit.GoToAsync(Draft);
        Assert.Equal(["3", "2", "1"], await OrderAsync(visit));

        await visit.Page.FocusAsync(".order li:nth-child(2)");
        await visit.Page.Keyboard.DownAsync("Alt");
        await visit.PressAsync("ArrowDown");
        await visit.Page.Keyboard.UpAsync("Alt");
        await OrderIsAsync(visit, "2", "3", "1");
        await visit.UntilAsync("document.activeElement.matches('.order li:nth-child(3)')");
        Assert.Equal(["2", "3", "1"], InFile(bench));

        await TypeAtEndAsync(visit, "\n## End\n\nUnsaved words.");
        await visit.Page.FocusAsync(".order li:nth-child(4) [value=up]");
        await visit.PressAsync("Enter");
        await OrderIsAsync(visit, "2", "1", "3");
        Assert.EndsWith("\nUnsaved words.", bench.Read("drafts", "2024-04.md"), StringComparison.Ordinal);

        await visit.AskAsync<object?>(
            """
            (() => {
              const [from, to] = [document.querySelector(".order li:nth-child(4)"), document.querySelector(".order li:nth-child(2)")];
              const data = new DataTransfer();
              const tell = (kind, row) => row.dispatchEvent(new DragEvent(kind, {
                bubbles: true, cancelable: true, dataTransfer: data, clientY: row.getBoundingClientRect().top + 2,
              }));
              tell("dragstart", from);
              tell("dragover", to);
              tell("drop", to);
              tell("dragend", from);
            })()
            """);
        await OrderIsAsync(visit, "3", "2", "1");
        Assert.Equal(["3", "2", "1"], InFile(bench));
        Assert.Empty(visit.Trouble);
    }

    [Fact]
    public async Task It_is_brought_up_to_date_with_words_that_were_not_saved_yet()
    {
        await using var bench = await BenchAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);
        bench.List("2024-04.md", "# April\n\n- 2404.00001\n- 2404.00002\n- 2404.00003\n- 2404.00004\n");
        await bench.RunAsync("harvest");
        await using var visit = await chromium.VisitAsync(desk);
        await visit.GoToAsync(Draft);
        Assert.Contains("2404.00004", await TextAsync(visit, ".hunk"), StringComparison.Ordinal);

        await TypeAtEndAsync(visit, "\nMy words.\n");
        await visit.Page.FocusAsync(".update button");
        await visit.PressAsync("Enter");

        await visit.UntilAsync("document.getElementById('text').value.includes('2404.00004')");
        await visit.UntilAsync("document.querySelector('[data-part=changes]').textContent.includes('Everything')");
        Assert.Equal(bench.Read("drafts", "2024-04.md"), await BoxAsync(visit));
        Assert.Contains("\nMy words.\n", await BoxAsync(visit), StringComparison.Ordinal);
        Assert.Empty(visit.Trouble);
    }

    [Fact]
    public async Task A_finding_leads_to_its_line_in_the_box()
    {
        await using var bench = await BenchAsync();
        var text = string.Concat(Enumerable.Range(1, 200).Select(number => $"Line {number}.\r\n\r\n"));
        await File.WriteAllTextAsync(DraftOf(bench), text, Token);
        await using var desk = await ServedDesk.OpenAsync(bench);
        await using var visit = await chromium.VisitAsync(desk);

        await visit.GoToAsync($"{Draft}?line=299");

        Assert.Equal("text", await visit.AskAsync<string>("document.activeElement.id"));
        await visit.Page.Keyboard.SendCharacterAsync("Here: ");
        Assert.Contains("\nHere: Line 150.\n", await BoxAsync(visit), StringComparison.Ordinal);

        // A line is 21 pixels high: the one that was asked for is among those that are seen.
        var (top, height) = (
            await visit.AskAsync<double>("document.getElementById('text').scrollTop"),
            await visit.AskAsync<double>("document.getElementById('text').clientHeight"));
        Assert.InRange(298 * 21, top, top + height);
        await visit.UntilAsync(Saved);
        Assert.Empty(visit.Trouble);
    }

    /// <param name="spoilt">
    /// What the browser does not have: the copying of old, or the clipboard, which it has for no page that came by http from elsewhere;
    /// null where it has that and refuses it.
    /// </param>
    [Theory]
    [InlineData("document.execCommand")]
    [InlineData("navigator.clipboard")]
    [InlineData(null)]
    public async Task What_is_copied_keeps_its_headings_links_emphasis_and_lists_where_it_is_pasted(string? spoilt)
    {
        await using var bench = await BenchAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);
        await using var visit = await chromium.VisitAsync(desk);
        await visit.GoToAsync(Draft);
        if (spoilt?.Split('.') is [var owner, var name])
        {
            await LetUseClipboardAsync(visit);
            await visit.AskAsync<object?>($"void Object.defineProperty({owner}, '{name}', {{ value: undefined }})");
        }

        await TypeAtEndAsync(visit, "\n## Mine\n\nA **bold** *word* and $10^5$.\n\n- [one](https://example.org/1)\n- two\n");
        await visit.Page.ClickAsync(".copy button");
        await visit.UntilAsync("document.getElementById('said').textContent");
        Assert.Equal("Copied: paste it there.", await visit.SaidAsync());

        await using var editor = await visit.Page.BrowserContext.NewPageAsync();
        await editor.SetContentAsync("<div contenteditable></div><textarea></textarea>");
        await PasteAsync(editor, "div");
        await PasteAsync(editor, "textarea");
        var pasted = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(
            await editor.EvaluateExpressionAsync<string>("document.querySelector('div').innerHTML"));
        Assert.Equal("Mine", pasted.QuerySelectorAll("h2")[^1].TextContent);
        Assert.Equal(3, pasted.QuerySelectorAll("a[href^='https://arxiv.org/abs/2404.0000']").Length);
        Assert.Equal(
            ("bold", "word"), (pasted.QuerySelector("strong, b")?.TextContent, pasted.QuerySelector("em, i")?.TextContent));
        Assert.Contains("$10^5$", pasted.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["one", "two"], pasted.QuerySelectorAll("ul > li").TakeLast(2).Select(item => item.TextContent.Trim()));
        Assert.Equal("https://example.org/1", pasted.QuerySelector("li a")?.GetAttribute("href"));
        Assert.Empty(pasted.QuerySelectorAll("img, script, style, table, math"));
        Assert.EndsWith(
            "A **bold** *word* and $10^5$.\n\n- [one](https://example.org/1)\n- two",
            (await editor.EvaluateExpressionAsync<string>("document.querySelector('textarea').value")).Trim(), StringComparison.Ordinal);
        Assert.Empty(visit.Trouble);
    }

    private static async Task LetUseClipboardAsync(DeskVisit visit)
    {
        var session = await visit.Page.CreateCDPSessionAsync();
        await session.SendAsync("Browser.grantPermissions", new
        {
            origin = visit.Desk.Address.AbsoluteUri,
            browserContextId = visit.Page.BrowserContext.Id,
            permissions = Clipboard,
        });
        await session.DetachAsync();
    }

    /// <summary>As a person pastes: the browser itself reads the clipboard.</summary>
    private static async Task PasteAsync(IPage page, string selector)
    {
        await page.FocusAsync(selector);
        await page.Keyboard.DownAsync("Control");
        await page.Keyboard.DownAsync("v", new DownOptions { Commands = ["paste"] });
        await page.Keyboard.UpAsync("v");
        await page.Keyboard.UpAsync("Control");
    }

    private static string DraftOf(Workbench bench) => bench.PathOf("drafts", "2024-04.md");

    /// <summary>Three papers, in the order that they have in a draft: the newest first.</summary>
    private static async Task<Workbench> BenchAsync()
    {
        var bench = await Workbench.StartAsync(InventedPapers.Many(6));
        bench.List("2024-04.md", "# April\n\n- 2404.00001\n- 2404.00002\n- 2404.00003\n");
        await bench.RunAsync("harvest");
        Assert.Equal(0, (await bench.RunAsync("draft", "2024-04")).Exit);
        return bench;
    }

    private static async Task TypeAtEndAsync(DeskVisit visit, string words)
    {
        await visit.Page.FocusAsync("#text");
        await visit.AskAsync<object?>("document.getElementById('text').setSelectionRange(1e9, 1e9)");
        await visit.Page.Keyboard.SendCharacterAsync(words);
    }

    private static async Task ClickAsync(DeskVisit visit, string words) => await visit.AskAsync<object?>(
        $"[...document.querySelectorAll('#conflict button')].find((one) => one.textContent === \"{words}\").click()");

    private static Task<string> BoxAsync(DeskVisit visit) => visit.AskAsync<string>("document.getElementById('text').value");

    private static Task<string> LeftAsync(DeskVisit visit) => TextAsync(visit, ".places .many");

    private static Task<string> KeptAsync(DeskVisit visit) => TextAsync(visit, "#kept");

    private static Task<string> TextAsync(DeskVisit visit, string selector) =>
        visit.AskAsync<string>($"document.querySelector('{selector}').textContent");

    private static async Task<(int At, string Text)> SelectionAsync(DeskVisit visit)
    {
        const string box = "document.getElementById('text')";
        return (
            await visit.AskAsync<int>($"{box}.selectionStart"),
            await visit.AskAsync<string>($"{box}.value.slice({box}.selectionStart, {box}.selectionEnd)"));
    }

    private static Task<string[]> OrderAsync(DeskVisit visit) => visit.AskAsync<string[]>(
        "[...document.querySelectorAll('.order li[data-level=\"0\"] .label')].map((one) => one.textContent.match(/2404\\.0000(\\d)/)[1])");

    private static Task OrderIsAsync(DeskVisit visit, params string[] papers) => visit.UntilAsync(
        $"[...document.querySelectorAll('.order li[data-level=\"0\"] .label')].map((one) => one.textContent.match(/2404\\.0000(\\d)/)[1])"
        + $".join() === '{string.Join(',', papers)}'");

    private static IEnumerable<string> InFile(Workbench bench) => bench.Read("drafts", "2024-04.md").Split('\n')
        .Where(line => line.StartsWith("* ", StringComparison.Ordinal)).Select(line => line[^1..]);
}
