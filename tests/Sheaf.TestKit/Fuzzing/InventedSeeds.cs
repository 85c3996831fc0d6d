using System.Text;

namespace Sheaf.TestKit.Fuzzing;

/// <summary>Inputs about papers that do not exist, one or more for each parser.</summary>
internal static class InventedSeeds
{
    public static IReadOnlyList<byte[]> Atom { get; } = Bytes(
        InventedFeeds.Feed(InventedFeeds.Widgets), InventedFeeds.FeedBefore2025(InventedFeeds.WidgetsBefore2025), InventedFeeds.Feed(),
        InventedFeeds.Error("incorrect id format for 2413.1"));

    public static IReadOnlyList<byte[]> Oai { get; } = Bytes(
        InventedOaiRecords.Answer(InventedOaiRecords.Raw), InventedOaiRecords.Answer(InventedOaiRecords.Converted),
        InventedOaiRecords.Answer(InventedOaiRecords.DublinCore));

    public static IReadOnlyList<byte[]> Page { get; } = Bytes(InventedPage.Html);

    public static IReadOnlyList<byte[]> Identifiers { get; } = Bytes(
        "2404.00001v2", "arXiv:hep-th/9901001", "math.GT/0309136v1", "https://arxiv.org/abs/2404.00001?context=cs#top",
        "10.48550/arXiv.2404.00001", "arxiv.org/pdf/2404.00001v3.pdf", "24o4.0000l", "2413.00001");

    public static IReadOnlyList<byte[]> Text { get; } = Bytes(
        """
        # Widgets of the month

        - 2404.00001 ★ #gears — a note
          that goes on
        - [Widgets & gears](https://arxiv.org/abs/2404.00002v1), by A. Specimen (1 Apr)
        * arXiv:hep-th/9901001 - old

        ## 2024-04-03

        | paper | note |
        |---|---|
        | [Cogs](http://arxiv.org/pdf/2404.00003.pdf) | `2404.00004` |

        In prose, see 2404.00005 and https://doi.org/10.48550/arXiv.2404.00006.

        // not this one: 2404.00007
        ```
        2404.00008
        ```
        1. **Widgets: A Study** _Ada Specimen et al._
           https://arxiv.org/abs/2404.
           00009
        [1]: https://arxiv.org/abs/2404.00010 "A title"
        """,
        "一、论文\n1. 齿轮 https://arxiv.org/abs/两404.00001\n第二 https://arxiv.org/abs/二404.00002（4月3日）\n");

