using System.IO.Compression;
using System.Text.Json;

namespace Sheaf.Tests.Demo;

/// <summary>The facts of the demo are arXiv's, and its sentences are not.</summary>
public sealed class TheDemoCorpusAndTheRecord
{
    // A run of this many words in common with the abstract would be copied; technical terms are shorter.
    private const int CopiedRun = 8;

    [Fact]
    public void It_holds_the_papers_of_the_record_with_their_titles_authors_and_days()
    {
        var record = Record();

        Assert.Equal(record.Keys.Order(StringComparer.Ordinal), Of(record).Select(paper => paper.Text("id")));
        Assert.All(Of(record), paper =>
        {
            var known = record[paper.Text("id")];
            Assert.Equal(known.Text("title"), paper.Text("title"));
            Assert.Equal(
                Names(known.GetProperty("authors")), paper.GetProperty("authors").EnumerateArray().Select(author => author.Text("name")));
            Assert.Equal(Submitted(known), paper.Text("firstSubmitted"));
        });
    }

    [Fact]
    public void It_takes_comments_and_DOIs_from_the_record_and_invents_none()
    {
        var record = Record();

        Assert.All(Of(record), paper =>
        {
            var known = record[paper.Text("id")];
            Assert.Equal(Find(known, "comment"), Find(paper, "comment"));
            Assert.Equal(Find(known, "journal_ref"), Find(paper, "journalRef"));
            // The record notes behind a DOI where it was found.
            var doi = Find(known, "doi")?.Split(' ')[0];
            Assert.Equal(doi is null ? [] : [doi], Names(paper.GetProperty("doi")));
        });
    }

    [Fact]
    public void It_knows_the_categories_of_the_record_and_names_the_guessed_ones()
    {
        var record = Record();
        var guesses = DemoFiles.About.Text("about").Split(". ").Single(sentence => sentence.Contains("guesses", StringComparison.Ordinal));

        Assert.All(Of(record), paper =>
        {
            var known = record[paper.Text("id")];
            var primary = paper.Text("primaryCategory");
            Assert.Equal(Find(known, "primary") ?? primary, primary);
            Assert.Equal(Find(known, "primary") is null, guesses.Contains(paper.Text("id"), StringComparison.Ordinal));
            Assert.Equal(Names(known.GetProperty("categories")).Prepend(primary).Distinct(), Names(paper.GetProperty("categories")));
        });
    }

    [Fact]
    public void Its_list_names_the_papers_of_the_published_list_by_their_true_identifiers()
    {
        using var published = JsonDocument.Parse(File.ReadAllBytes(ReferenceData.PathOf("published", "2024-04.json")));
        var entries = published.RootElement.GetProperty("entries").EnumerateArray();

        Assert.Equal(
            entries.Select(entry => entry.Text("true_id")).Order(StringComparer.Ordinal),
            DemoFiles.Listed.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_summary_copies_from_the_abstract()
    {
        var record = Record();

        Assert.All(Of(record), paper =>
        {
            var copied = Abstracts(record[paper.Text("id")]).SelectMany(Runs).Intersect(Runs(paper.Text("abstract")));
            Assert.Empty(copied);
        });
    }

    [Theory]
    [InlineData("2024-01")]
    [InlineData("2024-04")]
    public void Nor_do_the_summaries_of_the_papers_on_no_list(string month)
    {
        var abstracts = Pool(month);
        var papers = DemoFiles.Papers.Where(paper => abstracts.ContainsKey(paper.Text("id"))).ToList();

        Assert.True(papers.Count > 20);
        Assert.All(papers, paper => Assert.Empty(Runs(abstracts[paper.Text("id")]).Intersect(Runs(paper.Text("abstract")))));
    }

    private static Dictionary<string, string> Pool(string month)
    {
        using var file = new StreamReader(
            new GZipStream(File.OpenRead(ReferenceData.PathOf("months", $"{month}.jsonl.gz")), CompressionMode.Decompress));
        return file.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line))
            .ToDictionary(paper => paper.Text("id"), paper => paper.GetProperty("abstract").GetString() ?? "");
    }

    /// <summary>Those of the list of April: of the others the record has nothing.</summary>
    private static IEnumerable<JsonElement> Of(Dictionary<string, JsonElement> record) =>
        DemoFiles.Papers.Where(paper => record.ContainsKey(paper.Text("id")));

    private static Dictionary<string, JsonElement> Record() =>
        File.ReadLines(ReferenceData.PathOf("articles", "april-2024.metadata.jsonl"))
            .Select(line => JsonElement.Parse(line))
            .ToDictionary(paper => paper.Text("id"));

    private static IEnumerable<string> Abstracts(JsonElement known)
    {
        yield return known.Text("abstract");
        if (known.TryGetProperty("abstract_other_version", out var other) && other.ValueKind == JsonValueKind.Object)
        {
            yield return other.Text("abstract");
        }
    }

    private static IEnumerable<string> Runs(string text)
    {
        var words = DemoFiles.Words(text);
        for (var start = 0; start + CopiedRun <= words.Count; start++)
        {
            yield return string.Join(' ', words.Skip(start).Take(CopiedRun));
        }
    }

    private static string Submitted(JsonElement known) => Find(known, "v1_datetime_utc") ?? $"{known.Text("v1_date")}T00:00:00Z";

    private static string? Find(JsonElement paper, string key) => paper.TryGetProperty(key, out var value) ? value.GetString() : null;

    private static IEnumerable<string> Names(JsonElement array) => array.EnumerateArray().Select(name => name.GetString()!);
}
