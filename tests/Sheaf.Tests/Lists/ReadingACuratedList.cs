using Sheaf.Arxiv.Identifiers;
using Sheaf.Lists;

namespace Sheaf.Tests.Lists;

public sealed class ReadingACuratedList
{
    [Fact]
    public void The_canonical_line_has_a_reference_a_star_tags_and_a_note()
    {
        var entry = Single("- 2404.19756 ★ #architecture #kan-nets — a note - in the editor's own words");

        Assert.Equal(EprintReference.Parse("2404.19756"), entry.Reference);
        Assert.Equal("2404.19756", entry.Raw);
        Assert.True(entry.Starred);
        Assert.Equal(["architecture", "kan-nets"], entry.Tags);
        Assert.Equal("a note - in the editor's own words", entry.Note);
        Assert.Equal((1, false, null, null), (entry.Line, entry.IsMention, entry.Section, entry.ClaimedTitle));
    }

    [Theory]
    [InlineData("- 2404.19756")]
    [InlineData("* 2404.19756")]
    [InlineData("+ 2404.19756")]
    [InlineData("• 2404.19756")]
    [InlineData("1. 2404.19756")]
    [InlineData("12) 2404.19756")]
    [InlineData("\t-\t2404.19756\t ")]
    [InlineData("    - 2404.19756")]
    [InlineData("- [ ] 2404.19756")]
    [InlineData("- [x] 2404.19756")]
    [InlineData("- **2404.19756**")]
    [InlineData("- `2404.19756`")]
    [InlineData("- <https://arxiv.org/abs/2404.19756>")]
    [InlineData("- (2404.19756)")]
    [InlineData("- see also arXiv:2404.19756, it says")]
    [InlineData("2404.19756")]
    [InlineData("2404.19756 and more words")]
    [InlineData("https://arxiv.org/abs/2404.19756")]
    [InlineData("<https://arxiv.org/abs/2404.19756>")]
    [InlineData("  2404.19756")]
    [InlineData("| 1 | 2404.19756 | KAN |")]
    [InlineData("| [KAN](https://arxiv.org/abs/2404.19756) |")]
    public void Items_rows_and_lines_that_begin_with_a_reference_are_entries(string line)
    {
        var entry = Single(line);

        Assert.Equal("2404.19756", entry.Reference?.ToString());
        Assert.False(entry.IsMention);
        Assert.False(entry.Starred);
        Assert.Null(entry.Note);
        Assert.Empty(entry.Tags);
    }

    [Theory]
    [InlineData("- 2404.19756 ★")]
    [InlineData("- 2404.19756★")]
    [InlineData("- 2404.19756 *")]
    [InlineData("- 2404.19756*")]
    [InlineData("* 2404.19756 * — a note")]
    [InlineData("- **2404.19756** * #tag")]
    [InlineData("- <https://arxiv.org/abs/2404.19756> ★")]
    [InlineData("- [KAN: Kolmogorov-Arnold Networks](https://arxiv.org/abs/2404.19756) ★")]
    [InlineData("- [KAN](https://arxiv.org/abs/2404.19756) by Liu and others (30 Apr) ★ — a note")]
    [InlineData("- 2404.19756 #tag ⭐")]
    [InlineData("| 2404.19756 | ★ |")]
    public void A_star_or_a_single_asterisk_after_the_reference_stars(string line) => Assert.True(Single(line).Starred);

    [Theory]
    [InlineData("- *2404.19756*")]
    [InlineData("- **2404.19756**")]
    [InlineData("- *KAN, 2404.19756* is here")]
    [InlineData("- 2404.19756 is a *great* paper")]
    [InlineData("- 2404.19756 — five ★ of five")]
    [InlineData("- ★ five before 2404.19756")]
    public void Emphasis_and_stars_elsewhere_do_not_star(string line) => Assert.False(Single(line).Starred);

