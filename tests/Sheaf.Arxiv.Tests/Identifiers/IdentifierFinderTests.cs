using System.Diagnostics;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Arxiv.Tests.Identifiers;

public sealed class IdentifierFinderTests
{
    [Theory]
    [InlineData("2405.00208", "2405.00208")]
    [InlineData("2405.00208v3", "2405.00208v3")]
    [InlineData("2405.00208V3", "2405.00208v3")]
    [InlineData("2405.00208v3.pdf", "2405.00208v3")]
    [InlineData("0706.0001", "0706.0001")]
    [InlineData("hep-th/9901001", "hep-th/9901001")]
    [InlineData("hep-th/9901001v2", "hep-th/9901001v2")]
    [InlineData("hep-th%2F9901001", "hep-th/9901001")]
    [InlineData("hepth/9901001", "hep-th/9901001")]
    [InlineData("cmp-lg/9805001", "cmp-lg/9805001")]
    [InlineData("math.GT/0309136", "math/0309136")]
    [InlineData("MATH.GT/0309136", "math/0309136")]
    [InlineData("cond-mat.stat-mech/0603313", "cond-mat/0603313")]
    [InlineData("arXiv:2405.00208", "2405.00208")]
    [InlineData("ARXIV:2405.00208v2", "2405.00208v2")]
    [InlineData("arxiv:math.GT/0309136v2", "math/0309136v2")]
    [InlineData("arXiv: 2405.00208", "2405.00208")]
    [InlineData("arXiv:arXiv:2405.00208", "2405.00208")]
    [InlineData("https://arxiv.org/abs/2405.00208", "2405.00208")]
    [InlineData("http://arxiv.org/abs/2405.00208v1", "2405.00208v1")]
    [InlineData("HTTPS://ARXIV.ORG/ABS/2405.00208", "2405.00208")]
    [InlineData("arxiv.org/abs/2405.00208", "2405.00208")]
    [InlineData("www.arxiv.org/abs/2405.00208", "2405.00208")]
    [InlineData("https://www.arxiv.org/pdf/2405.00208", "2405.00208")]
    [InlineData("https://export.arxiv.org/abs/2405.00208", "2405.00208")]
    [InlineData("http://de.arxiv.org/abs/hep-th/9901001", "hep-th/9901001")]
    [InlineData("https://arxiv.org/pdf/2405.00208v2.pdf", "2405.00208v2")]
    [InlineData("https://arxiv.org/pdf/2405.00208.pdf#page=3", "2405.00208")]
    [InlineData("https://arxiv.org/pdf/2405.00208.pdf?download=1", "2405.00208")]
    [InlineData("https://arxiv.org/html/2405.00208v1#S2.SS1", "2405.00208v1")]
    [InlineData("https://arxiv.org/html/cs/9901011/ihist-isoc-v32.htm", "cs/9901011")]
    [InlineData("https://arxiv.org/format/2405.00208", "2405.00208")]
    [InlineData("https://arxiv.org/src/2405.00208v3", "2405.00208v3")]
    [InlineData("https://arxiv.org/e-print/hep-th/9901001", "hep-th/9901001")]
    [InlineData("https://arxiv.org/abs/2405.00208?context=cs.LG&utm_source=x", "2405.00208")]
    [InlineData("https://arxiv.org/abs/2405.00208/", "2405.00208")]
    [InlineData("https://arxiv.org/abs//2405.00208", "2405.00208")]
    [InlineData("https://arxiv.org/abs/arXiv:2405.00208", "2405.00208")]
    [InlineData("https://arxiv.org/abs/hep-th%2F9901001", "hep-th/9901001")]
    [InlineData("https://arxiv.org/abs/hep-th%2f9901001v2", "hep-th/9901001v2")]
    [InlineData("10.48550/arXiv.2405.00208", "2405.00208")]
    [InlineData("10.48550/ARXIV.2405.00208", "2405.00208")]
    [InlineData("https://doi.org/10.48550/arxiv.2405.00208", "2405.00208")]
    [InlineData("http://dx.doi.org/10.48550/arXiv.2405.00208", "2405.00208")]
    [InlineData("doi.org/10.48550/arXiv.2405.00208", "2405.00208")]
    [InlineData("doi:10.48550/arXiv.2405.00208", "2405.00208")]
    [InlineData("DOI: 10.48550/arXiv.2405.00208", "2405.00208")]
    [InlineData("https://doi.org/10.48550/arXiv.hep-th/9901001", "hep-th/9901001")]
    [InlineData("https://doi.org/10.48550/arXiv.hep-th%2F9901001", "hep-th/9901001")]
    public void A_reference_is_found_whole_in_each_spelling(string spelling, string reference)
    {
        var text = $"see ({spelling}), then";

        var found = Assert.Single(IdentifierFinder.Find(text));

        Assert.Equal((reference, null), (found.Reference?.ToString(), found.Problem));
        Assert.Equal((5, spelling.Length, spelling), (found.Index, found.Length, found.Text));
        Assert.True(IdentifierFinder.TryReadReference($" {spelling}\n", out var read));
        Assert.Equal(reference, read.ToString());
    }

