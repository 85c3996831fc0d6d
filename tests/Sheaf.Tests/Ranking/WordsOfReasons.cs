using Sheaf.Arxiv.Identifiers;
using Sheaf.Ranking;

namespace Sheaf.Tests.Ranking;

/// <summary>Reasons tell a person something.</summary>
public sealed class WordsOfReasons
{
    [Theory]
    [InlineData("OpenELM: An Efficient Language Model", "openelm", false)]
    [InlineData("Jamba: A Hybrid of Gears", "jamba", false)]
    [InlineData("Mixture-of-Depths: Dynamic Gears", "depths", false)]
    [InlineData("Phi-3 Technical Report", "phi", false)]
    [InlineData("LLaDA2.0: Scaling Up Diffusion", "diffusion", true)]
    [InlineData("Kolmogorov Gears and Their Wear", "kolmogorov", true)]
    [InlineData("A Survey of Gears: Wear and Tear", "gears", true)]
    [InlineData("Wooden Gears", "picks", false)]
    [InlineData("Wooden Gears", "models", false)]
    [InlineData("Wooden Gears", "diffusion models", true)]
    [InlineData("Wooden Gears", "proposed method", false)]
    public void A_papers_own_name_and_fillers_are_none(string title, string key, bool tells) =>
        Assert.Equal(tells, ReasonWords.Tells(key, ReasonWords.OwnName(title)));

    [Fact]
    public void What_a_paper_is_close_to_is_called_by_its_title()
    {
        var paper = new TastePaper(ArxivIdentifier.Parse("2404.00001"), "Wooden Gears:\n  a Study", "", [], [], new DateOnly(2024, 4, 1));

        Assert.Equal(
            "close to 'Wooden Gears: a Study', which you picked",
            new Reason.CloseTo(new Pick(paper, false, new Month(2024, 4))).ToString());
        Assert.Equal(
            "close to 'Wooden Gears: a Study', which you starred",
            new Reason.CloseTo(new Pick(paper, true, new Month(2024, 4))).ToString());
    }
}
