using System.Text.Json;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Arxiv.Tests.Identifiers;

/// <summary>What the finder makes of lists as people publish them.</summary>
public sealed class FindingInRealLists
{
    [Fact]
    public void Every_link_that_a_machine_has_damaged_is_reported_whole()
    {
        var found = IdentifierFinder.Find(File.ReadAllText(ReferenceData.PathOf("articles", "april-2024-roundup.zh.txt")));

        Assert.Equal(62, found.Count);
        Assert.All(found, reference => Assert.Null(reference.Reference));
        Assert.All(found, reference => Assert.Matches(@"^https://arxiv\.org/abs/[0-9两二]{4}\.[0-9两二]{5}\z", reference.Text));
    }

    [Theory]
    [InlineData("2023-10.json")]
    [InlineData("2024-01.json")]
    [InlineData("2024-04.json")]
    [InlineData("2024-05.json")]
    public void Every_link_of_a_published_list_is_read(string list)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(ReferenceData.PathOf("published", list)));
        var links = Strings(json.RootElement).Where(text => text.StartsWith("https://arxiv.org/abs/", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.True(IdentifierFinder.TryReadReference(link, out _), link));
    }

    private static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Strings(property.Value)),
        _ => [],
    };
}
