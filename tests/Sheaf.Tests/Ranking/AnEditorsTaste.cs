using System.Globalization;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Ranking;

namespace Sheaf.Tests.Ranking;

/// <summary><see cref="TasteModel"/>: what an editor likes comes first, for reasons that can be read.</summary>
public sealed class AnEditorsTaste
{
    private static readonly Month July = InventedEditor.July;
    private readonly InventedEditor _editor = InventedEditor.WhoLikesGears();

    [Fact]
    public void What_they_like_comes_first()
    {
        var gears = _editor.Papers(July, 10, InventedEditor.Gears);
        var ranked = InventedEditor.Rank(_editor.History, [.. _editor.Papers(July, 90, InventedEditor.Tea), .. gears]);

        Assert.Equal(100, ranked.Count);
        Assert.Equal(Ids(gears), Ids(ranked.Take(10).Select(paper => paper.Paper)).Order());
        Assert.All(ranked, paper => Assert.InRange(paper.Score, 0, 1));
    }

    [Fact]
    public void The_same_history_gives_the_same_scores_in_any_order_and_culture()
    {
        var history = _editor.History;
        var candidates = Mixed(60);
        var first = Said(InventedEditor.Rank(history, candidates));

        var culture = CultureInfo.CurrentCulture;
        try
        {
            var random = new Random(5);
            foreach (var comma in new[] { ".", "," })
            {
                var other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
                (other.NumberFormat.NumberDecimalSeparator, other.NumberFormat.NegativeSign) = (comma, "−");
                CultureInfo.CurrentCulture = other;
                var shuffled = new TasteHistory(
                    [.. history.Picks.OrderBy(_ => random.Next())], [.. history.PassedOver.OrderBy(_ => random.Next())]);
                Assert.Equal(first, Said(InventedEditor.Rank(shuffled, candidates.OrderBy(_ => random.Next()))));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void A_star_counts_more()
    {
        var editor = new InventedEditor();
        for (var month = 1; month <= 6; month++)
        {
            editor.Picks(new Month(2024, month), 4, InventedEditor.Gears, starred: true);
            editor.Picks(new Month(2024, month), 4, InventedEditor.Weather);
            editor.PassesOver(new Month(2024, month), 40, InventedEditor.Tea);
        }

        var (starred, picked) = (editor.Papers(July, 40, InventedEditor.Gears), editor.Papers(July, 40, InventedEditor.Weather));
        Assert.True(
            InventedEditor.LogOdds(InventedEditor.Rank(editor.History, starred)) > InventedEditor.LogOdds(
                InventedEditor.Rank(editor.History, picked)) + 0.2);
    }

    [Fact]
    public void A_new_taste_outweighs_an_old_one()
    {
        var editor = new InventedEditor();
        for (var (month, number) = (Month.Parse("2023-01"), 0); month.CompareTo(July) < 0; month = month.Next, number++)
        {
            var (now, then) = number < 9 ? (InventedEditor.Weather, InventedEditor.Gears) : (InventedEditor.Gears, InventedEditor.Weather);
            editor.Picks(month, 4, now);
            editor.PassesOver(month, 4, then);
            editor.PassesOver(month, 30, InventedEditor.Tea);
        }

        var ranked = InventedEditor.Rank(
            editor.History, [.. editor.Papers(July, 10, InventedEditor.Weather), .. editor.Papers(July, 10, InventedEditor.Gears)]);
        Assert.True(ranked.Take(10).Count(paper => paper.Paper.Title.Split(' ').Intersect(InventedEditor.Gears.Split(' ')).Any()) >= 9);
    }

    [Fact]
    public void Reasons_are_few_and_true()
    {
        var gears = _editor.Papers(July, 8, InventedEditor.Gears);
        var ranked = InventedEditor.Rank(_editor.History, [.. gears, .. Mixed(40)]);

        Assert.All(ranked, paper => Assert.InRange(paper.Reasons.Count, 0, 4));
        foreach (var (paper, reasons) in ranked.Take(8).Select(paper => (paper.Paper, paper.Reasons)))
        {
            Assert.NotEmpty(reasons);
            Assert.All(
                reasons.OfType<Reason.Words>().SelectMany(words => words.Printed),
                word => Assert.Contains(word, paper.Title + "\n" + paper.Abstract, StringComparison.Ordinal));
            Assert.All(reasons.OfType<Reason.AuthorsPicked>(), authors => Assert.Empty(authors.Names.Except(paper.Authors)));
            Assert.All(
                reasons.OfType<Reason.CloseTo>(),
                close => Assert.True(Alike(close.Pick.Paper, paper) >= 3, $"{close.Pick.Paper.Title} is not close to {paper.Title}"));
        }

        Assert.Contains(ranked.Take(8), paper => paper.Reasons.OfType<Reason.Words>().Any());
        Assert.Contains(ranked.Take(8), paper => paper.Reasons.OfType<Reason.AuthorsPicked>().Any());
    }

    [Fact]
    public void A_paper_is_close_to_the_pick_that_it_follows()
    {
        const string Title = "Harmonic zymurgy of quixotic turbines";
        const string Text =
            "Harmonic zymurgy makes quixotic turbines quiet. We brew turbines of three sizes and listen to the zymurgy of each.";
        var old = _editor.Paper(new Month(2024, 6), InventedEditor.Gears) with { Title = Title, Abstract = Text };
        _editor.Picks(old);
        _editor.PassesOver(
            _editor.Paper(
                new Month(2024, 6),
                InventedEditor.Tea) with
            { Title = "Quixotic zymurgy", Abstract = "Turbines of tea: harmonic, quiet." });
        var next = _editor.Paper(July, InventedEditor.Tea) with { Title = Title + " revisited", Abstract = Text };

        var ranked = InventedEditor.Rank(_editor.History, [next, .. _editor.Papers(July, 30, InventedEditor.Tea)]);

        Assert.Equal(next, ranked[0].Paper);
        Assert.Equal(old, Assert.Single(ranked[0].Reasons.OfType<Reason.CloseTo>()).Pick.Paper);
    }

    private List<TastePaper> Mixed(int count) =>
        [
            .. _editor.Papers(July, count / 3, InventedEditor.Gears), .. _editor.Papers(July, count / 3, InventedEditor.Weather),
            .. _editor.Papers(July, count / 3, InventedEditor.Tea),
        ];

    /// <summary>How many words two papers have in common.</summary>
    private static int Alike(TastePaper one, TastePaper other) =>
        $"{one.Title} {one.Abstract}".Split(' ').Intersect($"{other.Title} {other.Abstract}".Split(' ')).Count();

    private static IEnumerable<string> Ids(IEnumerable<TastePaper> papers) => papers.Select(paper => paper.Identifier.ToString());

    private static string Said(IEnumerable<RankedPaper> ranked) => string.Join('\n', ranked.Select(paper =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{paper.Paper.Identifier} {BitConverter.DoubleToInt64Bits(paper.Score)} {string.Join("; ", paper.Reasons)}")));
}
