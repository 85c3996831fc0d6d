using Sheaf.Arxiv.Eprints;
using Sheaf.Drafts.Model;
using Sheaf.Drafts.Styles;
using static Sheaf.Tests.Drafts.InventedEprints;

namespace Sheaf.Tests.Drafts;

public sealed class OtherStyles
{
    [Fact]
    public void A_categorised_month_looks_like_this() =>
        GoldenText.Check("categorised.md", new CategorisedStyle(namesShown: 3).Render(Rich()));

    [Fact]
    public void A_month_as_a_table_looks_like_this() => GoldenText.Check("table.md", new TableStyle(namesShown: 3).Render(Rich()));

    [Fact]
    public void Bars_do_not_end_a_cell_and_mean_what_they_meant()
    {
        var paper = Paper("2404.00001", title: @"a | b \| c with $|x| \le \|y\|$");

        Assert.Contains(
            @"| 1) **a \| b \\&#124; c with $\|x\| \le \Vert y\Vert $** by Specimen (30 Apr)",
            new TableStyle(namesShown: 3).Render(Draft("- 2404.00001\n", paper)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_note_of_several_lines_stays_in_its_row()
    {
        var row = new TableStyle(namesShown: 3)
            .Render(Draft("- 2404.00001 — one\n  two\n\n  three\n  - four\n", Paper("2404.00001"))).Split('\n')[^2];

        Assert.Equal("| 1) **A Title** by Specimen (30 Apr)<br>one two<br>three<br>- four | https://arxiv.org/abs/2404.00001 |", row);
    }

    [Theory]
    [InlineData("roundup")]
    [InlineData("categorised")]
    [InlineData("table")]
    public void Late_arrivals_close_every_style_and_are_counted_apart(string style)
    {
        var text = DraftStyles.Find(style, namesShown: 3).Render(Rich());

        Assert.Contains("\n6 papers on the list, 2 in depth, 1 late arrival.\n", text, StringComparison.Ordinal);
        Assert.Contains("2403.00007", text[text.IndexOf("\n## Late arrivals\n", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.Single(text.Split('\n'), line => line.Contains("2403.00007", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("roundup")]
    [InlineData("categorised")]
    [InlineData("table")]
    public void Twice_the_same(string style) =>
        Assert.Equal(DraftStyles.Find(style, namesShown: 3).Render(Rich()), DraftStyles.Find(style, namesShown: 3).Render(Rich()));

    [Fact]
    public void An_unknown_style_is_refused_with_those_that_there_are() =>
        Assert.Equal(
            "There is no style tables: use roundup, categorised, table, or the path of your own template, such as ./my.liquid.",
            Assert.Throws<BadInputException>(() => DraftStyles.Find("tables", namesShown: 3)).Message);

    private static Draft Rich() => TheRoundupStyle.Rich() with
    {
        LateArrivals = Draft("- 2403.00007\n", Paper("2403.00007", "2024-03-28T10:00:00Z", "Came Late")).Sections[0].Entries,
    };
}
