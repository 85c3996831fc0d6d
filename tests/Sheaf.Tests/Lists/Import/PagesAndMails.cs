using System.Text;
using Sheaf.Lists;
using Sheaf.Lists.Import;

namespace Sheaf.Tests.Lists.Import;

/// <summary>HTML, mail, mailboxes, and how bytes become text.</summary>
public sealed class PagesAndMails
{
    private const string Page = """
        <!DOCTYPE html>
        <html><head><title>2404.09999</title><style>p { }</style><script>"https://arxiv.org/abs/2404.09999"</script></head>
        <body>
        <nav><ul><li><a href="/about">About</a></li></ul></nav>
        <h1>April</h1>
        <p>We saw <a href="https://arxiv.org/abs/2404.00009">this</a> too.</p>
        <h2>Gears</h2>
        <ul>
          <li><a href="https://arxiv.org/abs/2404.00001v2"><b>Widgets &amp; [Gears]</b></a> by Lu and Hu (30 Apr)</li>
          <li>Springs in Small Workshops <a href="https://arxiv.org/pdf/2404.00002">[pdf]</a></li>
        </ul>
        <p>Cogs: A Long Study<br>https://arxiv.org/abs/2404.00003</p>
        <p>One sentence.</p>
        <p>Cams: A Short Study<br><a href="https://arxiv.org/abs/2404.00004">https://arxiv.org/abs/2404.00004</a></p>
        <table><tr><th>Title</th><th>Link</th></tr>
        <tr><td>Levers</td><td><a href="https://arxiv.org/abs/2404.00005">link</a></td></tr></table>
        <h3><a href="https://arxiv.org/abs/2404.00006">Pulleys</a></h3>
        </body></html>
        """;

    [Fact]
    public void A_web_page_is_read_as_it_shows()
    {
        var claims = ForeignText.Read("page.html", Page);

        Assert.Equal(
            [
                ("2404.00009", false, null, 6), ("2404.00001v2", true, "Widgets & [Gears]", 9),
                ("2404.00002", true, "Springs in Small Workshops", 10),
                ("2404.00003", true, "Cogs: A Long Study", 12), ("2404.00004", true, "Cams: A Short Study", 14),
                ("2404.00005", true, "Levers", 16), ("2404.00006", true, "Pulleys", 17),
            ],
            claims.Select(claim => (claim.Id(), claim.IsEntry, claim.Title, claim.Line)));
        Assert.Equal(("Lu Hu", "30.4.", "Gears"), (string.Join(' ', claims[1].Surnames), claims[1].Date(), claims[1].Section));
    }

    [Fact]
    public void Bookmarks_are_entries()
    {
        const string Bookmarks =
            "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>Bookmarks</TITLE>\n<H1>Bookmarks</H1>\n<DL><p>\n<DT><H3>Papers</H3>\n<DL><p>\n"
            + "<DT><A HREF=\"https://arxiv.org/abs/2404.00001\" ADD_DATE=\"1\">[2404.00001] Widgets and Gears</A>\n"
            + "<DT><A HREF=\"https://arxiv.org/pdf/2404.00002\">2404.00002.pdf</A>\n</DL><p>\n</DL>\n";

        var claims = ForeignText.Read("bookmarks.html", Bookmarks);

        Assert.Equal(
            [("2404.00001", "Widgets and Gears", 7), ("2404.00002", null, 8)],
            claims.Select(claim => (claim.Id()!, claim.Title, claim.Line)));
        Assert.All(claims, claim => Assert.True(claim.IsEntry));
    }

    [Fact]
    public void A_page_nested_beyond_sense_is_read_as_text()
    {
        var page = string.Concat(Enumerable.Repeat("<a href=x><div>", 20_000)) + "<p>https://arxiv.org/abs/2404.00001";

        Assert.Equal("2404.00001", ForeignText.Only("page.html", page).Id());
    }

