using Sheaf.Drafts.Merging;
using Sheaf.Drafts.Model;
using Sheaf.Languages;

namespace Sheaf.Tests.Drafts.Merging;

public sealed class MatchingBlocks
{
    [Fact]
    public void An_entry_is_found_by_its_paper_whatever_it_says()
    {
        var (last, edited, matching) = ByPerson(
            Outlined.Papers(1, 2), Outlined.Draft(Outlined.Entry(2, "Other words"), Outlined.Entry(1)));

        Assert.Equal(edited.At("00002"), matching.Theirs(last.At("00002")));
        Assert.Equal(last.At("00001"), matching.Ours(edited.At("00001")));
        Assert.False(matching.IsGuess(last.At("00002")));
    }

    [Fact]
    public void What_is_there_twice_is_matched_in_order()
    {
        var (last, edited, matching) = ByPerson("same\n\nsame\n", "same\n\nother\n\nsame\n");

        Assert.Equal([0, 2], last.Indices.Select(at => matching.Theirs(at)!.Value.Value));
        Assert.Null(matching.Ours(edited.At("other")));
    }

    [Fact]
    public void Nothing_matches_nothing()
    {
        var (_, _, matching) = ByPerson("", "");

        Assert.Null(matching.Theirs(null));
        Assert.Null(matching.Ours(null));
    }

    [Fact]
    public void A_section_that_has_most_of_the_papers_is_the_renamed_one()
    {
        var (last, edited, matching) = ByPerson(
            Outlined.Papers(1, 2, 3),
            $"# A list\n\n## What I liked\n\n{Outlined.Entry(1)}\n\n{Outlined.Entry(2)}\n");

        Assert.Equal(edited.At("What I liked"), matching.Theirs(last.At("Papers")));
    }

    [Fact]
    public void A_section_that_has_few_of_the_papers_is_another()
    {
        var (last, edited, matching) = ByPerson(
            Outlined.Papers(1, 2, 3), $"# A list\n\n## What I liked\n\n{Outlined.Entry(1)}\n");

        Assert.Null(matching.Theirs(last.At("Papers")));
        Assert.Null(matching.Ours(edited.At("What I liked")));
    }

    [Fact]
    public void A_section_that_has_the_papers_of_two_is_neither()
    {
        var (_, edited, matching) = ByPerson(
            $"## One\n\n{Outlined.Entry(1)}\n\n## Two\n\n{Outlined.Entry(2)}\n",
            $"## Both\n\n{Outlined.Entry(1)}\n\n{Outlined.Entry(2)}\n");

        Assert.Null(matching.Ours(edited.At("## Both")));
    }

    [Fact]
    public void The_heading_of_a_paper_is_found_by_its_paper()
    {
        var (last, edited, matching) = ByPerson(
            $"## In depth\n\n{Outlined.Section(1)}\n",
            $"## In depth\n\n{Outlined.Section(1).Replace("Title 1", "Mine")}\n");

        Assert.Equal(edited.At("Mine"), matching.Theirs(last.At("Title 1")));
        Assert.Equal("2404.00001", matching.PaperOfTheirs(edited.At("A word")).ToString());
        Assert.Null(matching.PaperOfTheirs(edited.At("In depth")));
    }

    [Fact]
    public void A_part_that_was_rewritten_is_guessed_by_its_kind()
    {
        var (last, edited, matching) = ByPerson("## One\n\nwords of Sheaf\n", "## One\n\nquite other ones\n");

        Assert.Equal(edited.At("quite"), matching.Theirs(last.At("words")));
        Assert.True(matching.IsGuess(last.At("words")));
    }

    [Fact]
    public void Words_that_went_to_another_section_are_found_where_a_person_may_have_put_them()
    {
        const string Ours = "## One\n\nwords\n\n## Two\n\n> other\n";
        const string Theirs = "## One\n\n> other\n\n## Two\n\nwords\n";
        var (last, edited, matching) = ByPerson(Ours, Theirs);
        var fresh = Outlined.Read<FreshIndex>(Theirs);

        Assert.Equal(edited.At("words"), matching.Theirs(last.At("words")));
        Assert.Null(new Matching<LastIndex, FreshIndex>(last, fresh, byPerson: false).Theirs(last.At("words")));
    }

    [Fact]
    public void A_suggestion_that_is_listed_now_is_new_in_the_list()
    {
        var last = Outlined.Read<LastIndex>($"## {DraftLanguages.English.Headings.MayHaveMissed}\n\n{Outlined.Entry(1)}\n");
        var fresh = Outlined.Read<FreshIndex>($"## Papers\n\n{Outlined.Entry(1)}\n");

        Assert.Null(new Matching<LastIndex, FreshIndex>(last, fresh, byPerson: false).Theirs(last.At("00001")));
        Assert.NotNull(new Matching<LastIndex, FreshIndex>(last, fresh, byPerson: true).Theirs(last.At("00001")));
    }

    [Fact]
    public void An_entry_that_a_person_put_into_another_is_found_there()
    {
        var (last, edited, matching) = ByPerson(
            Outlined.Papers(1), Outlined.Draft($"* Two of a kind\n  {Outlined.Entry(1)}\n  {Outlined.Entry(2)}"));

        Assert.Equal(edited.At("Two of a kind"), matching.Theirs(last.At("00001")));
    }

    private static ByPersonMatch ByPerson(string last, string edited)
    {
        var (ours, theirs) = (Outlined.Read<LastIndex>(last), Outlined.Read<EditedIndex>(edited));
        return new(ours, theirs, new(ours, theirs, byPerson: true));
    }

    private sealed record ByPersonMatch(
        MarkdownOutline<LastIndex> Last, MarkdownOutline<EditedIndex> Edited, Matching<LastIndex, EditedIndex> Matching);
}
