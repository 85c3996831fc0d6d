using Sheaf.Desk.Tests.Support;
using Sheaf.TestKit.Storms;

namespace Sheaf.Desk.Tests;

/// <summary>A session at the desk while others change the same files, or the service goes away under it.</summary>
public sealed class OthersAtTheSameFiles(Chromium chromium)
{
    private const string First = "/2024-04/suggestions?show=open&after=0";
    private const int Papers = 60;
    private const int Keys = 20;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_tabs_decide_at_once_and_each_shows_what_the_other_did()
    {
        await using var bench = await DeskWorkspaces.RankedAsync(Papers);
        await using var desk = await ServedDesk.OpenAsync(bench);
        await using var left = await chromium.VisitAsync(desk);
        await using var right = await chromium.VisitAsync(desk);
        var papers = await DeskWorkspaces.RankingAsync(desk);
        await left.GoToAsync(First);
        await right.GoToAsync(First);

        await right.PressAsync([.. Enumerable.Repeat("j", Keys)]);
        for (var number = 0; number < Keys; number++)
        {
            await left.PressAsync("a");
            await right.PressAsync("l");
        }

        await left.KeptAsync();
        await right.KeptAsync();
        var files = DecidedFiles.Read(bench);
        Assert.Equal(DeskWorkspaces.List + string.Concat(papers.Take(Keys).Select(paper => $"- {paper}\n")), files.List);
        Assert.Equal(string.Concat(papers.Skip(Keys).Take(Keys).Select(paper => $"{paper}\n")), files.Later);
        await ShowsTheFilesAsync(left);
        await ShowsTheFilesAsync(right);

        // Both about one paper: it has one state, and both show it.
        await right.PressAsync("j");
        while (await left.CurrentAsync() != await right.CurrentAsync())
        {
            await left.PressAsync("j");
        }

        var paper = await left.CurrentAsync();
        await Task.WhenAll(left.PressAsync("s"), right.PressAsync("r"));
        await left.KeptAsync();
        await right.KeptAsync();
        Assert.Equal(1, DecidedFiles.Read(bench).Count(paper));
        await ShowsTheFilesAsync(left);
        await ShowsTheFilesAsync(right);
        Assert.Equal(await left.StateOfAsync(paper), await right.StateOfAsync(paper));
    }

    [Fact]
    public async Task A_text_editor_saves_the_list_in_between_and_no_word_of_it_is_lost()
    {
        await using var bench = await DeskWorkspaces.RankedAsync(Papers);
        await using var desk = await ServedDesk.OpenAsync(bench);
        await using var visit = await chromium.VisitAsync(desk);
        var editor = new SavingEditor(
            bench.PathOf("curated", "2024-04.md"), "words", SavingManner.Rename, new Random(1), word => $"// {word}");
        await visit.GoToAsync(First);

        for (var number = 0; number < Keys; number++)
        {
            await visit.PressAsync("a");
            await editor.SaveAsync(Token);
        }

        await visit.KeptAsync();
        var list = DecidedFiles.Read(bench).List;
        Assert.Empty(editor.MissingIn(list));
        Assert.StartsWith(DeskWorkspaces.List, list, StringComparison.Ordinal);
        await ShowsTheFilesAsync(visit);
    }

    [Fact]
    public async Task Papers_are_added_by_command_in_between()
    {
        await using var bench = await DeskWorkspaces.RankedAsync(Papers);
        await using var desk = await ServedDesk.OpenAsync(bench);
        await using var visit = await chromium.VisitAsync(desk);
        var papers = await DeskWorkspaces.RankingAsync(desk);
        await visit.GoToAsync(First);

        var added = papers.TakeLast(Keys).ToList();
        var adding = Task.Run(
            async () =>
            {
                foreach (var paper in added)
                {
                    Assert.Equal(0, (await bench.RunAsync("add", paper, "--month", "2024-04")).Exit);
                }
            },
            Token);
        for (var number = 0; number < Keys; number++)
        {
            await visit.DecideAsync("a");
        }

        await adding;
        var files = DecidedFiles.Read(bench);
        Assert.All(papers.Take(Keys).Concat(added), paper => Assert.Equal(1, files.Count(paper)));
        await ShowsTheFilesAsync(visit);
    }

