using System.Xml.Linq;
using Sheaf.Drafts.Model;
using static Sheaf.Tests.Drafts.Formats.FormattedDrafts;
using static Sheaf.Tests.Drafts.InventedEprints;

namespace Sheaf.Tests.Drafts.Formats;

public sealed class TheDraftAsAtom
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public void Every_paper_is_an_entry_by_its_own_address_newest_first()
    {
        var feed = Feed(Rich());

        Assert.Equal(
            ["2404.00004", "2404.00003", "2404.00002", "2404.00010", "2403.00007", "2008.00005", "hep-th/9901001"],
            feed.Elements(Atom + "entry").Select(entry => entry.Element(Atom + "id")!.Value["https://arxiv.org/abs/".Length..]));
    }

    [Fact]
    public void The_feed_was_updated_when_its_latest_paper_was() =>
        Assert.Equal("2024-08-03T08:00:00Z", Feed(Rich() with { LateArrivals = [] }).Element(Atom + "updated")!.Value);

    [Fact]
    public void An_empty_month_was_updated_when_it_began()
    {
        var feed = Feed(Draft(""));

        Assert.Equal("2024-04-01T00:00:00Z", feed.Element(Atom + "updated")!.Value);
        Assert.Empty(feed.Elements(Atom + "entry"));
    }

    [Fact]
    public void The_id_of_a_feed_is_that_of_its_month_whatever_is_in_it()
    {
        var april = Feed(Rich()).Element(Atom + "id")!.Value;

        Assert.Equal(april, Feed(Draft("")).Element(Atom + "id")!.Value);
        Assert.NotEqual(april, Feed(Draft("") with { Month = April.Next }).Element(Atom + "id")!.Value);
        Assert.Matches("^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", april);
    }

    [Fact]
    public void The_content_is_the_note_or_a_suggestion_that_says_so()
    {
        var contents = Feed(Rich()).Elements(Atom + "entry").Select(entry => entry.Element(Atom + "content")!.Value).ToList();

        Assert.Contains("<p>Better <em>late</em>.</p>\n", contents);
        Assert.Equal(4, contents.Count(content => content.Contains(">Suggested</em>", StringComparison.Ordinal)));
    }

    private static XElement Feed(Draft draft) => XDocument.Parse(Render("atom", draft)).Root!;
}
