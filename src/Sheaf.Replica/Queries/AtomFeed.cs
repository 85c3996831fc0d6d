using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Sheaf.Replica.Text;

namespace Sheaf.Replica.Queries;

/// <summary>The Atom answers of the query API, element for element in arXiv's order (field guide 2.2 and 2.5).</summary>
internal static class AtomFeed
{
    private const string Opening =
        "<?xml version='1.0' encoding='UTF-8'?>\n"
        + "<feed xmlns:opensearch=\"http://a9.com/-/spec/opensearch/1.1/\" xmlns:arxiv=\"http://arxiv.org/schemas/atom\" "
        + "xmlns=\"http://www.w3.org/2005/Atom\">\n";

    public static string OfResults(QueryParameters query, IEnumerable<Found> page, int total, DateTimeOffset now)
    {
        var question = string.Create(
            CultureInfo.InvariantCulture,
            $"search_query={query.SearchQuery}&id_list={query.IdList}&start={query.Start}&max_results={query.MaxResults}");
        var link = string.Create(
            CultureInfo.InvariantCulture,
            $"https://arxiv.org/api/query?search_query={InLink(query.SearchQuery)}&start={query.Start}&max_results="
            + $"{query.MaxResults}&id_list={InLink(query.IdList)}");
        var feed = new StringBuilder(Opening);
        feed.AppendLine($"  <id>https://arxiv.org/api/{Hash(question)}</id>");
        feed.AppendLine($"  <title>arXiv Query: {Escape(question)}</title>");
        feed.AppendLine($"  <updated>{Time(now)}</updated>");
        feed.AppendLine($"  <link href=\"{Escape(link)}\" type=\"application/atom+xml\"/>");
        AppendCounts(feed, query.MaxResults, total, query.Start);
        foreach (var found in page)
        {
            AtomEntry.AppendTo(feed, found);
        }

        return feed.AppendLine("</feed>").ToString();
    }

    public static string OfError(QueryRefusedException refused, DateTimeOffset now)
    {
        var feed = new StringBuilder(Opening);
        feed.AppendLine("  <id>https://arxiv.org/</id>");
        feed.AppendLine("  <title>arXiv Search Results</title>");
        feed.AppendLine($"  <updated>{Time(now)}</updated>");
        AppendCounts(feed, itemsPerPage: 1, total: 1, start: 0);
        return feed.AppendLine(
            $"""
              <entry>
                <id>{Escape(refused.Link)}</id>
                <title>Error</title>
                <updated>{Time(now)}</updated>
                <link href="{Escape(refused.Link)}" rel="alternate" type="text/html"/>
                <summary>{Escape(refused.Message)}</summary>
                <author>
                  <name>arXiv api core</name>
                </author>
              </entry>
            </feed>
            """).ToString();
    }

    public static string Time(DateTimeOffset time) => Html.Format(time, "yyyy-MM-ddTHH:mm:ssZ");

    /// <summary>Safe in XML; characters that XML cannot hold are dropped.</summary>
    public static string Escape(string text) => Xml.Legal(text)
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal);

    private static void AppendCounts(StringBuilder feed, int itemsPerPage, int total, int start) => feed.AppendLine(
        CultureInfo.InvariantCulture,
        $"""
          <opensearch:itemsPerPage>{itemsPerPage}</opensearch:itemsPerPage>
          <opensearch:totalResults>{total}</opensearch:totalResults>
          <opensearch:startIndex>{start}</opensearch:startIndex>
        """);

    private static string InLink(string text) => Uri.EscapeDataString(text)
        .Replace("%20", "+", StringComparison.Ordinal)
        .Replace("%3A", ":", StringComparison.Ordinal)
        .Replace("%2C", ",", StringComparison.Ordinal)
        .Replace("%2F", "/", StringComparison.Ordinal);

    // arXiv names a feed by the SHA-1 of the question; it guards nothing.
#pragma warning disable CA5350
    private static string Hash(string question) => Convert.ToBase64String(SHA1.HashData(Encoding.UTF8.GetBytes(question))).TrimEnd('=');
#pragma warning restore CA5350
}
