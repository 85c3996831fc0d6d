using System.Globalization;
using System.Text;
using System.Text.Json;
using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Checking;
using Sheaf.Lists.Import;
using Sheaf.Store.Ledger;
using Sheaf.Tests.Demo;

namespace Sheaf.Tests.Checking;

/// <summary>
/// The days and names of a list as it was printed, against the papers' own: each misprint is found, by its number on the list.
/// </summary>
public sealed class MisprintsOfAPublishedList
{
    /// <summary>28 for 29 April, 16 for 12, 5 for 4.</summary>
    private static readonly int[] Days = [6, 23, 45];

    /// <summary>The authors of another paper, a given name, another name, and one with a letter short.</summary>
    private static readonly int[] Names = [48, 50, 54, 55];

    [Fact]
    public void Every_misprint_of_day_and_names_is_found_and_no_other()
    {
        var papers = DemoFiles.Papers.Select(Paper).ToDictionary(paper => paper.Identifier);
        var printed = string.Concat(PrintedList.Entries.Select(entry => $"{(entry with { Link = entry.Id }).Line}\n"));
        var claims = ListReader.Read("2024-04.md", Encoding.UTF8.GetBytes(printed));
        var file = new CheckedFile("2024-04.md", "2024-04.md", FileKind.Curated, Month.Parse("2024-04"), default, claims);

        var known = new KnownPapers(papers, new Dictionary<ArxivIdentifier, LedgerEntry>());
        var findings = Checker.Check(
            [file], new Verdicts(known, new Dictionary<ClaimLocation, TitleVerdict>(), new Dictionary<EprintReference, bool?>()),
            _ => true);

        Assert.Equal(Days, findings.Where(finding => finding.Code == FindingCode.DateMismatch).Select(finding => finding.Line));
        Assert.Equal(Names, findings.Where(finding => finding.Code == FindingCode.AuthorMismatch).Select(finding => finding.Line));
    }

    private static Eprint Paper(JsonElement paper)
    {
        return Eprint.Merge(
        [
            new EprintRecord
            {
                Identifier = ArxivIdentifier.Parse(paper.Text("id")),
                Source = RecordSource.Page,
                Title = paper.Text("title"),
                Authors = [.. paper.GetProperty("authors").EnumerateArray().Select(author => new Author(author.Text("name")))],
                Abstract = "",
                Categories = ["cs.CL"],
                FirstSubmitted = DateTimeOffset.Parse(paper.Text("firstSubmitted"), CultureInfo.InvariantCulture),
            },
        ])!;
    }
}
