using Sheaf.Arxiv.Identifiers;
using Sheaf.Ranking;

namespace Sheaf.Tests.Ranking;

/// <summary><see cref="NearDuplicates"/>: one work under several identifiers.</summary>
public sealed class TheSameWorkTwice
{
    private const string Gears = "Gears of low friction for large machines";

    private const string OfGears =
        "We measure how the teeth of gears wear when they turn under heavy load for a year. Oil of low viscosity halves the friction, "
        + "and gears that were ground twice last three times as long. A model with two parameters predicts the wear of forty machines "
        + "to within six percent.";

    [Fact]
    public void Is_shown_once_under_the_better_ranked_identifier()
    {
        var folded = Fold((Gears, OfGears), ("Ratchets", "They click."), (Gears, OfGears));

        Assert.Equal(["2404.00001", "2404.00002"], folded.Select(work => work.Paper));
        Assert.Equal(["2404.00003"], folded[0].Same);
        Assert.Empty(folded[1].Same);
    }

    [Theory]
    [InlineData("GEARS of low-friction for large machines.", OfGears)]
    [InlineData("Gears of low friction for very large machines", OfGears)]
    [InlineData("Gears of low friction for large machines: a study", OfGears)]
    [InlineData(Gears, "Revised. " + OfGears + " All data are public, and so is the code.")]
    [InlineData(Gears, "We measure how the teeth of gears wear when they turn under heavy load for a year. Oil of low")]
    [InlineData(Gears, "")]
    public void Is_known_by_title_and_abstract(string title, string text) => Assert.Single(Fold((Gears, OfGears), (title, text)));

    [Theory]
    [InlineData("Gears of low friction for large machines II", OfGears)]
    [InlineData("Gears of low friction for large machines, Part 2", OfGears)]
    [InlineData("Ratchets that do not slip on wet ground", OfGears)]
    [InlineData(
        "Gears of low friction for small machines",
        "Watches have gears too, and nobody knows why some of them stop after a year and others do not. We open two hundred and find "
        + "dust, rust and one small spider.")]
    [InlineData(
        Gears, "Watches have gears too, and nobody knows why some of them stop after a year and others do not. We open two hundred and "
            + "find dust, rust and one small spider.")]
    [InlineData("Gears of low friction for small machines", "")]
    public void Is_not_another_work_on_the_same_matter(string title, string text) =>
        Assert.Equal(2, Fold((Gears, OfGears), (title, text)).Count);

    [Fact]
    public void Parts_of_one_work_are_two_works() =>
        Assert.Equal(3, Fold(($"{Gears}, Part I", OfGears), ($"{Gears}, Part II", OfGears), ($"{Gears}, Part III", OfGears)).Count);

    [Fact]
    public void A_short_title_names_no_work() => Assert.Equal(2, Fold(("Editorial", ""), ("Editorial", "")).Count);

    [Fact]
    public void All_of_its_identifiers_are_named() =>
        Assert.Equal(
            ["2404.00002", "2404.00003", "2404.00004"],
            Assert.Single(Fold((Gears, OfGears), (Gears, ""), (Gears, OfGears), ($"{Gears} again", OfGears))).Same);

    [Fact]
    public void Is_found_in_time_that_grows_with_the_papers()
    {
        var one = Take(2_500);
        var ten = Take(25_000);

        // A hundred times would be the square; ten to fifteen is what sorting and memory make of it.
        Assert.True(ten.TotalSeconds < Math.Max(one.TotalSeconds, 0.02) * 40, $"{one} for 2,500 papers, {ten} for 25,000");
    }

    /// <summary>The worst: one title and beginning for all, so that all share their buckets.</summary>
    private static TimeSpan Take(int papers)
    {
        var random = new Random(3);
        var ranked = Enumerable.Range(1, papers)
            .Select(
                number => Ranked(
                    number, "Gears of low friction for large machines",
                    string.Join(' ', Enumerable.Range(0, 60).Select(_ => $"w{random.Next(5000)}")))).ToList();
        var start = Environment.CpuUsage.TotalTime;
        Assert.Equal(papers, NearDuplicates.Fold(ranked).Count);
        return Environment.CpuUsage.TotalTime - start;
    }

    private static List<(string Paper, IEnumerable<string> Same)> Fold(params (string Title, string Abstract)[] papers) =>
    [
        .. NearDuplicates.Fold([.. papers.Select((paper, at) => Ranked(at + 1, paper.Title, paper.Abstract))])
            .Select(work => (work.Paper.Paper.Identifier.ToString(), work.Same.Select(same => same.ToString()))),
    ];

    private static RankedPaper Ranked(int number, string title, string text) =>
        new(new TastePaper(ArxivIdentifier.Parse($"2404.{number:D5}"), title, text, [], ["cs.LG"], new DateOnly(2024, 4, 1)), 0.5, []);
}
