using PuppeteerSharp;
using PuppeteerSharp.Media;
using Sheaf.Desk.Tests.Support;

namespace Sheaf.Desk.Tests;

/// <summary>What keys do and where the focus is: WCAG 2.2, and what users of such tools ask for.</summary>
public sealed class KeysAndFocus(Chromium chromium)
{
    private const string First = "/2024-04/suggestions?show=open&after=0";
    private const int Papers = 120;

    [Fact]
    public async Task The_focus_moves_with_the_paper_and_is_never_lost()
    {
        await using var bench = await DeskWorkspaces.RankedAsync(Papers);
        await using var desk = await ServedDesk.OpenAsync(bench);
        await using var visit = await chromium.VisitAsync(desk);
        var papers = await DeskWorkspaces.RankingAsync(desk);
        await visit.GoToAsync(First);
        Assert.Equal((papers[0], papers[0]), (await visit.CurrentAsync(), await visit.FocusAsync()));

        foreach (var key in new[] { "j", "k", "a", "r", "0", "l", "z", "Z", "o", "o", "ArrowDown", "ArrowUp", "n" })
        {
            await visit.DecideAsync(key);
            Assert.Equal(await visit.CurrentAsync(), await visit.FocusAsync());
        }

        // Rows come behind the last while she goes on.
        for (var number = 0; number < Papers; number++)
        {
            await visit.PressAsync("j");
        }

        await visit.UntilAsync($"document.querySelector('.paper[data-id=\"{papers[^1]}\"]')");
        await visit.PressAsync([.. Enumerable.Repeat("j", Papers)]);
        Assert.Equal((papers[^1], papers[^1]), (await visit.CurrentAsync(), await visit.FocusAsync()));
        await visit.DecideAsync("a");
        Assert.Equal(papers[^1], await visit.FocusAsync());

        // By the buttons, too: that of the paper, and the one that takes the last decision back.
        await visit.GoToAsync(First);
        await visit.Page.ClickAsync(".paper .decide [value=later]");
        await visit.KeptAsync();
        Assert.NotNull(await visit.FocusAsync());
        await visit.GoToAsync(First);
        await visit.Page.FocusAsync("form.last button");
        await visit.DecideAsync("Enter");
        Assert.NotNull(await visit.FocusAsync());
        Assert.Empty(visit.Trouble);
    }

    [Fact]
    public async Task Letters_do_nothing_in_fields_or_with_modifiers_and_escape_leaves_a_field()
    {
        await using var bench = await DeskWorkspaces.RankedAsync(10);
        await using var desk = await ServedDesk.OpenAsync(bench);
        await using var visit = await chromium.VisitAsync(desk);
        var papers = await DeskWorkspaces.RankingAsync(desk);
        var before = DecidedFiles.Read(bench);
        await visit.GoToAsync(First);

        foreach (var (key, field) in new[] { ("e", "note"), ("t", "tags") })
        {
            await visit.PressAsync(key);
            await visit.UntilAsync($"document.activeElement.name === '{field}'");
            await visit.PressAsync("a", "r", "l", "s", "j", "z", "0", "X");
            Assert.Equal("arlsjz0X", await visit.AskAsync<string>("document.activeElement.value"));
            await visit.PressAsync("Escape");
            Assert.Equal((papers[0], "LI"), (await visit.FocusAsync(), await visit.AskAsync<string>("document.activeElement.tagName")));
        }

        foreach (var modifier in new[] { "Control", "Alt", "Meta" })
        {
            await visit.Page.Keyboard.DownAsync(modifier);
            await visit.PressAsync("r", "l", "z", "s");
            await visit.Page.Keyboard.UpAsync(modifier);
        }

        await visit.KeptAsync();
        Assert.Equal(before, DecidedFiles.Read(bench));
        Assert.Equal(papers[0], await visit.CurrentAsync());
        Assert.Empty(visit.Trouble);
    }

