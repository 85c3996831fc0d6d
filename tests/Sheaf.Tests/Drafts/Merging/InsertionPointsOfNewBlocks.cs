using Sheaf.Arxiv.Identifiers;
using Sheaf.Drafts.Merging;

namespace Sheaf.Tests.Drafts.Merging;

public sealed class InsertionPointsOfNewBlocks
{
    private static readonly string Last = Outlined.Papers(1, 3);

    [Fact]
    public void A_new_entry_goes_above_the_next_untouched_one()
    {
        var (texts, points) = Find(Last, Last.Replace("Title 1", "Mine"), Outlined.Papers(1, 2, 3));

        Assert.Equal(texts.Edited.At("00003"), points.Of(texts.Fresh.At("00002")));
        Assert.Equal(texts.Fresh.At("00003"), points.AnchorOf(texts.Fresh.At("00002")));
    }

    [Fact]
    public void Where_the_next_one_was_edited_it_goes_behind_the_last_untouched_one()
    {
        var (texts, points) = Find(Last, Last.Replace("Title 3", "Mine"), Outlined.Papers(1, 2, 3));

        Assert.Equal(texts.Edited.At("Mine"), points.Of(texts.Fresh.At("00002")));
        Assert.Equal(texts.Fresh.At("00001"), points.AnchorOf(texts.Fresh.At("00002")));
    }

    [Fact]
    public void Where_all_were_edited_it_goes_to_the_end_of_the_section()
    {
        var (texts, points) = Find(Last, Last.Replace("Title", "Mine") + "\n## My own\n", Outlined.Papers(1, 2, 3));

        Assert.Equal(texts.Edited.At("## My own"), points.Of(texts.Fresh.At("00002")));
        Assert.Null(points.AnchorOf(texts.Fresh.At("00002")));
    }

    [Fact]
    public void A_row_goes_to_the_end_of_the_table_and_not_of_the_section()
    {
        const string Table = "# A list\n\n## Papers\n\n| Paper | Link |\n|---|---|\n| One | https://arxiv.org/abs/2404.00001 |\n";
        var (texts, points) = Find(
            Table, Table.Replace("One", "Mine") + "\nThat was all.\n", Table + "| Two | https://arxiv.org/abs/2404.00002 |\n");

        Assert.Equal(texts.Edited.At("That was all"), points.Of(texts.Fresh.At("| Two |")));
    }

    [Fact]
    public void Nothing_goes_behind_code_that_is_never_closed()
    {
        var edited = Last.Replace("Title", "Mine") + "\n```\ncode\n";
        var (texts, points) = Find(Last, edited, Outlined.Papers(1, 2, 3));

        Assert.Equal(texts.Edited.At("```"), points.Of(texts.Fresh.At("00002")));
    }

    [Fact]
    public void A_new_section_goes_above_the_next_one_that_is_there()
    {
        var last = $"# A list\n\n## One\n\n{Outlined.Entry(1)}\n\n## Three\n\n{Outlined.Entry(3)}\n";
        var (texts, points) = Find(last, last, last.Replace("## Three", $"## Two\n\n{Outlined.Entry(2)}\n\n## Three"));

        Assert.Equal(texts.Edited.At("## Three"), points.Of(texts.Fresh.At("## Two")));
        Assert.Equal(texts.Edited.At("## Three"), points.Of(texts.Fresh.At("00002")));
    }

    [Fact]
    public void Without_a_next_one_a_new_section_goes_to_the_end_of_what_it_is_a_part_of()
    {
        var (texts, points) = Find(Last, Last + "\nMy last words.\n", $"{Last}\n## More\n\n{Outlined.Entry(2)}\n");

        Assert.Equal(texts.Edited.EndOf(null), points.Of(texts.Fresh.At("## More")));
    }

    [Fact]
    public void A_part_of_a_section_that_the_person_deleted_has_no_place()
    {
        const string Words = "# A list\n\n## Papers\n\nOne sentence.\n\n## Other\n\nwords\n";
        var (texts, points) = Find(Words, "# A list\n\n## Other\n\nwords\n", Words.Replace("One sentence.", "One sentence.\n\n> Another."));

        Assert.Null(points.Of(texts.Fresh.At("> Another")));
    }

    [Fact]
    public void An_entry_of_a_section_whose_heading_was_deleted_goes_to_its_papers()
    {
        var (texts, points) = Find(Last, Last.Replace("## Papers\n\n", "").Replace("Title", "Mine"), Outlined.Papers(1, 2, 3));

        Assert.Equal(texts.Edited.EndOf(null), points.Of(texts.Fresh.At("00002")));
    }

    private static (ThreeWayMatch Texts, InsertionPoints Points) Find(string last, string edited, string fresh)
    {
        var texts = Outlined.Match(last, edited, fresh);
        return (texts, new InsertionPoints(texts, new MergeDecisions(texts, new HashSet<ArxivIdentifier>())));
    }
}
