using Sheaf.Arxiv.Identifiers;
using Sheaf.Ranking;

namespace Sheaf.Tests.Ranking;

/// <summary>Papers of the same score stand in some order, which is nobody's merit.</summary>
public sealed class BacktestWithTies
{
    [Theory]
    [InlineData(1, 0)]
    [InlineData(11, 10)]
    public void Where_all_have_the_same_score_picks_count_by_chance_wherever_they_stand(int first, int unused)
    {
        _ = unused;
        var ranked = Enumerable.Range(1, 100).Select(number => Ranked(number, 0.5)).ToList();
        var picks = Enumerable.Range(first, 10).ToDictionary(Id, _ => false);

        Assert.Equal(2, Backtest.Of(new Month(2024, 4), 100, 20, picks, ranked).PicksInTop);
    }

    [Fact]
    public void What_is_surely_in_the_top_counts_whole_and_what_is_surely_below_not_at_all()
    {
        var ranked = Enumerable.Range(1, 10).Select(number => Ranked(number, number == 1 ? 0.9 : number < 6 ? 0.5 : 0.1)).ToList();

        Assert.Equal(1, Backtest.Of(new Month(2024, 4), 10, 5, new() { [Id(1)] = true }, ranked).StarredInTop);
        Assert.Equal(1, Backtest.Of(new Month(2024, 4), 10, 5, new() { [Id(5)] = true }, ranked).StarredInTop);
        Assert.Equal(0, Backtest.Of(new Month(2024, 4), 10, 5, new() { [Id(6)] = true }, ranked).StarredInTop);
    }

    private static ArxivIdentifier Id(int number) => ArxivIdentifier.Parse($"2404.{number:D5}");

    private static SuggestedPaper Ranked(int number, double score) =>
        new(new RankedPaper(new TastePaper(Id(number), "Widgets", "They turn.", [], ["cs.CL"], new DateOnly(2024, 4, 1)), score, []), []);
}
