using Sheaf.TestKit.Storms;

namespace Sheaf.Tests.Storms;

/// <summary>Short ones; the benchmarks' <c>edits</c> runs them long, and with kills.</summary>
public sealed class EditorsThatSave(ITestOutputHelper output)
{
    private const int Saves = 12;

    [Theory]
    [InlineData(nameof(SavingManner.Rename))]
    [InlineData(nameof(SavingManner.InPlace))]
    [InlineData(nameof(SavingManner.EmptyThenWrite))]
    [InlineData(nameof(SavingManner.Append))]
    [InlineData(nameof(SavingManner.MoveAway))]
    public async Task No_word_of_theirs_is_lost(string manner)
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"Again: edits --seed {seed}");

        var report = await new EditStorm(seed, Saves, kills: false)
            .RunAsync(Enum.Parse<SavingManner>(manner), TestContext.Current.CancellationToken);

        Assert.Empty(report.Lost);
        Assert.Empty(report.Violations);
        Assert.True(report.Added > 0);
    }
}
