using Sheaf.Markdown;

namespace Sheaf.Tests.Markdown;

/// <summary>What CommonMark and GitHub's tables say of a single line.</summary>
public sealed class MarkdownLineRules
{
    [Theory]
    [InlineData("a\nb\n", "a", "b")]
    [InlineData("a\r\nb\r\n", "a", "b")]
    [InlineData("a\rb", "a", "b")]
    [InlineData("a\n\r\n\rb", "a", "", "", "b")]
    [InlineData("\ufeffa\nb", "a", "b")]
    [InlineData("\ufeff")]
    [InlineData("")]
    [InlineData("\n", "")]
    public void A_line_ends_with_lf_or_crlf_or_cr_or_with_the_text(string text, params string[] lines) =>
        Assert.Equal(lines, MarkdownLine.Split(text).Select(line => line.Text));

    [Theory]
    [InlineData("a\r\nb\n\rc")]
    [InlineData("\ufeffa\n\nb\n")]
    public void Lines_with_their_endings_are_the_text(string text)
    {
        var lines = MarkdownLine.Split(text);

        Assert.Equal(text.TrimStart('\ufeff'), string.Concat(lines.Select(line => line.Text + line.Ending)));
        Assert.All(lines, line => Assert.Equal((line.Text, line.Ending), (text[line.Start..line.End], text[line.End..line.Next])));
        Assert.Equal(Enumerable.Range(1, lines.Count), lines.Select(line => line.Number));
    }

    [Theory]
    [InlineData("a\r\nb", 0, 1, 3)]
    [InlineData("a\nb", 1, 1, 2)]
    [InlineData("a\nb", 2, 3, 3)]
    [InlineData("", 0, 0, 0)]
    public void The_end_of_the_line_at_a_place(string text, int at, int end, int next) =>
        Assert.Equal((end, next), MarkdownLine.EndOfLine(text, at));

    [Theory]
    [InlineData("", true, true)]
    [InlineData(" \t ", true, true)]
    [InlineData("\u00a0", false, true)]
    [InlineData("\f", false, true)]
    [InlineData("-", false, false)]
    public void Only_spaces_and_tabs_are_blank_to_markdown(string line, bool isBlank, bool isWhiteSpace) =>
        Assert.Equal((isBlank, isWhiteSpace), (Line(line).IsBlank, Line(line).IsWhiteSpace));

    [Theory]
    [InlineData("a", 0)]
    [InlineData("   a", 3)]
    [InlineData("\ta", 4)]
    [InlineData("  \ta", 4)]
    [InlineData("    \ta", 8)]
    public void A_tab_goes_on_to_the_next_multiple_of_four(string line, int columns) => Assert.Equal(columns, Line(line).Indent);

    [Theory]
    [InlineData("# Title", 1, "Title")]
    [InlineData("   ###### Six", 6, "Six")]
    [InlineData("#\tTabbed", 1, "Tabbed")]
    [InlineData("## Closed ##", 2, "Closed")]
    [InlineData("## Closed by more #### ", 2, "Closed by more")]
    [InlineData("## C#", 2, "C#")]
    [InlineData("##", 2, "")]
    [InlineData("## ##", 2, "")]
    public void A_heading_has_a_level_and_words(string line, int level, string words) =>
        Assert.Equal((level, words), (Line(line).HeadingLevel, Line(line).HeadingText));

    [Theory]
    [InlineData("#hash")]
    [InlineData("#\u00a0hash")]
    [InlineData("####### seven")]
    [InlineData("    # code")]
    [InlineData("\\# escaped")]
    public void What_only_looks_like_a_heading_is_none(string line) => Assert.Equal(0, Line(line).HeadingLevel);

    [Theory]
    [InlineData("===", 1)]
    [InlineData("=", 1)]
    [InlineData("   ---  ", 2)]
    [InlineData("- -", 0)]
    [InlineData("    ---", 0)]
    [InlineData("=-=", 0)]
    [InlineData("", 0)]
    public void The_line_below_a_heading(string line, int level) => Assert.Equal(level, Line(line).UnderlineLevel);

    [Theory]
    [InlineData("***", true)]
    [InlineData("- - -", true)]
    [InlineData("   _ _ _ _", true)]
    [InlineData("--", false)]
    [InlineData("-*-", false)]
    [InlineData("    ***", false)]
    [InlineData("", false)]
    public void A_rule_across_the_page(string line, bool isBreak) => Assert.Equal(isBreak, Line(line).IsBreak);

