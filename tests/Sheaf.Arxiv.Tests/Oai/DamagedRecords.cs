using System.Text;
using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Oai;
using static Sheaf.TestKit.InventedOaiRecords;

namespace Sheaf.Arxiv.Tests.Oai;

public sealed class DamagedRecords
{
    [Theory]
    [InlineData("<title>Widgets \\&amp;\n  G\\&#34;odel gears</title>", "title: missing")]
    [InlineData(
        "<authors>Ada Specimen (1), Jos\\&#39;e van der Berg (1 and 2) ((1) Gear Inst., (2) Cog Lab)</authors>", "authors: missing")]
    [InlineData("<categories>cs.SY math.MP eess.SY</categories>", "categories: missing")]
    [InlineData(
        "<version version=\"v1\"><date>Tue, 30 Apr 2024 21:20:17 GMT</date><size>3012kb</size><source_type>D</source_type></version>",
        "version: ")]
    [InlineData("<date>Sun, 3 Nov 2024 21:05:31 GMT</date>", "version: ")]
    public void What_every_record_has_is_missed_by_name(string element, string fault)
    {
        Assert.Contains(element, Raw, StringComparison.Ordinal);

        var failure = Assert.Throws<ArxivFormatException>(() => Parse(Answer(Raw.Replace(element, "", StringComparison.Ordinal))));

        Assert.Equal("record", failure.Field);
        Assert.Contains($"record: {fault}", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("version=\"v2\"", "version=\"v3\"")]
    [InlineData("version=\"v2\"", "version=\"v1\"")]
    [InlineData("version=\"v2\"", "version=\"2\"")]
    [InlineData("version=\"v2\"", "version=\"v99999999999\"")]
    [InlineData("3 Nov 2024 21:05:31", "31 Nov 2024 21:05:31")]
    [InlineData("<id>2405.99901", "<id>2405.99902")]
    public void A_record_that_contradicts_itself_is_not_read(string from, string to)
    {
        Assert.Contains(from, Raw, StringComparison.Ordinal);

        Assert.Throws<ArxivFormatException>(() => Parse(Answer(Raw.Replace(from, to, StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("oai:arXiv.org:")]
    [InlineData("oai:arXiv.org:2405.99901v1")]
    [InlineData("oai:example.org:2405.99901")]
    [InlineData("2405.99901")]
    public void An_identifier_that_is_none_of_arxivs_is_not_read(string name) =>
        Assert.Throws<ArxivFormatException>(() => InventedOaiRecords.Record(Raw, $"<header><identifier>{name}</identifier></header>"));

    [Theory]
    [InlineData("")]
    [InlineData("<html><body>Maintenance</body></html>")]
    [InlineData("<OAI-PMH/>")]
    [InlineData("<OAI-PMH><GetRecord/></OAI-PMH>")]
    [InlineData("<OAI-PMH><GetRecord><record/></GetRecord></OAI-PMH>")]
    [InlineData("<OAI-PMH><ListRecords><record/></ListRecords></OAI-PMH>")]
    [InlineData("broken xml")]
    public void What_is_no_answer_to_GetRecord_is_not_read(string body) =>
        Assert.True(Xunit.Record.Exception(() => Parse(body)) is ArxivFormatException or ArxivUnavailableException);

    [Fact]
    public void An_answer_cut_off_anywhere_is_to_be_asked_for_again()
    {
        var whole = Encoding.UTF8.GetBytes(Answer(Raw));

        for (var length = 1; length < whole.Length - 1; length++)
        {
            using var body = new MemoryStream(whole, 0, length);
            Assert.IsType<ArxivUnavailableException>(Xunit.Record.Exception(() => OaiParser.Parse(body, Address)));
        }
    }

    [Fact]
    public void An_external_entity_is_not_fetched()
    {
        var secret = Path.GetTempFileName();
        File.WriteAllText(secret, "secret");
        var body =
            $"<!DOCTYPE OAI-PMH [<!ENTITY file SYSTEM "
            + $"\"{new Uri(secret)}\">]>{WithoutDeclaration(Answer(Raw.Replace("Widgets", "&file;", StringComparison.Ordinal)))}";

        var failure = Assert.Throws<ArxivFormatException>(() => Parse(body));
        File.Delete(secret);

        Assert.DoesNotContain("secret", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bomb_of_entities_does_not_go_off()
    {
        var entities = string.Concat(
            Enumerable.Range(1, 20)
                .Select(number => $"<!ENTITY e{number} \"{string.Concat(Enumerable.Repeat($"&e{number - 1};", 10))}\">"));

        Assert.Throws<ArxivFormatException>(
            () => Parse(
                $"<!DOCTYPE OAI-PMH [<!ENTITY e0 "
                + $"\"gear\">{entities}]>{WithoutDeclaration(Answer(Raw.Replace("Widgets", "&e20;", StringComparison.Ordinal)))}"));
    }

    [Theory]
    [InlineData("<title>", "</title>")]
    [InlineData("<categories>", "</categories>")]
    [InlineData("<submitter>", "</submitter>")]
    public void A_bomb_of_depth_does_not_go_off(string start, string end)
    {
        const int Depth = 1_000_000;
        var bomb = string.Concat(Enumerable.Repeat("<x>", Depth)) + string.Concat(Enumerable.Repeat("</x>", Depth));

        Assert.Throws<ArxivFormatException>(() => Parse(Answer(Raw.Replace(start, start + bomb + end + start, StringComparison.Ordinal))));
    }

    [Fact]
    public void Bytes_of_another_encoding_cost_their_letters_only()
    {
        var body = Encoding.Latin1.GetBytes(
            Answer(Raw.Replace(@"Jos\&#39;e", "José", StringComparison.Ordinal)).Replace("UTF-8", "ISO-8859-1", StringComparison.Ordinal));

        var record = Assert.IsType<OaiAnswer.Found>(OaiParser.Parse(new MemoryStream(body), Address)).Record;

        Assert.Equal(["Ada Specimen", "Jos\uFFFD van der Berg"], record.Authors!.Select(author => author.Name));
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-32")]
    public void An_encoding_with_a_mark_at_its_beginning_is_read(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        using var body = new MemoryStream([.. encoding.GetPreamble(), .. encoding.GetBytes(Answer(Raw))]);

        Assert.Equal(InventedOaiRecords.Record(Raw).Title, Assert.IsType<OaiAnswer.Found>(OaiParser.Parse(body, Address)).Record.Title);
    }

    [Fact]
    public void Control_characters_are_dropped()
    {
        var record = InventedOaiRecords.Record(Raw.Replace("Widgets", "Wid&#27;[31m\u0008gets\u202E", StringComparison.Ordinal));

        Assert.DoesNotContain(record.Title!, char.IsControl);
        Assert.StartsWith("Wid[31m gets", record.Title, StringComparison.Ordinal);
    }

    private static string WithoutDeclaration(string answer) => answer[(answer.IndexOf("?>", StringComparison.Ordinal) + 2)..];
}
