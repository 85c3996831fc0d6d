using Sheaf.Arxiv.Identifiers;
using Sheaf.Ranking;

namespace Sheaf.Tests.Ranking;

/// <summary>Beginnings: few picks or none, and what other people's lists teach.</summary>
public sealed class EditorsWithFewPicks
{
    private static readonly Month June = new(2024, 6);
    private static readonly Month July = InventedEditor.July;
    private readonly InventedEditor _editor = new();

    [Theory]
    [InlineData(19, true)]
    [InlineData(20, false)]
    public void Fewer_than_twenty_picks_go_by_words_and_categories_alone(int picks, bool fallsBack)
    {
        _editor.Picks(June, picks, InventedEditor.Gears);
        _editor.PassesOver(June, 100, InventedEditor.Tea);
        var candidates = _editor.Papers(July, 20, InventedEditor.Gears);

        var with = InventedEditor.Rank(_editor.History, candidates).Select(paper => (paper.Paper.Identifier, paper.Score));
        var without = InventedEditor.Rank(_editor.History, candidates.Select(paper => paper with { Authors = [] }))
            .Select(paper => (paper.Paper.Identifier, paper.Score));

        Assert.Equal(fallsBack, TasteModel.Learn(_editor.History, July).FallsBack);
        Assert.Equal(fallsBack, with.SequenceEqual(without));
    }

    [Fact]
    public void Three_picks_are_enough_to_begin_with()
    {
        _editor.Picks(June, 3, InventedEditor.Gears);
        _editor.PassesOver(June, 60, InventedEditor.Tea);

        Assert.True(FindsGears());
    }

    [Fact]
    public void Picks_without_anything_passed_over_still_rank()
    {
        _editor.Picks(June, 30, InventedEditor.Gears);
        var (gears, weather) = (_editor.Papers(July, 50, InventedEditor.Gears), _editor.Papers(July, 50, InventedEditor.Weather));

        var (own, other) =
            (InventedEditor.LogOdds(InventedEditor.Rank(_editor.History, gears)), InventedEditor.LogOdds(
                InventedEditor.Rank(_editor.History, weather)));

        Assert.True(own > other, $"{own} and {other}");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(50)]
    public void Without_picks_the_order_is_the_same_every_time(int passedOver)
    {
        _editor.PassesOver(June, passedOver, InventedEditor.Tea);
        var candidates = _editor.Papers(July, 10, InventedEditor.Gears);

        var ranked = InventedEditor.Rank(_editor.History, candidates);

        Assert.Equal(ranked.Select(paper => paper.Score).OrderDescending(), ranked.Select(paper => paper.Score));
        Assert.All(ranked, paper => Assert.InRange(paper.Score, 0, 0.5));
        Assert.All(ranked, paper => Assert.Empty(paper.Reasons.OfType<Reason.CloseTo>()));
        Assert.Equal(
            ranked.Select(paper => paper.Paper), InventedEditor.Rank(_editor.History, candidates.Reverse()).Select(paper => paper.Paper));
    }

    [Fact]
    public void No_candidates_give_no_ranking() => Assert.Empty(InventedEditor.Rank(InventedEditor.WhoLikesGears().History, []));

    [Fact]
    public void Papers_of_which_nothing_is_known_are_ranked_too()
    {
        var bare = _editor.Paper(July, InventedEditor.Tea) with { Title = "", Abstract = "", Authors = [], Categories = [] };

        Assert.InRange(Assert.Single(InventedEditor.Rank(InventedEditor.WhoLikesGears().History, [bare])).Score, 0, 1);
    }

    private bool FindsGears()
    {
        var ranked = InventedEditor.Rank(
            _editor.History, [.. _editor.Papers(July, 40, InventedEditor.Weather), .. _editor.Papers(July, 10, InventedEditor.Gears)]);
        return ranked.Take(10).All(paper => InventedEditor.Gears.Split(' ').Any(paper.Paper.Abstract.Contains));
    }
}
