using Sheaf.Drafts.Texts;

namespace Sheaf.Tests.Drafts.Texts;

/// <summary>A block goes to another place with all that belongs to it, and no character is lost on the way.</summary>
public sealed class MovingABlock
{
    private const string Draft = """
        # April

        Two papers.

        ## In depth

        ### First, https://arxiv.org/abs/2404.00001

        Words.

        ### Second, https://arxiv.org/abs/2404.00002

        Other words.

        ## Models

        * First by A (2 Apr), https://arxiv.org/abs/2404.00001

        * Second by B (1 Apr), https://arxiv.org/abs/2404.00002

          A note.

          On two lines.

        ## Data

        * Third by C (1 Apr), https://arxiv.org/abs/2404.00003

        """;

    private static string Text => Draft.ReplaceLineEndings("\n");

    [Fact]
    public void An_entry_goes_with_its_note()
    {
        var moved = Step(Text, "* Second", up: true);

        Assert.Equal(
            Text.Replace("* First by A (2 Apr), https://arxiv.org/abs/2404.00001\n\n", "", StringComparison.Ordinal).Replace(
                "  On two lines.\n", "  On two lines.\n\n* First by A (2 Apr), https://arxiv.org/abs/2404.00001\n",
                StringComparison.Ordinal),
            moved);
        Assert.Equal(Text, Step(moved, "* Second", up: false));
    }

    [Fact]
    public void A_heading_goes_with_all_under_it()
    {
        var moved = Step(Text, "### Second", up: true);

        Assert.Contains("## In depth\n\n### Second", moved, StringComparison.Ordinal);
        Assert.Contains(
            "Other words.\n\n### First, https://arxiv.org/abs/2404.00001\n\nWords.\n\n## Models", moved, StringComparison.Ordinal);
        Assert.Equal(Text, Step(moved, "### Second", up: false));
        Assert.EndsWith("Third by C (1 Apr), https://arxiv.org/abs/2404.00003\n", Text, StringComparison.Ordinal);
        Assert.EndsWith("\n\n  On two lines.\n", Step(Text, "## Models", up: false), StringComparison.Ordinal);
    }

    [Fact]
    public void An_entry_goes_into_the_next_section_and_never_into_that_of_a_paper()
    {
        Assert.Contains(
            "## Data\n\n* Second by B (1 Apr), https://arxiv.org/abs/2404.00002\n\n  A note.\n\n  On two lines.\n\n* Third",
            Step(Text, "* Second", up: false), StringComparison.Ordinal);
        Assert.Null(Find(Text, "* First").Up);
    }

    [Fact]
    public void Whatever_is_moved_wherever_no_line_is_lost_and_the_blocks_are_the_same()
    {
        foreach (var text in new[] { Text, Text.Replace("\n\n*", "\n*", StringComparison.Ordinal), Text.ReplaceLineEndings("\r\n") })
        {
            var blocks = MovingBlocks.Read(text);
            foreach (var (block, before) in blocks.SelectMany(
                block => blocks.Select(other => (block.Key, other.Key)).Append((block.Key, ""))))
            {
                var (moved, refusal) = MovingBlocks.Move(text, block, before);
                Assert.True(moved is null != refusal is null);
                Assert.Equal(Lines(text), Lines(moved ?? text));
            }
        }
    }

    [Fact]
    public void A_row_does_not_leave_its_table()
    {
        const string text = "# A\n\n## B\n\n| a | b |\n|---|---|\n| 2404.00001 | x |\n| 2404.00002 | y |\n\nEnd.\n";
        var row = Find(text, "| 2404.00001");

        Assert.Equal(
            "# A\n\n## B\n\n| a | b |\n|---|---|\n| 2404.00002 | y |\n| 2404.00001 | x |\n\nEnd.\n", Step(text, "| 2404.00001", up: false));
        Assert.StartsWith("There it would be read", MovingBlocks.Move(text, row.Key, "").Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_block_that_is_not_there_as_it_was_shown_is_not_moved() =>
        Assert.StartsWith("The draft has been changed", MovingBlocks.Move(Text, "0123456789abcdef", "").Refusal, StringComparison.Ordinal);

    private static MovableBlock Find(string text, string start) =>
        MovingBlocks.Read(text).First(block => block.Text.StartsWith(start, StringComparison.Ordinal));

    private static string Step(string text, string start, bool up)
    {
        var block = Find(text, start);
        return MovingBlocks.Move(text, block.Key, up ? block.Up : block.Down).Text!;
    }

    private static List<string> Lines(string text) =>
        [.. text.ReplaceLineEndings("\n").Split('\n').Where(line => line.Length > 0).Order(StringComparer.Ordinal)];
}