    [Theory]
    [InlineData("- 2404.19756 — a note")]
    [InlineData("- 2404.19756 – a note")]
    [InlineData("- 2404.19756 - a note")]
    [InlineData("- 2404.19756\t—\ta note  ")]
    [InlineData("- 2404.19756 by Liu (30 Apr) — a note")]
    [InlineData("- 2404.19756 —\n  a note")]
    [InlineData("- 2404.19756\n  a note")]
    [InlineData("- 2404.19756\n\n  a note\n\n")]
    [InlineData("* KAN by Liu (30 Apr), https://arxiv.org/abs/2404.19756\n\n  a note")]
    [InlineData("- KAN: Kolmogorov-Arnold Networks\n  https://arxiv.org/abs/2404.19756\n  a note")]
    [InlineData("| 2404.19756 — a note | 30 Apr |")]
    [InlineData("| 2404.19756 | - | — a note |")]
    public void A_note_follows_a_dash_between_blanks_or_is_indented_below(string text) => Assert.Equal("a note", Single(text).Note);

    [Theory]
    [InlineData("- 2404.19756—no note")]
    [InlineData("- a - b 2404.19756")]
    [InlineData("- 2404.19756 state-of-the-art")]
    [InlineData("- 2404.19756 —")]
    [InlineData("- 2404.19756\nnot indented")]
    public void Other_text_is_left_alone(string text) => Assert.Null(Single(text).Note);

    [Fact]
    public void A_note_keeps_its_own_lines_and_the_lists_in_it()
    {
        var entry = Single("- 2404.19756 — first\n  second\n\n  - a point\n    - a finer point\n");

        Assert.Equal("first\nsecond\n\n- a point\n  - a finer point", entry.Note);
    }

    [Fact]
    public void Later_references_belong_to_the_note()
    {
        var entry = Single("- 2404.19756 — goes further than 2404.00001 and\n  https://arxiv.org/abs/2404.00002");

        Assert.Equal("2404.19756", entry.Raw);
        Assert.Equal("goes further than 2404.00001 and\nhttps://arxiv.org/abs/2404.00002", entry.Note);
    }

    [Fact]
    public void An_item_may_hold_one_paper_a_line()
    {
        var entries = Read("- On agents:\n  2404.00001\n  2404.00002 ★\n- 2404.00003\n  2404.00004 #more\n");

        Assert.Equal(
            [("2404.00001", 2), ("2404.00002", 3), ("2404.00003", 4), ("2404.00004", 5)], entries.Select(entry => (entry.Raw, entry.Line)));
    }

    [Fact]
    public void A_nested_item_with_a_reference_is_an_entry_of_its_own()
    {
        var entries = Read(
            "- 2404.00001 — first\n  - 2404.00002 — second\n    more of the second\n- KAN\n  - https://arxiv.org/abs/2404.00003\n");

        Assert.Equal([("first", 1), ("second\nmore of the second", 2), (null, 5)], entries.Select(entry => (entry.Note, entry.Line)));
    }

    [Fact]
    public void A_link_and_its_text_are_one_reference_and_claim_a_title()
    {
        var entry = Single(@"- [**KAN: Kolmogorov\-Arnold [Networks]**](https://arxiv.org/abs/2404.19756 ""page"") #a");

        Assert.Equal("KAN: Kolmogorov-Arnold [Networks]", entry.ClaimedTitle);
        Assert.Equal("2404.19756", entry.Reference?.ToString());
        Assert.Equal(["a"], entry.Tags);
    }

    [Theory]
    [InlineData("- [2404.19756](https://arxiv.org/abs/2404.19756)")]
    [InlineData("- [arXiv:2404.19756](https://arxiv.org/abs/2404.19756)")]
    [InlineData("- [arXiv](https://arxiv.org/abs/2404.19756)")]
    [InlineData("- [PDF](https://arxiv.org/pdf/2404.19756)")]
    [InlineData("- KAN [paper link](<https://arxiv.org/abs/2404.19756>)")]
    public void An_identifier_or_a_label_claims_no_title(string line)
    {
        var entry = Single(line);

        Assert.Null(entry.ClaimedTitle);
        Assert.Equal("2404.19756", entry.Reference?.ToString());
    }

    [Fact]
    public void The_paper_linked_counts_and_not_the_identifier_in_the_text() =>
        Assert.Equal("2404.00002", Single("- [2404.00001](https://arxiv.org/abs/2404.00002)").Reference?.ToString());

