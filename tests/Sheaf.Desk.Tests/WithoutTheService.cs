using Sheaf.Desk.Tests.Support;

namespace Sheaf.Desk.Tests;

/// <summary>The desk on a train: papers are kept, decisions wait in the browser, and each is in the files once afterwards.</summary>
public sealed class WithoutTheService(Chromium chromium)
{
    private const string Suggestions = "/2024-04/suggestions";
    private const string HasPapers = "caches.match('/2024-04/suggestions').then((kept) => kept !== undefined)";
    private const string Notice = "document.querySelector('#offline span').textContent";
    private const string WaitingStates = "[...document.querySelectorAll('.waits')].map((row) => row.dataset.state)";
    private const string NothingWaits = "!Object.keys(localStorage).some((name) => name.startsWith('sheaf-waits/'))";
    private const int Papers = 80;
    private const int Count = 30;

    private static readonly string[] Keys = ["a", "r", "l", "s"];

    [Fact]
    public async Task Thirty_decisions_outlive_the_page_and_are_in_the_files_once_and_in_order()
    {
        await using var bench = await DeskWorkspaces.RankedAsync(Papers);
        await using var desk = await ServedDesk.OpenAsync(bench);
        await using var visit = await chromium.VisitAsync(desk);
        var papers = await DeskWorkspaces.RankingAsync(desk);
        await visit.GoToAsync(Suggestions);
        await visit.UntilAsync(HasPapers);
        await visit.DecideAsync("a"); // of which the page that was kept knows nothing
        var (before, expected) = (DecidedFiles.Read(bench), DecidedFiles.Read(bench));

        await desk.StopAsync();
        foreach (var (paper, number) in papers.Skip(1).Take(Count).Select((paper, number) => (paper, number)))
        {
            await visit.PressAsync(Keys[number % Keys.Length]);
            expected = expected.With(Keys[number % Keys.Length], paper);
        }

        await visit.CloseAsync();
        await using var later = await visit.NextTabAsync();
        Assert.Equal(200, await later.GoToAsync("/"));
        await later.UntilAsync($"{Notice} === 'You are offline. {Count} decisions wait.'");
        Assert.Equal(
            papers.Skip(1).Take(Count),
            await later.AskAsync<string[]>("[...document.querySelectorAll('.waits')].map((row) => row.dataset.id)"));
        Assert.Equal("taken", await later.StateOfAsync(papers[0]));
        Assert.Equal(papers[Count + 1], await later.CurrentAsync());
        Assert.Equal(papers.Take(50), await later.PapersAsync());
        Assert.Equal(before, DecidedFiles.Read(bench));

        // The text of each paper is here.
        await later.PressAsync("o");
        Assert.True(await later.AskAsync<bool>("document.querySelector('[aria-current] .abstract').checkVisibility()"));
        Assert.Equal(
            50, await later.AskAsync<int>(
                "[...document.querySelectorAll('.abstract')].filter((text) => text.textContent.length > 20).length"));

        await desk.GoOnAsync();
        await later.KeptAsync();
        Assert.Equal(expected, DecidedFiles.Read(bench));
        var journal = await desk.GetAsync("/api/edits");
        Assert.Equal(Count + 1, journal.GetProperty("edits").GetArrayLength());
        await later.UntilAsync($"{Notice} === 'The service answers again, and all that you decided is in the files.'");
        Assert.True(await later.AskAsync<bool>(NothingWaits));
        Assert.DoesNotContain(visit.Trouble.Concat(later.Trouble), line => line.Contains("policy", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task What_was_taken_back_on_the_way_is_taken_back_after_the_page_was_closed()
    {
        await using var bench = await DeskWorkspaces.RankedAsync(Papers);
        await using var desk = await ServedDesk.OpenAsync(bench);
        await using var visit = await chromium.VisitAsync(desk);
        var papers = await DeskWorkspaces.RankingAsync(desk);
        var files = DecidedFiles.Read(bench);
        await visit.GoToAsync(Suggestions);
        await visit.UntilAsync(HasPapers);

        await desk.StopAsync();
        await visit.PressAsync("a", "r", "s", "z", "z");
        Assert.Equal(["taken", "open", "open"], await visit.AskAsync<string[]>(WaitingStates));
        await visit.CloseAsync();
        await using var later = await visit.NextTabAsync();
        await later.GoToAsync(Suggestions);
        Assert.Equal(["taken", "open", "open"], await later.AskAsync<string[]>(WaitingStates));

        await desk.GoOnAsync();
        await later.KeptAsync();
        Assert.Equal(files.With("a", papers[0]), DecidedFiles.Read(bench));
    }

    [Fact]
    public async Task What_is_taken_back_where_its_decision_changed_nothing_takes_back_nothing_else()
    {
        await using var bench = await DeskWorkspaces.RankedAsync(Papers);
        await using var desk = await ServedDesk.OpenAsync(bench);
        await using var visit = await chromium.VisitAsync(desk);
        var papers = await DeskWorkspaces.RankingAsync(desk);
        await visit.GoToAsync(Suggestions);
        await visit.UntilAsync(HasPapers);
        await visit.DecideAsync("a");

        await desk.StopAsync();
        await visit.PressAsync("a", "z");
        await File.AppendAllTextAsync(
            bench.PathOf("curated", "2024-04.md"), $"- {papers[1]}\n", TestContext.Current.CancellationToken);
        var before = DecidedFiles.Read(bench);
        await desk.GoOnAsync();
        await visit.KeptAsync();

        Assert.Equal(before, DecidedFiles.Read(bench));
        Assert.True(await visit.AskAsync<bool>(NothingWaits));
    }

    [Fact]
    public async Task A_second_tab_sends_what_the_first_decided_only_once_that_is_closed()
    {
        await using var bench = await DeskWorkspaces.RankedAsync(Papers);
        await using var desk = await ServedDesk.OpenAsync(bench);
        await using var visit = await chromium.VisitAsync(desk);
        var papers = await DeskWorkspaces.RankingAsync(desk);
        var files = DecidedFiles.Read(bench);
        await visit.GoToAsync(Suggestions);
        await visit.UntilAsync(HasPapers);

        await desk.StopAsync();
        await visit.PressAsync("a", "r");
        await using var second = await visit.NextTabAsync();
        await second.GoToAsync(Suggestions);
        Assert.Equal(papers[2], await second.CurrentAsync());
        await desk.GoOnAsync();
        await visit.KeptAsync();
        await second.KeptAsync();
        files = files.With("a", papers[0]).With("r", papers[1]);
        Assert.Equal(files, DecidedFiles.Read(bench));
        Assert.DoesNotContain(second.Requests, address => address.EndsWith("/api/decisions", StringComparison.Ordinal));

        await desk.StopAsync();
        await visit.PressAsync("l", "s");
        await second.UntilAsync($"{Notice} === 'You are offline. 2 decisions wait.'");
        await visit.CloseAsync();
        await second.UntilAsync("document.body.dataset.waiting === '2'");
        await desk.GoOnAsync();
        await second.KeptAsync();
        Assert.Equal(files.With("l", papers[2]).With("s", papers[3]), DecidedFiles.Read(bench));
    }

    [Fact]
    public async Task A_decision_that_cannot_be_made_is_shown_and_what_is_behind_it_waits_for_her()
    {
        await using var bench = await DeskWorkspaces.RankedAsync(Papers);
        await using var desk = await ServedDesk.OpenAsync(bench);
        await using var visit = await chromium.VisitAsync(desk);
        var papers = await DeskWorkspaces.RankingAsync(desk);
        await visit.GoToAsync(Suggestions);
        await visit.UntilAsync(HasPapers);
        await visit.DecideAsync("a");
        var list = $"{DeskWorkspaces.List}- {papers[0]} — words of hers\n";
        bench.List("2024-04.md", list);

        await desk.StopAsync();
        await visit.PressAsync("k", "0", "j", "a");
        await visit.CloseAsync();
        await using var later = await visit.NextTabAsync();
        await later.GoToAsync(Suggestions);
        await desk.GoOnAsync();
        await later.UntilAsync("document.querySelector('main > .refused-because')?.textContent.includes('words of hers')");
        Assert.Equal(list, DecidedFiles.Read(bench).List);

        await later.Page.ClickAsync("main > .refused-because button");
        await later.KeptAsync();
        Assert.Equal($"{DeskWorkspaces.List}- {papers[1]}\n", DecidedFiles.Read(bench).List);
    }

    [Fact]
    public async Task Who_is_not_let_in_any_more_keeps_no_papers_and_loses_no_decision()
    {
        await using var bench = await DeskWorkspaces.RankedAsync(Papers);
        await using var desk = await ServedDesk.OpenAsync(bench);
        await using var visit = await chromium.VisitAsync(desk);
        var papers = await DeskWorkspaces.RankingAsync(desk);
        var files = DecidedFiles.Read(bench);
        await visit.GoToAsync(Suggestions);
        await visit.UntilAsync(HasPapers);

        await visit.Page.DeleteCookieAsync([.. await visit.Page.GetCookiesAsync()]);
        await visit.PressAsync("a");
        await visit.UntilAsync("document.getElementById('said').textContent.startsWith('This browser has not been let in')");
        await visit.UntilAsync("caches.match('/2024-04/suggestions').then((kept) => kept === undefined)");
        Assert.Equal(401, await visit.GoToAsync(Suggestions));
        Assert.Equal(files, DecidedFiles.Read(bench));

        await visit.LetInAsync();
        await visit.UntilAsync(NothingWaits);
        Assert.Equal(files.With("a", papers[0]), DecidedFiles.Read(bench));
    }

    [Fact]
    public async Task What_something_before_the_service_says_drops_no_decision()
    {
        await using var bench = await DeskWorkspaces.RankedAsync(Papers);
        await using var desk = await ServedDesk.OpenAsync(bench);
        await using var visit = await chromium.VisitAsync(desk);
        var papers = await DeskWorkspaces.RankingAsync(desk);
        var files = DecidedFiles.Read(bench);
        await visit.GoToAsync(Suggestions);
        await visit.AskAsync<object?>(
            "{ const own = fetch; let times = 0; globalThis.fetch = (path, ...more) => path === '/api/decisions' && times++ < 2"
            + " ? Promise.resolve(new Response('<h1>Starting</h1>', { status: 500, headers: { 'Content-Type': 'text/html' } }))"
            + " : own(path, ...more); }");

        await visit.DecideAsync("a");

        Assert.Equal(files.With("a", papers[0]), DecidedFiles.Read(bench));
        Assert.True(await visit.AskAsync<bool>(NothingWaits));
    }

    [Fact]
    public async Task What_waits_for_another_workspace_at_this_address_is_not_sent_to_this_one()
    {
        await using var bench = await DeskWorkspaces.RankedAsync(Papers);
        await using var desk = await ServedDesk.OpenAsync(bench);
        await using var visit = await chromium.VisitAsync(desk);
        var papers = await DeskWorkspaces.RankingAsync(desk);
        var files = DecidedFiles.Read(bench);
        await visit.GoToAsync(Suggestions);
        await visit.AskAsync<object?>(
            "localStorage.setItem('sheaf-waits/another/000000000000001 tab', JSON.stringify("
            + $"{{ body: {{ month: '2024-04', id: '{papers[5]}', action: 'refuse' }}, title: 'It', before: 'open' }}))");

        await visit.GoToAsync(Suggestions);
        await visit.DecideAsync("a");

        Assert.Equal(files.With("a", papers[0]), DecidedFiles.Read(bench));
        Assert.False(await visit.AskAsync<bool>(NothingWaits));
    }

    [Fact]
    public async Task Papers_are_kept_once_for_a_ranking()
    {
        await using var bench = await DeskWorkspaces.RankedAsync(Papers);
        await using var desk = await ServedDesk.OpenAsync(bench);
        await using var visit = await chromium.VisitAsync(desk);
        await visit.GoToAsync(Suggestions);
        await visit.UntilAsync(HasPapers);
        await MarkAsync("the first");

        await visit.GoToAsync(Suggestions);
        await visit.UntilAsync("document.getElementById('papers').dataset.kept");
        Assert.Equal("the first", await MarkOfAsync());

        // Not so where they are by another ranking.
        await MarkAsync("the first", "\"0\"");
        await visit.GoToAsync(Suggestions);
        await visit.UntilAsync("caches.match('/2024-04/suggestions').then((kept) => kept.text()).then((text) => text !== 'the first')");

        Task MarkAsync(string text, string? ranking = null) => visit.AskAsync<object?>(
            "caches.open('sheaf-papers').then((cache) => cache.match('/2024-04/suggestions').then((kept) => "
            + $"cache.put('/2024-04/suggestions', new Response('{text}', "
            + $"{{ headers: {(ranking is null ? "kept.headers" : $"{{ ETag: '{ranking}' }}")} }}))))");
        Task<string> MarkOfAsync() => visit.AskAsync<string>("caches.match('/2024-04/suggestions').then((kept) => kept.text())");
    }
}
