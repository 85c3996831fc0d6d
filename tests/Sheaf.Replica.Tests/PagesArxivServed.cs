using System.Globalization;
using System.Text.Json;

namespace Sheaf.Replica.Tests;

/// <summary>
/// The replica against pages that arXiv's own software made from known records: the same record must give the same parts of the page.
/// </summary>
public sealed class PagesArxivServed
{
    /// <summary>Parts in which the replica is knowingly not arXiv.</summary>
    private static readonly Dictionary<string, string> s_exceptions = new()
    {
        ["1102.0394.html abstract"] = "arXiv takes \"directions.That\" for a host; the replica knows fewer endings",
        ["1208.9999.html authors"] = "arXiv does not link the lone lower-case name of a test record",
        ["1210.8438.html authors"] = "arXiv loses the link of a name with brackets in its middle",
        ["1411.4413.html authors"] = "arXiv's search address for one of 2,832 names forgets the surname",
        ["1611.08171.html history"] = "a person as proxy has words of its own, and arXiv garbled this one's name",
        ["2108.10257.html authors"] = "a test record with invented suffixes",
        ["2009.01669.html row 5 doi Related DOI:"] = "not a DOI but a handle, in a test record",
    };

    [Fact]
    public async Task A_page_of_the_replica_has_the_parts_that_arxivs_has()
    {
        var pages = Directory.GetFiles(ReferenceData.PathOf("abs-pages", "db"), "*.expected.json").Select(RecordedPage.Read).ToList();
        var differences = new List<string>();

        // The pages of one paper in several versions have records of their own; a corpus holds one of them at a time.
        foreach (var corpus in pages.GroupBy(page => page.Paper.Id).SelectMany(paper => paper.Index())
            .GroupBy(page => page.Index, page => page.Item))
        {
            await using var visit = await ReplicaVisit.ToAsync(new ReplicaOptions(), [.. corpus.Select(page => page.Paper)]);
            foreach (var page in corpus)
            {
                differences.AddRange(Differences(page.Name, PageParts.Of(page.Html), PageParts.Of(await visit.TextAsync(page.Target))));
            }
        }

        Assert.True(pages.Count > 300, "the recorded pages are missing");
        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    private static IEnumerable<string> Differences(
        string name, IReadOnlyDictionary<string, string> recorded, IReadOnlyDictionary<string, string> served) =>
        recorded.Keys.Union(served.Keys)
            .Where(
                part => recorded.GetValueOrDefault(part) != served.GetValueOrDefault(part) && !s_exceptions.ContainsKey($"{name} {part}"))
            .Select(part => $"{name} {part}\n  arXiv   {recorded.GetValueOrDefault(part)}\n  replica {served.GetValueOrDefault(part)}");

    private sealed record RecordedPage(string Name, string Target, string Html, CorpusPaper Paper)
    {
        public static RecordedPage Read(string file)
        {
            var page = file.Replace(".expected.json", ".html", StringComparison.Ordinal);
            using var record = JsonDocument.Parse(File.ReadAllText(file));
            var address = new Uri(record.RootElement.GetProperty("url").GetString()!);
            return new RecordedPage(
                Path.GetFileName(page), address.AbsolutePath, File.ReadAllText(page), PagesArxivServed.Paper(record.RootElement));
        }
    }

    private static CorpusPaper Paper(JsonElement record) => new()
    {
        Id = Text(record, "id")!,
        Title = Text(record, "title")!,
        AuthorsRaw = Text(record, "authors_raw"),
        Abstract = string.Join('\n', record.GetProperty("abstract_paragraphs").EnumerateArray().Select(paragraph => paragraph.GetString())),
        Categories = [.. record.GetProperty("categories").EnumerateArray().Select(category => category.GetString()!)],
        Versions = [.. record.GetProperty("versions").EnumerateArray().Select(Version)],
        Comment = Text(record, "comments"),
        JournalRef = Text(record, "journal_ref"),
        Doi = Text(record, "doi")?.Split(' ') ?? [],
        ReportNumber = Text(record, "report_num"),
        MscClass = Text(record, "msc_class"),
        AcmClass = Text(record, "acm_class"),
        License = Text(record, "license"),
        Submitter = Text(record, "submitter") ?? "",
        Proxy = Text(record, "proxy")?.Split(' ')[0].ToUpperInvariant(),
    };

    private static CorpusVersion Version(JsonElement version) => new(
        version.GetProperty("version").GetInt32(),
        DateTimeOffset.Parse(version.GetProperty("date").GetString()!, CultureInfo.InvariantCulture))
    {
        SizeKb = version.GetProperty("size_kb").GetInt32(),
        Withdrawn = version.GetProperty("withdrawn").GetBoolean(),
    };

    private static string? Text(JsonElement record, string name) =>
        record.GetProperty(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
