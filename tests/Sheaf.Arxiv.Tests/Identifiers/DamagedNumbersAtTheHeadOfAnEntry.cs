using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Arxiv.Tests.Identifiers;

/// <summary>Numbers that only their place shows to be damaged identifiers: where an entry begins, and behind the word arXiv.</summary>
public sealed class DamagedNumbersAtTheHeadOfAnEntry
{
    [Theory]
    [InlineData("2404.2 Widgets", "2404.2", "2404.20000 2404.00002")]
    [InlineData("2404.001", "2404.001", "2404.00100 2404.00001")]
    [InlineData("2404.5v2, Gears", "2404.5v2", "2404.50000 2404.00005")]
    [InlineData("2404. 00009 Cogs", "2404. 00009", "2404.00009")]
    [InlineData("706.0001: Cams", "706.0001", "0706.0001")]
    public void Of_an_entry_are_judged(string text, string written, string mayMean)
    {
        var found = IdentifierFinder.ReadHead(text, 0);

        Assert.Equal((written, mayMean), (found?.Text, string.Join(' ', found?.MayMean ?? [])));
        Assert.NotNull(found?.Problem);
    }

    [Theory]
    [InlineData("2024.5 was a good year")]
    [InlineData("1204.2 MHz")]
    [InlineData("2404.2 € each")]
    [InlineData("2404.2%")]
    [InlineData("2404.2 is the price")]
    [InlineData("2404.2.1 Introduction")]
    [InlineData("2404. 15 papers")]
    [InlineData("512.5 of them")]
    [InlineData("8210.5 in all")]
    [InlineData("2404.00009 Cogs")]
    public void Of_other_numbers_are_none(string text) => Assert.Null(IdentifierFinder.ReadHead(text, 0));

    [Theory]
    [InlineData("as in arXiv 2404. 00009 of Lu", "arXiv 2404. 00009", "2404.00009")]
    [InlineData("(arXiv preprint 2404.2)", "arXiv preprint 2404.2", "2404.20000 2404.00002")]
    [InlineData("arxiv: 2404. 00010", "arxiv: 2404. 00010", "2404.00010")]
    [InlineData("arXiv 2404.O0004", "arXiv 2404.O0004", "2404.00004")]
    public void Behind_the_name_are_judged(string text, string written, string mayMean)
    {
        var found = Assert.Single(IdentifierFinder.FindBehindName(text));

        Assert.Equal((written, mayMean), (found.Text, string.Join(' ', found.MayMean)));
    }

    [Theory]
    [InlineData("On arXiv 2012. 15 papers came")]
    [InlineData("On arXiv 2012. 1500 papers came")]
    [InlineData("On arXiv 2024.5 of them")]
    [InlineData("arXiv 2404.00009")]
    [InlineData("https://arxiv.org/2404.2")]
    public void Behind_the_name_other_numbers_are_none(string text) => Assert.Empty(IdentifierFinder.FindBehindName(text));
}
