
namespace Sheaf.Tests.Lists.Import;

/// <summary>A list as it was printed, read back: entries, links, titles, names and days.</summary>
public sealed class ThePrintedList
{
    [Theory]
    [InlineData("")]
    [InlineData("- ")]
    public void It_is_read_back_as_it_was_printed(string marker)
    {
        var text = string.Concat(
            PrintedList.Entries.Select(entry => $"{marker}{entry.Line.TrimStart('*', ' ')}\n\n  A sentence about it.\n\n"));

        var claims = ForeignText.Read("list.md", text);

        Assert.All(claims, claim => Assert.True(claim.IsEntry));
        Assert.Equal(
            PrintedList.Entries.Select(entry => (entry.Title, entry.Link)),
            claims.Select(claim => (claim.Title!, $"https://arxiv.org/abs/{claim.Id()}")));
        Assert.All(
            PrintedList.Entries.Zip(claims),
            pair => Assert.StartsWith(pair.First.Names.Split(',', ' ')[0], pair.Second.Surnames[0], StringComparison.Ordinal));
        Assert.All(claims, claim => Assert.Equal(4, claim.Day?.Month));
    }
}
