using Sheaf.Arxiv.Atom;
using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using static Sheaf.TestKit.InventedFeeds;

namespace Sheaf.Arxiv.Tests.Atom;

public sealed class ReadingAnAnswer
{
    private static readonly Uri Address = new("https://export.arxiv.org/api/query?id_list=2405.99901&max_results=1");

    [Fact]
    public void An_entry_fills_every_field_that_the_api_carries_and_no_other()
    {
        var record = Only(Feed(Widgets));

        AssertIsWidgets(record);
        Assert.Null(record.AuthorsRaw);
        Assert.Null(record.ReportNumber);
        Assert.Null(record.License);
        Assert.Null(record.Versions);
        Assert.Null(record.Withdrawn);
        Assert.Null(record.MscClass);
        Assert.Null(record.AcmClass);
    }

    [Fact]
    public void The_layout_before_2025_says_the_same() => AssertIsWidgets(Only(FeedBefore2025(WidgetsBefore2025)));

    [Fact]
    public void What_an_entry_does_not_have_is_empty_because_the_api_would_give_it()
    {
        var record = Only(Feed(Entry()));

        Assert.Equal("", record.Comment);
        Assert.Equal("", record.JournalRef);
        Assert.Equal([], record.Dois);
        Assert.Equal([], Assert.Single(record.Authors!).Affiliations);
    }

    [Fact]
    public void Elements_count_by_name_and_namespace_whatever_the_prefix()
    {
        var record = Only("""
            <f:feed xmlns:f="http://www.w3.org/2005/Atom" xmlns:o="http://a9.com/-/spec/opensearch/1.1/"
                    xmlns:x="http://arxiv.org/schemas/atom">
              <o:startIndex>0</o:startIndex><o:totalResults>1</o:totalResults>
              <f:entry>
                <f:author><f:name>Ada Specimen</f:name></f:author>
                <x:title>Not the title</x:title><summary xmlns="urn:other">Not the abstract</summary>
                <x:primary_category term="hep-th"/><f:category term="math.AG"/>
                <f:published>1999-01-01T01:01:10Z</f:published><f:updated>1999-01-01T01:01:10Z</f:updated>
                <f:summary><![CDATA[We turn]]> cogs<!-- and wheels -->.</f:summary>
                <f:title>Cogs</f:title>
                <f:id>http://arxiv.org/abs/hep-th/9901999v2</f:id>
              </f:entry>
            </f:feed>
            """);

        Assert.Equal("hep-th/9901999", record.Identifier.ToString());
        Assert.Equal(2, record.LatestVersion);
        Assert.Equal("Cogs", record.Title);
        Assert.Equal("We turn cogs.", record.Abstract);
        Assert.Equal(["hep-th", "math.AG"], record.Categories!);
    }

    [Fact]
    public void Records_are_found_by_identifier_whatever_the_order_of_the_entries()
    {
        var answer = AtomParser.Parse(Page(7, 3, Entry("2405.99903v1"), Entry("math/0309999v4"), Entry("2405.99902v2")), Address);

        Assert.Equal(2, answer.Records[ArxivIdentifier.Parse("2405.99902")].Version);
        Assert.Equal(4, answer.Records[ArxivIdentifier.Parse("math/0309999")].Version);
        Assert.False(answer.Records.ContainsKey(ArxivIdentifier.Parse("2405.99901")));
        Assert.Equal(["2405.99903", "math/0309999", "2405.99902"], answer.Records.Keys.Select(identifier => identifier.ToString()));
        Assert.Equal((7, 3, 3), (answer.TotalResults, answer.StartIndex, answer.EntryCount));
    }

    [Theory]
    [InlineData("v1", "v3", "v2")]
    [InlineData("v3", "v2", "v1")]
    public void Of_several_versions_the_highest_is_kept(params string[] versions)
    {
        var answer = AtomParser.Parse(Feed([.. versions.Select(version => Entry("2405.99902" + version, title: version))]), Address);

        Assert.Equal("v3", Assert.Single(answer.Records).Value.Title);
        Assert.Equal(3, answer.EntryCount);
    }

