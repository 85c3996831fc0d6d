using Sheaf.Lists;

namespace Sheaf.Tests.Lists;

public sealed class SectionsOfACuratedList
{
    [Fact]
    public void Headings_begin_sections_and_the_title_of_the_file_does_not() =>
        Assert.Equal(
            [null, "Agents", "Small models", "C#", null],
            Sections(
                "# April 2024\n- 2404.00001\n## Agents ##\n- 2404.00002\n### Small models\n- 2404.00003\n## C#\n- 2404.00004\n##\n"
                + "- 2404.00005"));

    [Fact]
    public void Several_headings_of_the_first_level_are_sections() =>
        Assert.Equal(["Agents", "Data"], Sections("# Agents\n- 2404.00001\n# Data\n- 2404.00002"));

    [Fact]
    public void A_heading_that_names_the_month_of_the_file_is_its_title_whatever_follows() =>
        Assert.Equal([null, "Maybe"], Sections("# Papers of April 2024\n- 2404.00001\n# Maybe\n- 2404.00002"));

    [Fact]
    public void A_first_level_heading_below_another_heading_is_a_section() =>
        Assert.Equal(["Agents", "Data"], Sections("## Agents\n- 2404.00001\n# Data\n- 2404.00002"));

    [Fact]
    public void Underlined_headings_count() =>
        Assert.Equal(
            [null, "Agents", "Agents"],
            Sections("Reading list\n====\n\n- 2404.00001\n\nAgents\n------\n\n- 2404.00002\n\n2404.00003\n---\n"));

    [Theory]
    [InlineData("#agents\n- 2404.00001")]
    [InlineData("####### seven\n- 2404.00001")]
    [InlineData("    # code\n- 2404.00001")]
    [InlineData("```\n## code\n```\n- 2404.00001")]
    [InlineData("---\ntitle: x\n---\n- 2404.00001")]
    public void What_only_looks_like_a_heading_is_none(string text) => Assert.Equal([null], Sections(text));

    [Fact]
    public void A_lone_dash_below_a_line_is_an_item_that_is_being_written() => Assert.Equal([null], Sections("Agents\n-\n- 2404.00001"));

    [Fact]
    public void A_reference_in_a_heading_is_a_mention()
    {
        var entry = Assert.Single(CuratedList.Parse("list.md", "## KAN, 2404.19756").Entries);

        Assert.True(entry.IsMention);
        Assert.Equal("KAN, 2404.19756", entry.Section);
    }

    private static IEnumerable<string?> Sections(string text) =>
        CuratedList.Parse("2024-04.md", text).Entries.Select(entry => entry.Section);
}