    [Theory]
    [InlineData("- 2404.9990 — lost a digit")]
    [InlineData("2404.9990")]
    [InlineData("- **2404.9990**, see 2404.19756")]
    [InlineData("| 2404.9990 | KAN |")]
    [InlineData("- [KAN](https://arxiv.org/abs/2404.9990)")]
    [InlineData("- 2010.0501 — lost a digit")]
    public void A_malformed_reference_is_an_entry_with_its_problem(string line)
    {
        var entry = Single(line);

        Assert.Null(entry.Reference);
        Assert.NotEmpty(entry.Problem!);
        Assert.False(entry.IsMention);
    }

    [Theory]
    [InlineData("- 2024.0501 2404.19756")]
    [InlineData("- 2010.0501: https://arxiv.org/abs/2404.19756")]
    public void A_day_beside_a_reference_is_no_mistake(string line) => Assert.Equal("2404.19756", Single(line).Reference?.ToString());

    [Theory]
    [InlineData("- 2024.0501 lunch")]
    [InlineData("- nothing at all")]
    [InlineData("A version 3.14159 of something for 2404.50 Euro")]
    [InlineData("// - 2404.19756")]
    [InlineData("   //2404.19756")]
    [InlineData("```\n- 2404.19756\n```")]
    [InlineData("~~~~ text\n2404.19756\n~~~\n~~~~\n")]
    [InlineData("| Paper | Link |\n|---|---|")]
    [InlineData("")]
    [InlineData("\ufeff")]
    public void What_names_no_paper_is_no_entry(string text) => Assert.Empty(Read(text));

    [Fact]
    public void A_fence_that_is_never_closed_does_not_swallow_the_rest() => Assert.Single(Read("```\n~~~~\n- 2404.19756\n~~~\n"));

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    [InlineData("\r")]
    public void Any_line_ending_and_a_byte_order_mark_are_read(string ending)
    {
        var entries = Read($"\ufeff# April 2024{ending}{ending}- 2404.00001 — one{ending}  two{ending}- 2404.00002{ending}");

        Assert.Equal([(3, "one\ntwo"), (5, null)], entries.Select(entry => (entry.Line, entry.Note)));
    }

    [Fact]
    public void References_in_prose_are_mentions()
    {
        var entries = Read("We liked 2404.00001 and [KAN](https://arxiv.org/abs/2404.19756).\n\n- 2404.00002\n");

        Assert.Equal([("2404.00001", true, null), ("2404.19756", true, "KAN"), ("2404.00002", false, null)],
            entries.Select(entry => (entry.Reference.ToString(), entry.IsMention, entry.ClaimedTitle)));
    }

    [Fact]
    public void Mentions_are_drafted_only_where_there_are_no_items()
    {
        var both = CuratedList.Parse("2024-04.md", "We liked 2404.00001.\n\n- 2404.00002\n");
        var prose = CuratedList.Parse("2024-04.md", "We liked 2404.00001.\n");

        Assert.Equal(["2404.00002"], both.Drafted.Select(entry => entry.Raw));
        Assert.Equal(["2404.00001"], prose.Drafted.Select(entry => entry.Raw));
    }

    [Theory]
    [InlineData("2024-04.md", "2024-04")]
    [InlineData("2024-04.txt", "2024-04")]
    [InlineData("2024-04.late.md", "2024-04")]
    [InlineData("2024-13.md", null)]
    [InlineData("2024-04b.md", null)]
    [InlineData("agents.md", null)]
    public void The_name_may_give_the_month(string name, string? month) =>
        Assert.Equal(month, CuratedList.Parse(name, "").Month?.ToString());

    private static CuratedEntry Single(string text) => Assert.Single(Read(text));

    private static IReadOnlyList<CuratedEntry> Read(string text) => CuratedList.Parse("list.md", text).Entries;

    [Theory]
    [InlineData("- 2404.00001 #agents #Agents #agents")]
    [InlineData("| 2404.00001 #agents | #agents | #Agents |")]
    public void A_tag_given_twice_is_one_tag(string line)
    {
        var entry = Assert.Single(CuratedList.Parse("2024-04.md", line).Entries);

        Assert.Equal(["agents"], entry.Tags);
    }
}