    [Theory]
    [InlineData("See 2405.00208.", "2405.00208")]
    [InlineData("2405.00208, 2405.00209; 2405.00210: all", "2405.00208 2405.00209 2405.00210")]
    [InlineData("2405.00208,2405.00209", "2405.00208 2405.00209")]
    [InlineData("“2405.00208” ‘2405.00209’ \"2405.00210\"", "2405.00208 2405.00209 2405.00210")]
    [InlineData("**2405.00208** _2405.00209_ `2405.00210` ~2405.00211~", "2405.00208 2405.00209 2405.00210 2405.00211")]
    [InlineData("|2405.00208|2405.00209|", "2405.00208 2405.00209")]
    [InlineData("-2405.00208\n*2405.00209", "2405.00208 2405.00209")]
    [InlineData("eprint={2405.00208},", "2405.00208")]
    [InlineData("arXiv:2405.00208 [cs.CL] 30 Apr 2024", "2405.00208")]
    [InlineData("arXiv：2405.00208。", "2405.00208")]
    [InlineData("论文2405.00208的作者", "2405.00208")]
    [InlineData("the arXiv version 2405.00208 in full", "2405.00208")]
    [InlineData("https://example.org/x：2405.00208", "2405.00208")]
    [InlineData("链接:https://arxiv.org/abs/2405.00208，以及", "2405.00208")]
    [InlineData("见https://arxiv.org/abs/2405.00208的论文", "2405.00208")]
    [InlineData("linkhttps://arxiv.org/abs/2405.00208", "2405.00208")]
    [InlineData("[2405.00208](https://arxiv.org/abs/2405.00208)", "2405.00208 2405.00208")]
    [InlineData("[a](https://example.org/x_(y))[b](https://arxiv.org/abs/2405.00208)", "2405.00208")]
    [InlineData("<https://arxiv.org/abs/2405.00208>", "2405.00208")]
    [InlineData("**https://arxiv.org/abs/2405.00208**!", "2405.00208")]
    [InlineData("<a href=\"https://arxiv.org/abs/2405.00208\">arXiv:2405.00208</a>", "2405.00208 2405.00208")]
    [InlineData("https://arxiv.org/abs/2405.00208,https://arxiv.org/abs/2405.00209", "2405.00208 2405.00209")]
    [InlineData("https://openreview.net/forum?id=ab,2405.00208", "2405.00208")]
    [InlineData("https://arxiv.org/abs/2405.00208v2.Next", "2405.00208v2")]
    [InlineData("https://arxiv.org/abs/2405.00208...", "2405.00208")]
    [InlineData("https://arxiv.org/abs/2405.00208--a note", "2405.00208")]
    [InlineData("https://arxiv.org/abs/2405.00208—a note", "2405.00208")]
    [InlineData("\u200b2405.00208\u200b", "2405.00208")]
    public void Text_around_a_reference_does_not_hide_it(string text, string references)
    {
        var found = IdentifierFinder.Find(text);

        Assert.Equal(references.Split(' '), found.Select(reference => reference.Reference?.ToString()));
        Assert.All(found, reference => Assert.Equal(reference.Text, text.Substring(reference.Index, reference.Length)));
    }