    [Fact]
    public void A_feed_without_entries_is_an_answer()
    {
        var answer = AtomParser.Parse(Feed(), Address);

        Assert.Empty(answer.Records);
        Assert.Empty(answer.Unreadable);
        Assert.Equal(0, answer.TotalResults);
    }

    [Theory]
    [InlineData("<id>http://arxiv.org/abs/2405.99902v1</id>", "<id>http://arxiv.org/abs/2413.99902v1</id>", "id")]
    [InlineData("<id>http://arxiv.org/abs/2405.99902v1</id>", "", "id")]
    [InlineData("<title>Cogs</title>", "", "title")]
    [InlineData("<title>Cogs</title>", "<title> </title>", "title")]
    [InlineData("<summary>We turn cogs.</summary>", "", "summary")]
    [InlineData("<author><name>Ada Specimen</name></author>", "", "author")]
    [InlineData("term=\"cs.RO\"", "term=\"70B15\"", "category")]
    [InlineData("<published>2024-05-01T10:00:00Z</published>", "<published>1 May 2024</published>", "published")]
    [InlineData("<updated>2024-05-02T10:00:00Z</updated>", "", "updated")]
    public void One_malformed_entry_does_not_sink_the_others(string sound, string broken, string element)
    {
        var answer = AtomParser.Parse(
            Feed(Widgets, Entry().Replace(sound, broken, StringComparison.Ordinal), Entry("2405.99903v1")), Address);

        Assert.Equal(2, answer.Records.Count);
        var rejection = Assert.Single(answer.Unreadable);
        Assert.StartsWith(element + ":", rejection.Reason, StringComparison.Ordinal);
        Assert.Equal(element != "id", rejection.Id == "http://arxiv.org/abs/2405.99902v1");
        Assert.Equal(3, answer.EntryCount);
    }

    [Fact]
    public void Moments_are_turned_into_utc()
    {
        var record = Only(Feed(Entry().Replace("2024-05-01T10:00:00Z", "2024-04-30T23:30:00.5-04:00", StringComparison.Ordinal)));

        Assert.Equal(new DateTimeOffset(2024, 5, 1, 3, 30, 0, 500, TimeSpan.Zero), record.FirstSubmitted);
        Assert.Equal(TimeSpan.Zero, record.FirstSubmitted!.Value.Offset);
    }

    private static void AssertIsWidgets(EprintRecord record)
    {
        Assert.Equal(ArxivIdentifier.Parse("2405.99901"), record.Identifier);
        Assert.Equal(RecordSource.Atom, record.Source);
        Assert.Equal((3, 3), (record.Version, record.LatestVersion));
        Assert.Equal("Widgets and gears: a $k$-step approach", record.Title);
        Assert.Equal("We turn widgets.\nThen we turn gears.", record.Abstract);
        Assert.Equal(["Ada Specimen", "Bo Example"], record.Authors!.Select(author => author.Name));
        Assert.Equal(["Inst. of Gears", "Cog Lab"], record.Authors![0].Affiliations);
        Assert.Empty(record.Authors[1].Affiliations);
        Assert.Equal(["cs.CL", "eess.SY"], record.Categories!);
        Assert.Equal(new DateTimeOffset(2024, 4, 30, 21, 20, 17, TimeSpan.Zero), record.FirstSubmitted);
        Assert.Equal(new DateTimeOffset(2024, 10, 13, 21, 5, 31, TimeSpan.Zero), record.LastSubmitted);
        Assert.Equal("12 pages, code at https://github.com/acme/widget", record.Comment);
        Assert.Equal("J. Gears 12 (2024) 1-9", record.JournalRef);
        Assert.Equal(["10.1000/gears.2024.1", "10.1000/gears.2024.2"], record.Dois!);
    }

    private static EprintRecord Only(string feed) => Assert.Single(AtomParser.Parse(feed, Address).Records).Value;
}
