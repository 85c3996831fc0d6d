using Sheaf.Desk.Tests.Support;

namespace Sheaf.Desk.Tests;

/// <summary>The desk in one hand: buttons at the bottom of a narrow page, and swipes, which real touches make.</summary>
public sealed class ByThumb(Chromium chromium)
{
    private const string First = "/2024-04/suggestions?show=open&after=0";
    private const int Papers = 20;

    [Fact]
    public async Task Buttons_at_the_bottom_decide_on_the_current_paper_and_take_it_back()
    {
        await using var bench = await DeskWorkspaces.RankedAsync(Papers);
        await using var desk = await ServedDesk.OpenAsync(bench);
        await using var visit = await chromium.VisitAsync(desk);
        var papers = await DeskWorkspaces.RankingAsync(desk);
        var files = DecidedFiles.Read(bench);
        await visit.LookAsync(isDark: false, width: 390, isTouched: true);
        await visit.GoToAsync(First);

        foreach (var (button, key) in new[] { (1, "a"), (2, "s"), (3, "l"), (4, "r") })
        {
            var paper = await visit.CurrentAsync();
            await visit.Page.ClickAsync($".thumbs button:nth-child({button})");
            await visit.KeptAsync();
            files = files.With(key, paper);
            Assert.Equal(files, DecidedFiles.Read(bench));
            Assert.Equal(await visit.CurrentAsync(), await visit.FocusAsync());
        }

        await visit.Page.ClickAsync(".thumbs button:nth-child(5)");
        await visit.KeptAsync();
        Assert.Equal(files with { Refused = "" }, DecidedFiles.Read(bench));
        Assert.Equal(papers[3], await visit.CurrentAsync());

        Assert.Empty(await visit.AskAsync<string[]>(
            "[...document.querySelectorAll('.thumbs button')].map((one) => [one, one.getBoundingClientRect()])"
            + ".filter(([, box]) => box.height < 44 || box.width < 44 || box.bottom > innerHeight).map(([one]) => one.textContent)"));
        await visit.LookAsync(isDark: false, width: 320, isTouched: true);
        Assert.False(await visit.IsTooWideAsync());
        await visit.LookAsync(isDark: false, width: 1000);
        Assert.False(await visit.AskAsync<bool>("document.querySelector('.thumbs').checkVisibility()"));
        Assert.Empty(visit.Trouble);
    }

    [Fact]
    public async Task A_swipe_takes_or_refuses_and_one_that_is_short_or_goes_down_does_nothing()
    {
        await using var bench = await DeskWorkspaces.RankedAsync(Papers);
        await using var desk = await ServedDesk.OpenAsync(bench);
        await using var visit = await chromium.VisitAsync(desk);
        var papers = await DeskWorkspaces.RankingAsync(desk);
        var files = DecidedFiles.Read(bench);
        await visit.LookAsync(isDark: false, width: 390, isTouched: true);
        await visit.GoToAsync(First);

        await SwipeAsync(visit, papers[0], right: 60, down: 0);
        await SwipeAsync(visit, papers[0], right: 30, down: -250);
        await visit.UntilAsync("scrollY > 0");
        await visit.KeptAsync();
        Assert.Equal(files, DecidedFiles.Read(bench));

        await SwipeAsync(visit, papers[0], right: 160, down: 10, "Take →");
        await visit.KeptAsync();
        await SwipeAsync(visit, papers[1], right: -160, down: 10, "← Refuse");
        await visit.KeptAsync();
        Assert.Equal(files.With("a", papers[0]).With("r", papers[1]), DecidedFiles.Read(bench));
        Assert.Equal(papers[2], await visit.CurrentAsync());
        Assert.Equal("false", await visit.AskAsync<string>("document.querySelector('.paper .open').getAttribute('aria-expanded')"));

        await visit.Page.ClickAsync(".thumbs button:nth-child(5)");
        await visit.KeptAsync();
        Assert.Equal(files.With("a", papers[0]), DecidedFiles.Read(bench));

        await visit.GoToAsync("/keys");
        await visit.Page.ClickAsync("#swipes-on");
        await visit.GoToAsync(First);
        await SwipeAsync(visit, papers[2], right: 160, down: 0);
        await visit.KeptAsync();
        Assert.Equal(files.With("a", papers[0]), DecidedFiles.Read(bench));
        Assert.Empty(visit.Trouble);
    }

    /// <summary>Moves a finger over the row of a paper.</summary>
    private static async Task SwipeAsync(DeskVisit visit, string paper, int right, int down, string? cue = null)
    {
        var row = $"document.querySelector('.paper[data-id=\"{paper}\"]')";
        await visit.AskAsync<object?>($"void {row}.scrollIntoView({{ block: 'center' }}), globalThis.was = null");

        // A finger that went down before may have left the page moving.
        await visit.UntilAsync("globalThis.was === scrollY || void (globalThis.was = scrollY)");
        var middle = await visit.AskAsync<double[]>(
            $"[{row}].map((one) => one.getBoundingClientRect()).flatMap((box) => [box.x + box.width / 2, box.y + 12])");
        var session = await visit.Page.CreateCDPSessionAsync();
        await TouchAsync("touchStart", 0);
        for (var part = 1; part <= 8; part++)
        {
            await TouchAsync("touchMove", part / 8.0);
        }

        if (cue is not null)
        {
            await visit.UntilAsync($"getComputedStyle({row}, '::after').content === '\"{cue}\"'");
            Assert.Equal("none", await visit.AskAsync<string>($"getComputedStyle({row}).translate"));
        }

        await TouchAsync("touchEnd", null);
        await session.DetachAsync();

        Task TouchAsync(string type, double? part) => session.SendAsync("Input.dispatchTouchEvent", new
        {
            type,
            touchPoints = part is { } way ? new[] { new { x = middle[0] + right * way, y = middle[1] + down * way } } : [],
        });
    }
}