    [Theory]
    [InlineData("2024.0501")]
    [InlineData("on 2024.0401 and 2012.0101")]
    [InlineData("$1404.1234 £1404.1234 ¥1404.1234 1404.1234€ US$1404.1234")]
    [InlineData("1404.1234% ±1404.1234 ≈1404.1234 x=1404.1234 1404.1234±2")]
    [InlineData("v1404.1234 1.1404.1234 1404.1234.5 10.0.1404.1234")]
    [InlineData("3.14159 31404.1234 1404.123456 1404.123")]
    [InlineData("https://doi.org/10.1234/2405.12345 doi:10.1234/2405.12345 10.1234/2405.12345")]
    [InlineData("1008.3408s Pspin=1008.3408s x1404.1234 1404.1234abc é1404.1234 1404.1234é")]
    [InlineData("$ 1404.1234 1404.1234 EUR, USD 1404.1234 1404.1234元 1404.1234 km Tel.: 0711.1234 version 1909.18363 Build 1909.18363")]
    [InlineData("file_1404.1234 paper-1404.1234 1404.1234_v2 a.1404.1234 /1404.1234 a@1404.1234")]
    [InlineData("https://example.org/2404.12345")]
    [InlineData("https://example.org/tel/2404.12345?x=(2404.12345)&y=2404.12345")]
    [InlineData("Rs. 2405.12345 or 1405.5000 kr, 1405.1234 points, Total: 1405.1234, Price 2405.12345, +49 2405.12345")]
    [InlineData("Office 1809.10730, Ubuntu 2404.12345, driver 1405.1234, rv:1405.1234, BIOS 1405.1234")]
    [InlineData("Invoice 2405.12345, order no. 2405.12345, Rechnung Nr. 2405.12345, PMID 2405.12345, RFC 1405.1234, ICD 1405.1234")]
    [InlineData("1405.1234 ± 0.1, 1405.1234 +/- 0.1, 1405.1234 × 10, 1405.1234 x 10^3, 1405.1234 seconds, 1405.1234 tokens/s")]
    [InlineData("perplexity 1405.1234, loss: 1405.1234, score 2405.12345, lat 2405.12345")]
    [InlineData("https://arxiv.org/list/cs.CL/2404 https://arxiv.org/abs/ https://arxiv.org/abs/…")]
    [InlineData("and/9901001 foo-bar/9901001 math.XX/0309136 hep-th/9913001 hep-th/0704001 x-hep-th/9901001 hep-th/99010011")]
    [InlineData("hep-th/1601.07616 pdf-cs/0011004")]
    [InlineData("2404.9990 2413.00001 1412.00001 2404.00000 2404.12345v0")]
    [InlineData("arXiv: a preprint server; arXiv:cs.CL and arXiv:quant-ph")]
    [InlineData("")]
    public void Other_numbers_and_addresses_are_left_alone(string text) => Assert.Empty(IdentifierFinder.Find(text));

    [Theory]
    [InlineData("https://arxiv.org/abs/2404.9990", "2404.9990 has four digits; since January 2015 there are five")]
    [InlineData("https://arxiv.org/abs/1404.12345", "1404.12345 has five digits; until December 2014 there are four")]
    [InlineData("https://arxiv.org/pdf/2404.123456.pdf", "2404.123456 has six digits; since January 2015 there are five")]
    [InlineData("arXiv:2413.00001", "there is no month 13")]
    [InlineData("arXiv: 2413.00001", "there is no month 13")]
    [InlineData("10.48550/arXiv.2404.00000", "there is no number 00000")]
    [InlineData("arxiv.org/abs/foo", "identifiers look like 2405.00208 or hep-th/9901001")]
    [InlineData("https://arxiv.org/abs/foo/9901001", "arXiv has no archive foo")]
    [InlineData("https://arxiv.org/abs/2404.12345v0", "versions begin at v1 and are written without zeros before them")]
    [InlineData("https://arxiv.org/abs/2404.12345x", "'x' after the number is no version")]
    [InlineData("https://arxiv.org/abs/2404.9990?x=1#y", "2404.9990 has four digits; since January 2015 there are five")]
    [InlineData("arXiv:hep-th/1601.07616", "hep-th/1601 has four digits after the slash; there are seven")]
    public void What_was_meant_as_a_reference_and_is_none_is_reported(string spelling, string problem)
    {
        var found = Assert.Single(IdentifierFinder.Find($"({spelling})."));

        Assert.Null(found.Reference);
        Assert.Equal((problem, spelling, 1), (found.Problem, found.Text, found.Index));
        Assert.Equal(problem, EprintReference.ExplainMalformed(spelling));
        Assert.False(IdentifierFinder.TryReadReference(spelling, out _));
    }

    [Theory]
    [InlineData("2405.00208 2405.00209")]
    [InlineData("see 2405.00208")]
    [InlineData("2405.00208 is good")]
    [InlineData("(2405.00208)")]
    [InlineData("foo/9901001")]
    [InlineData("")]
    public void More_or_less_than_one_reference_is_not_one(string text)
    {
        Assert.False(IdentifierFinder.TryReadReference(text, out var reference));
        Assert.Equal(default, reference);
    }

