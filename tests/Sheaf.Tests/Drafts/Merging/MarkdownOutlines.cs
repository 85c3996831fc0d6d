using Sheaf.Arxiv.Identifiers;
using Sheaf.Drafts.Merging;
using Sheaf.Drafts.Model;
using Sheaf.Languages;

namespace Sheaf.Tests.Drafts.Merging;

public sealed class MarkdownOutlines
{
    private const string Everything =
        "---\ntitle: x\n---\n# One\n\nA paragraph\nof two lines\n\n* an item\n* another\n\n> quoted\n\n"
        + "| a | b |\n|---|---|\n| 1 | 2 |\n\n```\ncode\n```\n\n<!-- a\n\ncomment -->\n\n***\n";

    [Fact]
    public void A_text_is_cut_into_blocks_of_a_kind() => Assert.Equal(
        [
            BlockKind.FrontMatter, BlockKind.Heading, BlockKind.Paragraph, BlockKind.Item, BlockKind.Item, BlockKind.Quote,
            BlockKind.TableHead, BlockKind.TableRow, BlockKind.Code, BlockKind.Comment, BlockKind.Break,
        ],
        Kinds(Everything));

    [Theory]
    [InlineData(Everything)]
    [InlineData("")]
    [InlineData("\n\r\n \t\n")]
    [InlineData("\ufeff# a\r\n\r\n\r\n* b\r  c\r\rd")]
    [InlineData("* \n\n\n  a\n\n```\nnever closed")]
    [InlineData("a\n===\n|\n-|\n\n<!-- b")]
    public void Blocks_and_the_gaps_between_them_are_the_text(string text)
    {
        var read = Outlined.Read<EditedIndex>(text);

        Assert.Equal(text, string.Concat(read.Blocks.Select(block => block.Gap + block.Text)) + read.Tail);
        Assert.All(read.Indices, at => Assert.Equal(read[at].Text, text.Substring(read.StartOf(at), read[at].Text.Length)));
    }

    [Theory]
    [InlineData("* a\n  b", "* a\n  b")]
    [InlineData("* a\n\n  b\n\nc", "* a\n\n  b", "c")]
    [InlineData("* a\nb\n\nc", "* a\nb", "c")]
    [InlineData("* a\n  * b\n* c", "* a\n  * b", "* c")]
    [InlineData("* a\n# b", "* a", "# b")]
    [InlineData("* a\n  ```\n  * b\n\n  ```\nc", "* a\n  ```\n  * b\n\n  ```\nc")]
    [InlineData("* a\n  ```\nb", "* a\n  ```", "b")]
    [InlineData("-\n  a", "-\n  a")]
    public void An_item_has_what_is_moved_in_and_what_runs_on(string text, params string[] blocks) => Assert.Equal(blocks, Texts(text));

    [Theory]
    [InlineData("a\nb\n---\nc", "a\nb\n---", "c")]
    [InlineData("a\n# b\nc", "a", "# b", "c")]
    [InlineData("a\n2. b", "a\n2. b")]
    [InlineData("a\n1. b", "a", "1. b")]
    [InlineData("> a\nb\n\nc", "> a\nb", "c")]
    [InlineData("a\n| b | c |\n|-|-|\nd | e\n\nf", "a", "| b | c |\n|-|-|", "d | e", "f")]
    [InlineData("```\n# a\n```\nb", "```\n# a\n```", "b")]
    [InlineData("    # a\nb", "    # a\nb")]
    public void Blocks_end_where_markdown_ends_them(string text, params string[] blocks) => Assert.Equal(blocks, Texts(text));

    [Theory]
    [InlineData("```\na\n\nb", true)]
    [InlineData("```\na\n    ```\nb", true)]
    [InlineData("<!-- a\n\nb", true)]
    [InlineData("```\na\n```", false)]
    [InlineData("<!-- a -->", false)]
    public void What_nothing_closes_goes_on_to_the_end(string text, bool isOpen)
    {
        var block = Assert.Single(Outlined.Read<EditedIndex>(text).Blocks);

        Assert.Equal((isOpen, text), (block.IsOpen, block.Text));
    }

    [Fact]
    public void Headings_have_what_stands_under_them()
    {
        var text = Outlined.Read<EditedIndex>("above\n\n# One\n\na\n\n## Two\n\nb\n\nThree\n=====\n\nc");

        Assert.Equal([1, 2, 1], text.Headings.Select(heading => text[heading].Level));
        var (one, two, three) = (text.At("One"), text.At("Two"), text.At("Three"));
        Assert.Equal([null, null, one, one, two, null, three], text.Indices.Select(text.HeadingOf));
        Assert.Equal([null, .. text.Headings.Select(heading => (EditedIndex?)heading)], text.Sections);
        Assert.Equal(["a", "## Two", "b"], text.Within(text.At("One")).Select(at => text[at].Text));
        Assert.Equal(["a"], text.Under(text.At("One")).Select(at => text[at].Text));
        Assert.Equal(text.At("Three"), text.EndOf(text.At("Two")));
        Assert.Equal(text.Blocks.Count, text.EndOf(null).Value);
    }

    [Fact]
    public void A_heading_is_about_the_paper_linked_first_below_it_unless_a_list_does_so()
    {
        var text = Outlined.Read<FreshIndex>($"# Title\n\n## In depth\n\n{Outlined.Section(1)}\n\n## Papers\n\n{Outlined.Entry(2)}\n");

        Assert.Equal([null, null, "2404.00001", null], text.Headings.Select(heading => text.PaperOf(heading)?.ToString()));
        Assert.Equal(
            ["2404.00001", "2404.00001", "2404.00001", "2404.00002"],
            text.Indices.Select(text.PaperAt).OfType<ArxivIdentifier>().Select(paper => paper.ToString()));
        Assert.Equal(Outlined.Entry(2), text[Assert.Single(text.Indices, text.IsEntry)].Text);
    }

    [Fact]
    public void Parts_with_papers_that_are_not_of_the_list_are_known_by_their_headings()
    {
        var text = Outlined.Read<FreshIndex>(
            $"{Outlined.Papers(1)}\n## {DraftLanguages.English.Headings.LateArrivals}\n\n{Outlined.Entry(2)}\n\n"
                + $"## {DraftLanguages.English.Headings.MayHaveMissed}\n\n{Outlined.Entry(3)}\n");

        Assert.Equal(Outlined.Entry(2), text[Assert.Single(text.Indices, text.IsLate)].Text);
        Assert.Equal(Outlined.Entry(3), text[Assert.Single(text.Indices, text.IsSuggested)].Text);
    }

    private static IEnumerable<BlockKind> Kinds(string text) => Outlined.Read<EditedIndex>(text).Blocks.Select(block => block.Kind);

    private static IEnumerable<string> Texts(string text) => Outlined.Read<EditedIndex>(text).Blocks.Select(block => block.Text);
}
