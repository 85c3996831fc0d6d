using Sheaf.Lists.Import;

namespace Sheaf.Tests.Lists.Import;

/// <summary>Entries that say all on one line.</summary>
public sealed class OneLineEntries
{
    [Theory]
    [InlineData(
        "* Widgets: A Study by Liu, Wang, Vaidya, et al. (30 Apr), "
        + "https://arxiv.org/abs/2404.00001", "Widgets: A Study", "Liu|Wang|Vaidya", true, "30.4.")]
    [InlineData("Widgets: A Study by Hu and Lu (30 Apr), https://arxiv.org/abs/2404.00001", "Widgets: A Study", "Hu|Lu", false, "30.4.")]
    [InlineData(
        "Widgets, Gears, and Springs by A. Berg, van der Lu, and Costa-jussà (Apr 22), https://arxiv.org/abs/2404.00001",
        "Widgets, Gears, and Springs", "A. Berg|van der Lu|Costa-jussà", false, "22.4.")]
    [InlineData("Widgets by Pandey (3 Aug 2020), https://arxiv.org/abs/2404.00001", "Widgets", "Pandey", false, "3.8.2020")]
    [InlineData("Widgets (2 Jan) by Zhang, Yao, Tian et al., https://arxiv.org/abs/2404.00001", "Widgets", "Zhang|Yao|Tian", true, "2.1.")]
    [InlineData("Widgets by (2 May), https://arxiv.org/abs/2404.00001", "Widgets", "", false, "2.5.")]
    [InlineData("Widgets by unknown authors at Gear Works (16 May), https://arxiv.org/abs/2404.00001", "Widgets", "", false, "16.5.")]
    [InlineData(
        "Learning Gears by Proxy by Liu, Han, Wang at al. (16 Jan), https://arxiv.org/abs/2404.00001", "Learning Gears by Proxy",
        "Liu|Han|Wang", true, "16.1.")]
    [InlineData("8 Feb, Widgets in Practice, <https://arxiv.org/abs/2404.00001>", "Widgets in Practice", "", false, "8.2.")]
    [InlineData("- 8 Feb, [Widgets in Practice](https://arxiv.org/abs/2404.00001)", "Widgets in Practice", "", false, "8.2.")]
    [InlineData(
        "- [Widgets in Practice](https://arxiv.org/abs/2404.00001) by Ben Lo and Xue Bin Peng (8 Feb)", "Widgets in Practice",
        "Ben Lo|Xue Bin Peng", false, "8.2.")]
    [InlineData(
        "- [Widgets in Practice](https://arxiv.org/abs/2404.00001) by Hu and Lu (8 Feb) — a note", "Widgets in Practice", "Hu|Lu", false,
        "8.2.")]
    [InlineData("* Turning Wheels (Hu, Lu et al., 29 Apr): https://arxiv.org/abs/2404.00001", "Turning Wheels", "Hu|Lu", true, "29.4.")]
    [InlineData(
        "* Turning Wheels (Hu, Lu и др., 29 апреля 2024) https://arxiv.org/abs/2404.00001", "Turning Wheels", "Hu|Lu", true, "29.4.2024")]
    [InlineData("* Turning Wheels (Hu et al., 2024) https://arxiv.org/abs/2404.00001", "Turning Wheels", "Hu", true, null)]
    [InlineData(
        "* Turning Wheels by Hu and Lu (29.04.2024), https://arxiv.org/abs/2404.00001", "Turning Wheels", "Hu|Lu", false, "29.4.2024")]
    [InlineData("- [Turning Wheels | arXiv](https://arxiv.org/abs/2404.00001)", "Turning Wheels", "", false, null)]
    [InlineData("- [Paper page - Turning Wheels](https://huggingface.co/papers/2404.00001)", "Turning Wheels", "", false, null)]
    [InlineData("\u200f- \u200e[Turning Wheels](https://arxiv.org/abs/2404.00001)\u200f", "Turning Wheels", "", false, null)]
    [InlineData("- **3. Turning Wheels** https://arxiv.org/abs/2404.00001", "Turning Wheels", "", false, null)]
    [InlineData("- [Turning Wheels, Hu, Lu et al. (29 Apr)](https://arxiv.org/abs/2404.00001)", "Turning Wheels", "Hu|Lu", true, "29.4.")]
    [InlineData("- [Widgets](https://arxiv.org/abs/2404.00001)", "Widgets", "", false, null)]
    [InlineData(
        "- Widgets in Small Workshops [[paper](https://arxiv.org/abs/2404.00001)] [[code](https://example.org/a)]",
        "Widgets in Small Workshops", "", false, null)]
    [InlineData("- **Widgets** - what turns, [Paper](https://arxiv.org/abs/2404.00001)", "Widgets", "", false, null)]
    [InlineData("- [2404.00001] Widgets and Their Gears", "Widgets and Their Gears", "", false, null)]
    [InlineData("- [[2404.00001] Widgets and Gears](https://arxiv.org/abs/2404.00001)", "Widgets and Gears", "", false, null)]
    [InlineData("- Liu et al. “Widgets and their gears”. arXiv:2404.00001", "Widgets and their gears", "", false, null)]
    [InlineData(
        "Make Your Widgets Turn, An, Ma, Lin et al.(二5 Apr), "
        + "https://arxiv.org/abs/2404.00001", "Make Your Widgets Turn", "An|Ma|Lin", true, "25.4.")]
    [InlineData("Widgets Turn by Hu and Lu (1两 Apr 二0两4), https://arxiv.org/abs/2404.00001", "Widgets Turn", "Hu|Lu", false, "12.4.2024")]
    [InlineData(
        "* Turning via Imagination, Searching, and Gears (18 Apr), https://arxiv.org/abs/2404.00001",
        "Turning via Imagination, Searching, and Gears", "", false, "18.4.")]
    [InlineData(
        @"* The \*Best\* \[Widgets\] of snake_case and $\alpha_*$ by Lu (8 Apr), https://arxiv.org/abs/2404.00001",
        @"The *Best* [Widgets] of snake_case and $\alpha_*$", "Lu", false, "8.4.")]
    public void Title_names_and_day_are_told_apart(string line, string title, string surnames, bool etAl, string? day)
    {
        var claim = ForeignText.Only("list.md", line + "\n");

        Assert.True(claim.IsEntry);
        Assert.Equal((title, surnames, etAl, day), (claim.Title, string.Join('|', claim.Surnames), claim.EtAl, claim.Date()));
    }