    [Theory]
    [InlineData("2405.00208", "2405.00208", "2405.00208")]
    [InlineData("2405.00208v2:", "2405.00208v2", "2405.00208v2")]
    [InlineData("**[2405.00208]**", "2405.00208", "2405.00208")]
    [InlineData("hep-th/9901001,", "hep-th/9901001", "hep-th/9901001")]
    public void A_bare_word_may_be_an_identifier(string token, string text, string reference)
    {
        var found = IdentifierFinder.ReadToken(token);

        Assert.Equal((text, reference, null), (found?.Text, found?.Reference?.ToString(), found?.Problem));
        Assert.Equal(token.IndexOf(text, StringComparison.Ordinal), found?.Index);
    }

    [Theory]
    [InlineData("2404.9990", "2404.9990 has four digits; since January 2015 there are five")]
    [InlineData("1404.12345", "1404.12345 has five digits; until December 2014 there are four")]
    [InlineData("2413.00001", "there is no month 13")]
    [InlineData("2400.00001", "there is no month 00")]
    [InlineData("0703.0001", "identifiers without an archive begin with 0704, for April 2007")]
    [InlineData("2404.00000", "there is no number 00000")]
    [InlineData("2404.12345v0", "versions begin at v1 and are written without zeros before them")]
    [InlineData("2404.12345v", "'v' after the number is no version")]
    [InlineData("2012.0101", "2012.0101 has four digits; since January 2015 there are five")]
    [InlineData("`2413.00001`.", "there is no month 13")]
    [InlineData("hep-th/9913001", "there is no month 13")]
    [InlineData("math.GT/030913", "math/030913 has six digits after the slash; there are seven")]
    public void A_bare_word_with_the_shape_of_an_identifier_is_judged(string token, string problem)
    {
        var found = IdentifierFinder.ReadToken(token);

        Assert.Equal((problem, null), (found?.Problem, found?.Reference));
    }

    [Theory]
    [InlineData("2024.0501")]
    [InlineData("1999.1231")]
    [InlineData("3.14159")]
    [InlineData("2405")]
    [InlineData("foo/9913001")]
    [InlineData("2404.00001 and 2404.00002")]
    [InlineData("arXiv:2404.00001")]
    [InlineData("2405.00二08")]
    [InlineData("and/or")]
    [InlineData("https://arxiv.org/abs/2413.00001")]
    [InlineData("２４１３.00001")]
    [InlineData("**")]
    [InlineData("")]
    public void Any_other_word_is_not_judged(string token) => Assert.Null(IdentifierFinder.ReadToken(token));

    [Theory]
    [InlineData("1")]
    [InlineData("a-")]
    [InlineData("/")]
    [InlineData("_-")]
    [InlineData("2404.")]
    [InlineData("2404.1234 ")]
    [InlineData("arXiv:")]
    [InlineData("arXiv:1")]
    [InlineData("arxiv.org/abs/")]
    [InlineData("arxiv.org/abs/a:")]
    [InlineData("https://")]
    [InlineData("http://x(")]
    [InlineData("https://arxiv.org/abs/1?")]
    [InlineData("10.48550/arXiv.")]
    [InlineData("10.1234/ ")]
    [InlineData("hep-th/")]
    [InlineData("1404.1234v1")]
    [InlineData("%2F")]
    [InlineData("１２３４．")]
    [InlineData("arXiv：")]
    [InlineData("a\u00ad/")]
    [InlineData("https://arxiv.org/abs/\n")]
    [InlineData("%E2%80%8B.")]
    public void Hostile_text_takes_no_more_than_its_length_is_worth(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 1_000_000 / unit.Length));

        var clock = Stopwatch.StartNew();
        _ = IdentifierFinder.Find(text);
        _ = EprintReference.ExplainMalformed(text);
        _ = IdentifierFinder.ReadToken(text);

        // A million characters take some tenths of a second; quadratic work on them would take hours.
        Assert.True(clock.Elapsed < TimeSpan.FromMinutes(5), $"{clock.Elapsed}");
    }

    [Theory]
    [InlineData("1234.")]
    [InlineData("[(](")]
    [InlineData("v")]
    public void Ten_million_hostile_characters_are_read_in_one_pass(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 10_000_000 / unit.Length));

        var clock = Stopwatch.StartNew();
        var found = IdentifierFinder.Find(text);

        // Some seconds; quadratic work on them would take days.
        Assert.True(clock.Elapsed < TimeSpan.FromMinutes(10), $"{clock.Elapsed}");
        Assert.All(found, one => Assert.Null(one.Reference));
    }
}
