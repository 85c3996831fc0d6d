using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Arxiv.Tests.Identifiers;

public sealed class EprintReferenceTests
{
    [Theory]
    [InlineData("2405.00208", "2405.00208", null)]
    [InlineData("2405.00208v3", "2405.00208", 3)]
    [InlineData("2405.00208V3", "2405.00208", 3)]
    [InlineData("arXiv:2405.00208v12", "2405.00208", 12)]
    [InlineData("2405.00208v2.pdf", "2405.00208", 2)]
    [InlineData("2405.00208v2.ps.gz", "2405.00208", 2)]
    [InlineData("math.GT/0309136v2", "math/0309136", 2)]
    public void A_reference_may_name_a_version(string text, string identifier, int? version)
    {
        var reference = EprintReference.Parse(text);

        Assert.Equal((identifier, version), (reference.Identifier.ToString(), reference.Version));
        Assert.Equal(reference, EprintReference.Parse(reference.ToString()));
    }

    [Theory]
    [InlineData("2405.00208v0")]
    [InlineData("2405.00208v01")]
    [InlineData("2405.00208v")]
    [InlineData("2405.00208v1a")]
    [InlineData("2405.00208v２")]
    [InlineData("2405.00208v99999999999")]
    [InlineData("hep-th/9901001V2")]
    public void Versions_count_from_one(string text) => Assert.False(EprintReference.TryParse(text, out _));

    [Theory]
    [InlineData("2413.00001", "there is no month 13")]
    [InlineData("2024.0501", "there is no month 24")]
    [InlineData("2404.9990", "2404.9990 has four digits; since January 2015 there are five")]
    [InlineData("1412.00001", "1412.00001 has five digits; until December 2014 there are four")]
    [InlineData("2404.123456", "2404.123456 has six digits; since January 2015 there are five")]
    [InlineData("0703.0001", "identifiers without an archive begin with 0704, for April 2007")]
    [InlineData("2404.00000", "there is no number 00000")]
    [InlineData("2404.00001v0", "versions begin at v1 and are written without zeros before them")]
    [InlineData("2404.00001v99999999999", "there is no version 99999999999")]
    [InlineData("2404.00001x", "'x' after the number is no version")]
    [InlineData("hep-th/9913001", "there is no month 13")]
    [InlineData("hep-th/9106001", "arXiv's first identifiers are of July 1991")]
    [InlineData("hep-th/0704001", "identifiers with an archive end with 0703, for March 2007")]
    [InlineData("hep-th/990100", "hep-th/990100 has six digits after the slash; there are seven")]
    [InlineData("hep-xx/9901001", "arXiv has no archive hep-xx")]
    [InlineData("https://arxiv.org/abs/2404.9990", "2404.9990 has four digits; since January 2015 there are five")]
    [InlineData("arXiv:2413.00001", "there is no month 13")]
    [InlineData("10.48550/arXiv.2413.00001", "there is no month 13")]
    [InlineData("10.1234/2405.12345", "identifiers look like 2405.00208 or hep-th/9901001")]
    [InlineData("2405.00208 and more", "there is other text beside 2405.00208")]
    [InlineData("see 2405.00208", "there is other text beside 2405.00208")]
    [InlineData("2405.00208, 2405.00209", "there is more than one reference in it")]
    [InlineData("", "it is empty")]
    [InlineData("  ", "it is empty")]
    [InlineData("foo", "identifiers look like 2405.00208 or hep-th/9901001")]
    public void A_refusal_says_which_rule_is_broken(string text, string reason)
    {
        Assert.False(IdentifierFinder.TryReadReference(text, out _));
        Assert.Equal(reason, EprintReference.ExplainMalformed(text));
    }

    [Fact]
    public void A_reason_stays_short_whatever_the_text()
    {
        Assert.InRange(EprintReference.ExplainMalformed("2404." + new string('1', 150)).Length, 1, 120);
        Assert.Equal("it is longer than any identifier", EprintReference.ExplainMalformed("2404." + new string('1', 100_000)));
    }

    [Fact]
    public void A_thrown_refusal_gives_the_reason()
    {
        var refusal = Assert.Throws<FormatException>(() => EprintReference.Parse("2413.00001"));

        Assert.Equal("'2413.00001' is not an arXiv identifier: there is no month 13.", refusal.Message);
    }
}
