using Sheaf.Drafts.Model;
using Sheaf.Drafts.Styles;
using static Sheaf.Tests.Drafts.InventedEprints;

namespace Sheaf.Tests.Drafts;

public sealed class TheRoundupStyle
{
    [Fact]
    public void A_month_with_sections_notes_and_stars_looks_like_this() => GoldenText.Check("sections.md", Render(Rich()));

    [Fact]
    public void A_flat_month_looks_like_this() =>
        GoldenText.Check("flat.md", Render(Draft("- 2404.00001\n- 2404.00002 — mine", Paper("2404.00001"), Paper("2404.00002"))));

    [Fact]
    public void An_empty_month_looks_like_this() =>
        Assert.Equal("# Notable arXiv papers, April 2024\n\nNo papers on the list.\n", Render(Draft("")));

    [Theory]
    [InlineData("- 2404.00001", "1 paper on the list.")]
    [InlineData("- 2404.00001 ★", "1 paper on the list, 1 in depth.")]
    [InlineData("- 2404.00001 ★\n- 2404.00002", "2 papers on the list, 1 in depth.")]
    public void The_opening_line_counts(string list, string opening) =>
        Assert.Equal(opening, Render(Draft(list, Paper("2404.00001"), Paper("2404.00002"))).Split('\n')[2]);

    [Fact]
    public void The_year_is_named_where_it_is_not_that_of_the_draft() =>
        Assert.Contains(
            "(3 Aug 2020)", Render(Draft("- 2404.00001", Paper("2404.00001", "2020-08-03T10:00:00Z"))), StringComparison.Ordinal);

    [Fact]
    public void An_entry_without_a_note_and_without_a_sentence_has_a_place_for_words() =>
        Assert.EndsWith("\n\n* A Title by Specimen (30 Apr), https://arxiv.org/abs/2404.00001\n\n  <!-- write here -->\n",
            Render(Draft("- 2404.00001", Paper("2404.00001", summary: ""))), StringComparison.Ordinal);

    [Fact]
    public void A_note_is_the_persons_own_markdown_with_its_lines()
    {
        var draft = Draft("- 2404.00001 — *much* [x](u)\n  second_line\n\n  - a point", Paper("2404.00001"));

        Assert.EndsWith("\n\n  *much* [x](u)\n  second_line\n\n  - a point\n", Render(draft), StringComparison.Ordinal);
    }

    [Fact]
    public void A_paper_without_named_authors_has_no_by() =>
        Assert.Contains(
            "* A Title (30 Apr), https://", Render(Draft("- 2404.00001", Paper("2404.00001", authors: ":"))), StringComparison.Ordinal);

    [Fact]
    public void Nothing_in_a_title_or_an_abstract_hides_the_rest_of_the_draft()
    {
        var text = Render(
            Draft("- 2404.00001 ★", Paper("2404.00001", title: "x <!-- \u202ey\n# z", summary: "<!-- a --> <script>. B $<!--$.")));

        Assert.Equal(
            ["x \\<!-- y # z", "\\<!-- a --> \\<script>. B $< !--$."],
            text.Split('\n')
                .Where(line => line.StartsWith("### ", StringComparison.Ordinal) || line.StartsWith("> ", StringComparison.Ordinal))
                .Select(line => line.TrimStart('#', '>', ' ')));
        Assert.DoesNotContain('\u202e', text);
    }

    [Fact]
    public void The_same_draft_gives_the_same_bytes() => Assert.Equal(Render(Rich()), Render(Rich()));

    private static string Render(Draft draft) => new RoundupStyle(namesShown: 3).Render(draft);

    internal static Draft Rich() => Draft(
        """
        # Reading list

        - 2404.00010 ★ #first — Worth the hour.
        - 2008.00005

        ## Glass and widgets

        - [Widgets](https://arxiv.org/abs/2404.00002v3) #glass — The note has
          two lines, and a second paragraph:

          see 2404.00001 too.
        - hep-th/9901001

        ## Small things *and* large

        - 2404.00003
        - 2404.00004 ★
        - 2404.00002 — said twice
        """,
        Paper(
            "2404.00010", "2024-04-02T08:00:00Z", "On $a_1*b$ and snake_case: [Draft] *Notes*", "Unused. Text.", "Jan van der Berg",
            "The WIDGET Collaboration"),
        Paper("2008.00005", "2020-08-03T08:00:00Z", "An Older Paper", "It is cited, e.g. by Li et al. (2021), with $x. y$. More.", "Plato"),
        Paper(
            "2404.00002", "2024-04-11T08:00:00Z", @"Widgets \& Glass: a Poincar\'e~Story", "Unused.", "A. One", "B. Two", "C. Three",
            "D. Four", "E. Five"),
        Paper(
            "hep-th/9901001", "1999-01-04T08:00:00Z", "Strings", "We solve 10\\% of `it' * with <b> and a_b _c_. "
            + "Next.", "A. One", "B. Two", "C. Three", "D. Four"),
        Paper("2404.00003", "2024-04-30T08:00:00Z", "Does It Fold?", "# It does. Next.", "Neal J. Example II", "Bo Other", "Cy Third"),
        Paper("2404.00004", "2024-04-30T23:59:59Z", "It Folds", "Background: Paper folds. Next.", "Ada Specimen"));
}
