using Sheaf.Arxiv.Identifiers;
using Sheaf.Drafts.Merging;

namespace Sheaf.Tests.Drafts.Merging;

public sealed class ThreeWayMatches
{
    private static readonly string Last = Outlined.Papers(1, 2, 3);

    [Fact]
    public void A_block_stands_in_each_text_that_has_it()
    {
        var texts = Outlined.Match(Last, Last.Replace("A list", "My list"), Outlined.Papers(4, 1));
        var (last, edited, fresh) = (texts.Last.At("00001"), texts.Edited.At("00001"), texts.Fresh.At("00001"));

        Assert.Equal((last, last), (texts.LastOf(edited), texts.LastOf(fresh)));
        Assert.Equal((fresh, fresh), (texts.FreshOf(edited), texts.FreshOf(last)));
        Assert.Equal((edited, edited), (texts.EditedOf(last), texts.EditedOf(fresh)));
        Assert.Null(texts.FreshOf(texts.Edited.At("00002")));
        Assert.Null(texts.EditedOf(texts.Fresh.At("00004")));
        Assert.Null(texts.FreshOf((LastIndex?)null));
    }

    [Fact]
    public void What_a_person_changed_is_touched_and_what_a_formatter_changed_is_not()
    {
        var texts = Outlined.Match(Last, Last.Replace("Title 1 by", "Title 1, at last, by").Replace("* Title 2", "-   Title 2"), Last);

        Assert.Equal([true, false, false], Entries(texts).Select(texts.IsTouched));
        Assert.Equal([false, true, true], Entries(texts).Select(texts.IsUntouched));
    }

    [Fact]
    public void Of_three_entries_in_another_order_the_one_that_alone_can_have_moved_has()
    {
        var texts = Outlined.Match(Last, Outlined.Papers(3, 1, 2), Last);

        Assert.Equal([true, false, false], Entries(texts).Select(texts.IsMoved));
        Assert.Equal([false, false, false], Entries(texts).Select(texts.IsTouched));
    }

    [Fact]
    public void What_a_person_wrote_of_a_paper_is_theirs()
    {
        var texts = Outlined.Match(Last, Last + "\n* My own find, https://arxiv.org/abs/2404.00009\n", Last);

        Assert.Equal(["2404.00009"], texts.Theirs.Select(paper => paper.ToString()));
        Assert.True(texts.IsTouched(texts.Edited.At("00009")));
    }

    [Fact]
    public void An_entry_that_both_wrote_is_the_persons()
    {
        var texts = Outlined.Match(Outlined.Draft(), Outlined.Draft(Outlined.Entry(1, "Mine")), Outlined.Papers(1));

        Assert.Equal(texts.Edited.At("Mine"), texts.EditedOf(texts.Fresh.At("00001")));
        Assert.Null(texts.LastOf(texts.Edited.At("Mine")));
    }

    [Fact]
    public void A_paper_that_was_left_to_the_editor_counts_as_touched()
    {
        var left = DeletionMarkers.Nothing with { Listed = new HashSet<ArxivIdentifier> { ArxivIdentifier.Parse("2404.00002") } };

        var texts = Outlined.Match(Last, Last, Last, left);

        Assert.Equal([false, true, false], Entries(texts).Select(texts.IsTouched));
    }

    [Fact]
    public void Sections_come_into_the_order_of_the_fresh_text_with_all_that_is_in_them()
    {
        var (one, two) = ($"## One\n\n{Outlined.Entry(1)}\n\nmy words\n\n", $"## Two\n\n{Outlined.Entry(2)}\n\n");

        var texts = Outlined.Match(one + two, one + two, two + one);

        Assert.Equal(
            ["## Two", Outlined.Entry(2), "## One", Outlined.Entry(1), "my words"], texts.Edited.Blocks.Select(block => block.Text));
        Assert.Equal(texts.Edited.Blocks.Select(block => block.Text), texts.Last.Blocks.Select(block => block.Text));
        Assert.All(texts.Edited.Indices, at => Assert.True(texts.IsUntouched(at)));
    }

    [Fact]
    public void A_section_that_the_person_moved_stays_there()
    {
        var (one, two) = ($"## One\n\n{Outlined.Entry(1)}\n\n", $"## Two\n\n{Outlined.Entry(2)}\n\n");
        var three = $"## Three\n\n{Outlined.Entry(3)}\n\n";

        var texts = Outlined.Match(one + two + three, three + one + two, one + two + three);

        Assert.Equal(["## Three", "## One", "## Two"], texts.Edited.Headings.Select(heading => texts.Edited[heading].Text));
        Assert.Equal([true, false, false], texts.Edited.Headings.Select(texts.IsMoved));
    }

    [Fact]
    public void What_stands_in_a_papers_section_is_of_that_paper()
    {
        var last = $"## In depth\n\n{Outlined.Section(1)}\n";

        var texts = Outlined.Match(last, $"{last}\nMine.\n", last);

        Assert.Equal("2404.00001", texts.SectionPaper(texts.Edited.At("Mine")).ToString());
        Assert.Empty(texts.Theirs);
    }

    private static IEnumerable<EditedIndex> Entries(ThreeWayMatch texts) => texts.Edited.Indices.Where(texts.Edited.IsEntry);
}
