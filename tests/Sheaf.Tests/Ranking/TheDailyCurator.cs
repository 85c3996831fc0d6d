using Sheaf.Arxiv.Identifiers;
using Sheaf.TestKit.Ranking;

namespace Sheaf.Tests.Ranking;

/// <summary>
/// What the model has reached on a real editor's month, with a margin; from the year's own months alone, which takes half the time of all.
/// </summary>
public sealed class TheDailyCurator
{
    [Fact]
    public void Of_December_2025_seven_in_ten_picks_are_among_the_first_hundred()
    {
        var papers = MonthFiles.Read(ReferenceData.PathOf("months"), from: Month.Parse("2025-01"));
        var curator = Curator.ReadAll(ReferenceData.PathOf("curated")).Single(curator => curator.Name == "rosinality");
        var trial = new TasteTrial(curator, papers, Month.Parse("2025-12"));

        var standing = Standing.Of(trial.Methods.Single(method => method.Name == "Sheaf").Rank());

        Assert.InRange(standing.Recall[Standing.Depths.Index().Single(depth => depth.Item == 100).Index], 0.70, 1);
    }
}
