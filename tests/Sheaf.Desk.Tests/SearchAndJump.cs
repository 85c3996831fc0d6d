using Sheaf.Desk.Tests.Support;

namespace Sheaf.Desk.Tests;

/// <summary>Searching by keys, the page of a paper, and the box that leads anywhere.</summary>
public sealed class SearchAndJump(Chromium chromium)
{
    private const string Found = "/search?q=widgets&order=newest";
    private const string Box = "document.querySelector('dialog.jump')";
    private const string Chosen = "document.querySelector('.jump [aria-selected=true] span')?.textContent";

    [Fact]
    public async Task A_hit_has_the_keys_of_a_suggestion()
    {
        await using var bench = await DeskWorkspaces.RankedAsync(10);
        await using var desk = await ServedDesk.OpenAsync(bench);
        await using var visit = await chromium.VisitAsync(desk);
        await visit.GoToAsync(Found);
        var papers = await visit.PapersAsync();
        Assert.Equal(papers[0], await visit.CurrentAsync());
        Assert.Null(await visit.FocusAsync());

        foreach (var key in new[] { "a", "s", "r", "l" })
        {
            await visit.DecideAsync(key);
        }

        Assert.Equal(
            new DecidedFiles($"{DeskWorkspaces.List}- {papers[0]}\n- {papers[1]} ★\n", $"{papers[2]}\n", $"{papers[3]}\n"),
            DecidedFiles.Read(bench));
        Assert.Equal((papers[4], papers[4]), (await visit.CurrentAsync(), await visit.FocusAsync()));
        await visit.PressAsync("o");
        await visit.UntilAsync($"document.querySelector('.paper[data-id=\"{papers[4]}\"] .abstract mark')?.textContent === 'widgets'");
        await visit.DecideAsync("z");
        Assert.DoesNotContain(papers[3], DecidedFiles.Read(bench).Later, StringComparison.Ordinal);

        // To another month's list.
        await visit.AskAsync<object?>($"document.querySelector('.paper[data-id=\"{papers[5]}\"] [name=month]').value = '2024-05'");
        await visit.PressAsync("j", "j");
        await visit.DecideAsync("a");
        Assert.Equal($"# May 2024\n\n- {papers[5]}\n", bench.Read("curated", "2024-05.md"));
        Assert.Equal(
            "Taken, May 2024",
            await visit.AskAsync<string>($"document.querySelector('.paper[data-id=\"{papers[5]}\"] .kept').textContent"));

        // What is listed is marked already.
        await visit.GoToAsync(Found);
        var shown = await visit.ShownAsync();
        Assert.Equal(papers[0], await visit.CurrentAsync());
        Assert.Equal(("taken", "starred", "refused", "open"), (shown[papers[0]], shown[papers[1]], shown[papers[2]], shown[papers[3]]));
        Assert.Empty(visit.Trouble);
    }

    [Fact]
    public async Task The_page_of_a_paper_has_the_same_keys_and_tells_what_they_did()
    {
        await using var bench = await DeskWorkspaces.RankedAsync(5);
        await using var desk = await ServedDesk.OpenAsync(bench);
        await using var visit = await chromium.VisitAsync(desk);
        await visit.GoToAsync("/papers/2404.00003");

        await visit.DecideAsync("s");
        await visit.UntilAsync("document.querySelector('.decisions')?.textContent.includes('star 2404.00003')");
        Assert.Equal($"{DeskWorkspaces.List}- 2404.00003 ★\n", bench.Read("curated", "2024-04.md"));
        await visit.DecideAsync("z");
        await visit.UntilAsync("document.querySelector('.decisions').textContent.includes('taken back')");
        Assert.Equal(DeskWorkspaces.List, bench.Read("curated", "2024-04.md"));
        await visit.PressAsync("e");
        await visit.UntilAsync("document.activeElement.name === 'note'");
        await visit.PressAsync("Escape", "o");
        Assert.Equal("open", await visit.StateOfAsync("2404.00003"));
        Assert.Empty(visit.Trouble);
    }

