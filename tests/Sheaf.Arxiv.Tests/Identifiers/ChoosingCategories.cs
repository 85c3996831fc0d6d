using Sheaf.Arxiv.Atom;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Arxiv.Tests.Identifiers;

public sealed class ChoosingCategories
{
    [Theory]
    [InlineData("cs.LG, cs.CL", "cs.CL cs.LG", "cs.CL cs.LG", "cs:cs")]
    [InlineData("cs.LG;cs.LG", "cs.LG", "cs.LG", "cs:cs:LG")]
    [InlineData("cs.NA", "math.NA", "math.NA cs.NA", "math:math:NA")]
    [InlineData("hep-th", "hep-th", "hep-th", "physics:hep-th")]
    [InlineData("hep-th.* quant-ph", "hep-th quant-ph", "hep-th quant-ph", "physics")]
    [InlineData("stat.*", "stat.*", "stat.* math.ST", "stat:stat")]
    [InlineData("astro-ph", "astro-ph.*", "astro-ph.* astro-ph", "physics:astro-ph")]
    [InlineData("cmp-lg", "cs.CL", "cs.CL", "cs:cs:CL")]
    [InlineData("cs.*, cs.LG, stat.ML", "cs.* stat.ML", "cs.* math.NA eess.SY math.IT stat.ML", null)]
    [InlineData("cs.LG, *", "*", "", null)]
    [InlineData("", "", "", null)]
    public void A_choice_has_one_name_terms_and_a_set(string text, string name, string terms, string? set)
    {
        var choice = CategorySelection.Parse(text);

        Assert.Equal((name, set), (choice.Name, choice.Set));
        Assert.Equal(terms.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(), choice.Terms.Order());
    }

    [Theory]
    [InlineData("cs.NA", "math.NA", true)]
    [InlineData("math.NA", "cs.NA", true)]
    [InlineData("cs.*", "math.NA", true)]
    [InlineData("cs.*", "eess.SY", true)]
    [InlineData("cs.*", "cs.ZZ", true)]
    [InlineData("cs.*", "math.AG", false)]
    [InlineData("cs.CL", "cmp-lg", true)]
    [InlineData("math.*", "math-ph", true)]
    [InlineData("hep-th", "hep-ph", false)]
    [InlineData("*", "test.dis-nn", true)]
    [InlineData("", "cs.LG", false)]
    public void A_paper_is_in_it_by_any_name_of_its_categories(string text, string category, bool isIn) =>
        Assert.Equal(isIn, CategorySelection.Parse(text).Matches(["q-bio.NC", category]));

    [Theory]
    [InlineData("cs.XX")]
    [InlineData("CS.LG")]
    [InlineData("cs.LG and cs.CL")]
    [InlineData("*.LG")]
    [InlineData("cs.L*")]
    public void What_is_no_category_is_refused(string text) => Assert.Throws<FormatException>(() => CategorySelection.Parse(text));

    [Fact]
    public void All_categories_one_by_one_make_one_request()
    {
        var choice = CategorySelection.Parse(string.Join(',', Category.Active.Select(category => category.Name)));
        var query = Sheaf.Arxiv.Atom.AtomQuery.SubmittedBetween(
            new(2025, 5, 1, 0, 0, 0, TimeSpan.Zero), new(2025, 5, 31, 23, 59, 0, TimeSpan.Zero), choice);

        Assert.InRange(Uri.EscapeDataString(query.Expression).Length, 1_000, 3_800);
    }
}
