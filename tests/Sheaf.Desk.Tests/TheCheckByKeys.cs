using Sheaf.Desk.Tests.Support;

namespace Sheaf.Desk.Tests;

/// <summary>What a check finds, gone through by keys: kept, mended and taken back.</summary>
public sealed class TheCheckByKeys(Chromium chromium)
{
    private const string Path = "/2024-04/check";

    [Fact]
    public async Task Mends_keeps_and_takes_back()
    {
        await using var bench = await Workbench.StartAsync(InventedPapers.Many(5));
        const string list = "# April\n\n- 2404.00001\n- 2404.00002\n- 2404.00001\n";
        bench.List("2024-04.md", list);
        await bench.RunAsync("harvest");
        await bench.RunAsync("draft", "2024-04");
        var draft = bench.Read("drafts", "2024-04.md");
        await using var desk = await ServedDesk.OpenAsync(bench);
        await using var visit = await chromium.VisitAsync(desk);

        await visit.GoToAsync(Path);
        await visit.PressAsync("j");
        Assert.Equal("Mend", await visit.AskAsync<string>("document.activeElement.querySelector('button').textContent"));
        await visit.FollowAsync(() => visit.PressAsync("f"));
        Assert.Equal("# April\n\n- 2404.00001\n- 2404.00002\n", bench.Read("curated", "2024-04.md"));
        Assert.StartsWith("Done: mended 2404.00001", await MadeAsync(visit), StringComparison.Ordinal);

        // It goes on at the next finding, a sentence of the draft.
        Assert.Equal(
            "Keep this sentence", await visit.AskAsync<string>("document.activeElement.querySelector('button').textContent"));
        await visit.FollowAsync(() => visit.PressAsync("f"));
        Assert.Equal(1, bench.Read("drafts", "2024-04.md").Split("<!-- suggested -->").Length - 1);

        var place = await visit.AskAsync<string>("document.activeElement.id");
        await visit.FollowAsync(() => visit.PressAsync("z"));
        Assert.Equal(place, await visit.AskAsync<string>("document.activeElement.id"));
        Assert.Equal(draft, bench.Read("drafts", "2024-04.md"));
        Assert.StartsWith("Taken back: kept", await MadeAsync(visit), StringComparison.Ordinal);
        await visit.FollowAsync(() => visit.PressAsync("z"));
        Assert.Equal(list, bench.Read("curated", "2024-04.md"));
        Assert.Equal("", DeskVisit.Shown(visit.Trouble));
    }

    [Fact]
    public async Task A_key_pressed_twice_before_the_next_page_mends_once()
    {
        await using var bench = await Workbench.StartAsync(InventedPapers.Many(5));
        bench.List("2024-04.md", "# April\n\n- 2404.00001\n- 2404.00002\n- 2404.00001\n- 2404.00002\n");
        await using var desk = await ServedDesk.OpenAsync(bench);
        await using var visit = await chromium.VisitAsync(desk);
        await visit.GoToAsync(Path);

        await visit.FollowAsync(() => visit.AskAsync<object?>(
            "[1, 2].forEach(() => document.querySelector('.finding .fix').click())"));

        Assert.Equal(3, bench.Read("curated", "2024-04.md").Split("- 2404").Length - 1);
        Assert.StartsWith("Done: mended", await MadeAsync(visit), StringComparison.Ordinal);
        Assert.Equal("", DeskVisit.Shown(visit.Trouble));
    }

    private static Task<string> MadeAsync(DeskVisit visit) => visit.AskAsync<string>("document.querySelector('.made p').textContent");
}
