using System.Globalization;
using System.Text.Json;
using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Checking;
using Sheaf.Curation.Readers;
using Sheaf.Store;

namespace Sheaf.Tests.Checking;

/// <summary>The days and names of a list as it was printed, against the papers' own: each misprint is found, by its number on the list.</summary>
public sealed class MisprintsOfAPublishedList
{
    /// <summary>28 for 29 April, 16 for 12, 5 for 4.</summary>
    private static readonly int[] Days = [6, 23, 45];

    /// <summary>The authors of another paper, a given name, another name, and one with a letter short.</summary>
    private static readonly int[] Names = [48, 50, 54, 55];

    [Fact]
    public void Every_misprint_of_day_and_names_is_found_and_no_other()
    {
        var papers = File.ReadLines(ReferenceData.PathOf("articles", "april-2024.metadata.jsonl")).Select(line => Paper(JsonElement.Parse(line))).ToDictionary(paper => paper.Identifier);
        var list = JsonElement.Parse(File.ReadAllText(ReferenceData.PathOf("published", "2024-04.json")));
        var claims = list.GetProperty("entries").EnumerateArray().Select(Claim).ToList();
        var file = new CheckedFile("2024-04.md", "2024-04.md", FileKind.Curated, Month.Parse("2024-04"), default, claims);

        var findings = Checker.Check([file], new Facts(papers, new Dictionary<ArxivIdentifier, LedgerEntry>(), new Dictionary<Place, TitleVerdict>()), _ => true);

        Assert.Equal(Days, findings.Where(finding => finding.Code == FindingCode.DateMismatch).Select(finding => finding.Line));
        Assert.Equal(Names, findings.Where(finding => finding.Code == FindingCode.AuthorMismatch).Select(finding => finding.Line));
    }

    private static Claim Claim(JsonElement entry)
    {
        var id = entry.GetProperty("true_id").GetString()!;
        var day = DateOnly.TryParse(entry.GetProperty("date_iso").GetString(), CultureInfo.InvariantCulture, out var read) ? read : (DateOnly?)null;
        return new(new FoundReference(0, id.Length, id, EprintReference.Parse(id), Problem: null), entry.GetProperty("order").GetInt32(), IsEntry: true)
        {
            Title = entry.GetProperty("title").GetString(),
            Surnames = [.. entry.GetProperty("surnames").EnumerateArray().Select(name => name.GetString()!)],
            Day = day is { } known ? new ClaimedDay(known.Day, known.Month, Year: null, entry.GetProperty("date_printed").GetString()!) : null,
        };
    }

    private static Eprint Paper(JsonElement paper)
    {
        var submitted = new DateTimeOffset(DateOnly.Parse(paper.GetProperty("v1_date").GetString()!, CultureInfo.InvariantCulture), TimeOnly.MinValue, TimeSpan.Zero);
        return Eprint.Merge(
        [
            new EprintRecord
            {
                Identifier = ArxivIdentifier.Parse(paper.GetProperty("id").GetString()!),
                Source = RecordSource.Page,
                Title = paper.GetProperty("title").GetString(),
                Authors = [.. paper.GetProperty("authors").EnumerateArray().Select(name => new Author(name.GetString()!))],
                Abstract = "",
                Categories = ["cs.CL"],
                FirstSubmitted = submitted,
            },
        ])!;
    }
}
