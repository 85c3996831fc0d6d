using Sheaf.Drafts.Merging;

namespace Sheaf.Tests.Drafts.Merging;

public sealed class MarkdownFormattingOfAPerson
{
    private static readonly string Last = Outlined.Papers(1, 2);

    private static readonly string Fresh = Outlined.Draft(Outlined.Entry(1), Outlined.Entry(2, "New"), $"{Outlined.Entry(3)}\n\n  A note.");

    [Fact]
    public void New_items_get_the_sign_and_the_line_ends_of_the_others()
    {
        var texts = Outlined.Match(Last, Last.Replace("\n* ", "\n-   ").ReplaceLineEndings("\r\n"), Fresh);

        Assert.Equal(
            "-   Title 3 by Specimen (1 Apr), https://arxiv.org/abs/2404.00003\r\n\r\n    A note.",
            new MarkdownFormatting(texts).New(texts.Fresh.At("00003"), anchor: null));
    }

    [Fact]
    public void An_item_that_is_brought_up_to_date_keeps_its_sign()
    {
        var texts = Outlined.Match(Last, Last.Replace("\n* ", "\n+ "), Fresh);

        Assert.Equal(Outlined.Entry(2, "New").Replace("* ", "+ "), new MarkdownFormatting(texts).UpToDate(texts.Edited.At("00002")));
        Assert.Equal(Outlined.Entry(1).Replace("* ", "+ "), new MarkdownFormatting(texts).UpToDate(texts.Edited.At("00001")));
    }

    [Fact]
    public void Numbers_go_on_as_the_person_counts()
    {
        const string Numbered = "## Papers\n\n1. One, https://arxiv.org/abs/2404.00001\n2. Two, https://arxiv.org/abs/2404.00002\n";
        var texts = Outlined.Match(
            Numbered, Numbered.Replace("2. ", "12. ").Replace("1. ", "11. "),
            "## Papers\n\n1. Zero, https://arxiv.org/abs/2404.00000\n2. One, https://arxiv.org/abs/2404.00001\n"
                + "3. Two, https://arxiv.org/abs/2404.00002\n");
        var formatting = new MarkdownFormatting(texts);

        Assert.StartsWith("11. Zero", formatting.New(texts.Fresh.At("Zero"), anchor: texts.Fresh.At("One")), StringComparison.Ordinal);
        Assert.StartsWith("12. One", formatting.UpToDate(texts.Edited.At("One")), StringComparison.Ordinal);
    }

    [Fact]
    public void Blocks_that_stood_together_keep_the_gap_between_them_and_new_ones_get_the_usual_one()
    {
        var texts = Outlined.Match(Last, Last.Replace("\n\n* ", "\n* "), Fresh);
        var formatting = new MarkdownFormatting(texts);
        var (one, two) = (Old(texts, "00001"), Old(texts, "00002"));
        var three = new Piece(BlockKind.Item, 0, "", null, texts.Fresh.At("00003"));

        Assert.Equal("\n", formatting.Gap(one, two));
        Assert.Equal("\n", formatting.Gap(two, three));
        Assert.Equal("\n\n", formatting.Gap(new Piece(BlockKind.Quote, 0, "", null, null), three));
    }

    [Theory]
    [InlineData("\n", "\n", "\n")]
    [InlineData("", "\n", "")]
    [InlineData("\n\n", "\n", "\n\n")]
    [InlineData("\n", "\n\n\n", "\n\n\n")]
    public void The_end_of_the_text_is_the_persons_unless_it_is_as_it_was_written(string edited, string fresh, string tail)
    {
        var texts = Outlined.Match("a\n", $"a{edited}", $"a{fresh}");

        Assert.Equal(tail, new MarkdownFormatting(texts).Tail(isEmpty: false));
    }

    private static Piece Old(ThreeWayMatch texts, string words)
    {
        var edited = texts.Edited.At(words);
        return new(BlockKind.Item, 0, "", edited, texts.FreshOf(edited));
    }
}
