using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sheaf.Tests.Checking;

/// <summary>
/// A real round-up of 59 papers as a machine translated and damaged it, checked against a local arXiv that has those papers and nothing
/// else.
/// </summary>
public sealed class TheRoundupOfApril
{
    private const string RenamedPaper = "2404.08634";

    [Fact]
    public async Task Two_links_are_wrong_one_title_has_changed_and_nothing_else_is_an_error()
    {
        await using var bench = await Workbench.StartAsync(Papers());
        bench.List(
            "2024-04.txt",
            await File.ReadAllTextAsync(
                ReferenceData.PathOf("articles", "april-2024-roundup.zh.txt"), TestContext.Current.CancellationToken));

        var found = await CheckRunner.RunAsync(bench);

        Assert.Equal(
            ["249 wrong-paper 2404.14662 -> 2404.14387", "424 wrong-paper 2404.02151 -> 2404.03715"],
            found.Findings.Where(finding => finding.Severity == "error")
                .Select(finding => $"{finding.Line} {finding.Code} {finding.Id} -> {finding.SuggestedId}"));
        Assert.Equal(
            [$"note title-changed 334 {RenamedPaper}"], found.Short.Where(line => line.StartsWith("note", StringComparison.Ordinal)));

        // Every link of the copy is damaged: 59 of the list, 3 of the text around it.
        var warnings = found.Findings.Where(finding => finding.Severity == "warning").ToList();
        Assert.Equal(62, warnings.Count);
        Assert.All(warnings, warning => Assert.Equal("repaired-reference", warning.Code));
    }

    /// <summary>As the record has them, but for the one that was renamed: it has the title of today in a second version.</summary>
    private static IEnumerable<string> Papers()
    {
        var today = RealLists.Curated()
            .First(claim => claim.Id == RenamedPaper && claim.Title.StartsWith("When", StringComparison.Ordinal)).Title;
        foreach (var line in File.ReadLines(ReferenceData.PathOf("articles", "april-2024.metadata.jsonl")))
        {
            var paper = JsonElement.Parse(line);
            var title = paper.GetProperty("title").GetString()!;
            var isRenamed = paper.GetProperty("id").GetString() == RenamedPaper;
            var first = $"{paper.GetProperty("v1_date").GetString()}T12:00:00Z";
            yield return new JsonObject
            {
                ["id"] = paper.GetProperty("id").GetString(),
                ["title"] = isRenamed ? today : title,
                ["authors"] = new JsonArray(
                    [.. paper.GetProperty("authors").EnumerateArray().Select(name => InventedPapers.Author(name.GetString()!))]),
                ["abstract"] = paper.GetProperty("abstract").GetString(),
                ["categories"] = new JsonArray("cs.CL"),
                ["firstSubmitted"] = first,
                ["license"] = "http://creativecommons.org/licenses/by/4.0/",
                ["versions"] = isRenamed
                    ? new JsonArray(
                        new JsonObject { ["version"] = 1, ["submitted"] = first, ["title"] = title },
                        new JsonObject { ["version"] = 2, ["submitted"] = "2024-10-01T12:00:00Z" })
                    : new JsonArray(),
            }.ToJsonString();
        }
    }
}
