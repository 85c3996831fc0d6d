using Sheaf.Desk.Tests.Support;

namespace Sheaf.Desk.Tests;

/// <summary>What a browser fetches that has never been here.</summary>
public sealed class FirstVisit(Chromium chromium)
{
    private const int MostBytes = 40_000;
    private const int MostRequests = 4;

    [Fact]
    public async Task Takes_four_requests_and_forty_kilobytes_and_nothing_from_elsewhere()
    {
        await using var bench = await DeskWorkspaces.DemoAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);
        await using var visit = await chromium.StrangerAsync(desk);
        await visit.Page.SetCacheEnabledAsync(false);
        await visit.LetInAsync();
        var session = await visit.Page.CreateCDPSessionAsync();
        var bytes = 0.0;
        session.MessageReceived += (_, told) =>
        {
            if (told.MessageID == "Network.loadingFinished")
            {
                bytes += told.MessageData.GetProperty("encodedDataLength").GetDouble();
            }
        };
        await session.SendAsync("Network.enable");

        await visit.GoToAsync("/2024-04/suggestions");
        await visit.UntilAsync("performance.getEntriesByType('resource').length >= 2");

        // The live stream, and the question of what has changed since the page was made, come when all is painted.
        // The picture may still have been on its way for the page before.
        var needed = visit.Requests.Where(address => !new Uri(address).AbsolutePath.StartsWith("/api/", StringComparison.Ordinal))
            .Distinct().ToList();
        Assert.True(needed.Count <= MostRequests, DeskVisit.Shown(needed));
        Assert.InRange(bytes, 1, MostBytes);
        Assert.Empty(visit.Trouble);
    }
}
