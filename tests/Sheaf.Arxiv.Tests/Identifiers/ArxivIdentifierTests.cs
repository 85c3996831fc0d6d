using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Arxiv.Tests.Identifiers;

public sealed class ArxivIdentifierTests
{
    [Theory]
    [InlineData("2405.00208", "2405.00208")]
    [InlineData("arXiv:2405.00208", "2405.00208")]
    [InlineData("ARXIV:2405.00208", "2405.00208")]
    [InlineData("/2405.00208", "2405.00208")]
    [InlineData("2405.00208.pdf", "2405.00208")]
    [InlineData("2405.00208/junk", "2405.00208")]
    [InlineData("2405.00208#page=2", "2405.00208")]
    [InlineData("math.GT/0309136", "math/0309136")]
    [InlineData("MATH.GT/0309136", "math/0309136")]
    [InlineData("cond-mat.stat-mech/0603313", "cond-mat/0603313")]
    [InlineData("hepth/9901001", "hep-th/9901001")]
    [InlineData("astroph/9204001", "astro-ph/9204001")]
    [InlineData("hep--th//9901001", "hep-th/9901001")]
    [InlineData("9107001", null)]
    [InlineData("hep-th/9107001", "hep-th/9107001")]
    [InlineData("hep-th/0703999", "hep-th/0703999")]
    [InlineData("0704.0001", "0704.0001")]
    [InlineData("1412.9999", "1412.9999")]
    [InlineData("1501.00001", "1501.00001")]
    [InlineData("9912.99999", "9912.99999")]
    public void Every_spelling_of_arXiv_has_one_canonical_form(string text, string? canonical)
    {
        Assert.Equal(canonical is not null, ArxivIdentifier.TryParse(text, out var identifier));
        Assert.Equal(canonical, canonical is null ? null : identifier.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" 2405.00208")]
    [InlineData("2405.00208\n")]
    [InlineData("2405.00208v2")]
    [InlineData("2404.9990")]
    [InlineData("1412.00001")]
    [InlineData("2400.00001")]
    [InlineData("2413.00001")]
    [InlineData("0703.0001")]
    [InlineData("0704.0000")]
    [InlineData("2404.00000")]
    [InlineData("2404.123456")]
    [InlineData("hep-th/9106001")]
    [InlineData("hep-th/0704001")]
    [InlineData("hep-th/9901000")]
    [InlineData("hep-th/9913001")]
    [InlineData("hep-th/99010011")]
    [InlineData("２４０５.00208")]
    [InlineData("٢٤٠٥.٠٠٢٠٨")]
    [InlineData("2405․00208")]
    [InlineData("https://arxiv.org/abs/2405.00208")]
    public void What_breaks_a_rule_is_no_identifier(string? text)
    {
        Assert.False(ArxivIdentifier.TryParse(text, out _));
        Assert.Throws<FormatException>(() => ArxivIdentifier.Parse(text ?? ""));
    }

    [Theory]
    [InlineData("2405.00208", "2024-05", null)]
    [InlineData("0704.0001", "2007-04", null)]
    [InlineData("hep-th/9901001", "1999-01", "hep-th")]
    [InlineData("cs/0012007", "2000-12", "cs")]
    public void An_identifier_tells_the_month_of_its_announcement(string text, string month, string? archive)
    {
        var identifier = ArxivIdentifier.Parse(text);

        Assert.Equal(Month.Parse(month), identifier.AnnouncedIn);
        Assert.Equal(archive, identifier.Archive);
        Assert.Equal(archive is not null, identifier.IsOldScheme);
    }

    [Fact]
    public void New_identifiers_are_ordered_as_they_were_given_out()
    {
        var ordered = "0704.0001 0704.9999 1412.9999 1501.00001 2404.19756 2405.00208".Split(' ').Select(ArxivIdentifier.Parse).ToList();

        Assert.Equal(ordered, Enumerable.Reverse(ordered).Order());
        Assert.True(ordered[0] < ordered[1] && ordered[1] > ordered[0] && ordered[0] <= ordered[1] && ordered[1] >= ordered[0]);
    }

    [Fact]
    public void Spellings_of_one_identifier_are_equal() =>
        Assert.Single("math/0309136 math.GT/0309136 arXiv:MATH/0309136".Split(' ').Select(ArxivIdentifier.Parse).Distinct());

    [Fact]
    public void Identifiers_exist_in_possible_months_only()
    {
        var old = Enumerable.Range(0, 10000).Where(yymm => ArxivIdentifier.TryParse($"hep-th/{yymm:D4}001", out _));
        var four = Enumerable.Range(0, 10000).Where(yymm => ArxivIdentifier.TryParse($"{yymm:D4}.0001", out _));
        var five = Enumerable.Range(0, 10000).Where(yymm => ArxivIdentifier.TryParse($"{yymm:D4}.00001", out _));

        Assert.Equal(Codes("1991-07", "2007-03"), old.Select(yymm => $"{yymm:D4}").ToHashSet());
        Assert.Equal(Codes("2007-04", "2014-12"), four.Select(yymm => $"{yymm:D4}").ToHashSet());
        Assert.Equal(Codes("2015-01", "2099-12"), five.Select(yymm => $"{yymm:D4}").ToHashSet());
    }

    [Fact]
    public void Every_identifier_reads_what_it_writes_with_and_without_version()
    {
        foreach (var month in Month.Range(new(2007, 4), new(2099, 12)))
        {
            var number = month < new Month(2015, 1) ? "0417" : "20417";
            var text = $"{month.Year % 100:D2}{month.Number:D2}.{number}";

            Assert.Equal(text, ArxivIdentifier.Parse(text).ToString());
            Assert.Equal(month, ArxivIdentifier.Parse(text).AnnouncedIn);
            Assert.Equal($"{text}v{month.Number}", EprintReference.Parse($"{text}v{month.Number}").ToString());
        }
    }

    [Fact]
    public void The_default_names_nothing_and_says_so() =>
        Assert.Throws<InvalidOperationException>(() => default(ArxivIdentifier).ToString());

    private static HashSet<string> Codes(string first, string last) =>
        Month.Range(Month.Parse(first), Month.Parse(last)).Select(month => $"{month.Year % 100:D2}{month.Number:D2}").ToHashSet();
}
