using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Oai;

namespace Sheaf.TestKit;

/// <summary>Answers to GetRecord about an invented paper, as arXiv lays them out.</summary>
internal static class InventedOaiRecords
{
    public static readonly Uri Address = new(
        "https://oaipmh.arxiv.org/oai?verb=GetRecord&identifier=oai:arXiv.org:2405.99901&metadataPrefix=arXivRaw");

    public const string Header =
        """
        <header><identifier>oai:arXiv.org:2405.99901</identifier><datestamp>2024-11-20</datestamp>
            <setSpec>stat:stat:ML</setSpec><setSpec>cs:cs:LG</setSpec><setSpec>eess:eess:SY</setSpec></header>
        """;

    public const string Raw =
        """
        <arXivRaw xmlns="http://arxiv.org/OAI/arXivRaw/">
          <id>2405.99901</id>
          <submitter>Ada Specimen</submitter>
          <version version="v1"><date>Tue, 30 Apr 2024 21:20:17 GMT</date><size>3012kb</size><source_type>D</source_type></version>
          <version version="v2"><date>Sun, 3 Nov 2024 21:05:31 GMT</date><size>7kb</size></version>
          <title>Widgets \&amp;
          G\&#34;odel gears</title>
          <authors>Ada Specimen (1), Jos\&#39;e van der Berg (1 and 2) ((1) Gear Inst., (2) Cog Lab)</authors>
          <categories>cs.SY math.MP eess.SY</categories>
          <comments>12 pages &amp; 3 figs</comments>
          <report-no>ACME-24-001</report-no>
          <acm-class>60J10</acm-class>
          <msc-class>60J10</msc-class>
          <journal-ref>J. Gears 12 (2024) 1-9</journal-ref>
          <doi>10.1000/gears.2024.1 10.1000/gears.2024.2</doi>
          <license>http://creativecommons.org/licenses/by/4.0/</license>
          <abstract>  We study $x&lt;y$
        and wrap.
          Second paragraph.
        </abstract>
        </arXivRaw>
        """;

    public const string Converted =
        """
        <arXiv xmlns="http://arxiv.org/OAI/arXiv/">
          <id>2405.99901</id><created>2024-11-03</created><updated>2024-11-20</updated>
          <authors>
            <author><keyname>The WIDGET Collaboration</keyname></author>
            <author><keyname>:</keyname></author>
            <author><keyname>van der Berg</keyname><forenames>José</forenames><affiliation>Gear Inst.</affiliation></author>
            <author><keyname>Li</keyname><forenames>Wei</forenames><suffix>Jr.</suffix></author>
          </authors>
          <title>Widgets and gears</title>
          <categories>cs.LG stat.ML</categories>
          <abstract>We study widgets.</abstract>
        </arXiv>
        """;

    public const string DublinCore =
        """
        <oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/">
          <dc:title>Widgets and gears</dc:title>
          <dc:creator>Li Jr., Wei</dc:creator>
          <dc:creator>Example, Jr., B.</dc:creator>
          <dc:creator>Plato</dc:creator>
          <dc:subject>Machine Learning</dc:subject>
          <dc:subject>Systems and Control</dc:subject>
          <dc:subject>60J10</dc:subject>
          <dc:description>We study widgets. </dc:description>
          <dc:description>12 pages</dc:description>
          <dc:date>2024-04-30</dc:date>
          <dc:date>2024-11-03</dc:date>
          <dc:type>text</dc:type>
          <dc:identifier>https://arxiv.org/abs/2405.99901</dc:identifier>
          <dc:identifier>http://arxiv.org/abs/2405.99901</dc:identifier>
          <dc:identifier>J. Gears 12 (2024) 1-9</dc:identifier>
          <dc:identifier>doi:10.1000/gears.2024.1</dc:identifier>
        </oai_dc:dc>
        """;

    public static string Answer(string metadata, string header = Header) =>
        Whole($"<GetRecord><record>{header}<metadata>{metadata}</metadata></record></GetRecord>");

    public static string Whole(string inner) =>
        $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
            <responseDate>2026-11-23T07:41:30Z</responseDate>
            <request verb="GetRecord">http://oaipmh.arxiv.org/oai</request>

        {inner}
        </OAI-PMH>
        """;

    public static OaiAnswer Parse(string body) => OaiParser.Parse(body, Address);

    public static EprintRecord Record(string metadata, string header = Header) => ((OaiAnswer.Found)Parse(Answer(metadata, header))).Record;
}
