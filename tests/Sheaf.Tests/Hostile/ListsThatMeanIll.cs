using System.Globalization;
using System.Text;
using Sheaf.Arxiv;
using Sheaf.Arxiv.AbstractPages;
using Sheaf.Arxiv.Atom;
using Sheaf.Lists.Import;

namespace Sheaf.Tests.Hostile;

/// <summary>Files that are handed over and answers that grow when they are read: in depth, in attributes, in entities.</summary>
public sealed class ListsThatMeanIll
{
    private const int Many = 100_000;

    /// <summary>No measure of speed: each takes well under a second, and in quadratic time it would not end.</summary>
    private static readonly TimeSpan Hangs = TimeSpan.FromMinutes(2);

    private static readonly string Attributes = string.Concat(
        Enumerable.Range(0, Many).Select(number => string.Create(CultureInfo.InvariantCulture, $" a{number}='1'")));

    public static TheoryData<string> Bombs =>
    [
        "deep.html", "tables.html", "formatting.html", "attributes.html", "deep.opml", "attributes.opml", "names.opml", "entities.opml",
        "entities.html", "deep.json", "array.json",
        "parts.eml", "mails.eml", "headers.eml", "quotes.csv", "braces.bib", "strings.bib", "columns.csv",
        "unclosed.bib", "entries.bib", "comments.bib", "commas.bib", "ats.bib", "openers.csv", "rows.csv", "tags.ris", "titled.json",
        "titles.json", "keys.json", "mixed.xml",
    ];

    [Theory]
    [MemberData(nameof(Bombs))]
    public async Task A_list_that_explodes_is_read_in_time_that_grows_with_its_length(string name)
    {
        var content = Encoding.UTF8.GetBytes(Bomb(name));

        await Task.Run(() => ListReader.Read(name, content), TestContext.Current.CancellationToken)
            .WaitAsync(Hangs, TestContext.Current.CancellationToken);
    }

    [Fact]
    public void A_list_does_not_read_other_files()
    {
        var secret = Path.GetTempFileName();
        File.WriteAllText(secret, "https://arxiv.org/abs/2404.00001");

        var read = ListReader.Read("list.opml", Encoding.UTF8.GetBytes(
            $"<?xml version='1.0'?><!DOCTYPE opml [<!ENTITY file SYSTEM '{new Uri(secret)}'>]><opml><outline "
            + "text='&file;'/><outline>&file;</outline></opml>"));
        File.Delete(secret);

        Assert.Empty(read);
    }

    [Theory]
    [InlineData("<p{0}>x</p>")]
    [InlineData("<html{0}><body{0}>")]
    [InlineData("<meta name='citation_arxiv_id'{0}>")]
    public async Task A_page_of_attributes_is_refused_in_linear_time(string page)
    {
        var html = string.Format(CultureInfo.InvariantCulture, page, Attributes);

        await Task.Run(
            () => Assert.Throws<ArxivFormatException>(() => AbstractPageParser.Parse(html, new Uri("https://arxiv.org/abs/2404.00001"))),
            TestContext.Current.CancellationToken).WaitAsync(Hangs, TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData(" a")]
    [InlineData(" xmlns:a")]
    public async Task A_feed_of_attributes_is_refused_in_linear_time(string name)
    {
        var feed = $"<feed xmlns='http://www.w3.org/2005/Atom'{Attributes.Replace(" a", name, StringComparison.Ordinal)}><entry/></feed>";

        await Task.Run(
            () => Assert.Throws<ArxivFormatException>(() => AtomParser.Parse(feed, new Uri("https://export.arxiv.org/api/query"))),
            TestContext.Current.CancellationToken).WaitAsync(Hangs, TestContext.Current.CancellationToken);
    }

    private static string Bomb(string name) => name switch
    {
        "deep.html" => Repeat("<div>"),
        "tables.html" => Repeat("<table><tr><td>", 50_000),
        "formatting.html" => Repeat("<p><b><i>", 50_000),
        "attributes.html" => $"<html><body><p{Attributes}>2404.00001</p>",
        "entities.html" => Repeat("&lt;&#50;&amp"),
        "deep.opml" => "<opml>" + Repeat("<outline>"),
        "attributes.opml" => $"<opml><outline{Attributes}/></opml>",
        "names.opml" =>
            "<opml>"
                + string.Concat(Enumerable.Range(0, Many).Select(number => string.Create(CultureInfo.InvariantCulture, $"<n{number}/>")))
                + "</opml>",
        "entities.opml" =>
            $"<?xml version='1.0'?><!DOCTYPE opml [<!ENTITY e0 'gear'>{Entities()}]><opml><outline text='&e20;'/>&e20;</opml>",
        "deep.json" => Repeat("{\"a\":"),
        "array.json" => Repeat("["),
        "parts.eml" => "From: a@example.org\n" + Repeat("Content-Type: multipart/mixed; boundary=b\n\n--b\n", 20_000),
        "mails.eml" => "From: a@example.org\n" + Repeat("Content-Type: message/rfc822\n\nFrom: a@example.org\n", 20_000),
        "headers.eml" => "From: a@example.org\n" + Repeat("Subject: =?utf-8?Q?a?=\n ", 50_000) + "\n\n2404.00001",
        "quotes.csv" => "title,url\n" + Repeat("\""),
        "columns.csv" => Repeat("title,") + "\n" + Repeat("a,"),
        "braces.bib" => "@misc{a, title=" + Repeat("{"),
        "unclosed.bib" => "@misc{a, " + Repeat("a={ {,\n"),
        "entries.bib" => Repeat("@misc{a, title={ {\n"),
        "comments.bib" => Repeat("@comment{ "),
        "commas.bib" => "@misc{a, title={" + Repeat("}, " + new string(' ', 90)),
        "ats.bib" => new string(' ', Many) + Repeat("@"),
        "openers.csv" => "title,url\n" + Repeat("\"a,"),
        "rows.csv" => "title,url\n" + Repeat("x,\"y,https://example.org/a\n"),
        "tags.ris" => "TY  - JOUR\n" + Repeat("TI  - \n\n"),
        "titled.json" => string.Concat(Enumerable.Repeat("{\"title\":\"a\",\"b\":", 250)) + "1" + new string('}', 250),
        "titles.json" => $"[{string.Join(',', Enumerable.Repeat("{\"title\":\"a\",\"b\":{\"title\":\"c\"},\"d\":[1,2]}", 20_000))}]",
        "keys.json" => $"{{{string.Join(',', Enumerable.Repeat("\"2404.00001\":{}", 20_000))}}}",
        "mixed.xml" =>
            "<?xml version='1.0'?>" + string.Concat(Enumerable.Repeat("<a>b", 250)) + Repeat("b")
                + string.Concat(Enumerable.Repeat("</a>", 250)),
        "strings.bib" => Repeat("@string{a = a # a}\n", 50_000) + "@misc{b, title = a}",
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such bomb."),
    };

    private static string Entities() =>
        string.Concat(
            Enumerable.Range(1, 20).Select(number => $"<!ENTITY e{number} '{string.Concat(Enumerable.Repeat($"&e{number - 1};", 10))}'>"));

    private static string Repeat(string piece, int count = Many) => string.Concat(Enumerable.Repeat(piece, count));
}
