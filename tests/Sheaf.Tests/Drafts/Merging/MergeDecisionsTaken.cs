using Sheaf.Arxiv.Identifiers;
using Sheaf.Drafts.Merging;

namespace Sheaf.Tests.Drafts.Merging;

public sealed class MergeDecisionsTaken
{
    private static readonly string Last = Outlined.Papers(1, 2);

    [Fact]
    public void What_nobody_touched_is_brought_up_to_date_and_what_somebody_did_stays()
    {
        var (texts, decisions) = Decide(
            Last, Last.Replace("Title 1 by", "My title by"), Outlined.Draft(Outlined.Entry(1, "New"), Outlined.Entry(2, "New")));

        Assert.Equal(Verdict.Stays, decisions.Of(texts.Edited.At("My title")));
        Assert.Equal(Verdict.IsBroughtUpToDate, decisions.Of(texts.Edited.At("00002")));
        Assert.DoesNotContain(texts.Fresh.Indices, at => decisions.IsWritten(at));
        Assert.False(decisions.IsWritten(null));
    }

    [Fact]
    public void A_paper_that_is_off_the_list_goes_and_its_heading_if_nothing_is_left_there()
    {
        var (texts, decisions) = Decide(Last, Last, "# A list\n");

        Assert.Equal(Verdict.Goes, decisions.Of(texts.Edited.At("00001")));
        Assert.Equal(Verdict.GoesIfEmpty, decisions.Of(texts.Edited.At("## Papers")));
    }

    [Fact]
    public void A_paper_that_is_off_the_list_stays_where_somebody_worked_on_it()
    {
        var (texts, decisions) = Decide(Last, Last.Replace("Title 1 by", "My title by"), Outlined.Papers(2));

        Assert.Equal(Verdict.Stays, decisions.Of(texts.Edited.At("00001")));
    }

    [Fact]
    public void An_absent_paper_stays()
    {
        var (texts, decisions) = Decide(Last, Last, Outlined.Papers(2), [ArxivIdentifier.Parse("2404.00001")]);

        Assert.Equal(Verdict.Stays, decisions.Of(texts.Edited.At("00001")));
    }

    [Fact]
    public void A_new_paper_is_written_and_one_that_the_person_has_or_deleted_is_not()
    {
        var edited = Outlined.Draft(Outlined.Entry(2), "* My own find, https://arxiv.org/abs/2404.00003");
        var (texts, decisions) = Decide(Last, edited, Outlined.Papers(1, 2, 3, 4));

        Assert.Equal(
            [false, false, false, true],
            Enumerable.Range(1, 4).Select(number => decisions.IsWritten(texts.Fresh.At($"2404.0000{number}"))));
    }

    [Fact]
    public void A_paper_that_was_left_to_the_editor_is_not_written()
    {
        var left = DeletionMarkers.Nothing with { Listed = new HashSet<ArxivIdentifier> { ArxivIdentifier.Parse("2404.00003") } };
        var texts = Outlined.Match(Last, Last, Outlined.Papers(1, 2, 3), left);

        Assert.False(new MergeDecisions(texts, new HashSet<ArxivIdentifier>()).IsWritten(texts.Fresh.At("00003")));
    }

    [Fact]
    public void A_heading_comes_with_a_paper_under_it()
    {
        var fresh = $"{Last}\n## More\n\n{Outlined.Entry(3)}\n";
        var (texts, decisions) = Decide(Last, Last, fresh);

        Assert.True(decisions.IsWritten(texts.Fresh.At("## More")));
        Assert.False(decisions.IsWritten(texts.Fresh.At("## Papers")));
        Assert.False(decisions.IsWritten(texts.Fresh.At("# A list")));
    }

    [Fact]
    public void An_untouched_entry_that_changed_its_place_is_written_there_and_goes_here()
    {
        var (texts, decisions) = Decide(Last, Last, $"{Outlined.Papers(2)}\n## More\n\n{Outlined.Entry(1)}\n");

        Assert.True(decisions.IsMovedBySheaf(texts.Fresh.At("00001")));
        Assert.True(decisions.IsWritten(texts.Fresh.At("00001")));
        Assert.Equal(Verdict.Goes, decisions.Of(texts.Edited.At("00001")));
        Assert.False(decisions.IsMovedBySheaf(texts.Fresh.At("00002")));
    }

    [Theory]
    [InlineData(false, "Goes")]
    [InlineData(true, "Stays")]
    public void The_section_of_a_paper_goes_or_stays_as_a_whole(bool isWorkedOn, string verdict)
    {
        var last = $"# A list\n\n## In depth\n\n{Outlined.Section(1)}\n\n{Outlined.Section(2, "Other words.")}\n";
        var (texts, decisions) = Decide(
            last,
            isWorkedOn ? last.Replace("A word.", "My word.") : last,
            $"# A list\n\n## In depth\n\n{Outlined.Section(2, "Other words.")}\n");

        var heading = texts.Edited.At("Title 1");
        Assert.Equal([verdict, verdict, verdict], texts.Edited.Within(heading).Prepend(heading).Select(at => decisions.Of(at).ToString()));
        Assert.Equal(Verdict.IsBroughtUpToDate, decisions.Of(texts.Edited.At("Other words")));
    }

    [Fact]
    public void Rows_that_come_into_a_section_without_a_table_bring_its_head()
    {
        const string Table = "# A list\n\n## Papers\n\n| Paper | Link |\n|---|---|\n";
        var last = Table + "| One | https://arxiv.org/abs/2404.00001 |\n";
        var (texts, decisions) = Decide(
            last, "# A list\n\n## Papers\n\nNo table.\n", last + "| Two | https://arxiv.org/abs/2404.00002 |\n");

        Assert.True(decisions.IsWritten(texts.Fresh.At("| Two |")));
        Assert.False(decisions.IsWritten(texts.Fresh.At("| One |")));
    }

    private static (ThreeWayMatch Texts, MergeDecisions Decisions) Decide(
        string last, string edited, string fresh, HashSet<ArxivIdentifier>? absent = null)
    {
        var texts = Outlined.Match(last, edited, fresh);
        return (texts, new MergeDecisions(texts, absent ?? []));
    }
}