    [Theory]
    [InlineData("```", '`', 3, true)]
    [InlineData("````python title", '`', 4, false)]
    [InlineData("  ~~~", '~', 3, true)]
    [InlineData("~~~ a`b", '~', 3, false)]
    public void A_fence_has_a_mark_and_a_length(string line, char mark, int length, bool isBare) =>
        Assert.Equal(new CodeFence(mark, length, isBare, IsInside: false), Line(line).Fence);

    [Theory]
    [InlineData("``")]
    [InlineData("```x``` is code within a line")]
    [InlineData("a ```")]
    [InlineData("``~")]
    public void What_only_looks_like_a_fence_is_none(string line) => Assert.Null(Line(line).Fence);

    [Theory]
    [InlineData("```", "```", true)]
    [InlineData("```", "`````", true)]
    [InlineData("````", "```", false)]
    [InlineData("```", "~~~", false)]
    [InlineData("```", "```python", false)]
    [InlineData("```python", "   ``` ", true)]
    [InlineData("```", "    ```", false)]
    [InlineData("    ```", "    ```", true)]
    [InlineData("    ```", "```", true)]
    public void A_fence_is_closed_by_one_of_its_kind_that_is_as_long_and_bare(string open, string close, bool closes) =>
        Assert.Equal(closes, Line(close).Fence!.Value.Closes(Line(open).Fence!.Value));

    [Theory]
    [InlineData("* a", "", "*", " ")]
    [InlineData("-   a", "", "-", "   ")]
    [InlineData("  + a", "  ", "+", " ")]
    [InlineData("12) a", "", "12)", " ")]
    [InlineData("123456789. a", "", "123456789.", " ")]
    [InlineData("-\ta", "", "-", "\t")]
    [InlineData("-     a", "", "-", " ")]
    [InlineData("-", "", "-", " ")]
    [InlineData("1.", "", "1.", " ")]
    public void An_item_begins_with_a_marker(string line, string indent, string sign, string pad) =>
        Assert.Equal(new ItemMarker(indent, sign, pad), Line(line).Marker);

    [Theory]
    [InlineData("-a")]
    [InlineData("1.a")]
    [InlineData("1234567890. a")]
    [InlineData("a. b")]
    [InlineData("• a")]
    [InlineData("")]
    public void What_only_looks_like_an_item_is_none(string line) => Assert.Null(Line(line).Marker);

    [Theory]
    [InlineData("* a", true)]
    [InlineData("   7. a", true)]
    [InlineData("    * a", false)]
    [InlineData("* * *", false)]
    public void An_item_of_the_outermost_list(string line, bool isItem) => Assert.Equal(isItem, Line(line).IsItem);

    [Theory]
    [InlineData("# a", true)]
    [InlineData("***", true)]
    [InlineData("> a", true)]
    [InlineData("<!-- a -->", true)]
    [InlineData("```", true)]
    [InlineData("- a", true)]
    [InlineData("1. a", true)]
    [InlineData("2. a", false)]
    [InlineData("-", false)]
    [InlineData("    ```", false)]
    [InlineData("| a |", false)]
    [InlineData("a", false)]
    public void Some_blocks_begin_below_a_paragraph_without_a_blank_line(string line, bool interrupts) =>
        Assert.Equal(interrupts, Line(line).Interrupts);

    [Theory]
    [InlineData("| --- | :-: |")]
    [InlineData("|-|-|")]
    [InlineData("--- | ---:")]
    [InlineData(":--|")]
    [InlineData("  |-----|  ")]
    public void The_rule_of_a_table_has_a_dash_or_more_in_every_cell(string line) => Assert.True(Line(line).IsTableRule);

    [Theory]
    [InlineData("---")]
    [InlineData("|")]
    [InlineData("| : |")]
    [InlineData("|---| |")]
    [InlineData("|- -|--|")]
    [InlineData("|-:-|--|")]
    [InlineData("| a | b |")]
    public void What_only_looks_like_the_rule_of_a_table_is_none(string line) => Assert.False(Line(line).IsTableRule);

    [Fact]
    public void A_bar_behind_a_backslash_is_text_of_its_cell()
    {
        const string Row = @"| a \| b | c |";

        Assert.Equal(["", @" a \| b ", " c ", ""], Line(Row).Cells);
        Assert.Equal(9, MarkdownLine.EndOfCell(Row, 1));
        Assert.Equal(Row.Length, MarkdownLine.EndOfCell(Row, Row.Length));
    }

    private static MarkdownLine Line(string text) => new(1, text);
}
