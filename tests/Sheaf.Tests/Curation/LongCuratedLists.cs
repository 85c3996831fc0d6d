using System.Diagnostics;
using Sheaf.Curation;

namespace Sheaf.Tests.Curation;

public sealed class LongCuratedLists
{
    /// <summary>A quarter of a million pieces take about a second of an idle core; read in quadratic time they would take many minutes.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

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
    public void Hostile_text_is_read_in_linear_time(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 250_000));
        var watch = Stopwatch.StartNew();

        CuratedList.Parse("list.md", text);

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, Limit);
    }
}
