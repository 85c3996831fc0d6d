using System.Globalization;
using System.Text;

namespace Sheaf.Benchmarks.Atom;

/// <summary>An answer of the query API about papers that do not exist, in the layout of today.</summary>
internal static class InventedAnswer
{
    /// <summary>Some two kilobytes an entry.</summary>
    public static byte[] Of(int entries)
    {
        var text = new InventedText();
        var answer = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"""
            <?xml version='1.0' encoding='UTF-8'?>
            <feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" xmlns:arxiv="http://arxiv.org/schemas/atom"
                  xmlns="http://www.w3.org/2005/Atom">
              <id>https://arxiv.org/api/invented</id>
              <title>arXiv Query: search_query=cat:cs.CL&amp;id_list=&amp;start=0&amp;max_results={entries}</title>
              <updated>2026-11-23T07:20:50Z</updated>
              <link href="https://arxiv.org/api/query?search_query=cat:cs.CL" type="application/atom+xml"/>
              <opensearch:itemsPerPage>{entries}</opensearch:itemsPerPage>
              <opensearch:totalResults>{entries}</opensearch:totalResults>
              <opensearch:startIndex>0</opensearch:startIndex>

            """));
        for (var number = 1; number <= entries; number++)
        {
            AddEntry(answer, string.Create(CultureInfo.InvariantCulture, $"2404.{number:D5}"), text);
        }

        return Encoding.UTF8.GetBytes(answer.Append("</feed>\n").ToString());
    }

    private static void AddEntry(StringBuilder answer, string id, InventedText text)
    {
        answer.Append(CultureInfo.InvariantCulture, $"""
              <entry>
                <id>http://arxiv.org/abs/{id}v1</id>
                <title>{text.Title()}</title>
                <updated>2024-04-30T21:20:17Z</updated>
                <link href="https://arxiv.org/abs/{id}v1" rel="alternate" type="text/html"/>
                <link href="https://arxiv.org/pdf/{id}v1" rel="related" type="application/pdf" title="pdf"/>
                <summary>{text.Abstract()}</summary>
                <category term="cs.CL" scheme="http://arxiv.org/schemas/atom"/>
                <category term="cs.LG" scheme="http://arxiv.org/schemas/atom"/>
                <published>2024-04-30T21:20:17Z</published>
                <arxiv:comment>12 pages, 3 figures</arxiv:comment>
                <arxiv:primary_category term="cs.CL"/>

            """);
        if (text.OnceIn(5))
        {
            answer.Append(
                CultureInfo.InvariantCulture,
                $"    <arxiv:journal_ref>J. Gears 12 (2024) 1-9</arxiv:journal_ref>\n    <arxiv:doi>10.1000/{id}</arxiv:doi>\n");
        }

        foreach (var name in text.Authors())
        {
            answer.Append(CultureInfo.InvariantCulture, $"    <author>\n      <name>{name}</name>\n    </author>\n");
        }

        answer.Append("  </entry>\n");
    }
}
