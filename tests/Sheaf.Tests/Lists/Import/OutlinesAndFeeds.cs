using Sheaf.Lists.Import;

namespace Sheaf.Tests.Lists.Import;

public sealed class OutlinesAndFeeds
{
    [Fact]
    public void The_outlines_of_OPML_are_entries()
    {
        var claims = ForeignText.Read("list.opml", """
            <?xml version="1.0" encoding="UTF-8"?>
            <opml version="2.0"><body>
            <outline text="April">
            <outline text="Widgets" type="link" url="https://arxiv.org/abs/2404.00001" _note="very good"/>
            <outline text="Springs" htmlUrl="https://arxiv.org/abs/2404.00002"/>
            </outline></body></opml>
            """);

        Assert.Equal(
            [("2404.00001", "Widgets", 4, true), ("2404.00002", "Springs", 5, true)],
            claims.Select(claim => (claim.Id()!, claim.Title!, claim.Line, claim.IsEntry)));
        Assert.Equal("very good", claims[0].Note);
    }

    [Theory]
    [InlineData(
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>Query</title><entry><id>http://arxiv.org/abs/2404.00001v1</id>"
        + "<published>2024-04-30T17:59:59Z</published><title>Widgets</title><summary>x</summary><author><name>Ada Specimen</name></author>"
        + "<link href='http://arxiv.org/abs/2404.00001v1'/></entry></feed>")]
    [InlineData(
        "<?xml version='1.0'?><rss version='2.0'><channel><title>News</title><item><title>Widgets</title>"
        + "<link>https://arxiv.org/abs/2404.00001v1</link>"
        + "<description>x</description><guid>oai:arXiv.org:2404.00001v1</guid><creator>Ada Specimen</creator>"
        + "<date>2024-04-30</date></item></channel></rss>")]
    [InlineData(
        "<xml><records><record><titles><title><style face='normal'>Widgets</style></title></titles><contributors><authors><author>"
        + "<style>Specimen, Ada</style></author></authors></contributors><urls><url>https://arxiv.org/abs/2404.00001v1</url></urls>"
        + "<date>2024-04-30</date></record></records></xml>")]
    public void Feeds_and_exports_are_records(string text)
    {
        foreach (var name in new[] { "list.xml", "-" })
        {
            var claim = ForeignText.Only(name, text);

            Assert.Equal(
                ("2404.00001v1", "Widgets", "Specimen", "30.4.2024"),
                (claim.Id(), claim.Title, Assert.Single(claim.Surnames), claim.Date()));
        }
    }

    [Theory]
    [InlineData("<opml><outline text='Widgets' url='https://arxiv.org/abs/2404.00001'>")]
    [InlineData("<html><body><outline>x</outline><a href='https://arxiv.org/abs/2404.00001'>Widgets</a></body></html>")]
    public void What_is_no_XML_after_all_is_read_as_a_page(string text) => Assert.InRange(ForeignText.Read("list.xml", text).Count, 0, 1);
}
