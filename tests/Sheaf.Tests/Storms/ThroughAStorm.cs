using Sheaf.TestKit.Storms;

namespace Sheaf.Tests.Storms;

/// <summary>Short storms; the benchmarks' <c>storm</c> runs them by the thousand.</summary>
public sealed class ThroughAStorm(ITestOutputHelper output)
{
    /// <summary>As many as take a second or two.</summary>
    private const int Papers = 14;

    [Theory]
    [InlineData(3)]
    [InlineData(20240430)]
    public Task A_known_storm_leaves_everything_as_a_calm_run_does(int seed) => PassAsync(seed);

    [Fact]
    public Task A_storm_that_nobody_has_seen_leaves_everything_as_a_calm_run_does() => PassAsync(Random.Shared.Next());

    private async Task PassAsync(int seed)
    {
        output.WriteLine($"Again: storm --seed {seed} --papers {Papers} --count 1");

        var report = await new Storm(seed, Papers).RunAsync(TestContext.Current.CancellationToken);

        output.WriteLine($"{report.Rounds} rounds, {report.Requests} requests, {report.Faults} faults");
        Assert.True(report.Violations.Count == 0, $"seed {seed}: {string.Join('\n', report.Violations)}");
        Assert.True(report.Requests > 0);
    }
}
