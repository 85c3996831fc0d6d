using Sheaf.Desk.Tests.Support;
using Sheaf.Settings;

namespace Sheaf.Desk.Tests;

/// <summary>Every form in a browser whose script is switched off: it does what it says, and the page that follows says so.</summary>
public sealed class WithoutScript(Chromium chromium)
{
    private const string Password = "a password of tests";
    private const string First = "/2024-04/suggestions?show=open&after=0";

    [Fact]
    public async Task A_month_is_decided_with_forms()
    {
        await using var bench = await DeskWorkspaces.RankedAsync(10);
        await using var desk = await ServedDesk.OpenAsync(bench);
        await using var visit = await chromium.VisitAsync(desk);
        var papers = await DeskWorkspaces.RankingAsync(desk);
        var files = DecidedFiles.Read(bench);
        await visit.Page.SetJavaScriptEnabledAsync(false);

        foreach (var (key, action, number) in new[] { ("a", "take", 0), ("s", "star", 1), ("l", "later", 2), ("r", "refuse", 3) })
        {
            await visit.GoToAsync(First);
            await SubmitAsync(visit, $".paper[data-id='{papers[number]}'] .decide [value={action}]");
            files = files.With(key, papers[number]);
            await IsNowAsync($"Last: {action} “Widgets of kind {papers[number]}”");
        }

        // A title opens its paper, with reasons to press and words to write.
        await OpenAsync(papers[4]);
        await SubmitAsync(visit, $".paper[data-id='{papers[4]}'] .with-reason [data-number='2']");
        files = files with { Refused = $"{files.Refused}{papers[4]} — not new enough\n" };
        await IsNowAsync($"Last: refuse “Widgets of kind {papers[4]}”");

        await OpenAsync(papers[5]);
        await visit.Page.TypeAsync(".with-reason .reason", "seen before");
        await SubmitAsync(visit, $".paper[data-id='{papers[5]}'] .with-reason button:not([name])");
        files = files with { Refused = $"{files.Refused}{papers[5]} — seen before\n" };
        await IsNowAsync($"Last: refuse “Widgets of kind {papers[5]}”");

        await OpenAsync(papers[6]);
        await visit.Page.TypeAsync(".note", "turns well");
        await visit.Page.TypeAsync(".tags", "#gears, oil");
        await SubmitAsync(visit, $".paper[data-id='{papers[6]}'] .with-words button");
        files = files with { List = $"{files.List}- {papers[6]} #gears #oil — turns well\n" };
        await IsNowAsync($"Last: take “Widgets of kind {papers[6]}”");

        await SubmitAsync(visit, "form.last button");
        files = files with { List = files.List.Replace($"- {papers[6]} #gears #oil — turns well\n", "", StringComparison.Ordinal) };
        await IsNowAsync($"Last: refuse “Widgets of kind {papers[5]}”");

        await visit.GoToAsync("/2024-04/suggestions?show=later");
        await SubmitAsync(visit, ".paper .decide [value=reset]");
        files = files with { Later = "" };
        await IsNowAsync($"Last: reset “Widgets of kind {papers[2]}”");

        await visit.GoToAsync($"/papers/{papers[7]}");
        await SubmitAsync(visit, ".decide [value=star]");
        files = files.With("s", papers[7]);
        Assert.Equal(files, DecidedFiles.Read(bench));
        Assert.Equal("star", await visit.AskAsync<string>("document.querySelector('.decide [aria-pressed=true]').value"));
        Assert.Empty(visit.Trouble);

        async Task OpenAsync(string paper)
        {
            await visit.GoToAsync(First);
            await SubmitAsync(visit, $".paper[data-id='{paper}'] .open");
            await visit.Page.FocusAsync($".paper[data-id='{paper}'] .detail summary");
            await visit.PressAsync("Enter");
        }

        async Task IsNowAsync(string said)
        {
            Assert.Equal(files, DecidedFiles.Read(bench));
            Assert.Equal(said, await visit.AskAsync<string>("document.getElementById('last').textContent"));
        }
    }

    [Fact]
    public async Task Papers_are_sought_and_a_run_is_planned_with_forms()
    {
        await using var bench = await DeskWorkspaces.RankedAsync(10);
        await using var desk = await ServedDesk.OpenAsync(bench);
        await using var visit = await chromium.VisitAsync(desk);
        await visit.Page.SetJavaScriptEnabledAsync(false);

        await visit.GoToAsync("/search");
        await visit.Page.TypeAsync("[name=q]", "widgets 2404.00003");
        await SubmitAsync(visit, ".search button");
        Assert.StartsWith(
            "1 paper", await visit.AskAsync<string>("document.querySelector('main > .total').textContent"), StringComparison.Ordinal);

        await visit.GoToAsync("/runs");
        await visit.Page.TypeAsync("[name=months]", "2024-04");
        await SubmitAsync(visit, ".start button");
        Assert.StartsWith(
            "Nothing of 1 reference is missing or due",
            await visit.AskAsync<string>("document.querySelector('.runs .notice p').textContent"),
            StringComparison.Ordinal);
        Assert.Empty(visit.Trouble);
    }

    [Fact]
    public async Task A_draft_is_written_with_a_form()
    {
        await using var bench = await DeskWorkspaces.RankedAsync(5);
        await bench.RunAsync("draft", DeskWorkspaces.Month);
        await using var desk = await ServedDesk.OpenAsync(bench);
        await using var visit = await chromium.VisitAsync(desk);
        var before = bench.Read("drafts", "2024-04.md");
        await visit.Page.SetJavaScriptEnabledAsync(false);

        await visit.GoToAsync("/2024-04/draft");
        await visit.Page.FocusAsync("#text");
        await visit.Page.Keyboard.SendCharacterAsync("Words.\n\n");
        await SubmitAsync(visit, ".save");

        Assert.Equal(before.Length + "Words.\n\n".Length, bench.Read("drafts", "2024-04.md").Length);
        Assert.True(await visit.AskAsync<bool>("document.querySelector('.rendered').textContent.includes('Words.')"));
        Assert.Empty(visit.Trouble);
    }

    [Fact]
    public async Task A_stranger_logs_in_with_a_form()
    {
        await using var bench = await Workbench.StartAsync([]);
        await using var desk = await ServedDesk.StartAsync(bench, "127.0.0.1", $"Desk:Password={PasswordHash.Of(Password)}");
        await using var visit = await chromium.StrangerAsync(desk);
        await visit.Page.SetJavaScriptEnabledAsync(false);

        Assert.Equal(401, await visit.GoToAsync("/keys"));
        await visit.GoToAsync("/login?back=/keys");
        await visit.Page.TypeAsync("#password", "wrong");
        await SubmitAsync(visit, ".login button");
        Assert.Equal("That is not the password.", await visit.AskAsync<string>("document.getElementById('problem').textContent"));

        await visit.Page.TypeAsync("#password", Password);
        await SubmitAsync(visit, ".login button");
        Assert.Equal("Keys", await visit.AskAsync<string>("document.querySelector('h1').textContent"));
    }

    /// <summary>By the keyboard, which hits what it means wherever the page has just moved to.</summary>
    private static async Task SubmitAsync(DeskVisit visit, string button)
    {
        await visit.Page.FocusAsync(button);
        await visit.FollowAsync(() => visit.PressAsync("Enter"));
    }
}
