using Sheaf.Desk.Tests.Support;

namespace Sheaf.Desk.Tests;

/// <summary>Keys that come faster than the disk takes them.</summary>
public sealed class KeysFasterThanTheDisk(Chromium chromium)
{
    private const int Count = 200;

    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1) / 20;

    private static readonly string[] Keys = ["a", "r", "l", "s"];

    [Fact]
    public async Task None_is_lost_or_counts_twice_and_each_is_taken_back_to_the_byte()
    {
        await using var bench = await DeskWorkspaces.RankedAsync(Count + 30);
        await using var desk = await ServedDesk.OpenAsync(bench);
        await using var visit = await chromium.VisitAsync(desk);
        var papers = await DeskWorkspaces.RankingAsync(desk);
        List<DecidedFiles> steps = [DecidedFiles.Read(bench)];

        await visit.GoToAsync("/2024-04/suggestions");
        using var beat = new PeriodicTimer(Beat, TimeProvider.System);
        for (var number = 0; number < Count; number++)
        {
            var key = Keys[number % Keys.Length];
            await visit.PressAsync(key);
            steps.Add(steps[^1].With(key, papers[number]));
            await beat.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }

        await visit.KeptAsync();
        Assert.Equal(steps[^1], DecidedFiles.Read(bench));
        Assert.Equal(papers[Count], await visit.CurrentAsync());
        var shown = await visit.ShownAsync();
        Assert.Equal(await DeskWorkspaces.StatesAsync(desk, shown.Keys), shown);

        for (var number = Count - 1; number >= 0; number--)
        {
            await visit.DecideAsync("z");
            Assert.Equal(steps[number], DecidedFiles.Read(bench));
        }

        await visit.DecideAsync("z");
        Assert.Equal("There is no decision to take back.", await visit.SaidAsync());
        Assert.Empty(visit.Trouble);
    }
}