    [Fact]
    public async Task The_service_is_started_anew_and_what_was_decided_meanwhile_is_kept_in_its_order()
    {
        await using var bench = await DeskWorkspaces.RankedAsync(Papers);
        await using var desk = await ServedDesk.OpenAsync(bench);
        await using var visit = await chromium.VisitAsync(desk);
        var papers = await DeskWorkspaces.RankingAsync(desk);
        await visit.GoToAsync(First);
        await visit.PressAsync("a", "r", "l");
        await visit.KeptAsync();
        var files = DecidedFiles.Read(bench);

        await desk.StopAsync();
        await visit.PressAsync("s", "r", "z", "l");
        await visit.UntilAsync("document.getElementById('said').textContent.startsWith('The service does not answer')");
        Assert.Equal(files, DecidedFiles.Read(bench));
        Assert.Equal("4", await visit.AskAsync<string>("document.body.dataset.waiting"));
        Assert.Equal(papers.Skip(3).Take(3), await WaitingAsync(visit));

        await desk.GoOnAsync();
        await visit.KeptAsync();
        Assert.Equal(files.With("s", papers[3]).With("l", papers[5]), DecidedFiles.Read(bench));
        await ShowsTheFilesAsync(visit);
    }

    [Fact]
    public async Task The_store_is_deleted_and_every_decision_is_in_the_files()
    {
        await using var bench = await DeskWorkspaces.RankedAsync(Papers);
        await using var desk = await ServedDesk.OpenAsync(bench);
        await using var visit = await chromium.VisitAsync(desk);
        var papers = await DeskWorkspaces.RankingAsync(desk);
        await visit.GoToAsync(First);
        await visit.DecideAsync("a");
        var files = DecidedFiles.Read(bench);

        foreach (var part in new[] { "", "-wal", "-shm" })
        {
            File.Delete(bench.Store + part);
        }

        await visit.PressAsync("r", "s", "l");
        await visit.KeptAsync();
        files = files.With("r", papers[1]).With("s", papers[2]).With("l", papers[3]);
        Assert.Equal(files, DecidedFiles.Read(bench));
        await ShowsTheFilesAsync(visit);

        // What was decided since then can be taken back; what was before it is no longer known, and stays.
        await visit.PressAsync("z", "z", "z", "z");
        await visit.KeptAsync();
        Assert.Equal(DeskWorkspaces.List + $"- {papers[0]}\n", DecidedFiles.Read(bench).List);
        Assert.Equal(("", ""), (DecidedFiles.Read(bench).Refused, DecidedFiles.Read(bench).Later));
        await ShowsTheFilesAsync(visit);
    }

    private static Task<string[]> WaitingAsync(DeskVisit visit) =>
        visit.AskAsync<string[]>("[...document.querySelectorAll('.paper.waits')].map((row) => row.dataset.id)");

    /// <summary>Waits until the page shows of each paper what the files say, which others may have changed a moment ago.</summary>
    private static async Task ShowsTheFilesAsync(DeskVisit visit)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Token);
        limit.CancelAfter(TimeSpan.FromMinutes(1));
        var (shown, truth) = await BothAsync();
        while (!limit.IsCancellationRequested && !Same(shown, truth))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Token);
            (shown, truth) = await BothAsync();
        }

        Assert.Equal(truth, shown);

        async Task<(Dictionary<string, string> Shown, Dictionary<string, string> Truth)> BothAsync()
        {
            var papers = await visit.ShownAsync();
            return (papers, await DeskWorkspaces.StatesAsync(visit.Desk, papers.Keys));
        }

        static bool Same(Dictionary<string, string> one, Dictionary<string, string> other) =>
            one.Count > 0 && one.All(paper => other.GetValueOrDefault(paper.Key) == paper.Value);
    }
}
