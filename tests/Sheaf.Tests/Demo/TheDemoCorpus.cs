using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace Sheaf.Tests.Demo;

public sealed class TheDemoCorpus
{
    private static readonly string[] Keys =
    [
        "id", "title", "authors", "abstract", "categories", "primaryCategory", "firstSubmitted", "lastSubmitted", "versions",
        "comment", "journalRef", "doi", "withdrawn",
    ];

    public static TheoryData<string> Identifiers => [.. DemoFiles.Papers.Select(paper => paper.Text("id"))];

    [Fact]
    public void It_says_first_that_its_summaries_are_not_the_abstracts()
    {
        Assert.Contains("NOT the paper's abstract", DemoFiles.About.Text("about"), StringComparison.Ordinal);
        Assert.False(DemoFiles.About.TryGetProperty("id", out _), "the first line must not be taken for a paper");
    }

    [Fact]
    public void It_holds_each_paper_once_in_the_order_of_their_identifiers()
    {
        var identifiers = DemoFiles.Papers.Select(paper => paper.Text("id")).ToList();

        Assert.Equal(131, identifiers.Count);
        Assert.Equal(identifiers.Distinct().Order(StringComparer.Ordinal), identifiers);
    }

    [Theory]
    [MemberData(nameof(Identifiers))]
    public void Every_paper_has_the_keys_of_an_export_that_are_known(string identifier)
    {
        var paper = Paper(identifier);

        Assert.Equal(Keys, paper.EnumerateObject().Select(property => property.Name));
        Assert.NotEmpty(paper.Text("title"));
        Assert.All(paper.GetProperty("authors").EnumerateArray(), author => Assert.NotEmpty(author.Text("name")));
        Assert.NotEqual(0, paper.GetProperty("authors").GetArrayLength());
        Assert.Equal(paper.Text("primaryCategory"), paper.GetProperty("categories")[0].GetString());
        Assert.False(paper.GetProperty("withdrawn").GetBoolean());
    }

    [Theory]
    [MemberData(nameof(Identifiers))]
    public void Every_paper_is_given_as_its_first_version(string identifier)
    {
        var paper = Paper(identifier);

        var version = Assert.Single(paper.GetProperty("versions").EnumerateArray());
        Assert.Equal(1, version.GetProperty("version").GetInt32());
        Assert.True(
            DateTime.TryParseExact(
                version.Text("submitted"), "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
        Assert.Equal(version.Text("submitted"), paper.Text("firstSubmitted"));
        Assert.Equal(version.Text("submitted"), paper.Text("lastSubmitted"));
    }

    [Theory]
    [MemberData(nameof(Identifiers))]
    public void Every_summary_opens_with_a_sentence_that_can_serve_as_a_note(string identifier)
    {
        var (first, remainder) = DemoFiles.Sentences(Paper(identifier).Text("abstract"));

        Assert.InRange(DemoFiles.Words(first).Count, 8, 45);
        Assert.EndsWith(".", first, StringComparison.Ordinal);
        Assert.NotEmpty(remainder);
    }

    [Fact]
    public void No_two_papers_share_a_first_sentence() =>
        Assert.Distinct(DemoFiles.Papers.Select(paper => DemoFiles.Sentences(paper.Text("abstract")).First));

    [Theory]
    [InlineData("papers.jsonl")]
    [InlineData("january-2024.md")]
    [InlineData("april-2024.md")]
    public void Its_files_are_plain_UTF8_with_line_feeds_and_travel_inside_the_program(string name)
    {
        using var resource = Assembly.Load("sheaf").GetManifestResourceStream($"Sheaf.Demo.{name}");
        Assert.NotNull(resource);
        var embedded = new byte[resource.Length];
        resource.ReadExactly(embedded);

        var written = DemoFiles.BytesOf(name);
        Assert.Equal(written, embedded);
        Assert.NotEqual(0xEF, written[0]);
        Assert.DoesNotContain((byte)'\r', written);
        Assert.Equal((byte)'\n', written[^1]);
    }

    private static JsonElement Paper(string identifier) => DemoFiles.Papers.Single(paper => paper.Text("id") == identifier);
}
