using System.Globalization;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Drafts.Merging;

namespace Sheaf.Tests.Drafts.Merging;

/// <summary>The time that a merge takes grows with the length of the texts only, whatever is in them. Too slow here is a hang.</summary>
public sealed class LongTexts
{
    private const int Length = 1_000_000;

    private const string Entry = "* A Title by Specimen (1 Apr), https://arxiv.org/abs/2404.00001\n";

    private static readonly HashSet<ArxivIdentifier> NoPapers = [];

    [Theory]
    [InlineData("a")]
    [InlineData("* a\n")]
    [InlineData("> ")]
    [InlineData("- ")]
    [InlineData("`")]
    [InlineData("``` \n")]
    [InlineData("<!-- \n")]
    [InlineData("<!-- -->")]
    [InlineData("|")]
    [InlineData("|\n-|\n")]
    [InlineData("# a\n")]
    [InlineData("###### a\n# a\n")]
    [InlineData("a\n===\n")]
    [InlineData(" ")]
    [InlineData("\n")]
    [InlineData("\\")]
    [InlineData("$")]
    [InlineData("<https://")]
    [InlineData("* https://arxiv.org/abs/2404.00001\n")]
    [InlineData("* \n  * https://arxiv.org/abs/2404.00001")]
    [InlineData("## a\n\n* https://arxiv.org/abs/2404.00001\n\n")]
    [InlineData("---\n")]
    public void Hostile_text_is_merged_in_time(string part)
    {
        var hostile = string.Concat(Enumerable.Repeat(part, Length / part.Length));

        Assert.Equal(hostile, DraftMerge.Merge(Entry, hostile, Entry, NoPapers).Text);
    }

    [Fact]
    public void A_month_of_thousands_of_papers_is_merged_in_time()
    {
        var last = Draft(2_000);
        var edited = last.Replace("0 by ", "0, as I say, by ", StringComparison.Ordinal);

        var merged = DraftMerge.Merge(last, edited, Draft(4_000), NoPapers);

        Assert.Equal(4_000, merged.Text.Split("abs/").Length - 1);
        Assert.Equal(200, merged.Changes.Kept.Count);
    }

    private static string Draft(int count) =>
        $"# A list\n\n## Papers\n\n{string.Join("\n\n", Enumerable.Range(1, count).Reverse().Select(Listed))}\n";

    private static string Listed(int number) =>
        string.Create(
            CultureInfo.InvariantCulture, $"* Title {number} by Specimen (1 Apr), https://arxiv.org/abs/2404.{number:D5}\n\n  A sentence.");
}
