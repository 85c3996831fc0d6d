using Sheaf.Arxiv.Identifiers;
using Sheaf.Ranking;

namespace Sheaf.Tests.Ranking;

/// <summary>
/// What it does to a ranking that others noticed papers: first with few picks, else as much as the editor's own past says.
/// </summary>
public sealed class WhatOthersNoticed
{
    private static readonly Month June = new(2024, 6);
    private static readonly Month July = InventedEditor.July;

    [Fact]
    public void With_few_picks_listed_papers_come_first_and_the_score_stays_the_order()
    {
        var editor = new InventedEditor();
        editor.Picks(June, 5, InventedEditor.Gears);
        editor.PassesOver(June, 60, InventedEditor.Tea);
        IReadOnlyList<TastePaper> gears = editor.Papers(July, 10, InventedEditor.Gears), tea = editor.Papers(July, 10, InventedEditor.Tea);
        var listed = tea.Concat(gears.Take(2)).ToList();

        var ranked = InventedEditor.Rank(editor.History with { Listings = Listing(listed, July.LastDay) }, [.. gears, .. tea]);
        var without = InventedEditor.Rank(editor.History, [.. gears, .. tea]);

        Assert.Equal(
            Order(without, listed.Contains).Concat(Order(without, paper => !listed.Contains(paper))), Order(ranked, _ => true));
        Assert.Equal(ranked.Select(paper => paper.Score).OrderDescending(), ranked.Select(paper => paper.Score));
        Assert.Equal(
            without.Where(paper => !listed.Contains(paper.Paper)).Select(paper => paper.Score),
            ranked.Skip(12).Select(paper => paper.Score));
    }

    [Fact]
    public void Only_papers_of_the_editors_field_come_first()
    {
        var editor = new InventedEditor();
        editor.Picks(June, 5, InventedEditor.Gears);
        var candidates = editor.Papers(July, 10, InventedEditor.Tea);
        var history = editor.History with { Listings = Listing(candidates, July.FirstDay), IsOfField = _ => false };

        Assert.Equal(
            InventedEditor.Rank(editor.History, candidates).Select(paper => (paper.Paper, paper.Score)),
            InventedEditor.Rank(history, candidates).Select(paper => (paper.Paper, paper.Score)));
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(11, false)]
    public void A_listing_counts_until_ten_days_after_the_month(int days, bool counts)
    {
        var editor = new InventedEditor();
        editor.Picks(June, 5, InventedEditor.Gears);
        var candidates = editor.Papers(July, 10, InventedEditor.Gears);
        var last = InventedEditor.Rank(editor.History, candidates)[^1].Paper;

        var ranked = InventedEditor.Rank(
            editor.History with { Listings = Listing([last], July.LastDay.AddDays(days)) }, candidates);

        Assert.Equal(counts, ranked[0].Paper == last);
    }

    [Fact]
    public void An_editor_who_picks_what_is_listed_gets_a_weight_for_it_and_one_who_does_not_gets_none()
    {
        var editor = WhoFollowsTheList();
        var history = editor.History;
        var candidates = editor.Papers(July, 40, InventedEditor.Tea);
        var listed = candidates.Take(3).ToList();

        var followed = history with { Listings = Listing([.. history.Picks.Select(pick => pick.Paper), .. listed], July.FirstDay) };
        var other = history with
        {
            Listings = Listing([.. history.PassedOver.Where((_, number) => number % 9 == 0), .. listed], July.FirstDay),
        };

        Assert.InRange(TasteModel.Learn(followed, July).Signals, 0.25, 2);
        Assert.Equal(0, TasteModel.Learn(other, July).Signals);
        Assert.True(Places(followed) < Places(history), "papers on the list stand higher");
        Assert.Equal(Scores(history), Scores(other));

        int Places(TasteHistory known) => InventedEditor.Rank(known, candidates).Index().Where(one => listed.Contains(one.Item.Paper))
            .Sum(one => one.Index);

        IEnumerable<(TastePaper Paper, double Score)> Scores(TasteHistory known) =>
            InventedEditor.Rank(known, candidates).Select(paper => (paper.Paper, paper.Score));
    }

    [Fact]
    public void Without_signals_a_taste_ranks_as_one_that_never_had_any()
    {
        var editor = WhoFollowsTheList();
        var candidates = editor.Papers(July, 40, InventedEditor.Tea);
        var history = editor.History with { Listings = Listing([.. editor.History.Picks.Select(pick => pick.Paper)], July.FirstDay) };

        var without = TasteModel.Learn(history, July).WithoutSignals().Judge(candidates, TestContext.Current.CancellationToken);

        Assert.Equal(
            TasteModel.Learn(editor.History, July).Judge(candidates, TestContext.Current.CancellationToken)
                .Select(paper => (paper.Identifier, paper.Odds)),
            without.Select(paper => (paper.Identifier, paper.Odds)));
    }

    [Theory]
    [InlineData(45, "on Hugging Face's daily list of 12 May (45 votes)")]
    [InlineData(1, "on Hugging Face's daily list of 12 May (1 vote)")]
    [InlineData(null, "on Hugging Face's daily list of 12 May")]
    public void The_reason_names_list_day_and_votes(int? votes, string reason) => Assert.Equal(
        reason, new Reason.Listed("Hugging Face's daily list", new DateOnly(2025, 5, 12), votes).ToString());

    /// <summary>Picks and passes over papers on the same matters, so that the words tell nothing.</summary>
    private static InventedEditor WhoFollowsTheList()
    {
        var editor = new InventedEditor();
        for (var month = 1; month <= 6; month++)
        {
            editor.Picks(new Month(2024, month), 6, InventedEditor.Tea);
            editor.PassesOver(new Month(2024, month), 60, InventedEditor.Tea);
        }

        return editor;
    }

    /// <summary>Listed on the day they were submitted, but none after <paramref name="day"/>, or all on a day after the month.</summary>
    private static Listings Listing(IEnumerable<TastePaper> papers, DateOnly day) => new(papers.ToDictionary(
        paper => paper.Identifier, paper => paper.Submitted < day && day <= July.LastDay ? paper.Submitted : day));

    private static IEnumerable<TastePaper> Order(IEnumerable<RankedPaper> ranked, Func<TastePaper, bool> which) =>
        ranked.Select(paper => paper.Paper).Where(which);
}
