using System.Globalization;
using System.Security;
using System.Text;
using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Benchmarks;

/// <summary>Papers that do not exist, as long as real ones: six authors, an abstract of some 1,200 characters.</summary>
internal static class InventedRecords
{
    private static readonly DateTimeOffset First = new(2024, 4, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly string Abstract = string.Join(' ', Enumerable.Repeat(
        "We study widgets of $k$ gears that turn about one axle, and show that the second spring keeps them from slipping under load.", 10));

    /// <summary>What the pages of so many papers would say.</summary>
    public static IReadOnlyList<EprintRecord> Pages(int count) => [.. Enumerable.Range(1, count).Select(Page)];

    /// <summary>An answer of the query API in today's layout (field guide 2.2).</summary>
    public static string Feed(int count)
    {
        var feed = new StringBuilder();
        feed.Append(CultureInfo.InvariantCulture, $"""
            <?xml version='1.0' encoding='UTF-8'?>
            <feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns="http://www.w3.org/2005/Atom">
              <id>https://arxiv.org/api/oqaUC9OB2SccftmJHZqrxySXrao</id>
              <title>arXiv Query: search_query=&amp;id_list=&amp;start=0&amp;max_results={count}</title>
              <updated>2026-11-23T07:20:50Z</updated>
              <link href="https://arxiv.org/api/query?search_query=&amp;start=0&amp;max_results={count}&amp;id_list=" type="application/atom+xml"/>
              <opensearch:itemsPerPage>{count}</opensearch:itemsPerPage>
              <opensearch:totalResults>{count}</opensearch:totalResults>
              <opensearch:startIndex>0</opensearch:startIndex>

            """);
        foreach (var paper in Pages(count))
        {
            Entry(feed, paper);
        }

        return feed.Append("</feed>\n").ToString();
    }

    private static void Entry(StringBuilder feed, EprintRecord paper)
    {
        var submitted = paper.FirstSubmitted!.Value.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        feed.Append(CultureInfo.InvariantCulture, $"""
              <entry>
                <id>http://arxiv.org/abs/{paper.Identifier}v1</id>
                <title>{SecurityElement.Escape(paper.Title)}</title>
                <updated>{submitted}</updated>
                <link href="https://arxiv.org/abs/{paper.Identifier}v1" rel="alternate" type="text/html"/>
                <link href="https://arxiv.org/pdf/{paper.Identifier}v1" rel="related" type="application/pdf" title="pdf"/>
                <summary>{SecurityElement.Escape(paper.Abstract)}</summary>
                <category term="cs.CL" scheme="http://arxiv.org/schemas/atom"/>
                <category term="cs.LG" scheme="http://arxiv.org/schemas/atom"/>
                <published>{submitted}</published>
                <arxiv:comment>{SecurityElement.Escape(paper.Comment)}</arxiv:comment>
                <arxiv:primary_category term="cs.CL"/>

            """);
        foreach (var author in paper.Authors!)
        {
            feed.Append(CultureInfo.InvariantCulture, $"    <author>\n      <name>{author.Name}</name>\n    </author>\n");
        }

        feed.Append("  </entry>\n");
    }

    private static EprintRecord Page(int number)
    {
        var submitted = First.AddMinutes(number);
        return new EprintRecord
        {
            Identifier = ArxivIdentifier.Parse(string.Create(CultureInfo.InvariantCulture, $"2404.{number:D5}")),
            Source = RecordSource.Page,
            Version = 1,
            LatestVersion = 1,
            Title = string.Create(CultureInfo.InvariantCulture, $"Widgets & gears, number {number}: a $k$-step approach"),
            Authors = [.. Enumerable.Range(1, 6).Select(author => new Author(string.Create(CultureInfo.InvariantCulture, $"Ada {author} Specimen")))],
            AuthorsRaw = "Ada 1 Specimen, Ada 2 Specimen, Ada 3 Specimen, Ada 4 Specimen, Ada 5 Specimen, Ada 6 Specimen",
            Abstract = Abstract,
            Categories = ["cs.CL", "cs.LG"],
            FirstSubmitted = submitted,
            LastSubmitted = submitted,
            Versions = [new Submission(1, submitted, 1234, false)],
            Comment = "12 pages, code at https://github.com/acme/widget",
            JournalRef = "",
            Dois = [],
            ReportNumber = "",
            MscClass = "",
            AcmClass = "",
            License = "http://creativecommons.org/licenses/by/4.0/",
            Withdrawn = false,
        };
    }
}
