using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Sheaf.Arxiv.Atom;
using Sheaf.Arxiv.Eprints;

namespace Sheaf.Arxiv.Tests.Atom;

/// <summary>
/// Answers recorded from arXiv (2017 to 2026) and from arXiv's own software, each read a second time in another way, and the two compared.
/// </summary>
public sealed partial class RecordedAnswers
{
    private static readonly Uri Address = new("https://export.arxiv.org/api/query");
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Arxiv = "http://arxiv.org/schemas/atom";
    private static readonly XNamespace OpenSearch = "http://a9.com/-/spec/opensearch/1.1/";

    [Theory]
    [InlineData("atom-recorded", 20, 149)]
    [InlineData("atom-server", 14, 18)]
    public void Every_answer_says_what_an_independent_reading_finds(string folder, int feeds, int entries)
    {
        var answers = Directory.GetFiles(ReferenceData.PathOf(folder), "*.xml").Where(file => !IsError(file)).ToList();

        Assert.Equal(feeds, answers.Count);
        Assert.Equal(entries, answers.Sum(CompareAnswer));
    }

    [Theory]
    [InlineData("atom-recorded", 1)]
    [InlineData("atom-server", 12)]
    public void Every_error_is_recognised_and_quoted(string folder, int errors)
    {
        var answers = Directory.GetFiles(ReferenceData.PathOf(folder), "*.xml").Where(IsError).ToList();

        Assert.Equal(errors, answers.Count);
        foreach (var file in answers)
        {
            using var body = File.OpenRead(file);
            var error = Assert.Throws<AtomErrorException>(() => AtomParser.Parse(body, Address));

            var summary = XDocument.Load(file).Descendants(Atom + "summary").Single().Value;
            Assert.Equal(summary, error.Error);
            Assert.Equal(
                summary.StartsWith("incorrect id format for ", StringComparison.Ordinal) ? summary.Split(' ')[^1] : null, error.RejectedId);
        }
    }

    [Theory]
    [InlineData("idlist-malformed.xml", "garbage")]
    [InlineData("err-start-not-int.xml", null)]
    public void The_malformed_identifier_is_named(string file, string? rejected)
    {
        var body = File.ReadAllText(ReferenceData.PathOf("atom-server", file));

        Assert.Equal(rejected, Assert.Throws<AtomErrorException>(() => AtomParser.Parse(body, Address)).RejectedId);
    }

    [Fact]
    public void Titles_and_names_are_those_of_the_documents_the_answers_were_made_of()
    {
        using var documents = JsonDocument.Parse(File.ReadAllText(ReferenceData.PathOf("atom-server", "expected-docs.json")));
        var byId = documents.RootElement.EnumerateArray().ToDictionary(document => document.GetProperty("id").GetString()!);
        var answer = Parse(ReferenceData.PathOf("atom-server", "idlist-many.xml"));

        Assert.Equal(5, answer.Records.Count);
        foreach (var record in answer.Records.Values)
        {
            var document = byId[$"{record.Identifier}v{record.Version}"];
            Assert.Equal(document.GetProperty("title").GetString(), record.Title);
        }
    }

    [Fact]
    public void A_paper_of_2006_is_read_whole()
    {
        var record = Assert.Single(
            Parse(ReferenceData.PathOf("atom-recorded", "hist_search_query_au_del_maestro_AND_ti_checkerboard_299d81.xml")).Records).Value;

        Assert.Equal("cond-mat/0603029", record.Identifier.ToString());
        Assert.Equal("From stripe to checkerboard order on the square lattice in the presence of quenched disorder", record.Title);
        Assert.Equal(["Adrian Del Maestro", "Bernd Rosenow", "Subir Sachdev"], record.Authors!.Select(author => author.Name));
        Assert.Equal(["cond-mat.str-el", "cond-mat.supr-con"], record.Categories!);
        Assert.Equal(["10.1103/PhysRevB.74.024520"], record.Dois!);
        Assert.Equal("Phys. Rev. B 74, 024520 (2006)", record.JournalRef);
        Assert.Equal("10 pages, 11 figures; added reference", record.Comment);
        Assert.Equal(new DateTimeOffset(2006, 3, 2, 2, 22, 45, TimeSpan.Zero), record.FirstSubmitted);
        Assert.DoesNotContain('\n', record.Abstract!);
    }

