using Sheaf.Desk.Tests.Support;

namespace Sheaf.Desk.Tests;

/// <summary>A month by keys alone, from an empty list to a published file: what stands in the files after each step.</summary>
public sealed class FromAnEmptyListToAnIssue(Chromium chromium)
{
    private const string Heading = "# April 2024\n\n";
    private const string Place = "<!-- write here -->";
    private const string Mark = " <!-- suggested -->";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Is_gone_through_without_a_mouse()
    {
        await using var bench = await DeskWorkspaces.WithoutAListAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);
        await using var visit = await chromium.VisitAsync(desk);
        var papers = await DeskWorkspaces.RankingAsync(desk);
        var files = DecidedFiles.Read(bench);

        // The month says what to do, and leads there.
        await visit.GoToAsync("/2024-04");
        await ActivateAsync(visit, "Go on with the suggestions");
        foreach (var (key, paper) in "asalr".Select(key => $"{key}").Zip(papers))
        {
            await visit.DecideAsync(key);
            files = (files.List.Length == 0 ? files with { List = Heading } : files).With(key, paper);
            Assert.Equal(files, DecidedFiles.Read(bench));
        }

        await visit.PressAsync([.. Enumerable.Repeat("j", papers.Count - 6)]);
        visit.Confirms = sentence => sentence.StartsWith("Refuse all undecided papers above", StringComparison.Ordinal);
        await visit.DecideAsync("X");
        await visit.DecideAsync("r");
        files = files with { Refused = $"{files.Refused}{string.Concat(papers.Skip(5).Select(paper => $"{paper}\n"))}" };
        Assert.Equal(files, DecidedFiles.Read(bench));

        // On the list she says what she thinks of the first paper.
        await visit.FollowAsync(() => visit.PressAsync("g", "l"));
        await visit.PressAsync("e");
        await visit.UntilAsync("document.activeElement.name === 'note'");
        await visit.Page.Keyboard.SendCharacterAsync("It turns");
        await ControlEnterAsync(visit);
        files = files with { List = files.List.Replace($"{papers[0]}\n", $"{papers[0]} — It turns\n", StringComparison.Ordinal) };
        await UntilAsync(() => DecidedFiles.Read(bench) == files, () => $"{DecidedFiles.Read(bench)}");

        await visit.UntilAsync("document.activeElement.form.dataset.kept.includes('It turns')");

        // The draft is what the command would write.
        await visit.PressAsync("Escape");
        await visit.FollowAsync(() => visit.PressAsync("g", "m"));
        await ActivateAsync(visit, "Write the draft");
        await UntilAsync(() => File.Exists(DraftOf(bench)), () => "no draft");
        await visit.FollowAsync(() => visit.PressAsync("g", "d"));
        var draft = bench.Read("drafts", "2024-04.md");
        Assert.Equal((await bench.RunAsync("draft", "2024-04", "--output", "-")).Output, draft);

        // She goes from place to place that is left to write, and writes.
        for (var place = draft.IndexOf(Place, StringComparison.Ordinal); place >= 0;
            place = draft.IndexOf(Place, StringComparison.Ordinal))
        {
            await visit.PressAsync("j", "e");
            await visit.Page.Keyboard.SendCharacterAsync("Her words.");
            await ControlEnterAsync(visit);
            draft = $"{draft[..place]}Her words.{draft[(place + Place.Length)..]}";
            await visit.UntilAsync("document.getElementById('kept').textContent.startsWith('Saved ')");
            Assert.Equal(draft, bench.Read("drafts", "2024-04.md"));
            await visit.PressAsync("Escape");
        }

        // The check has nothing but the sentences of abstracts, which she keeps.
        await visit.FollowAsync(() => visit.PressAsync("g", "c"));
        await visit.PressAsync("j");
        var marked = draft;
        while (marked.Contains(Mark, StringComparison.Ordinal))
        {
            await visit.FollowAsync(() => visit.PressAsync("f"));
            marked = marked.Remove(marked.IndexOf(Mark, StringComparison.Ordinal), Mark.Length);
            Assert.Equal(marked, bench.Read("drafts", "2024-04.md"));
        }

        // The month leads to publishing, which says what it will do, and does it.
        await visit.FollowAsync(() => visit.PressAsync("g", "m"));
        await ActivateAsync(visit, "See what publishing would do");
        Assert.False(File.Exists(bench.PathOf("published", "2024-04.md")));
        await ActivateAsync(visit, "Publish April 2024");
        var issue = bench.Read("published", "2024-04.md");
        Assert.EndsWith(marked[marked.IndexOf('\n')..], issue, StringComparison.Ordinal);
        Assert.Equal((files, marked), (DecidedFiles.Read(bench), bench.Read("drafts", "2024-04.md")));
        Assert.Equal(1, (await bench.RunAsync("publish", "2024-04", "--json")).Output.Split("\"unchanged\"").Length - 2);
        Assert.Equal("", DeskVisit.Shown(visit.Trouble));
    }

    /// <summary>Goes to a link or button by the Tab key, and uses it.</summary>
    private static async Task ActivateAsync(DeskVisit visit, string words)
    {
        for (var pressed = 0; pressed < 200; pressed++)
        {
            await visit.PressAsync("Tab");
            if (await visit.AskAsync<string>("document.activeElement.textContent.trim()") == words)
            {
                await visit.FollowAsync(() => visit.PressAsync("Enter"));
                return;
            }
        }

        Assert.Fail(
            $"The Tab key comes to nothing called {words} at {visit.Page.Url}: "
            + await visit.AskAsync<string>("document.querySelector('main').innerText"));
    }

    private static async Task ControlEnterAsync(DeskVisit visit)
    {
        await visit.Page.Keyboard.DownAsync("Control");
        await visit.PressAsync("Enter");
        await visit.Page.Keyboard.UpAsync("Control");
    }

    private static async Task UntilAsync(Func<bool> condition, Func<string> now)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Token);
        limit.CancelAfter(TimeSpan.FromMinutes(1));
        while (!condition())
        {
            Assert.False(limit.IsCancellationRequested, limit.IsCancellationRequested ? now() : "");
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Token);
        }
    }

    private static string DraftOf(Workbench bench) => bench.PathOf("drafts", "2024-04.md");
}
