using Sheaf.Arxiv.Identifiers;
using Sheaf.Sweeping;

namespace Sheaf.Tests.Sweeping;

/// <summary>What a sweep is planned by before anything was counted is right to within a factor of two.</summary>
public sealed class VolumeOfArxiv
{
    [Theory]
    [InlineData("cs.LG", 2025, 10, 9_575)]
    [InlineData("*", 2025, 5, 24_878)]
    [InlineData("*", 2026, 3, 30_045)]
    [InlineData("*", 2019, 6, 12_989)]
    [InlineData("*", 2017, 6, 10_267)]
    public void A_month_has_about_as_many_papers_as_it_had(string categories, int year, int month, int papers) =>
        Assert.InRange(ArxivVolume.Expected(CategorySelection.Parse(categories), new Month(year, month)), papers / 2.0, papers * 2.0);

    [Fact]
    public void Any_of_two_categories_has_at_least_as_many_as_either_and_at_most_as_many_as_both_and_all()
    {
        var (one, other, both, all) = (Of("cs.LG"), Of("cs.CL"), Of("cs.LG, cs.CL"), Of("*"));

        Assert.InRange(both, Math.Max(one, other), one + other);
        Assert.InRange(Of("cs.*"), both, all);

        static double Of(string categories) => ArxivVolume.Expected(CategorySelection.Parse(categories), new Month(2025, 6));
    }
}
