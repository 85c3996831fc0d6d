using System.Globalization;

namespace Sheaf.TestKit;

/// <summary>Answers of the query API about papers that do not exist.</summary>
internal static class InventedFeeds
{
    /// <summary>An entry as the service writes it today.</summary>
    public const string Widgets = """
          <entry>
            <id>http://arxiv.org/abs/2405.99901v3</id>
            <title>Widgets and gears: a $k$-step approach</title>
            <updated>2024-10-13T21:05:31Z</updated>
            <link href="https://arxiv.org/abs/2405.99901v3" rel="alternate" type="text/html"/>
            <link href="https://arxiv.org/pdf/2405.99901v3" rel="related" type="application/pdf" title="pdf"/>
            <summary>  We turn widgets.
          Then we turn gears.</summary>
            <category term="cs.CL" scheme="http://arxiv.org/schemas/atom"/>
            <category term="eess.SY" scheme="http://arxiv.org/schemas/atom"/>
            <published>2024-04-30T21:20:17Z</published>
            <arxiv:comment>12 pages, code at https://github.com/acme/widget</arxiv:comment>
            <arxiv:primary_category term="cs.CL"/>
            <arxiv:journal_ref>J. Gears 12 (2024) 1-9</arxiv:journal_ref>
            <author>
              <name>Ada Specimen</name>
              <arxiv:affiliation>Inst. of Gears</arxiv:affiliation>
              <arxiv:affiliation>Cog Lab</arxiv:affiliation>
            </author>
            <author>
              <name>Bo Example</name>
            </author>
            <arxiv:doi>10.1000/gears.2024.1</arxiv:doi>
            <link rel="related" href="https://doi.org/10.1000/gears.2024.1" title="doi"/>
            <arxiv:doi>10.1000/gears.2024.2</arxiv:doi>
            <link rel="related" href="https://doi.org/10.1000/gears.2024.2" title="doi"/>
          </entry>
        """;

    /// <summary>
    /// The same paper as the service before November 2025 wrote it: other order, namespaces on the elements, wrapped texts.
    /// </summary>
    public const string WidgetsBefore2025 = """
          <entry>
            <id>http://arxiv.org/abs/2405.99901v3</id>
            <updated>2024-10-13T21:05:31Z</updated>
            <published>2024-04-30T21:20:17Z</published>
            <title>Widgets and gears:
          a $k$-step approach</title>
            <summary>  We turn
        widgets.
          Then we turn
        gears.
        </summary>
            <author>
              <name>Ada Specimen</name>
              <arxiv:affiliation xmlns:arxiv="http://arxiv.org/schemas/atom">Inst. of Gears</arxiv:affiliation>
              <arxiv:affiliation xmlns:arxiv="http://arxiv.org/schemas/atom">Cog Lab</arxiv:affiliation>
            </author>
            <author>
              <name>Bo Example</name>
            </author>
            <arxiv:doi xmlns:arxiv="http://arxiv.org/schemas/atom">10.1000/gears.2024.1 10.1000/gears.2024.2</arxiv:doi>
            <link title="doi" href="http://dx.doi.org/10.1000/gears.2024.1" rel="related"/>
            <arxiv:comment xmlns:arxiv="http://arxiv.org/schemas/atom">12 pages, code at
          https://github.com/acme/widget</arxiv:comment>
            <arxiv:journal_ref xmlns:arxiv="http://arxiv.org/schemas/atom">J. Gears 12 (2024) 1-9</arxiv:journal_ref>
            <link href="http://arxiv.org/abs/2405.99901v3" rel="alternate" type="text/html"/>
            <arxiv:primary_category xmlns:arxiv="http://arxiv.org/schemas/atom" term="cs.CL" scheme="http://arxiv.org/schemas/atom"/>
            <category term="eess.SY" scheme="http://arxiv.org/schemas/atom"/>
            <category term="cs.CL" scheme="http://arxiv.org/schemas/atom"/>
            <category term="68T50" scheme="http://arxiv.org/schemas/atom"/>
            <category term="I.2.7; H.3.3" scheme="http://arxiv.org/schemas/atom"/>
          </entry>
        """;

