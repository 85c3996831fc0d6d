using PuppeteerSharp;
using Sheaf.Desk.Tests.Support;

namespace Sheaf.Desk.Tests;

/// <summary>A reading group at its ballot: browsers that vote at once, names that are taken, and the editor who takes by votes.</summary>
public sealed class VotingTogether(Chromium chromium)
{
    private static readonly Func<string, string> Row = id => $".paper[data-id='{id}']";

    [Fact]
    public async Task Two_browsers_vote_at_once_a_third_cannot_have_their_name_and_the_editor_takes_by_votes()
    {
        await using var bench = await DeskWorkspaces.RankedAsync(6);
        await using var desk = await ServedDesk.OpenAsync(bench);
        await using var editor = await chromium.VisitAsync(desk);
        await editor.GoToAsync("/2024-04/suggestions");
        await editor.FollowAsync(() => editor.Page.ClickAsync(".ballot-line [name=of]"));
        var link = await editor.AskAsync<string>("document.querySelector('.address a').getAttribute('href')");
        await using var ada = await chromium.StrangerAsync(desk);
        await using var bob = await chromium.StrangerAsync(desk);
        await using var third = await chromium.StrangerAsync(desk);
        await NameAsync(ada, link, "Ada");
        await NameAsync(bob, link, "Bob");
        await NameAsync(third, link, "Ada");
        var papers = await ada.PapersAsync();

        // Keys of the one, clicks of the other, side by side.
        await Task.WhenAll(ada.PressAsync("s", "y", "y", "n"), ClickAsync(bob, papers, "star", "yes", "no"));
        await ada.PressAsync("k", "c");
        await ada.Page.Keyboard.TypeAsync("not for us");
        await ada.PressAsync("Escape");
        await ada.KeptAsync();
        await bob.KeptAsync();
        Assert.Equal(papers[3], await ada.FocusAsync());
        Assert.Equal("4", await ada.AskAsync<string>("document.getElementById('done').textContent"));

        // The name was free when the third began, and is taken when the vote comes.
        var before = bench.Read("ballots", "2024-04.jsonl");
        await third.PressAsync("n");
        await third.UntilAsync("document.querySelector('.refused-because')?.textContent.includes('another browser')");
        Assert.Equal("Not kept", await third.AskAsync<string>($"document.querySelector(\"{Row(papers[0])} .kept\").textContent"));
        Assert.Equal(before, bench.Read("ballots", "2024-04.jsonl"));
        Assert.Equal(409, await third.GoToAsync($"{link}?name=ada"));

        await editor.GoToAsync("/2024-04/ballot");
        Assert.Equal(
            [
                "2 stars, 0 yes, 0 no", "0 stars, 2 yes, 0 no", "0 stars, 1 yes, 1 no", "No votes yet", "No votes yet",
                "0 stars, 0 yes, 1 no",
            ],
            await editor.AskAsync<string[]>("[...document.querySelectorAll('.votes')].map((one) => one.textContent)"));
        Assert.Contains("Ada (no): not for us", await TextOfAsync(editor, ".voted"), StringComparison.Ordinal);
        await editor.Page.SelectAsync("#least", "2");
        await editor.FollowAsync(() => editor.Page.ClickAsync(".by-votes button"));
        Assert.Equal($"{DeskWorkspaces.List}- {papers[0]} ★\n- {papers[1]}\n", bench.Read("curated", "2024-04.md"));
        Assert.Equal(before, bench.Read("ballots", "2024-04.jsonl"));

        await editor.FollowAsync(() => editor.Page.ClickAsync(".made button"));
        Assert.Equal(DeskWorkspaces.List, bench.Read("curated", "2024-04.md"));
        Assert.Contains("2 stars", await SuggestedAsync(editor, papers[0]), StringComparison.Ordinal);

        // Closed with one click: no vote comes any more, and the words of the others are there.
        await editor.FollowAsync(() => editor.Page.ClickAsync(".ballot-line form[action$=close] button"));
        await bob.PressAsync("y");
        await bob.UntilAsync("document.querySelector('.refused-because')?.textContent.includes('closed')");
        await bob.GoToAsync(link);
        Assert.Contains("Ada (no): not for us", await TextOfAsync(bob, "#papers"), StringComparison.Ordinal);
        Assert.Empty(Unexpected(editor, ada, bob, third));
    }

