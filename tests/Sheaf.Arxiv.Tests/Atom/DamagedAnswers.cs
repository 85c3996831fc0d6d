using System.Text;
using Sheaf.Arxiv.Atom;
using static Sheaf.TestKit.InventedFeeds;

namespace Sheaf.Arxiv.Tests.Atom;

public sealed class DamagedAnswers
{
    private static readonly Uri Address = new("https://export.arxiv.org/api/query?id_list=2405.99901&max_results=1");

    [Fact]
    public void Wherever_an_answer_is_cut_off_asking_again_is_the_advice()
    {
        var body = Encoding.UTF8.GetBytes(Feed(Widgets, Entry(title: "Wälzlager")));

        for (var length = 0; length < body.Length; length++)
        {
            using var cut = new MemoryStream(body, 0, length);
            var failure = Assert.Throws<ArxivUnavailableException>(() => AtomParser.Parse(cut, Address));
            Assert.Contains("cut off", failure.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Rate exceeded.")]
    [InlineData("<!DOCTYPE html><html><head><title>Maintenance</title></head><body>Back soon.</body></html>")]
    [InlineData("<html xmlns='http://www.w3.org/1999/xhtml'><body/></html>")]
    [InlineData("<feed><entry/></feed>")]
    [InlineData("<feed xmlns='http://www.w3.org/2005/Atom'/>")]
    [InlineData("<rss version='2.0'><channel/></rss>")]
    public void What_is_no_feed_of_the_api_is_said_to_be_none(string body)
    {
        var failure = Assert.Throws<ArxivFormatException>(() => AtomParser.Parse(body, Address));

        Assert.Equal(Address, failure.Source);
    }

    [Fact]
    public void A_feed_that_is_not_well_formed_was_not_cut_off()
    {
        var feed = Feed(Entry().Replace("</title>", "</titel>", StringComparison.Ordinal), Widgets);

        Assert.Throws<ArxivFormatException>(() => AtomParser.Parse(feed, Address));
    }

    [Fact]
    public void A_feed_that_does_not_count_its_results_is_none_of_the_api()
    {
        var failure = Assert.Throws<ArxivFormatException>(
            () => AtomParser.Parse(Feed(Widgets).Replace(">1<", ">many<", StringComparison.Ordinal), Address));

        Assert.Equal("totalResults", failure.Field);
    }

    [Theory]
    [InlineData("<!DOCTYPE feed>")]
    [InlineData("<!DOCTYPE feed [<!ENTITY cogs 'cogs cogs'><!ENTITY more '&cogs;&cogs;'>]>")]
    [InlineData("<!DOCTYPE feed SYSTEM 'http://127.0.0.1:9/feed.dtd'>")]
    public void A_document_type_is_refused_before_anything_comes_of_it(string documentType)
    {
        var feed = Feed(Widgets).Replace("<feed", documentType + "<feed", StringComparison.Ordinal);

        Assert.Throws<ArxivFormatException>(() => AtomParser.Parse(feed, Address));
    }

    [Theory]
    [InlineData("title")]
    [InlineData("surprise")]
    public void Elements_a_million_deep_are_refused(string element)
    {
        var deep = new StringBuilder().Insert(0, $"<{element}>", 1_000_000).ToString();

        var failure = Assert.Throws<ArxivFormatException>(() => AtomParser.Parse(Page(1, 0, "<entry>" + deep), Address));

        Assert.Contains("deep", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_byte_costs_its_character_and_not_the_page()
    {
        var body = Encoding.Latin1.GetBytes(Feed(Entry(title: "Wälzlager")));

        var answer = AtomParser.Parse(new MemoryStream(body), Address);

        Assert.Equal("W\uFFFDlzlager", Assert.Single(answer.Records).Value.Title);
    }

    [Theory]
    [InlineData("incorrect id format for abc", "abc")]
    [InlineData("start must be an integer", null)]
    public void An_error_feed_is_an_error_even_with_status_200(string message, string? rejected)
    {
        var error = Assert.Throws<AtomErrorException>(() => AtomParser.Parse(Error(message), Address));

        Assert.Equal(message, error.Error);
        Assert.Equal(rejected, error.RejectedId);
        Assert.Equal(Address, error.Address);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_about_sorting_links_to_the_manual_and_is_an_error_all_the_same()
    {
        var feed = Error("sortBy must be in: relevance, lastUpdatedDate, submittedDate", "https://arxiv.org/help/api/user-manual#sort");

        Assert.Throws<AtomErrorException>(() => AtomParser.Parse(feed, Address));
    }

    [Fact]
    public void A_paper_called_error_is_a_paper() => Assert.Single(AtomParser.Parse(Feed(Entry(title: "Error")), Address).Records);
}
