using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Arxiv.Tests.Identifiers;

/// <summary>Fields and columns made for identifiers, whose content a spreadsheet or a hand has changed.</summary>
public sealed class DamagedFields
{
    public static TheoryData<string, string, string> Damaged => new()
    {
        { "2404.1", "2404.1 has one digit; since January 2015 there are five", "2404.10000 2404.00001" },
        { "2404.10", "2404.10 has two digits; since January 2015 there are five", "2404.10000 2404.00010" },
        { "2404.001", "2404.001 has three digits; since January 2015 there are five", "2404.00100 2404.00001" },
        { "2404.1975", "2404.1975 has four digits; since January 2015 there are five", "2404.19750 2404.01975" },
        { " 2404.1975 ", "2404.1975 has four digits; since January 2015 there are five", "2404.19750 2404.01975" },
        { "arXiv:2404.1975v2", "2404.1975 has four digits; since January 2015 there are five", "2404.19750 2404.01975" },
        { "1404.5", "1404.5 has one digit; until December 2014 there are four", "1404.5000 1404.0005" },
        { "2404.0", "2404.0 has one digit; since January 2015 there are five", "" },
        { "2404.000010", "2404.000010 has six digits; since January 2015 there are five", "2404.00010 2404.00001" },
        { "2404.1975599999999", "2404.1975599999999 has 13 digits; since January 2015 there are five", "2404.19756" },
        { "2404.19755859375", "2404.19755859375 has 11 digits; since January 2015 there are five", "2404.19756" },
        { "0808.05394", "0808.05394 has five digits; until December 2014 there are four", "0808.5394" },
        { "706.0001", "706.0001 lacks a digit before its point; identifiers of 2007 to 2009 begin with a zero", "0706.0001" },
        { "912.12", "912.12 lacks a digit before its point; identifiers of 2007 to 2009 begin with a zero", "0912.1200 0912.0012" },
        { "2.40E+03", "a spreadsheet has written it as 2.40E+03 and rounded it", "" },
        { "2,40E+03", "a spreadsheet has written it as 2,40E+03 and rounded it", "" },
        { "2.4E3", "a spreadsheet has written it as 2.4E3 and rounded it", "" },
        { "2.40419756E+03", "a spreadsheet has written it as 2.40419756E+03 and rounded it", "2404.19756" },
        { "2.4040001E+08", "a spreadsheet has written it as 2.4040001E+08 and rounded it", "2404.00010" },
        { "2505,00004", "2505,00004 has a comma where identifiers have a point", "2505.00004" },
        { "2505,1", "2505,1 has a comma where identifiers have a point", "2505.10000 2505.00001" },
        { "2505;00004", "2505;00004 has another sign where identifiers have a point", "2505.00004" },
        { "2404 00001", "2404 00001 has another sign where identifiers have a point", "2404.00001" },
        { "2404-00001", "2404-00001 has another sign where identifiers have a point", "2404.00001" },
        { "2404_00001", "2404_00001 has another sign where identifiers have a point", "2404.00001" },
        { "2404/00001", "2404/00001 has another sign where identifiers have a point", "2404.00001" },
        { "2404. 00001", "2404. 00001 has another sign where identifiers have a point", "2404.00001" },
        { "2404..00001", "2404..00001 has another sign where identifiers have a point", "2404.00001" },
        { "2404·00001", "2404·00001 has another sign where identifiers have a point", "2404.00001" },
        { "2,404.19756", "2,404.19756 has another sign where identifiers have a point", "2404.19756" },
        { "2.404,20", "2.404,20 has another sign where identifiers have a point", "2404.20000 2404.00020" },
        { "2505.O0045", "2505.O0045 has letters among its digits", "2505.00045" },
        { "25O5.l0045v2", "25O5.l0045v2 has letters among its digits", "2505.10045" },
        { "24040.0001", "24040.0001 has its point in the wrong place: it stands after the first four digits", "2404.00001" },
        { "240.400001", "240.400001 has its point in the wrong place: it stands after the first four digits", "2404.00001" },
        { "240400001", "240400001 has no point after its first four digits", "2404.00001" },
        { "14041234", "14041234 has no point after its first four digits", "1404.1234" },
        { "7060001", "7060001 has no point after its first four digits", "0706.0001" },
        { "hep-th9901001", "hep-th9901001 has no slash between archive and number", "hep-th/9901001" },
        { "hep-th 9901001", "hep-th 9901001 has no slash between archive and number", "hep-th/9901001" },
        { "math.GT-0309136", "math.GT-0309136 has no slash between archive and number", "math/0309136" },
        { "cs/112017", "cs/112017 has six digits after the slash; there are seven", "cs/0112017" },
        { "2413.00001", "there is no month 13", "" },
    };

