using Sheaf.Desk.Tests.Support;
using Sheaf.Settings;

namespace Sheaf.Desk.Tests;

/// <summary>Every page of the desk, full and empty, light and dark, wide and narrow.</summary>
public sealed class EveryPage(Chromium chromium)
{
    private const string Password = "a password of tests";

    private static readonly string[] Pages =
    [
        "/", "/start", "/2024-04", "/2024-04/suggestions?show=open&after=0", "/2024-04/suggestions?show=later",
        "/2024-04/suggestions?keep=true", "/2024-04/suggestions?show=taken", "/2024-04/suggestions?show=refused", "/2024-04/list",
        "/2024-04/draft", "/2024-04/draft?line=9", "/2024-04/publish", "/2024-04/ballot",
        "/2024-04/check",
        "/search", "/search?q=language", "/search?q=nothinghasthisword", "/search?q=\"", "/search?show=listed",
        "/search?q=model&show=open&order=newest",
        "/papers/2404.99999", "/runs",
        "/runs?kind=harvest&months=2024-04", "/runs?kind=nonsense", "/keys", "/help", "/help/settings", "/login", "/nowhere",
    ];

    private static readonly (bool IsDark, int Width)[] Looks = [(false, 1000), (true, 1000), (true, 390), (false, 390)];

    [Fact]
    public async Task Of_a_month_in_work_can_be_used_by_everybody()
    {
        await using var bench = await DeskWorkspaces.DemoAsync();
        await using var desk = await OpenAsync(bench);
        var papers = await DeskWorkspaces.RankingAsync(desk);
        foreach (var (paper, action) in papers.Zip(["take", "star", "refuse", "later"]))
        {
            await desk.PostAsync("/api/decisions", new { month = "2024-04", id = paper, action, reason = "a reason" });
        }

        await HoldAsync(desk, [.. Pages, $"/2024-04/suggestions?show=open&after=0&open={papers[5]}", $"/papers/{papers[5]}"]);
    }

    [Fact]
    public async Task Of_an_empty_workspace_can_be_used_by_everybody()
    {
        await using var bench = await Workbench.StartAsync([]);
        await using var desk = await OpenAsync(bench);

        await HoldAsync(desk, [.. Pages, "/papers/2404.00001"]);
    }

    [Fact]
    public async Task Of_a_workspace_that_was_made_at_the_desk_can_be_used_by_everybody()
    {
        await using var bench = await Workbench.StartAsync([]);
        await using var desk = await OpenAsync(bench);
        await desk.PostAsync("/api/workspace", new { categories = "cs.CL", issue = "- 2404.00001\n" });

        await HoldAsync(desk, ["/start", "/2024-04/check?edit=none"]);
    }

    private static Task<ServedDesk> OpenAsync(Workbench bench) =>
        ServedDesk.OpenAsync(bench, $"Desk:Password={PasswordHash.Of(Password)}");

    private async Task HoldAsync(ServedDesk desk, IReadOnlyList<string> pages)
    {
        var found = new List<string>();
        await using (var visit = await chromium.VisitAsync(desk))
        {
            foreach (var page in pages)
            {
                await LookAtAsync(visit, page, found);
            }
        }

        await using (var stranger = await chromium.StrangerAsync(desk))
        {
            await LookAtAsync(stranger, "/2024-04", found);
        }

        Assert.True(found.Count == 0, DeskVisit.Shown(found.Distinct()));
    }

    /// <summary>Looks at a page in all its looks.</summary>
    internal static async Task LookAtAsync(DeskVisit visit, string page, List<string> found)
    {
        await visit.GoToAsync(page);
        foreach (var (isDark, width) in Looks)
        {
            await visit.LookAsync(isDark, width);
            found.AddRange((await Axe.FindAsync(visit)).Select(one => $"{page}, {(isDark ? "dark" : "light")}, {width} px: {one}"));
        }

        await visit.LookAsync(isDark: false, width: 320);
        if (await visit.IsTooWideAsync())
        {
            var widest = await visit.AskAsync<string>(
                "[...document.querySelectorAll('main *, header *')].filter((one) => one.getBoundingClientRect().right > innerWidth + 1)"
                + ".slice(0, 3).map((one) => `${one.tagName}.${one.className}`).join(' ')");
            found.Add($"{page}: moves sideways at 320 px because of {widest}");
        }

        found.AddRange(visit.Trouble.Select(trouble => $"{page}: {trouble}"));
    }
}
