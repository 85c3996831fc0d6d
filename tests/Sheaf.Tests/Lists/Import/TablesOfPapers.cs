using Sheaf.Lists.Import;

namespace Sheaf.Tests.Lists.Import;

public sealed class TablesOfPapers
{
    [Fact]
    public void Two_columns_of_numbered_papers_are_entries()
    {
        const string Table = "## Top papers of the week\n\n| **Paper** | **Links** |\n| ------------- | ------------- |\n"
            + "| 1) **Widgets-V3** - a widget with 671 gears, of which 37 turn. | [Paper](https://arxiv.org/abs/2404.00001), "
            + "[Post](https://example.org/1) |\n"
            + "| 2) **Springs: A Survey** - all about springs by many hands (2 May). | [Paper](https://arxiv.org/abs/2404.00002v2) |\n"
            + "| 3) Large Concept Springs - without bold | [Paper](https://arxiv.org/abs/2404.00003) |\n";

        var claims = ForeignText.Read("README.md", Table);

        Assert.Equal(["Widgets-V3", "Springs: A Survey", "Large Concept Springs"], claims.Select(claim => claim.Title));
        Assert.Equal(["2404.00001", "2404.00002v2", "2404.00003"], claims.Select(claim => claim.Id()));
        Assert.All(claims, claim => Assert.Equal((true, "Top papers of the week"), (claim.IsEntry, claim.Section)));
    }

    [Fact]
    public void The_names_of_the_columns_count()
    {
        const string Table =
            "Date | Title | Authors | Link\n---|---|---|---\n2024-04-08 | Widgets - A Study | Hu and Lu | "
            + "https://arxiv.org/abs/2404.00001\n";

        var claim = ForeignText.Only("list.md", Table);

        Assert.Equal(("Widgets - A Study", "Hu Lu", "8.4.2024"), (claim.Title, string.Join(' ', claim.Surnames), claim.Date()));
    }

    [Theory]
    [InlineData("| 2404.00001 | ★ | A Note of Several Words |")]
    [InlineData("| my pick of the week | 2404.00001 |")]
    public void Other_cells_are_no_titles(string row)
    {
        var claim = ForeignText.Only("list.md", row);

        Assert.True(claim.IsEntry);
        Assert.Null(claim.Title);
    }

    [Fact]
    public void A_cell_with_a_linked_title_is_read_as_one() =>
        Assert.Equal(
            "Widgets and Gears",
            ForeignText.Only("list.md", "| 1 | [Widgets and Gears](https://arxiv.org/abs/2404.00001) | a note |\n").Title);
}