    [Theory]
    [InlineData("- 2404.00001 ★ #gears — a note of several Capital Words")]
    [InlineData("- 2404.00001: great!")]
    [InlineData("- A nice survey, https://arxiv.org/abs/2404.00001")]
    [InlineData("- https://arxiv.org/abs/2404.00001")]
    [InlineData("- [paper](https://arxiv.org/abs/2404.00001)")]
    [InlineData("- [论文](https://arxiv.org/abs/2404.00001)")]
    [InlineData("- [→](https://arxiv.org/abs/2404.00001)")]
    [InlineData("- 链接:https://arxiv.org/abs/2404.00001")]
    public void An_entry_that_claims_no_title_has_none(string line)
    {
        var claim = ForeignText.Only("list.md", $"My picks\n\n{line}\n");

        Assert.True(claim.IsEntry);
        Assert.Null(claim.Title);
    }

    [Theory]
    [InlineData("We also liked https://arxiv.org/abs/2404.00001 a lot.")]
    [InlineData("We also liked [this paper](https://arxiv.org/abs/2404.00001).")]
    [InlineData("Figure from the gear paper: https://arxiv.org/abs/2404.00001")]
    [InlineData("See (https://arxiv.org/abs/2404.00001 )")]
    public void Prose_is_a_mention_without_a_title(string line)
    {
        var claim = ForeignText.Only(
            "list.md",
            $"- [Other](https://arxiv.org/abs/2404.00002)\n\n{line}\n".Replace(
                "- [Other](https://arxiv.org/abs/2404.00002)\n\n", "", StringComparison.Ordinal));

        Assert.False(claim.IsEntry);
        Assert.Null(claim.Title);
    }

    [Theory]
    [InlineData("- https://arxiv.org/abs/2404.00001 ★ — a note")]
    [InlineData("★ Widgets and Gears by Hu and Lu (8 Apr), https://arxiv.org/abs/2404.00001")]
    [InlineData("Widgets and Gears by Hu and Lu (8 Apr), https://arxiv.org/abs/2404.00001 *")]
    [InlineData("- [Widgets](https://arxiv.org/abs/2404.00001) ⭐")]
    public void A_star_is_seen_before_and_after(string line) => Assert.True(ForeignText.Only("list.md", line).Starred);

    [Fact]
    public void The_line_and_the_place_in_it_are_those_of_the_reference()
    {
        var claim = ForeignText.Only("list.md", "# April\n\nWords\n\n- [Widgets](https://arxiv.org/abs/2404.00001)\n");

        Assert.Equal((5, "https://arxiv.org/abs/2404.00001", 12), (claim.Line, claim.Reference.Text, claim.Reference.Index));
    }

    [Fact]
    public void A_malformed_reference_is_claimed_with_its_problem()
    {
        var claim = ForeignText.Only("list.md", "* Widgets by Hu and Lu (8 Apr), https://arxiv.org/abs/2404.0001\n");

        Assert.Null(claim.Reference.Reference);
        Assert.Contains("five", claim.Reference.Problem, StringComparison.Ordinal);
        Assert.Equal("Widgets", claim.Title);
    }
}