    [Theory]
    [MemberData(nameof(Damaged))]
    public void What_is_damaged_is_named_with_what_may_have_been_meant(string field, string problem, string mayMean)
    {
        var found = IdentifierFinder.ReadToken(field);

        Assert.Equal((null, problem), (found?.Reference, found?.Problem));
        Assert.Equal(mayMean, string.Join(' ', found!.MayMean));
        Assert.Equal((field.Trim(), field.Trim()), (found.Text, field.Substring(found.Index, found.Length)));
    }

    [Theory]
    [InlineData("2024-04-30")]
    [InlineData("2024.0501")]
    [InlineData("1999.5")]
    [InlineData("3.14")]
    [InlineData("+49 711 2404123")]
    [InlineData("10.1145/3404835")]
    [InlineData("38123456")]
    [InlineData("978-3-16-148410-0")]
    [InlineData("NeurIPS 2024")]
    [InlineData("widget2024")]
    [InlineData("n/a")]
    [InlineData("1e5")]
    [InlineData("https://arxiv.org/abs/2404.1")]
    [InlineData("https://example.org/2404.1")]
    [InlineData("2404.00001, 2404.00002")]
    [InlineData("We measure 2404.1 widgets and their gears in a long field.")]
    public void Other_contents_are_not_judged(string field) => Assert.Null(IdentifierFinder.ReadToken(field));

    [Theory]
    [InlineData("2404.1")]
    [InlineData("2012.5")]
    [InlineData("2404-00001")]
    [InlineData("240400001")]
    [InlineData("2.40E+03")]
    public void In_running_text_such_numbers_are_numbers(string word)
    {
        Assert.Null(IdentifierFinder.ReadWord(word));
        Assert.Empty(IdentifierFinder.Find($"It weighs {word}, they say."));
    }

    [Theory]
    [InlineData("https://arxiv.org/abs/2404.1975", "2404.19750 2404.01975")]
    [InlineData("arXiv:2404.001", "2404.00100 2404.00001")]
    [InlineData("arXiv:2404,00001", "2404.00001")]
    [InlineData("arXiv:240400001", "2404.00001")]
    [InlineData("10.48550/arXiv.0808.05394", "0808.5394")]
    [InlineData("https://huggingface.co/papers/2404.9990", "2404.99900 2404.09990")]
    [InlineData("https://arxiv.org/abs/两404.9990", "2404.99900 2404.09990")]
    [InlineData("https://arxiv.org/abs/2413.00001", "")]
    public void A_damaged_link_is_a_question_with_answers_to_choose_from(string written, string mayMean)
    {
        var found = Assert.Single(IdentifierFinder.Find($"see {written} there"));

        Assert.Equal((null, written), (found.Reference, found.Text));
        Assert.Equal(mayMean, string.Join(' ', found.MayMean));
    }

    [Fact]
    public void Where_the_next_line_may_go_on_that_is_the_guess()
    {
        var found = Assert.Single(IdentifierFinder.Find("arXiv:2404.1975\n6 papers more"));

        Assert.Equal("2404.19756", Assert.Single(found.MayMean).ToString());
    }

    [Fact]
    public void What_is_sound_may_mean_nothing_else()
    {
        Assert.Empty(IdentifierFinder.ReadToken("2404.00001")!.MayMean);
        Assert.Empty(Assert.Single(IdentifierFinder.Find("arXiv:2404.00001")).MayMean);
    }
}
