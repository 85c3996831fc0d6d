using Sheaf.Desk.Tests.Support;

namespace Sheaf.Desk.Tests;

/// <summary>A month's suggestions decided by keys alone, over the workspace of the demo: what stands in the files after each.</summary>
public sealed class TheMonthByKeysAlone(Chromium chromium)
{
    [Fact]
    public async Task Is_decided_paper_by_paper_and_every_step_stands_in_the_files()
    {
        await using var bench = await DeskWorkspaces.DemoAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);
        await using var visit = await chromium.VisitAsync(desk);
        var papers = await DeskWorkspaces.RankingAsync(desk);
        var before = DecidedFiles.Read(bench);

        await visit.GoToAsync("/2024-04/suggestions");
        Assert.Equal(papers, await visit.PapersAsync());
        Assert.Equal(papers[0], await visit.CurrentAsync());

        // She looks around first, which changes nothing.
        await visit.PressAsync("j", "j", "k");
        Assert.Equal(papers[1], await visit.CurrentAsync());
        await visit.PressAsync("o");
        await visit.UntilAsync("document.querySelector('.paper[aria-current] .abstract')");
        await visit.PressAsync("o", "k");
        Assert.Equal(papers[0], await visit.CurrentAsync());
        Assert.Equal(before, DecidedFiles.Read(bench));

        // One key for a paper, and on to the next.
        await visit.DecideAsync("a");
        var files = before with { List = $"{before.List}- {papers[0]}\n" };
        await IsNowAsync("taken", papers[0], then: papers[1]);

        await visit.DecideAsync("s");
        files = files with { List = $"{files.List}- {papers[1]} ★\n" };
        await IsNowAsync("starred", papers[1], then: papers[2]);

        await visit.DecideAsync("r");
        files = files with { Refused = $"{papers[2]}\n" };
        await IsNowAsync("refused", papers[2], then: papers[3]);

        // A reason for a no is one more key.
        await visit.PressAsync("R");
        await visit.UntilAsync("document.querySelector('.paper[aria-current] .with-reason')");
        await visit.DecideAsync("2");
        files = files with { Refused = $"{files.Refused}{papers[3]} — not new enough\n" };
        await IsNowAsync("refused", papers[3], then: papers[4]);

        await visit.DecideAsync("l");
        files = files with { Later = $"{papers[4]}\n" };
        await IsNowAsync("later", papers[4], then: papers[5]);

        // She thinks again, and stays at the paper.
        await visit.PressAsync("k");
        await visit.DecideAsync("0");
        files = files with { Later = "" };
        await IsNowAsync("open", papers[4], then: papers[4]);
        await visit.DecideAsync("a");
        files = files with { List = $"{files.List}- {papers[4]}\n" };
        await IsNowAsync("taken", papers[4], then: papers[5]);

        // Any decision can be taken back, the last one first, and made again.
        await visit.DecideAsync("z");
        await IsNowAsync("open", papers[4], then: papers[4], files with { List = files.List[..^$"- {papers[4]}\n".Length] });
        await visit.DecideAsync("z");
        await IsNowAsync(
            "later", papers[4], then: papers[4],
            files with { List = files.List[..^$"- {papers[4]}\n".Length], Later = $"{papers[4]}\n" });
        await visit.DecideAsync("Z");
        await visit.DecideAsync("Z");
        await IsNowAsync("taken", papers[4], then: papers[4]);

        // Nine papers further down she is sure of all that is above.
        await visit.PressAsync([.. Enumerable.Repeat("j", 9)]);
        Assert.Equal(papers[13], await visit.CurrentAsync());
        visit.Confirms = sentence => sentence.StartsWith("Refuse all undecided papers above", StringComparison.Ordinal);
        await visit.DecideAsync("X");
        files = files with { Refused = $"{files.Refused}{string.Concat(papers.Take(13).Skip(5).Select(paper => $"{paper}\n"))}" };
        await IsNowAsync("refused", papers[12], then: papers[13]);
        await visit.DecideAsync("z");
        files = files with { Refused = files.Refused[..files.Refused.IndexOf(papers[5], StringComparison.Ordinal)] };
        await IsNowAsync("open", papers[12], then: await visit.CurrentAsync());

        // Another day, on another device, she goes on where she stopped.
        await using var later = await chromium.VisitAsync(desk);
        await later.GoToAsync("/2024-04/suggestions");
        Assert.Equal(papers[5], await later.CurrentAsync());
        Assert.Equal(["", ""], [DeskVisit.Shown(visit.Trouble), DeskVisit.Shown(later.Trouble)]);

        async Task IsNowAsync(string state, string paper, string then, DecidedFiles? other = null)
        {
            Assert.Equal(other ?? files, DecidedFiles.Read(bench));
            Assert.Equal((state, then), (await visit.StateOfAsync(paper), await visit.CurrentAsync()));
            Assert.Equal(then, await visit.FocusAsync());
        }
    }
}
