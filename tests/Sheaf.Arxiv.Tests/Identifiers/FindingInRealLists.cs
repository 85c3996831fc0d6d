using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Arxiv.Tests.Identifiers;

/// <summary>What the finder makes of lists as people publish them.</summary>
public sealed class FindingInRealLists
{
    /// <summary>The links of a round-up as a machine left them on the web, and the papers meant.</summary>
    [Fact]
    public void Each_damaged_link_is_mended_for_itself()
    {
        var rows = File.ReadAllLines(Path.Combine(ReferenceData.Checkout, "tests", "Sheaf.Arxiv.Tests", "Identifiers", "damaged-links.tsv"))
            .Skip(1).Select(row => row.Split('\t')).ToList();

        Assert.Equal(62, rows.Count);
        Assert.All(rows, row => Assert.Equal(row[1], Assert.Single(IdentifierFinder.Find(row[0])).Reference?.ToString()));
    }

    [Fact]
    public void Every_link_that_a_machine_has_damaged_is_mended()
    {
        using var key = JsonDocument.Parse(File.ReadAllText(ReferenceData.PathOf("articles", "april-2024-roundup.expected.json")));
        var links = key.RootElement.GetProperty("body_links").EnumerateArray()
            .Select(link => (Written: Text(link, "raw"), Meant: Text(link, "repaired_id")));
        var entries = key.RootElement.GetProperty("entries").EnumerateArray()
            .Select(entry => (Written: Text(entry, "raw_link"), Meant: Text(entry, "repaired_id")));

        var found = IdentifierFinder.Find(File.ReadAllText(ReferenceData.PathOf("articles", "april-2024-roundup.zh.txt")));

        Assert.Equal(links.Concat(entries).Order(), found.Select(one => (one.Text, one.Reference!.Value.ToString())).Order());
        Assert.Equal(entries, found.Skip(3).Select(one => (one.Text, one.Reference!.Value.ToString())));
        Assert.All(
            found, one => Assert.Equal((one.Text["https://arxiv.org/abs/".Length..], true), (one.Repair?.Original, one.Repair?.IsCertain)));
    }

    [Theory]
    [InlineData("published", "2023-10.json")]
    [InlineData("published", "2024-01.json")]
    [InlineData("published", "2024-04.json")]
    [InlineData("published", "2024-05.json")]
    [InlineData("curated", "dair_papers_of_the_week.json")]
    [InlineData("curated", "hf_daily_2024.json")]
    [InlineData("curated", "raschka_2024-01_02_04_05.json")]
    [InlineData("curated", "raschka_2025H1_section1a.json")]
    [InlineData("curated", "rosinality.json")]
    [InlineData("curated", "xianshang33_llm_paper_daily.json")]
    public void Nothing_is_found_in_a_list_that_is_not_there(string folder, string list)
    {
        var text = File.ReadAllText(ReferenceData.PathOf(folder, list));

        var found = IdentifierFinder.Find(text);

        // The lists have only undamaged links and identifiers.
        var plain = Regex.Matches(
            text,
            @"(?<![0-9./])[0-9]{4}\.[0-9]{5}(?![0-9])|(?<=(arxiv\.org/[a-z]+//?|10\.48550/arXiv\."
            + @"|huggingface\.co/papers/))[0-9]{4}\.[0-9]{4,5}(?![0-9])", RegexOptions.IgnoreCase)
            .Select(match => match.Value);
        Assert.All(found, one => Assert.Null(one.Repair));
        Assert.Equal(plain, found.Select(one => one.Reference?.Identifier.ToString()));
    }

    [Fact]
    public void Real_abstracts_hold_no_damage_and_no_identifier_of_a_later_month()
    {
        var months = Directory.GetFiles(ReferenceData.PathOf("months"), "*.jsonl.gz");

        Assert.NotEmpty(months);
        foreach (var month in months)
        {
            foreach (var found in Abstracts(month).SelectMany(IdentifierFinder.Find))
            {
                Assert.True(
                    found.Repair is null
                        && (found.Reference is null || found.Reference.Value.Identifier.AnnouncedIn <= new Month(2026, 8)),
                        $"{month}: {found}");
            }
        }
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

    private static IEnumerable<string> Abstracts(string month)
    {
        using var lines = new StreamReader(new GZipStream(File.OpenRead(month), CompressionMode.Decompress));
        while (lines.ReadLine() is { } line)
        {
            using var record = JsonDocument.Parse(line);
            yield return record.RootElement.GetProperty("abstract").GetString() ?? "";
        }
    }

    private static string Text(JsonElement element, string property) => element.GetProperty(property).GetString()!;

    private static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Strings(property.Value)),
        _ => [],
    };
}
