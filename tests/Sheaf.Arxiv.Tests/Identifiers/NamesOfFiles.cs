using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Arxiv.Tests.Identifiers;

/// <summary>Identifiers that people put into the names of files, with words before and behind.</summary>
public sealed class NamesOfFiles
{
    [Theory]
    [InlineData("Lu2024_2405.00208.pdf", "2405.00208")]
    [InlineData("Screws_2405.00208v2.pdf", "2405.00208v2")]
    [InlineData("2405.00208_final.pdf", "2405.00208")]
    [InlineData("2405.00208v3_Widgets_and_Gears.PDF", "2405.00208v3")]
    [InlineData("Liu-et-al-2405.00208.tex", "2405.00208")]
    [InlineData("Moe.2405.00208.md", "2405.00208")]
    [InlineData("notes/Lu_0706.0001_read.txt,", "0706.0001")]
    [InlineData("https://example.org/files/Lu2024_2405.00208.pdf", "2405.00208")]
    [InlineData("https://example.org/files/2405.00208_final.pdf?x=1", "2405.00208")]
    public void Are_found(string text, string reference) =>
        Assert.Equal(reference, Assert.Single(IdentifierFinder.Find($"see {text} there")).Reference?.ToString());

    [Theory]
    [InlineData("sample_2405.00208")]
    [InlineData("2405.00208_b")]
    [InlineData("run_2413.00001.pdf")]
    [InlineData("A2405.00208.pdf")]
    [InlineData("1.2405.00208.pdf")]
    [InlineData("x_2405.00208.pdfs")]
    [InlineData("10.1234/x_2405.00208.pdf")]
    public void Are_not_taken_from_other_words(string text) => Assert.Empty(IdentifierFinder.Find($"see {text} there"));

    [Fact]
    public void The_percent_sign_of_a_template_is_no_unit() =>
        Assert.Equal("2405.00208", Assert.Single(IdentifierFinder.Find("{{% arxiv 2405.00208 %}}")).Reference?.ToString());
}
