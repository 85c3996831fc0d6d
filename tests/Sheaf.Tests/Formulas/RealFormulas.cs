using Sheaf.Formulas;
using Sheaf.Tests.Drafts.Formats;

namespace Sheaf.Tests.Formulas;

/// <summary>Formulas of real abstracts, over the reference data.</summary>
public sealed class RealFormulas
{
    [Fact]
    public void Nearly_all_are_set_and_all_that_are_set_are_harmless()
    {
        using var setter = new FormulaSetter();
        var results = Read().Select((tex, at) => (Tex: tex, setter.Set(tex, isDisplayed: at % 10 == 0).Math))
            .Where(result => result.Math is not null).ToList();

        var page = HarmlessMarkup.Read(string.Concat(results.Select(result => $"<p>{result.Math!.Markup}</p>")));

        Assert.True(results.Count >= 1355, $"{results.Count} are set.");
        Assert.Equal(
            results.Select(result => result.Tex),
            page.QuerySelectorAll("p > math > semantics > annotation").Select(annotation => annotation.TextContent));
        Assert.Equal(1, setter.Engines);
    }

    [Fact]
    public void Each_is_set_alike_whatever_was_set_before()
    {
        var formulas = Read();
        using var one = new FormulaSetter();
        using var other = new FormulaSetter();
        var expected = formulas.ToDictionary(tex => tex, tex => one.Set(tex, isDisplayed: false));

        foreach (var (at, tex) in Enumerable.Reverse(formulas).Index())
        {
            if (at % 100 == 0)
            {
                other.Set(new string('{', 100 + at), isDisplayed: false);
                other.Set("\\gdef\\alpha{x}\\def\\a{\\a}\\a", isDisplayed: false);
            }

            var result = other.Set(tex, isDisplayed: false);
            Assert.Equal((expected[tex].Math?.Markup, expected[tex].Cost), (result.Math?.Markup, result.Cost));
        }
    }

    private static string[] Read() => File.ReadAllLines(ReferenceData.PathOf("formulas.txt"));
}
