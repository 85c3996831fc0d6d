using System.Text;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Lists.Import;

namespace Sheaf.Tests.Lists.Import;

/// <summary>Lists of hundreds of papers: what a plain search finds is listed, or is claimed as a mention.</summary>
public sealed class ListsOfHundreds
{
    public static TheoryData<string, string> Invented => new()
    {
        { "README.md", new InventedLists().Paragraphs() },
        { "README.md", new InventedLists().Tables() },
        { "alerts.mbox", new InventedLists().Mails() },
    };

    [Theory]
    [MemberData(nameof(Invented), DisableDiscoveryEnumeration = true)]
    public void Every_paper_of_a_long_list_is_listed(string name, string text)
    {
        var list = ListReader.ReadWhole(name, Encoding.UTF8.GetBytes(text));

        var listed = list.Listed.Select(claim => claim.Id()!).ToHashSet();

        Assert.Equal(InventedLists.Identifiers, listed.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Invented), DisableDiscoveryEnumeration = true)]
    public void Most_of_them_with_their_titles(string name, string text)
    {
        var list = ListReader.ReadWhole(name, Encoding.UTF8.GetBytes(text));

        Assert.InRange(
            list.Listed.Where(claim => claim.Title is not null).Select(claim => claim.Id()).Distinct().Count(), InventedLists.Count / 2,
            InventedLists.Count);
    }

    [Theory]
    [InlineData("articles")]
    [InlineData("published")]
    [InlineData("curated")]
    public void What_a_plain_search_finds_in_a_real_list_is_claimed(string folder)
    {
        var differences = new List<string>();
        foreach (var path in Directory.EnumerateFiles(ReferenceData.PathOf(folder)).Order(StringComparer.Ordinal))
        {
            var content = File.ReadAllBytes(path);
            var claimed = ListReader.ReadWhole(
                Path.GetFileName(path), content).Claims.Select(claim => claim.Reference.Reference?.Identifier).ToHashSet();
            var found = IdentifierFinder.Find(Encoding.UTF8.GetString(content)).Select(found => found.Reference?.Identifier).ToHashSet();
            differences.AddRange(
                found.Except(claimed).OfType<ArxivIdentifier>().Select(paper => $"{Path.GetFileName(path)}: {paper} is not claimed"));
            differences.AddRange(
                claimed.Except(found).OfType<ArxivIdentifier>()
                    .Select(paper => $"{Path.GetFileName(path)}: {paper} is claimed and not found"));
        }

        differences.ForEach(difference => TestContext.Current.TestOutputHelper?.WriteLine(difference));
        Assert.Empty(differences);
    }
}