    /// <summary>A feed of today's layout about these entries.</summary>
    public static string Feed(params string[] entries) => Page(entries.Length, 0, entries);

    /// <summary>One page of a search.</summary>
    public static string Page(int total, int start, params IEnumerable<string> entries) => string.Create(CultureInfo.InvariantCulture, $"""
        <?xml version='1.0' encoding='UTF-8'?>
        <feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" xmlns:arxiv="http://arxiv.org/schemas/atom"
              xmlns="http://www.w3.org/2005/Atom">
          <id>https://arxiv.org/api/UYD++GGrMRBcNyYZKVyqJHdTM3s</id>
          <title>arXiv Query: search_query=&amp;id_list=&amp;start={start}&amp;max_results=100</title>
          <updated>2026-11-23T07:20:50Z</updated>
          <link href="https://arxiv.org/api/query?search_query=" type="application/atom+xml"/>
          <opensearch:itemsPerPage>100</opensearch:itemsPerPage>
          <opensearch:totalResults>{total}</opensearch:totalResults>
          <opensearch:startIndex>{start}</opensearch:startIndex>
        {string.Concat(entries)}
        </feed>
        """);

    /// <summary>A feed of the layout before November 2025, with the namespaces on the elements that need them.</summary>
    public static string FeedBefore2025(string entry) => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom">
          <link href="http://arxiv.org/api/query?search_query%3D" rel="self" type="application/atom+xml"/>
          <title type="html">ArXiv Query: search_query=</title>
          <id>http://arxiv.org/api/bjXEmNBLHRcrAqQdoY7+kdIyb3o</id>
          <updated>2017-08-13T00:00:00-04:00</updated>
          <opensearch:totalResults xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">1</opensearch:totalResults>
          <opensearch:startIndex xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">0</opensearch:startIndex>
          <opensearch:itemsPerPage xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">10</opensearch:itemsPerPage>
        {entry}
        </feed>
        """;

    /// <summary>The least entry there can be; <paramref name="authors"/> and <paramref name="more"/> are elements.</summary>
    public static string Entry(
        string id = "2405.99902v1",
        string title = "Cogs",
        string summary = "We turn cogs.",
        string authors = "<author><name>Ada Specimen</name></author>",
        string more = "") => $"""
          <entry>
            <id>http://arxiv.org/abs/{id}</id>
            <title>{title}</title>
            <updated>2024-05-02T10:00:00Z</updated>
            <summary>{summary}</summary>
            <category term="cs.RO" scheme="http://arxiv.org/schemas/atom"/>
            <published>2024-05-01T10:00:00Z</published>
            <arxiv:primary_category term="cs.RO"/>
            {authors}{more}
          </entry>

        """;

    /// <summary>An error feed; the service before November 2025 sent such a one with status 200.</summary>
    public static string Error(string message, string id = "https://arxiv.org/api/errors#some_error") => $"""
        <?xml version='1.0' encoding='UTF-8'?>
        <feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" xmlns:arxiv="http://arxiv.org/schemas/atom"
              xmlns="http://www.w3.org/2005/Atom">
          <id>https://arxiv.org/</id>
          <title>arXiv Search Results</title>
          <updated>2026-04-12T22:59:06Z</updated>
          <opensearch:itemsPerPage>1</opensearch:itemsPerPage>
          <opensearch:totalResults>1</opensearch:totalResults>
          <opensearch:startIndex>0</opensearch:startIndex>
          <entry>
            <id>{id}</id>
            <title>Error</title>
            <updated>2026-04-12T22:59:06Z</updated>
            <link href="{id}" rel="alternate" type="text/html"/>
            <summary>{message}</summary>
            <author>
              <name>arXiv api core</name>
            </author>
          </entry>
        </feed>
        """;
}