    [Fact]
    public async Task The_box_leads_to_months_pages_papers_and_commands()
    {
        await using var bench = await DeskWorkspaces.RankedAsync(5);
        await using var desk = await ServedDesk.OpenAsync(bench);
        await using var visit = await chromium.VisitAsync(desk);
        foreach (var (typed, first, path) in new[]
        {
            ("2024-03", "March 2024", "/2024-03"), ("march 2024", "March 2024", "/2024-03"), ("mar 2019", "March 2019", "/2019-03"),
            ("lis", "List", "/2024-04/list"), ("kind 2404.00003", "Widgets of kind 2404.00003", "/papers/2404.00003"),
            ("2404.00004", "Widgets of kind 2404.00004", "/papers/2404.00004"), ("keys", "Keys", "/keys"),
        })
        {
            await visit.GoToAsync("/2024-04/suggestions?show=open&after=0");
            await visit.PressAsync("/");
            await visit.UntilAsync($"{Box}?.querySelector('[role=combobox]')");
            await visit.Page.Keyboard.TypeAsync(typed);
            await visit.UntilAsync(
                $"[...document.querySelectorAll('.jump [role=option] span:first-child')].some((one) => one.textContent === '{first}')");
            while (await visit.AskAsync<string>(Chosen) != first)
            {
                await visit.PressAsync("ArrowDown");
            }

            await visit.FollowAsync(() => visit.PressAsync("Enter"));
            Assert.Equal(path, await visit.AskAsync<string>("location.pathname"));
        }

        // A command does what it says.
        await visit.GoToAsync(Found);
        await visit.DecideAsync("r");
        await visit.PressAsync("/");
        await visit.UntilAsync($"{Box}?.querySelector('[role=combobox]')");
        await visit.Page.Keyboard.TypeAsync("undo");
        await visit.UntilAsync($"{Chosen} === 'Undo'");
        await visit.DecideAsync("Enter");
        Assert.Equal("", DecidedFiles.Read(bench).Refused);
        Assert.Empty(visit.Trouble);
    }

    [Fact]
    public async Task The_box_takes_every_letter_and_gives_the_focus_back()
    {
        await using var bench = await DeskWorkspaces.RankedAsync(5);
        await using var desk = await ServedDesk.OpenAsync(bench);
        await using var visit = await chromium.VisitAsync(desk);
        var before = DecidedFiles.Read(bench);
        await visit.GoToAsync("/2024-04/suggestions?show=open&after=0");
        var paper = await visit.FocusAsync();

        // Faster than what one can go to is loaded.
        await visit.PressAsync("/", "a", "r", "l", "s", "0", "X", "/");
        Assert.Equal("arls0X/", await visit.AskAsync<string>("document.activeElement.value"));
        await visit.UntilAsync($"{Box}.querySelector('[role=combobox]')");
        await visit.PressAsync("Escape");
        await visit.UntilAsync($"!{Box}");
        await visit.KeptAsync();
        Assert.Equal((paper, before), (await visit.FocusAsync(), DecidedFiles.Read(bench)));

        await visit.PressAtAsync("Slash", "ю");
        await visit.UntilAsync($"{Box}?.querySelector('[aria-activedescendant]')");
        Assert.Equal(
            await visit.AskAsync<string>("document.querySelector('.jump [aria-selected=true]').id"),
            await visit.AskAsync<string>("document.activeElement.getAttribute('aria-activedescendant')"));
        foreach (var (isDark, width) in new[] { (false, 1000), (true, 390) })
        {
            await visit.LookAsync(isDark, width);
            Assert.Empty(await Axe.FindAsync(visit));
        }

        await visit.PressAsync("Escape");
        await visit.UntilAsync($"!{Box}");

        // In a field it is a letter.
        await visit.PressAsync("e");
        await visit.UntilAsync("document.activeElement.name === 'note'");
        await visit.PressAsync("/");
        Assert.Equal("/", await visit.AskAsync<string>("document.activeElement.value"));
        Assert.Empty(visit.Trouble);
    }
}