    [Fact]
    public async Task Votes_wait_until_the_service_is_there_again()
    {
        await using var bench = await DeskWorkspaces.RankedAsync(4);
        await using var desk = await ServedDesk.OpenAsync(bench);
        await desk.PostAsync("/api/2024-04/ballot/open", new { of = "suggestions" });
        var link = await LinkAsync(desk);
        await using var ada = await chromium.StrangerAsync(desk);
        await NameAsync(ada, link, "Ada");
        var papers = await ada.PapersAsync();
        await ada.PressAsync("y");
        await ada.KeptAsync();

        await desk.StopAsync();
        await ada.PressAsync("n", "s");
        await ada.UntilAsync("document.getElementById('said').textContent.includes('waits here')");
        await desk.GoOnAsync();
        await ada.KeptAsync();

        Assert.Equal(
            ["yes", "no", "star"],
            await ada.AskAsync<string[]>(
                "[...document.querySelectorAll('.paper')].slice(0, 3).map((row) => row.dataset.vote)"));
        Assert.Equal(
            papers.Take(3),
            bench.Read("ballots", "2024-04.jsonl").Split('\n').Where(line => line.Contains("\"kind\":\"vote\"", StringComparison.Ordinal))
                .Select(line => System.Text.Json.JsonElement.Parse(line).GetProperty("id").GetString()));
    }

    [Fact]
    public async Task The_pages_can_be_used_by_everybody()
    {
        await using var bench = await DeskWorkspaces.DemoAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);
        await using var editor = await chromium.VisitAsync(desk);
        await using var reader = await chromium.StrangerAsync(desk);
        var found = new List<string>();
        await desk.PostAsync("/api/2024-04/ballot/open", new { of = "suggestions" });
        var link = await LinkAsync(desk);
        await EveryPage.LookAtAsync(reader, link, found);
        await NameAsync(reader, link, "Ada");
        await reader.PressAsync("y", "s", "n");
        await reader.KeptAsync();
        await reader.Page.TypeAsync(".paper textarea", "a word to it, and " + new string('w', 80));
        await reader.PressAsync("Escape");
        await reader.KeptAsync();
        await EveryPage.LookAtAsync(reader, link, found);
        await using (var late = await chromium.StrangerAsync(desk))
        {
            await EveryPage.LookAtAsync(late, $"{link}?name=Ada", found);
        }

        await EveryPage.LookAtAsync(editor, "/2024-04/suggestions?show=open&after=0", found);
        var taken = await desk.PostAsync("/api/2024-04/ballot/take", new { votes = 1 });
        var edit = taken.GetProperty("edit").GetInt32();
        foreach (var page in new[] { "/2024-04", "/2024-04/list", $"/2024-04/ballot?edit={edit}" })
        {
            await EveryPage.LookAtAsync(editor, page, found);
        }

        await desk.PostAsync("/api/2024-04/ballot/close", new { });
        await EveryPage.LookAtAsync(reader, link, found);
        await EveryPage.LookAtAsync(reader, "/ballot/nothing", found);
        await EveryPage.LookAtAsync(editor, "/2024-04/ballot", found);

        Assert.True(found.Count == 0, DeskVisit.Shown(found.Distinct()));
    }

    private static async Task<string> LinkAsync(ServedDesk desk) =>
        new Uri((await desk.GetAsync("/api/2024-04/ballot")).GetProperty("link").GetString()!).AbsolutePath;

    private static async Task NameAsync(DeskVisit visit, string link, string name)
    {
        Assert.Equal(200, await visit.GoToAsync(link));
        await visit.Page.TypeAsync("#name", name);
        await visit.FollowAsync(() => visit.PressAsync("Enter"));
    }

    private static async Task ClickAsync(DeskVisit visit, IEnumerable<string> papers, params string[] votes)
    {
        foreach (var (paper, vote) in papers.Zip(votes))
        {
            await visit.Page.ClickAsync($"{Row(paper)} [value={vote}]");
        }
    }

    private static async Task<string> SuggestedAsync(DeskVisit editor, string paper)
    {
        var back = await editor.AskAsync<string>("location.pathname + location.search");
        await editor.GoToAsync("/2024-04/suggestions?show=open&after=0");
        var text = await TextOfAsync(editor, Row(paper));
        await editor.GoToAsync(back);
        return text;
    }

    private static Task<string> TextOfAsync(DeskVisit visit, string selector) =>
        visit.AskAsync<string>($"document.querySelector(\"{selector}\").textContent");

    /// <summary>What a browser says of answers that were refused is what these tests are about.</summary>
    private static IEnumerable<string> Unexpected(params DeskVisit[] visits) =>
        visits.SelectMany(visit => visit.Trouble).Where(told => !told.Contains("Failed to load resource", StringComparison.Ordinal));
}