    [Fact]
    public void A_mail_is_decoded_whatever_its_encoding()
    {
        var body = Convert.ToBase64String(
            Encoding.UTF8.GetBytes("<p>Hello</p><ul><li><a href=\"https://arxiv.org/abs/2404.00001\">Widgets and Rozière</a></li></ul>"));
        var mail =
            "From: a@example.org\nSubject: papers\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=m\n\n--m\n"
            + "Content-Type: multipart/alternative; boundary=x\n\n"
            + "--x\nContent-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\n"
            + "Rozi=E8re: https://arxiv.org/abs/2404=\n.00001\n"
            + $"--x\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n{body}\n--x--\n"
            + "--m\nContent-Type: text/x-bibtex; name=more.bib\nContent-Disposition: attachment; filename=more.bib\n\n@misc{a,\n"
            + " title={Springs}, eprint={2404.00002}}\n--m--\n";

        var claims = ForeignText.Read("mail.eml", mail);

        Assert.Equal(
            [("2404.00001", "Widgets and Rozière", 19), ("2404.00002", "Springs", 26)],
            claims.Select(claim => (claim.Id()!, claim.Title, claim.Line)));
    }

    [Fact]
    public void Quoted_lines_and_plain_lines_of_a_mail_have_their_numbers()
    {
        var claims = ForeignText.Read(
            "mail.eml",
            "From: a@example.org\r\nSubject: x\r\n\r\n> * Widgets and Gears by Lu and Hu (30 Apr), https://arxiv.org/abs/2404.00001\r\n"
            + "\r\n- 2404.00002\r\n");

        Assert.Equal(
            [("2404.00001", "Widgets and Gears", 4), ("2404.00002", null, 6)],
            claims.Select(claim => (claim.Id()!, claim.Title, claim.Line)));
    }

    [Fact]
    public void A_mailbox_holds_many_mails()
    {
        const string One =
            "From a@example.org Mon Apr  1 00:00:00 2024\nFrom: a@example.org\nSubject: {0}\n\n- 2404.0000{0}\n>From here\n\n";

        var claims = ForeignText.Read(
            "list.mbox", One.Replace("{0}", "1", StringComparison.Ordinal) + One.Replace("{0}", "2", StringComparison.Ordinal));

        Assert.Equal([("2404.00001", 5), ("2404.00002", 12)], claims.Select(claim => (claim.Id()!, claim.Line)));
    }

    [Theory]
    [InlineData("{\"id\": \"2404.00001\", \"title\": \"Widgets\"}")]
    [InlineData("<html><body><ul><li><a href='https://arxiv.org/abs/2404.00001'>Widgets</a></li></ul></body></html>")]
    [InlineData("@misc{a, title={Widgets}, eprint={2404.00001}}")]
    [InlineData("TY  - GEN\nTI  - Widgets\nUR  - https://arxiv.org/abs/2404.00001\nER  - \n")]
    [InlineData("From: a@example.org\nSubject: x\n\n- [Widgets](https://arxiv.org/abs/2404.00001)\n")]
    [InlineData("title,url\nWidgets,https://arxiv.org/abs/2404.00001\n")]
    [InlineData("- [Widgets][1]\n\n[1]: https://arxiv.org/abs/2404.00001\n")]
    public void Without_an_ending_the_content_tells_the_format(string text) =>
        Assert.Equal(("2404.00001", "Widgets"), (ForeignText.Only("-", text).Id(), ForeignText.Only("-", text).Title));

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16", false)]
    [InlineData("iso-8859-1", false)]
    public void Text_is_read_in_the_usual_encodings(string encoding, bool marked)
    {
        var encoder = Encoding.GetEncoding(encoding);
        var bytes = encoder.GetBytes("- [Über Widgets](https://arxiv.org/abs/2404.00001)\r\n");

        var claim = Assert.Single(ListReader.Read("list.txt", (byte[])[.. marked ? encoder.GetPreamble() : [], .. bytes]));

        Assert.Equal(("Über Widgets", 1), (claim.Title, claim.Line));
    }