    [Fact]
    public void Feeds_of_another_service_are_no_answers()
    {
        foreach (var file in Directory.GetFiles(ReferenceData.PathOf("feed-recorded")))
        {
            using var body = File.OpenRead(file);
            Assert.Throws<ArxivFormatException>(() => AtomParser.Parse(body, Address));
        }
    }

    private static int CompareAnswer(string file)
    {
        var answer = Parse(file);
        var feed = XDocument.Load(file).Root!;
        var entries = feed.Elements(Atom + "entry").ToList();

        Assert.Empty(answer.Unreadable);
        Assert.Equal(Count(feed, "totalResults"), answer.TotalResults);
        Assert.Equal(Count(feed, "startIndex"), answer.StartIndex);
        Assert.Equal(entries.Count, answer.EntryCount);
        Assert.Equal(entries.Count, answer.Records.Count);
        foreach (var (entry, record) in entries.Zip(answer.Records.Values))
        {
            CompareEntry(entry, record);
        }

        return entries.Count;
    }

    private static void CompareEntry(XElement entry, EprintRecord record)
    {
        Assert.Equal(entry.Element(Atom + "id")!.Value, $"http://arxiv.org/abs/{record.Identifier}v{record.Version}");
        Assert.Equal(record.Version, record.LatestVersion);
        Assert.Equal(Squeeze(entry.Element(Atom + "title")!.Value), record.Title);
        Assert.Equal(Paragraphs(entry.Element(Atom + "summary")!.Value), record.Abstract);
        Assert.Equal(DateTimeOffset.Parse(entry.Element(Atom + "published")!.Value, CultureInfo.InvariantCulture), record.FirstSubmitted);
        Assert.Equal(DateTimeOffset.Parse(entry.Element(Atom + "updated")!.Value, CultureInfo.InvariantCulture), record.LastSubmitted);
        Assert.Equal(Squeeze(entry.Element(Arxiv + "comment")?.Value ?? ""), record.Comment);
        Assert.Equal(Squeeze(entry.Element(Arxiv + "journal_ref")?.Value ?? ""), record.JournalRef);
        Assert.Equal(entry.Elements(Arxiv + "doi").Select(doi => doi.Value), record.Dois!);
        Assert.Equal(entry.Element(Arxiv + "primary_category")!.Attribute("term")!.Value, record.Categories![0]);
        Assert.Equal(Categories(entry), record.Categories);
        Assert.Equal(Authors(entry), record.Authors!.Select(author => $"{author.Name} ({string.Join("; ", author.Affiliations)})"));
    }

    private static IEnumerable<string> Categories(XElement entry) =>
        entry.Elements(Atom + "category").Select(category => category.Attribute("term")!.Value)
            .Where(term => char.IsAsciiLetterLower(term[0])).Distinct();

    private static IEnumerable<string> Authors(XElement entry) => entry.Elements(Atom + "author")
        .Select(
            author =>
                (Name: ShownNames.Of(Squeeze(author.Element(Atom + "name")!.Value)), Affiliations: author.Elements(Arxiv + "affiliation")
                    .Select(each => each.Value)))
        .Where(author => author.Name != ":")
        .Select(author => $"{author.Name} ({string.Join("; ", author.Affiliations)})");

    private static AtomAnswer Parse(string file)
    {
        using var body = File.OpenRead(file);
        return AtomParser.Parse(body, Address);
    }

    private static bool IsError(string file) => File.ReadAllText(file).Contains("<title>Error</title>", StringComparison.Ordinal);

    private static int Count(XElement feed, string name) => int.Parse(feed.Element(OpenSearch + name)!.Value, CultureInfo.InvariantCulture);

    private static string Squeeze(string text) => Control().Replace(Space().Replace(text, " "), "").Trim();

    private static string Paragraphs(string text) => string.Join('\n', Indent().Split(text.Trim()).Select(Squeeze));

    // Some of the recordings hold text that was decoded as Latin-1 once too often, which leaves such characters.
    [GeneratedRegex(@"[\u007F-\u009F]")]
    private static partial Regex Control();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@"\n[ ]+")]
    private static partial Regex Indent();
}
