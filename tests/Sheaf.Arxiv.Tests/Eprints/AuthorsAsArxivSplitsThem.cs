using System.Text.Json;
using Sheaf.Arxiv.Eprints;

namespace Sheaf.Arxiv.Tests.Eprints;

/// <summary>The author fields of the reference data against what arXiv's own parser made of them.</summary>
public sealed class AuthorsAsArxivSplitsThem
{
    [Theory]
    [InlineData("db")]
    [InlineData("fs")]
    public void Names_and_affiliations_are_those_on_the_page(string folder)
    {
        var files = Directory.GetFiles(ReferenceData.PathOf("abs-pages", folder), "*.expected.json").Order(StringComparer.Ordinal).ToList();

        var differences = files.SelectMany(DifferencesOf).ToList();

        Assert.True(differences.Count == 0, $"{differences.Count} differences:\n{string.Join('\n', differences)}");
        Assert.NotEmpty(files);
    }

    [Fact]
    public void Names_are_those_of_the_snapshot()
    {
        var lines = File.ReadAllLines(ReferenceData.PathOf("complete-records", "kaggle-snapshot-sample.jsonl"));

        var differences = lines.SelectMany(SnapshotDifferencesOf).ToList();

        Assert.True(differences.Count == 0, $"{differences.Count} differences:\n{string.Join('\n', differences)}");
        Assert.Equal(200, lines.Length);
    }

    private static IEnumerable<string> SnapshotDifferencesOf(string line)
    {
        using var record = JsonDocument.Parse(line);
        var names = record.RootElement.GetProperty("authors_parsed").EnumerateArray()
            .Select(
                author => string.Join(
                    ' ', new[] { author[1].GetString()!, author[0].GetString()!, author[2].GetString()! }.Where(part => part.Length > 0)))
            .Where(name => name != ":");
        var wanted = string.Join(" | ", names.Select(ShownNames.Of));
        var found = string.Join(
            " | ", AuthorField.Parse(record.RootElement.GetProperty("authors").GetString()!).Select(author => author.Name));
        return wanted == found ? [] : [$"{record.RootElement.GetProperty("id")}\n    expected {wanted}\n    actual   {found}"];
    }

    private static IEnumerable<string> DifferencesOf(string file)
    {
        using var expected = JsonDocument.Parse(File.ReadAllText(file));
        var shown = expected.RootElement.GetProperty("arxiv");
        var names = shown.GetProperty("authors").EnumerateArray().Select(name => name.GetString()!).ToList();
        var places = shown.GetProperty("author_affiliations").EnumerateArray()
            .Select(own => string.Join(" & ", own.EnumerateArray().Select(place => place.GetString()))).ToList();
        var authors = AuthorField.Parse(expected.RootElement.GetProperty("authors_raw").GetString()!);

        // arXiv takes the colon behind a group for a person.
        var colons = names.Index().Where(name => name.Item == ":").Select(name => name.Index).ToHashSet();
        var wanted = string.Join(
            " | ",
            names.Zip(places).Where((_, index) => !colons.Contains(index)).Select(pair => $"{ShownNames.Of(pair.First)} ({pair.Second})"));
        var found = string.Join(" | ", authors.Select(author => $"{author.Name} ({string.Join(" & ", author.Affiliations)})"));

        // And leaves braces around an accented letter of an affiliation (field guide 10).
        wanted = wanted.Replace("{é}", "é", StringComparison.Ordinal);
        return wanted == found ? [] : [$"{Path.GetFileName(file)}\n    expected {wanted}\n    actual   {found}"];
    }
}