    [Theory]
    [InlineData("%PDF-1.7 2404.00001", "PDF")]
    [InlineData("PK\u0003\u0004 2404.00001", "Word")]
    [InlineData("\u0001\0\0\u0007\0 2404.00001", "not text")]
    public void What_is_no_text_is_refused_with_advice(string content, string word)
    {
        var refusal = Assert.Throws<CurationException>(() => ForeignText.Read("list.txt", content));

        Assert.Contains(word, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("| ")]
    [InlineData("<div>")]
    [InlineData("- [a](")]
    [InlineData("\n\n# a\n\n2404.00001\n")]
    [InlineData("by (30 Apr) et al., ")]
    [InlineData("{\"a\":")]
    [InlineData("@a{b, c = {")]
    [InlineData("12) **")]
    [InlineData("              ")]
    [InlineData("2404.00001 and ")]
    [InlineData("From a@example.org Mon Apr  1 00:00:00 2024\nFrom: a@example.org\n\n2404.00001\n\n")]
    [InlineData("> - 2404.00001 ")]
    [InlineData("<br>")]
    [InlineData("<h1>a")]
    [InlineData("<ul><li>")]
    [InlineData("<table><tr><td>a</td></tr></table>\n")]
    [InlineData("\\item 2404.00001\n")]
    [InlineData("\\\\\narXiv:2404.00001\nTitle: a\n")]
    [InlineData("[[https://a][b]] `a <b>`_ ")]
    [InlineData("  - a long item of words https://b.example\n")]
    [InlineData("a long enough line of words that wraps around the width of arXiv:2404.00001 in\n")]
    [InlineData("* April 2024\n** 2404.00001\n")]
    [InlineData("[a]: https://arxiv.org/abs/2404.00001\n[a] ")]
    public void Reading_hostile_text_costs_no_more_than_its_length_asks_for(string piece)
    {
        foreach (var name in new[] { "a.md", "a.html", "a.bib", "a.csv", "a.json", "a.ris", "a.eml", "a.mbox" })
        {
            _ = Allocated(name, piece, 1_000);
            var (small, large) = (Allocated(name, piece, 5_000), Allocated(name, piece, 20_000));

            Assert.True(large < 6 * small, $"{name}: {small} bytes allocated for one length, {large} for four times as much");
        }
    }

    /// <summary>
    /// Where a carriage return could belong to either of two parts of an expression, each line doubles the time: forty lines took hours.
    /// </summary>
    [Theory]
    [InlineData("AU  - Lu\r\n")]
    [InlineData("AU- Lu\r\n\r\n")]
    [InlineData("Subject: April\r\n", " and May\r\n")]
    [InlineData("% a comment\r\n")]
    [InlineData("| a | b |\r\n")]
    [InlineData("FN Clarivate\r\n", "AU Lu\r\n")]
    [InlineData("%0 Journal Article\r\n", "%A Lu\r\n")]
    public async Task Lines_that_end_as_on_Windows_take_no_more_time_each(string first, string? next = null)
    {
        var text = first + string.Concat(Enumerable.Repeat(next ?? first, 200)) + "2404.00001 at the end";

        foreach (var name in new[] { "a.txt", "a.bib", "a.csv", "a.json", "a.ris", "a.eml", "a.mbox", "a.xml" })
        {
            await Task.Run(() => ForeignText.Read(name, text), TestContext.Current.CancellationToken)
                .WaitAsync(TimeSpan.FromMinutes(3), TestContext.Current.CancellationToken);
        }
    }

    private static long Allocated(string name, string piece, int length)
    {
        var text = string.Concat(Enumerable.Repeat(piece, length / piece.Length));
        var before = GC.GetAllocatedBytesForCurrentThread();
        ForeignText.Read(name, text);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
