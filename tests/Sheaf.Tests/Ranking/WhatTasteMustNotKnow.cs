using Sheaf.Arxiv.Identifiers;
using Sheaf.Ranking;

namespace Sheaf.Tests.Ranking;

/// <summary>Nothing is learnt from the future, and nothing from what a record lacks.</summary>
public sealed class WhatTasteMustNotKnow
{
    private static readonly Month July = InventedEditor.July;

    [Fact]
    public void Nothing_of_the_month_itself_or_later_is_used()
    {
        var editor = InventedEditor.WhoLikesGears();
        var candidates = editor.Papers(July, 60, InventedEditor.Tea);
        var before = Scores(InventedEditor.Rank(editor.History, candidates));

        editor.Picks(July, 30, InventedEditor.Tea, starred: true);
        editor.Picks(new Month(2025, 3), 30, InventedEditor.Tea);
        editor.PassesOver(July, 30, InventedEditor.Gears);
        editor.PassesOver(new Month(2024, 8), 30, InventedEditor.Gears);
        editor.PassesOver(editor.Paper(new Month(2024, 6), InventedEditor.Gears) with { Submitted = July.FirstDay });
        var known = editor.Paper(new Month(2024, 6), InventedEditor.Tea);
        var history = editor.History with { Picks = [.. editor.History.Picks, new Pick(known, Starred: true, July)] };

        Assert.Equal(before, Scores(InventedEditor.Rank(history, candidates)));
    }

    [Fact]
    public void To_have_no_authors_neither_raises_nor_lowers()
    {
        var editor = WhosePassedOverPapersLackAuthors(everyOther: true);
        var candidates = Representative(editor, 300);

        var shift = InventedEditor.LogOdds(InventedEditor.Rank(editor.History, candidates.Select(WithoutAuthors))) - InventedEditor.LogOdds(
            InventedEditor.Rank(editor.History, candidates));

        Assert.InRange(shift, -0.4, 0.4);
    }

    [Fact]
    public void To_have_authors_is_no_merit_where_only_picks_had_them()
    {
        var editor = WhosePassedOverPapersLackAuthors(everyOther: false);
        var candidates = editor.Papers(July, 100, InventedEditor.Tea)
            .Select((paper, at) => paper with { Authors = [$"Nobody Unheard{at}"] }).ToList();

        var with = InventedEditor.Rank(editor.History, candidates);
        var without = InventedEditor.Rank(editor.History, candidates.Select(WithoutAuthors));

        Assert.InRange(InventedEditor.LogOdds(with) - InventedEditor.LogOdds(without), -0.6, 0);
    }

    [Fact]
    public void To_have_no_abstract_neither_raises_nor_lowers()
    {
        var editor = InventedEditor.WhoLikesGears();
        var candidates = Representative(editor, 300);

        var shift = InventedEditor.LogOdds(
            InventedEditor.Rank(editor.History, candidates.Select(WithoutAbstract))) - InventedEditor.LogOdds(
                InventedEditor.Rank(editor.History, candidates));

        Assert.InRange(shift, -0.3, 0.3);
    }

    [Fact]
    public void To_have_an_abstract_is_no_merit_where_only_picks_had_one()
    {
        var editor = InventedEditor.WhoLikesGears();
        var history = editor.History with { PassedOver = [.. editor.History.PassedOver.Select(WithoutAbstract)] };
        var candidates = editor.Papers(July, 100, InventedEditor.Tea);

        var shift = InventedEditor.LogOdds(InventedEditor.Rank(history, candidates)) - InventedEditor.LogOdds(
            InventedEditor.Rank(history, candidates.Select(WithoutAbstract)));

        Assert.InRange(shift, -1.5, 0.2);
    }

    [Fact]
    public void To_have_but_the_beginning_of_an_abstract_neither_raises_nor_lowers()
    {
        var editor = InventedEditor.WhoLikesGears();
        var candidates = Representative(editor, 300);

        var half = InventedEditor.Rank(
            editor.History, candidates.Select(paper => paper with { Abstract = paper.Abstract[..(paper.Abstract.Length / 2)] }));

        Assert.InRange(InventedEditor.LogOdds(half) - InventedEditor.LogOdds(InventedEditor.Rank(editor.History, candidates)), -0.3, 0.3);
    }

    /// <summary>As in the months before 2025, of which few records have authors but those of picks.</summary>
    private static InventedEditor WhosePassedOverPapersLackAuthors(bool everyOther)
    {
        var editor = new InventedEditor();
        for (var month = 1; month <= 6; month++)
        {
            editor.Picks(new Month(2024, month), 6, InventedEditor.Gears);
            foreach (var (at, paper) in editor.Papers(new Month(2024, month), 60, InventedEditor.Tea).Index())
            {
                editor.PassesOver(everyOther && at % 2 == 0 ? paper : WithoutAuthors(paper));
            }
        }

        return editor;
    }

    /// <summary>One in eleven is of the matter that is picked, as in the months before.</summary>
    private static List<TastePaper> Representative(InventedEditor editor, int count) =>
        [.. Enumerable.Range(0, count)
            .Select(
                number => editor.Paper(
                    July, number % 11 == 0 ? InventedEditor.Gears : number % 2 == 0 ? InventedEditor.Tea : InventedEditor.Weather))];

    private static TastePaper WithoutAuthors(TastePaper paper) => paper with { Authors = [] };

    private static TastePaper WithoutAbstract(TastePaper paper) => paper with { Abstract = "" };

    private static IEnumerable<(ArxivIdentifier, double)> Scores(IEnumerable<RankedPaper> ranked) =>
        ranked.Select(paper => (paper.Paper.Identifier, paper.Score));
}