    public static IReadOnlyList<byte[]> Tex { get; } = Bytes(
        @"G\""odel, Erd\H{o}s, {\'E}. \~n \c{c} $\alpha_{\beta}$ \alpha decay~x \& \% \v{S}\i \text{a{b}c} \ss{} \aa");

    public static IReadOnlyList<byte[]> Html { get; } = Bytes(
        """
        <!DOCTYPE html><html><head><title>Widgets</title><meta charset="utf-8"></head><body><h1>Week 14</h1><ul>
        <li><a href="https://arxiv.org/abs/2404.00001">Widgets &amp; gears</a> <b>Ada Specimen</b> <br>A note</li>
        <li><a href="https://www.example.org/?u=https%3A%2F%2Farxiv.org%2Fabs%2F2404.00002">Cogs</a></li></ul>
        <table><tr><th>Title<th>Link<tr><td>Bearings<td><a href=//arxiv.org/pdf/2404.00003>pdf</a></table>
        <dl><dt><a href="/abs/2404.00004">arXiv:2404.00004</a><dd>Title: Springs</dl><pre>2404.00005</pre>
        <!-- 2404.00006 --><script>2404.00007</script></body></html>
        """);

    public static IReadOnlyList<byte[]> Bibtex { get; } = Bytes(
        """
        % a comment
        @string{jg = "Journal of Gears"}
        @article{specimen2024, title = {{Widgets} of G{\"o}del \& Co}, author = "Specimen, Ada and van der Berg, Jos{\'e} and others",
          journal = jg # " B", year = 2024, month = apr, eprint = {2404.00001}, archivePrefix = {arXiv},
          primaryClass = {cs.CL}, url = {https://arxiv.org/abs/2404.00001}}
        @misc(cogs, title = "Cogs", howpublished = {\url{https://arxiv.org/abs/2404.00002v2}}, note = {arXiv preprint arXiv:2404.00002})
        """);

    public static IReadOnlyList<byte[]> Ris { get; } = Bytes(
        "TY  - JOUR\r\nAU  - Specimen, Ada\r\nAU  - van der Berg, José\r\nTI  - Widgets\r\n  go on\r\nPY  - 2024/04/01\r\n"
        + "DO  - 10.48550/arXiv.2404.00001\r\nUR  - https://arxiv.org/abs/2404.00001\r\nER  - \r\n\r\nTY  - PREP\r\nT1  - Cogs\r\n"
        + "M1  - arXiv:2404.00002\r\nER  - \r\n");

    public static IReadOnlyList<byte[]> Csv { get; } = Bytes(
        "Title,Authors,URL,Date,Note\r\n\"Widgets, \"\"and\"\" gears\",\"A. Specimen; J. van der "
        + "Berg\",https://arxiv.org/abs/2404.00001,2024-04-01,\"two\nlines\"\r\nCogs,,2404.00002,3 Apr 2024,\r\n",
        "title\tarxiv id\tnote\nWidgets\t2404.00001\tx\nCogs\t2404.00002v1\t\n",
        "Titel;Link\nZahnräder;https://arxiv.org/abs/2404.00003\n");

    public static IReadOnlyList<byte[]> Json { get; } = Bytes(
        """[{"title": "Widgets", "authors": [{"name": "Ada Specimen"}, "J. van der Berg"],"""
        + """ "url": "https://arxiv.org/abs/2404.00001", "date": "2024-04-01"}, {"items": [{"arxiv_id": "2404.00002", "title": "Cogs """
        + """\u0026 \ud83d\ude00"}]}]""",
        "{\"id\":\"2404.00001\",\"title\":\"Widgets\",\"year\":2024}\n"
        + "{\"id\":\"2404.00002\",\"title\":\"Cogs\",\"nested\":{\"doi\":\"10.48550/arXiv.2404.00002\"}}\n");

    public static IReadOnlyList<byte[]> Xml { get; } = Bytes(
        """<?xml version="1.0" encoding="utf-8"?><opml version="2.0"><head><title>Widgets</title></head><body><outline """
        + """text="Week"><outline text="Widgets" htmlUrl="https://arxiv.org/abs/2404.00001"/></outline></body></opml>""",
        """<rss version="2.0"><channel><title>Widgets</title><item><title>Cogs """
        + """(arXiv:2404.00002v1)</title><link>https://arxiv.org/abs/2404.00002</link>"""
        + """<description><![CDATA[<p>Cogs</p>]]></description><pubDate>Mon, 01 Apr 2024 00:00:00 GMT</pubDate></item></channel></rss>""",
        """<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Gears</title><link """
        + """href="http://arxiv.org/abs/2404.00003"/><author><name>Ada Specimen</name></author></entry></feed>""");

    public static IReadOnlyList<byte[]> Mail { get; } = Bytes(
        "From: a@example.org\r\nTo: b@example.org\r\nSubject: =?utf-8?Q?Widgets_=E2=98=85?= 2404.00001\r\nMIME-Version: 1.0\r\n"
        + "Content-Type: multipart/mixed; boundary=\"x\"\r\n\r\n--x\r\nContent-Type: text/plain; charset=utf-8\r\n"
        + "Content-Transfer-Encoding: quoted-printable\r\n\r\n- https://arxiv.org/abs/2404.=\r\n00002 caf=C3=A9\r\n--x\r\n"
        + "Content-Type: text/html; charset=iso-8859-1\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + "PGEgaHJlZj0iaHR0cHM6Ly9hcnhpdi5vcmcvYWJzLzI0MDQuMDAwMDMiPkNvZ3M8L2E+\r\n--x\r\n"
        + "Content-Type: application/octet-stream; name=list.csv\r\nContent-Disposition: attachment; filename=\"list.csv\"\r\n\r\n"
        + "title,url\r\nGears,https://arxiv.org/abs/2404.00004\r\n--x\r\nContent-Type: message/rfc822\r\n\r\nSubject: inner\r\n\r\n"
        + "2404.00005\r\n--x--\r\n",
        "From a@example.org Mon Apr  1 00:00:00 2024\nFrom: a@example.org\nSubject: Widgets\n\n>From here on: 2404.00001\n\n"
        + "From b@example.org Tue Apr  2 00:00:00 2024\nFrom: b@example.org\nSubject: Cogs\n\n2404.00002\n");

    public static IReadOnlyList<byte[]> Settings { get; } = Bytes(
        """{ "Contact": "editor@example.org", /* here */ "Arxiv": """
        + """{ "ApiInterval": "00:00:03", "PageInterval": "00:00:15", "BatchSize": 50,"""
        + """ "RefreshAfter": "30.00:00:00", "ApiBase": "https://export.arxiv.org/api/query", }, "Schedule": { "Harvest": "30 22 * * """
        + """0-4", "Draft": "0 6 2 * *", "TimeZone": "America/New_York" }, "Serve:Url": "http://127.0.0.1:8017", "Draft": """
        + """{ "Style": "roundup", "NamesShown": 3 } }""",
        """{ "Sheaf": { "Schedule": { "Harvest": "*/5 1,2 1-7 JAN-MAR MON#2" }, "Arxiv": """
        + """{ "SiteBase": "http://localhost:5000", "BackOff": "00:00:30", "OaiBase": null } }, "Serilog": {} }""");

    public static IReadOnlyList<byte[]> Faults { get; } = Bytes(
        "// rules\n{\"fault\":\"rate-exceeded\",\"kind\":\"api\",\"every\":3,\"retryAfter\":2}\n\n"
        + "{\"fault\":\"stalled\",\"target\":\"/abs/\",\"nth\":1,\"probability\":0.5,\"seed\":7,\"times\":2,\"after\":1}\n");

    private static IReadOnlyList<byte[]> Bytes(params string[] texts) => [.. texts.Select(Encoding.UTF8.GetBytes)];
}
