using Sheaf.Lists;

namespace Sheaf.Tests.Lists;

public sealed class LongCuratedLists
{
    /// <summary>
    /// No measure of speed: so many pieces take about half a second of an idle core, and in quadratic time they would not end.
    /// </summary>
    private static readonly TimeSpan Hangs = TimeSpan.FromMinutes(5);

    [Theory]
    [InlineData("- [")]
    [InlineData("[a](")]
    [InlineData("2404.19756 [a](")]
    [InlineData("2404.19756 ](((")]
    [InlineData("- 2404.19756 —")]
    [InlineData(" # ")]
    [InlineData("```\n")]
    [InlineData("- a\n  2404.19756\n")]
    [InlineData("| a ")]
    [InlineData("- 2404.19756 * ")]
    [InlineData("[2404.19756](x) ")]
    [InlineData("# a\n")]
    [InlineData("\t")]
    public async Task Hostile_text_is_read_in_linear_time(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 150_000));

        var read = await Task.Run(() => CuratedList.Parse("list.md", text), TestContext.Current.CancellationToken)
            .WaitAsync(Hangs, TestContext.Current.CancellationToken);

        Assert.Equal("list.md", read.Name);
    }
}
