using Sheaf.Drafts.Model;
using static Sheaf.Tests.Drafts.InventedEprints;

namespace Sheaf.Tests.Drafts;

public sealed class ComposingADraft
{
    [Fact]
    public void The_newest_day_comes_first_and_of_one_day_the_highest_identifier()
    {
        var draft = Draft(
            "- 2404.00001\n- 2404.00002\n- 2404.00003\n- 2404.00004\n",
            Paper("2404.00001", "2024-04-29T23:59:59Z"),
            Paper("2404.00002", "2024-04-30T18:00:00Z"),
            Paper("2404.00003", "2024-04-30T01:00:00Z"),
            Paper("2404.00004", "2024-04-01T00:00:00Z"));

        Assert.Equal(["2404.00003", "2404.00002", "2404.00001", "2404.00004"], Identifiers(Assert.Single(draft.Sections)));
    }

    [Fact]
    public void The_day_is_that_of_UTC()
    {
        var draft = Draft(
            "- 2404.00001\n- 2404.00002\n", Paper("2404.00001", "2024-04-29T22:00:00-04:00"), Paper("2404.00002", "2024-04-30T01:00:00Z"));

        Assert.Equal(new DateOnly(2024, 4, 30), draft.Sections[0].Entries[1].Day);
        Assert.Equal(["2404.00002", "2404.00001"], Identifiers(draft.Sections[0]));
    }

    [Fact]
    public void A_paper_listed_again_in_any_spelling_is_one_entry_that_gathers_what_was_said()
    {
        var draft = Draft(
            "## First\n- 2404.00001 #a\n## Second\n- [A Title](https://arxiv.org/abs/2404.00001v2) #A #b — the note\n"
            + "- arXiv:2404.00001 ★ — a later note\n",
            Paper("2404.00001"));

        var section = Assert.Single(draft.Sections);
        var entry = Assert.Single(section.Entries);
        Assert.Equal(("First", "the note", true, null), (section.Title, entry.Note, entry.Starred, entry.Suggestion));
        Assert.Equal(["a", "b"], entry.Tags);
        Assert.Equal(1, draft.Count);
    }

    [Fact]
    public void Sections_keep_the_order_of_the_file_and_papers_without_one_come_last()
    {
        var draft = Draft(
            "- 2404.00001\n## Zebras\n- 2404.00002\n## Apes\n- 2404.00003\n## Papers\n- 2404.00004\n",
            Paper("2404.00001"), Paper("2404.00002", "2024-04-01T00:00:00Z"), Paper("2404.00003"), Paper("2404.00004"));

        Assert.Equal(["Zebras", "Apes", "Papers"], draft.Sections.Select(section => section.Title));
        Assert.Equal(["2404.00004", "2404.00001"], Identifiers(draft.Sections[2]));
    }

    [Fact]
    public void A_starred_paper_is_treated_in_depth_and_keeps_its_line()
    {
        var draft = Draft("- 2404.00001 ★\n- 2404.00002\n- 2404.00003 ★\n", Paper("2404.00001"), Paper("2404.00002"), Paper("2404.00003"));

        Assert.Equal(["2404.00003", "2404.00001"], draft.InDepth.Select(entry => entry.Eprint.Identifier.ToString()));
        Assert.Equal(3, draft.Count);
    }

    [Fact]
    public void Only_an_entry_without_a_note_gets_a_suggestion()
    {
        var draft = Draft(
            "- 2404.00001 — mine\n- 2404.00002\n- 2404.00003\n", Paper("2404.00001"), Paper("2404.00002"),
            Paper("2404.00003", summary: " "));

        Assert.Equal([null, "One sentence.", null], draft.Sections[0].Entries.Select(entry => entry.Suggestion));
        Assert.Equal([null, null, "mine"], draft.Sections[0].Entries.Select(entry => entry.Note));
    }

    [Fact]
    public void An_empty_month_is_a_draft_without_sections()
    {
        var draft = Draft("");

        Assert.Equal((0, 0, 0), (draft.Count, draft.Sections.Count, draft.InDepth.Count));
    }

    private static IEnumerable<string> Identifiers(DraftSection section) =>
        section.Entries.Select(entry => entry.Eprint.Identifier.ToString());
}
