using Sheaf.Desk.Tests.Support;

namespace Sheaf.Desk.Tests;

/// <summary>Titles, names, comments, formulas, reasons and headings that mean ill: they are shown, and do nothing.</summary>
public sealed class PapersThatMeanIll(Chromium chromium)
{
    private const string First = "/2024-04/suggestions?show=open&after=0";

    /// <summary>What would act, or was made by something that did.</summary>
    private const string Acting =
        "[...document.querySelectorAll('script:not([src]), style, [style], iframe, object, embed, img, base, link[href^=\"data:\"], "
        + "a[href^=\"javascript:\"], a[href^=\"data:\"]')].concat([...document.querySelectorAll('*')]"
        + ".filter((one) => [...one.attributes].some((attribute) => attribute.name.startsWith('on')))).map((one) => one.outerHTML)";

    [Fact]
    public async Task Do_nothing_on_any_page()
    {
        await using var bench = await DeskWorkspaces.HostileAsync();
        await bench.RunAsync("draft", DeskWorkspaces.Month);
        await using var desk = await ServedDesk.OpenAsync(bench);
        await using var visit = await chromium.VisitAsync(desk);
        await visit.GoToAsync("/help");
        var names = await NamesAsync(visit);

        string[] pages =
        [
            First, "/2024-04", "/2024-04/suggestions?show=later", "/2024-04/suggestions?show=taken", "/2024-04/suggestions?show=refused",
            "/2024-04/list", "/2024-04/draft", "/2024-04/check", "/search?q=workshop", "/search?q=<script>alert(1)</script>",
            "/search?author=\"><img src=x onerror=alert(1)>", "/runs", "/search?show=listed",
            "/search?category=cs.*",
            .. Enumerable.Range(0, HostilePapers.Texts.Count).Select(number => $"/papers/{HostilePapers.Id(number)}"),
        ];
        foreach (var page in pages)
        {
            await visit.GoToAsync(page);
            if (page is First or "/search?category=cs.*")
            {
                await OpenEachAsync(visit);
            }

            foreach (var width in new[] { 1000, 390 })
            {
                await visit.LookAsync(isDark: false, width);
                Assert.False(await visit.IsTooWideAsync(), $"{page} is too wide at {width} px");
            }

            Assert.Equal("", DeskVisit.Shown(await visit.AskAsync<string[]>(Acting)));
            Assert.Equal(names, await NamesAsync(visit));
            Assert.Equal("", DeskVisit.Shown(visit.Trouble));
        }
    }

    private static async Task OpenEachAsync(DeskVisit visit)
    {
        foreach (var paper in await visit.PapersAsync())
        {
            await visit.PressAsync("o");
            await visit.UntilAsync($"document.querySelector('.paper[data-id=\"{paper}\"] .abstract')");
            await visit.PressAsync("o", "j");
        }
    }

    /// <summary>What the window holds: a script that ran could have left something there.</summary>
    private static Task<string> NamesAsync(DeskVisit visit) =>
        visit.AskAsync<string>("[...Object.getOwnPropertyNames(window), document.title.length > 0, window.name].join(' ')");
}
