using System.Xml.Linq;
using static Sheaf.Replica.Tests.ReplicaVisit;

namespace Sheaf.Replica.Tests;

/// <summary>The query API of the replica against answers of arXiv's own code and of the live service.</summary>
public sealed class RecordedQueries
{
    /// <summary>The questions behind the recorded errors: their answers name them only in part.</summary>
    public static TheoryData<string, string> Errors { get; } = new()
    {
        { "err-bad-field", "search_query=foo:bar" },
        { "err-date", "search_query=submittedDate:[then%20TO%20now]" },
        { "err-empty-query", "search_query=" },
        { "err-max-negative", "id_list=0906.5132&max_results=-1" },
        { "err-max-not-int", "id_list=0906.5132&max_results=x" },
        { "err-no-params", "" },
        { "err-quotes", "search_query=ti:%22unbalanced" },
        { "err-sortby", "search_query=ti:a&sortBy=x" },
        { "err-sortorder", "search_query=ti:a&sortOrder=x" },
        { "err-start-negative", "id_list=0906.5132&start=-1" },
        { "err-start-not-int", "id_list=0906.5132&start=x" },
        { "err-unbalanced", "search_query=(ti:a%20AND%20ti:b" },
        { "idlist-malformed", "id_list=garbage" },
    };

    [Theory]
    [MemberData(nameof(Errors))]
    public async Task An_error_is_arxivs_byte_for_byte_but_for_its_time(string name, string query)
    {
        var recorded = await File.ReadAllTextAsync(
            ReferenceData.PathOf("atom-server", $"{name}.xml"), TestContext.Current.CancellationToken);
        var head = RecordedMessage.Read(ReferenceData.PathOf("atom-server", $"{name}.http-head"));
        await using var visit = await ToInventedPapersAsync();

        using var answer = await visit.GetAsync($"/api/query?{query}");
        var feed = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(head.StartLine.Split(' ')[1], $"{(int)answer.StatusCode}");
        Assert.Equal(head.Header("Content-Type"), answer.Content.Headers.ContentType!.ToString());
        Assert.Equal(WithoutTimes(recorded), WithoutTimes(feed));
    }

    [Theory]
    [InlineData("atom-recorded", "new2026_id_*.xml")]
    [InlineData("atom-server", "idlist-*.xml")]
    public async Task An_answer_has_arxivs_elements_in_arxivs_order(string folder, string files)
    {
        foreach (var file in Directory.GetFiles(ReferenceData.PathOf(folder), files))
        {
            var recorded = XElement.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
            var isCut = recorded.Element(OpenSearch + "totalResults")!.Value != $"{recorded.Elements(AtomSpace + "entry").Count()}";
            if (recorded.Element(AtomSpace + "link") is not { } link || isCut)
            {
                // An error, compared above, or a page whose papers are not all known.
                continue;
            }

            await using var visit = await ToAsync(new ReplicaOptions(), [.. recorded.Elements(AtomSpace + "entry").Select(Paper)]);
            var feed = await visit.FeedAsync(new Uri(link.Attribute("href")!.Value).Query.TrimStart('?'));

            Assert.Equal(
                Shape(recorded.Elements().Where(element => element.Name != AtomSpace + "entry")),
                Shape(feed.Elements().Where(element => element.Name != AtomSpace + "entry")));
            Assert.Equal(Values(recorded), Values(feed));
            var entries = feed.Elements(AtomSpace + "entry").ToDictionary(entry => entry.Element(AtomSpace + "id")!.Value);
            Assert.Equal(recorded.Elements(AtomSpace + "entry").Count(), entries.Count);
            Assert.All(
                recorded.Elements(AtomSpace + "entry"),
                entry => Assert.Equal(Shape([entry]), Shape([entries[entry.Element(AtomSpace + "id")!.Value]])));
        }
    }

    private static string WithoutTimes(string feed) =>
        System.Text.RegularExpressions.Regex.Replace(feed.Trim(), "<updated>[^<]*</updated>", "<updated/>");

    // Names and attributes of every element in order; texts are the papers', and compared elsewhere.
    private static string Shape(IEnumerable<XElement> elements) => string.Join(
        '\n',
        elements.SelectMany(element => element.DescendantsAndSelf())
            .Select(element => $"{element.Name.LocalName} {string.Join(' ', element.Attributes().Select(attribute => attribute.Name))}"));

    private static string Values(XElement feed) => string.Join(
        '\n',
        feed.Elements().Where(element => element.Name != AtomSpace + "entry" && element.Name != AtomSpace + "updated")
            .Select(element => element.ToString()));

    private static CorpusPaper Paper(XElement entry)
    {
        var name = entry.Element(AtomSpace + "id")!.Value["http://arxiv.org/abs/".Length..];
        var mark = name.LastIndexOf('v');
        return InventedCorpus.Paper(name[..mark], entry.Element(AtomSpace + "title")!.Value) with
        {
            LatestVersion = int.Parse(name[(mark + 1)..], System.Globalization.CultureInfo.InvariantCulture),
            Authors = [.. entry.Elements(AtomSpace + "author").Select(Author)],
            AuthorsRaw = FieldWithColon(entry),
            Categories = [.. entry.Elements(AtomSpace + "category").Select(category => category.Attribute("term")!.Value)],
            Comment = entry.Element(ArxivExtension + "comment")?.Value,
            JournalRef = entry.Element(ArxivExtension + "journal_ref")?.Value,
            Doi = [.. entry.Elements(ArxivExtension + "doi").Select(doi => doi.Value)],
        };
    }

    // An author called ":" was a colon in the author field.
    private static string? FieldWithColon(XElement entry)
    {
        var names = string.Join(
            ", ", entry.Elements(AtomSpace + "author").Select(author => author.Element(AtomSpace + "name")!.Value.Trim()));
        return names.Contains(", :,", StringComparison.Ordinal) ? names.Replace(", :,", ":", StringComparison.Ordinal) : null;
    }

    private static CorpusAuthor Author(XElement author) => new(author.Element(AtomSpace + "name")!.Value.Trim())
    {
        Affiliations = [.. author.Elements(ArxivExtension + "affiliation").Select(place => place.Value)],
    };
}
