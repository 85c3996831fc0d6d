using Sheaf.Arxiv.Identifiers;
using Sheaf.Ranking;
using Sheaf.TestKit.Ranking;

namespace Sheaf.Tests.Ranking;

/// <summary>What other people's lists teach, and from which month on it may be used.</summary>
public sealed class TheWarmStart
{
    private static readonly Month Later = new(2025, 6);
    private readonly InventedEditor _editor = new();

    [Fact]
    public void The_shipped_one_knows_nothing_after_April_2025()
    {
        var warm = WarmStartFile.ReadShipped();

        Assert.Equal("2025-04", warm.LastMonth.ToString());
        Assert.True(warm.Words.Count > 1000);
        Assert.All(warm.Words.Values, weight => Assert.True(double.IsFinite(weight) && weight != 0));
        Assert.False(warm.MayServe(new Month(2024, 12)));
        Assert.False(warm.MayServe(new Month(2025, 4)));
        Assert.True(warm.MayServe(new Month(2025, 5)));
    }

    [Fact]
    public void The_file_says_the_same_when_read_and_written()
    {
        var warm = new WarmStart(
            new Month(2025, 4), new Dictionary<string, double> { ["t:gear"] = 0.25, ["a:gear wheel"] = -1.5, ["c:primary cs.CL"] = 0.001 });
        using var written = new StringWriter();
        WarmStartFile.Write(warm, written);

        var lines = written.ToString().Split('\n');
        Assert.Equal(["a:gear wheel\t-1.500", "c:primary cs.CL\t0.001", "t:gear\t0.250", ""], lines[1..]);
        var read = WarmStartFile.Read(new StringReader(written.ToString()));
        Assert.Equal(warm.LastMonth, read.LastMonth);
        Assert.Equal(warm.Words.OrderBy(word => word.Key), read.Words.OrderBy(word => word.Key));
    }

    [Theory]
    [InlineData("")]
    [InlineData("t:gear\t0.5\n")]
    [InlineData("last-month\t2025-04\tof words\ngear\t0.5\n")]
    [InlineData("last-month\t2025-04\tof words\nt:gear\tmuch\n")]
    public void Another_file_is_refused(string text) => Assert.Throws<FormatException>(() => WarmStartFile.Read(new StringReader(text)));

    [Fact]
    public void Training_keeps_what_was_picked_apart_from_what_was_not()
    {
        var warm = WarmStartTraining.Train(InventedEditor.WhoLikesGears().History, new Month(2024, 6), most: 40);

        Assert.Equal(40, warm.Words.Count);
        Assert.True(warm.Words["t:gear"] > 0);
        Assert.True(warm.Words["a:ratchet"] > 0);
    }

    [Fact]
    public void Training_knows_nothing_after_its_last_month()
    {
        var editor = InventedEditor.WhoLikesGears();
        var before = WarmStartTraining.Train(editor.History, new Month(2024, 5), most: 1000);

        editor.Picks(new Month(2024, 6), 50, InventedEditor.Tea);

        Assert.Equal(before.Words, WarmStartTraining.Train(editor.History, new Month(2024, 5), most: 1000).Words);
    }

    [Fact]
    public void A_new_editor_is_led_by_it_and_an_old_one_by_their_own_picks()
    {
        var (warm, month) =
            (new WarmStart(new Month(2025, 4), new Dictionary<string, double> { ["a:tea"] = 6, ["t:tea"] = 6 }), new Month(2025, 5));
        _editor.PassesOver(month, 5, InventedEditor.Tea);
        _editor.PassesOver(month, 100, InventedEditor.Weather);
        _editor.Picks(month, 3, InventedEditor.Gears);
        var first = Gain();

        _editor.Picks(month, 100, InventedEditor.Weather);
        _editor.PassesOver(month, 30, InventedEditor.Tea);
        var later = Gain();

        Assert.True(first > 1, $"{first}");
        Assert.True(later < 0.6 * first, $"{first}, then {later}");

        double Gain()
        {
            var tea = _editor.Papers(Later, 20, InventedEditor.Tea);
            return InventedEditor.LogOdds(InventedEditor.Rank(_editor.History, tea, Later, warm)) - InventedEditor.LogOdds(
                InventedEditor.Rank(_editor.History, tea, Later));
        }
    }

    [Fact]
    public void With_three_picks_the_shipped_one_changes_the_order_of_June_2025_and_not_of_April()
    {
        var warm = WarmStartFile.ReadShipped();
        var word = warm.Words.Where(
            word => word.Key.StartsWith("t:", StringComparison.Ordinal)
                && !word.Key.Contains(' ', StringComparison.Ordinal)).MaxBy(word => word.Value).Key[2..];
        var month = new Month(2025, 3);
        _editor.Picks(month, 3, InventedEditor.Gears);
        _editor.PassesOver(month, 40, $"{InventedEditor.Tea} {word}");

        Assert.NotEqual(Scores(Later, null), Scores(Later, warm));
        Assert.Equal(Scores(new Month(2025, 4), null), Scores(new Month(2025, 4), warm));

        double[] Scores(Month ranked, WarmStart? with) =>
            [.. InventedEditor.Rank(_editor.History, [Named("2506.90001", word), Named("2506.90002", "plain1")], ranked, with)
                .OrderBy(paper => paper.Paper.Identifier).Select(paper => paper.Score)];

        static TastePaper Named(string identifier, string word) =>
            new(ArxivIdentifier.Parse(identifier), $"Notes on {word}", "", [], [], Later.FirstDay);
    }
}
