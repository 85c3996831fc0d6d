using System.Text.Json;
using Sheaf.Arxiv.Eprints;
using static Sheaf.Tests.Drafts.Formats.FormattedDrafts;
using static Sheaf.Tests.Drafts.InventedEprints;

namespace Sheaf.Tests.Drafts.Formats;

public sealed class TheDraftAsCslJson
{
    /// <summary>Of the names that the language's schema has; it allows no others.</summary>
    private static readonly string[] Allowed =
        ["id", "type", "genre", "title", "author", "issued", "publisher", "number", "DOI", "URL", "abstract", "note", "keyword"];

    [Fact]
    public void It_has_only_what_the_schema_allows()
    {
        using var items = JsonDocument.Parse(Render("csl-json", Rich()));

        Assert.Equal(7, items.RootElement.GetArrayLength());
        Assert.All(items.RootElement.EnumerateArray(), item =>
        {
            Assert.Equal("article", item.GetProperty("type").GetString());
            Assert.Empty(item.EnumerateObject().Select(field => field.Name).Except(Allowed));
            Assert.Equal(3, item.GetProperty("issued").GetProperty("date-parts")[0].GetArrayLength());
        });
    }

    [Theory]
    [InlineData("Jan van der Berg, Jr.", """{"family":"Berg","given":"Jan","non-dropping-particle":"van der","suffix":"Jr."}""")]
    [InlineData("Ada Specimen", """{"family":"Specimen","given":"Ada"}""")]
    [InlineData("Plato", """{"family":"Plato"}""")]
    [InlineData("The WIDGET Collaboration", """{"literal":"The WIDGET Collaboration"}""")]
    public void A_name_is_in_parts_or_whole(string name, string json) => Assert.Equal(json, Author(Paper("2404.00001", authors: name)));

    private static string Author(Eprint paper)
    {
        using var items = JsonDocument.Parse(Render("csl-json", Of(paper)));
        return JsonSerializer.Serialize(items.RootElement[0].GetProperty("author")[0]);
    }
}
