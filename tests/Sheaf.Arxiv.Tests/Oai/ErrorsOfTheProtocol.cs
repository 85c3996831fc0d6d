using Sheaf.Arxiv.Oai;
using static Sheaf.TestKit.InventedOaiRecords;

namespace Sheaf.Arxiv.Tests.Oai;

public sealed class ErrorsOfTheProtocol
{
    [Fact]
    public void An_identifier_that_does_not_exist_is_an_answer() =>
        Assert.Equal(
            new OaiAnswer.NotFound("Nothing found for this ID"),
            Parse(Whole("<error code='idDoesNotExist'>Nothing found\n for this ID </error>")));

    [Fact]
    public void A_format_that_is_not_available_is_an_answer() =>
        Assert.Equal(
            new OaiAnswer.FormatNotAvailable("No such format"),
            Parse(Whole("<error code=\"cannotDisseminateFormat\">No such format</error>")));

    [Theory]
    [InlineData("badVerb")]
    [InlineData("badArgument")]
    [InlineData("badResumptionToken")]
    [InlineData("noRecordsMatch")]
    [InlineData("noMetadataFormats")]
    [InlineData("noSetHierarchy")]
    [InlineData("undefinedError")]
    public void Any_other_code_is_a_failure_that_names_it(string code)
    {
        var failure = Assert.Throws<OaiErrorException>(() => Parse(Whole($"<error code='{code}'>It is so.</error>")));

        Assert.Equal((code, "It is so.", Address), (failure.Code, failure.Error, failure.Address));
        Assert.Equal($"OAI-PMH refuses {Address}: {code}: It is so.", failure.Message);
    }

    [Fact]
    public void An_error_without_code_or_words_is_one_too() =>
        Assert.Equal(
            $"OAI-PMH refuses {Address}: an error without a code",
            Assert.Throws<OaiErrorException>(() => Parse(Whole("<error/>"))).Message);

    [Fact]
    public void Of_several_the_first_counts() =>
        Assert.IsType<OaiAnswer.NotFound>(Parse(Whole("<error code='idDoesNotExist'/><error code='cannotDisseminateFormat'/>")));

    [Fact]
    public void An_error_without_end_is_cut() =>
        Assert.Equal(
            1_000,
            Assert.IsType<OaiAnswer.NotFound>(
                Parse(Whole($"<error code='idDoesNotExist'>{new string('x', 100_000)}</error>"))).Reason.Length);
}
