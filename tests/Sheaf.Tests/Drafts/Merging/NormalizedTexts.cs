using Sheaf.Drafts.Merging;

namespace Sheaf.Tests.Drafts.Merging;

public sealed class NormalizedTexts
{
    [Theory]
    [InlineData("a\nb", "a  b ")]
    [InlineData("a\r\nb", "a\nb")]
    [InlineData("# A title", "A title\n=======")]
    [InlineData("## Closed ##", "##   Closed")]
    [InlineData("* a", "-   a")]
    [InlineData("7. a", "1) a")]
    [InlineData("* a\n  - b\n  2. c", "* a\n    * b\n    3) c")]
    [InlineData("* a\n\n  ~~~\n  b\n  ~~~", "* a\n\n  ````\n  b\n  ````")]
    [InlineData("-\n  a", "* a")]
    [InlineData("_a_ **b**", "*a* __b__")]
    [InlineData(@"a \* b 1\. c", "a * b 1. c")]
    [InlineData("<https://example.org>", "https://example.org")]
    [InlineData("> a\n> b", ">a b")]
    [InlineData("~~~\na\n~~~", "```\na  \n```")]
    [InlineData("***", "- - -")]
    public void What_a_formatter_changes_says_the_same(string one, string other) => Assert.Equal(Words(one), Words(other));

    [Theory]
    [InlineData("# a", "## a")]
    [InlineData("a b", "ab")]
    [InlineData("$a_b$", "$a*b$")]
    [InlineData(@"$\\$", @"$\$")]
    [InlineData("## C#", "## C")]
    [InlineData("* a\n  b", "* a")]
    [InlineData("```\n  a\n```", "```\na\n```")]
    [InlineData("```python\na\n```", "```\na\n```")]
    [InlineData("<b>", "b")]
    public void What_a_person_changes_says_something_else(string one, string other) => Assert.NotEqual(Words(one), Words(other));

    [Fact]
    public void Rows_are_their_cells_without_widths_and_numbers()
    {
        var one = Outlined.Read<EditedIndex>("| Paper | Link |\n| --- | --- |\n| 1) a | b |\n| | c |\n").Blocks;
        var other = Outlined.Read<EditedIndex>("Paper|Link\r\n-|-\r\n2)   a|b\r\n|c||\r\n").Blocks;

        Assert.Equal(one[0].Words, other[0].Words);
        Assert.Equal("a | b", one[1].Words);
        Assert.Equal(one[1].Words, other[1].Words);
        Assert.NotEqual(one[2].Words, other[2].Words);
    }

    [Theory]
    [InlineData("7. a", 7)]
    [InlineData("  12) a", 12)]
    [InlineData("* a", null)]
    [InlineData("7.a", null)]
    public void An_item_may_have_a_number(string text, int? number)
    {
        var block = new Block(BlockKind.Item, "", text);

        Assert.Equal(number, Numbering.Of(block));
        Assert.Equal(number is null ? text : text.Replace($"{number}", "30"), Numbering.With(text, BlockKind.Item, 30));
        Assert.Equal(text, Numbering.With(text, BlockKind.Paragraph, 30));
    }

    [Theory]
    [InlineData("| 7) a | b |", 7)]
    [InlineData("| 7 | b |", 7)]
    [InlineData("7. a | b", 7)]
    [InlineData("| a 7 | b |", null)]
    [InlineData("| 7a | b |", null)]
    public void A_row_may_have_a_number(string text, int? number) =>
        Assert.Equal(number, Numbering.Of(new Block(BlockKind.TableRow, "", text)));

    private static string Words(string text) => Assert.Single(Outlined.Read<EditedIndex>(text).Blocks).Words;
}