    [Fact]
    public async Task Keys_are_changed_and_switched_off_and_stay_so()
    {
        await using var bench = await DeskWorkspaces.RankedAsync(10);
        await using var desk = await ServedDesk.OpenAsync(bench);
        await using var visit = await chromium.VisitAsync(desk);
        var papers = await DeskWorkspaces.RankingAsync(desk);
        var files = DecidedFiles.Read(bench);

        await visit.GoToAsync("/keys");
        await visit.Page.FocusAsync("[data-action=take] input");
        await visit.AskAsync<object?>("document.activeElement.select()");
        await visit.PressAsync("w", "Enter");
        await visit.UntilAsync("document.getElementById('said').textContent === 'Kept.'");

        await visit.GoToAsync(First);
        await visit.DecideAsync("a");
        Assert.Equal(files, DecidedFiles.Read(bench));
        await visit.DecideAsync("w");
        files = files.With("a", papers[0]);
        Assert.Equal(files, DecidedFiles.Read(bench));

        // A key that is taken already is not given twice.
        await visit.GoToAsync("/keys");
        await visit.Page.FocusAsync("[data-action=take] input");
        await visit.AskAsync<object?>("document.activeElement.select()");
        await visit.PressAsync("r", "Enter");
        await visit.UntilAsync("document.getElementById('said').textContent === 'r is taken already.'");
        Assert.Equal("w", await visit.AskAsync<string>("document.querySelector('[data-action=take] input').value"));

        await visit.Page.ClickAsync("#keys-on");
        await visit.GoToAsync(First);
        await visit.DecideAsync("w");
        Assert.Equal(files, DecidedFiles.Read(bench));

        await visit.GoToAsync("/keys");
        await visit.FollowAsync(() => visit.Page.ClickAsync("#keys-reset"));
        await visit.GoToAsync(First);
        await visit.DecideAsync("a");
        Assert.Equal(2, DecidedFiles.Read(bench).List.Split("- 2404").Length - 1 - 1);
        Assert.Empty(visit.Trouble);
    }

    [Fact]
    public async Task Keys_are_where_they_are_on_a_layout_without_Latin_letters()
    {
        await using var bench = await DeskWorkspaces.RankedAsync(10);
        await using var desk = await ServedDesk.OpenAsync(bench);
        await using var visit = await chromium.VisitAsync(desk);
        var papers = await DeskWorkspaces.RankingAsync(desk);
        var files = DecidedFiles.Read(bench);
        await visit.GoToAsync(First);

        await visit.PressAtAsync("KeyJ", "о");
        Assert.Equal(papers[1], await visit.CurrentAsync());
        await visit.PressAtAsync("KeyA", "ф");
        await visit.KeptAsync();
        await visit.PressAtAsync("KeyR", "к");
        await visit.KeptAsync();
        Assert.Equal(files.With("a", papers[1]).With("r", papers[2]), DecidedFiles.Read(bench));
        await visit.PressAtAsync("KeyZ", "я");
        await visit.KeptAsync();
        Assert.Equal(files.With("a", papers[1]), DecidedFiles.Read(bench));
    }

    [Fact]
    public async Task Targets_are_large_enough_for_a_thumb()
    {
        await using var bench = await DeskWorkspaces.RankedAsync(10);
        await using var desk = await ServedDesk.OpenAsync(bench);
        await using var visit = await chromium.VisitAsync(desk);
        var paper = (await DeskWorkspaces.RankingAsync(desk))[0];
        await visit.LookAsync(isDark: false, width: 390, isTouched: true);
        foreach (var page in new[] { $"{First}&open={paper}", "/2024-04", "/search", "/runs", "/keys", $"/papers/{paper}" })
        {
            await visit.GoToAsync(page);
            var small = await visit.AskAsync<string[]>(
                "[...document.querySelectorAll('button, .button, select, input:not([type=hidden], [type=checkbox]), .bar a, .piles a')]"
                + ".map((one) => [one, one.getBoundingClientRect()]).filter(([, box]) => box.height > 0 && box.height < 44)"
                + ".map(([one, box]) => `${one.tagName} ${one.textContent.trim() || one.name}: ${box.height}`)");
            Assert.True(small.Length == 0, $"{page}: {DeskVisit.Shown(small)}");
        }
    }

    [Fact]
    public async Task Forced_colours_still_movement_and_paper_are_heeded()
    {
        await using var bench = await DeskWorkspaces.RankedAsync(10);
        await using var desk = await ServedDesk.OpenAsync(bench);
        await using var visit = await chromium.VisitAsync(desk);
        var paper = (await DeskWorkspaces.RankingAsync(desk))[0];

        await visit.EmulateAsync((MediaFeature.ForcedColors, "active"));
        await visit.GoToAsync($"{First}&open={paper}");
        Assert.Equal("solid", await StyleAsync(visit, ".paper[aria-current]", "outlineStyle"));
        await visit.DecideAsync("a");
        Assert.Equal("solid", await StyleAsync(visit, ".decide [value=take][aria-pressed=true]", "outlineStyle"));

        await visit.EmulateAsync((MediaFeature.PrefersReducedMotion, "reduce"));
        Assert.Equal("0s", await StyleAsync(visit, ".paper", "transitionDuration"));

        await visit.EmulateAsync((MediaFeature.PrefersReducedMotion, "no-preference"));
        await visit.Page.EmulateMediaTypeAsync(MediaType.Print);
        foreach (var control in new[] { "header.bar", ".decide", ".more-decisions", ".said", ".piles" })
        {
            Assert.Equal("none", await StyleAsync(visit, control, "display"));
        }

        Assert.NotEqual("none", await StyleAsync(visit, ".paper .abstract", "display"));
    }

    private static Task<string> StyleAsync(DeskVisit visit, string selector, string property) =>
        visit.AskAsync<string>($"getComputedStyle(document.querySelector('{selector}')).{property}");
}
