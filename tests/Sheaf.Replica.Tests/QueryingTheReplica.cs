using System.Net;
using static Sheaf.Replica.Tests.ReplicaVisit;

namespace Sheaf.Replica.Tests;

public sealed class QueryingTheReplica
{
    [Theory]
    [InlineData("2405.99902", "2405.99902v3")]
    [InlineData("2405.99902v1", "2405.99902v1")]
    [InlineData("hep-th/9901001", "hep-th/9901001v1")]
    [InlineData("hep-th%2F9901001", "hep-th/9901001v1")]
    [InlineData("2405.99901,2405.99901", "2405.99901v1")]
    public async Task A_known_id_is_found(string ids, string entry)
    {
        await using var visit = await ToInventedPapersAsync();

        Assert.Equal([entry], await visit.IdsAsync($"id_list={ids}"));
    }

    [Theory]
    [InlineData("2405.00001")]
    [InlineData("2405.99902v4")]
    [InlineData("0000.0000")]
    [InlineData("%202405.99901")]
    [InlineData("arXiv:2405.99901")]
    [InlineData("2405.99901V1")]
    [InlineData("hep-th.GT/9901001")]
    [InlineData("HEP-TH/9901001")]
    [InlineData("2405.99904")]
    public async Task An_id_that_is_not_verbatim_a_known_one_is_left_out(string id)
    {
        await using var visit = await ToInventedPapersAsync();

        var feed = await visit.FeedAsync($"id_list={id},2405.99901");

        Assert.Equal("1", feed.Element(OpenSearch + "totalResults")!.Value);
        Assert.Equal(
            "http://arxiv.org/abs/2405.99901v1", Assert.Single(feed.Elements(AtomSpace + "entry")).Element(AtomSpace + "id")!.Value);
    }

    [Fact]
    public async Task Two_versions_of_a_paper_are_two_entries()
    {
        await using var visit = await ToInventedPapersAsync();

        var ids = await visit.IdsAsync("id_list=2405.99902v1,2405.99902");

        Assert.Equal(["2405.99902v1", "2405.99902v3"], ids.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_older_version_has_its_own_update_and_the_first_publication()
    {
        await using var visit = await ToInventedPapersAsync();

        var entry = (await visit.FeedAsync("id_list=2405.99902v2")).Element(AtomSpace + "entry")!;

        Assert.Equal("2024-04-30T21:20:17Z", entry.Element(AtomSpace + "published")!.Value);
        Assert.Equal("2024-05-02T01:29:17Z", entry.Element(AtomSpace + "updated")!.Value);
    }

    [Fact]
    public async Task More_ids_than_max_results_are_cut_without_a_word()
    {
        var papers = Enumerable.Range(1, 14).Select(number => InventedCorpus.Paper($"2405.{number:00000}", "A gear")).ToArray();
        await using var visit = await ToAsync(new ReplicaOptions(), papers);
        var list = string.Join(',', papers.Select(paper => paper.Id));

        var first = await visit.IdsAsync($"id_list={list}");
        var second = await visit.IdsAsync($"id_list={list}&start=10");
        var all = await visit.IdsAsync($"id_list={list}&max_results=14");

        Assert.Equal((10, 4), (first.Count, second.Count));
        Assert.Equal(all, first.Concat(second));
        Assert.NotEqual(papers.Select(paper => $"{paper.Id}v1"), all);
    }

    [Theory]
    [InlineData("2405.99901", "2405.99902")]
    [InlineData("2405.99902", "2405.99901")]
    public async Task The_order_of_an_id_list_is_never_kept(string one, string other)
    {
        await using var visit = await ToInventedPapersAsync();

        var ids = await visit.IdsAsync($"id_list={one},{other}");

        Assert.Equal([other, one], ids.Select(id => id[..10]));
    }

    [Fact]
    public async Task An_entry_carries_the_damage_of_arxivs_conversions()
    {
        await using var visit = await ToInventedPapersAsync();

        var entry = (await visit.FeedAsync("id_list=2405.99905")).Element(AtomSpace + "entry")!;

        Assert.Equal("Erdős gears at $\\tildeΘ(n)$ & the $α= β$ case, see arXiv:2301.00001v2", entry.Element(AtomSpace + "title")!.Value);
        Assert.Equal(
            "For $a<b$ & Gödel's $α$, code at https://github.com/acme/widget.\n"
            + "  See github.com/acme/gear and http://arxiv.org/abs/2301.00001, too.",
            entry.Element(AtomSpace + "summary")!.Value);
        Assert.Equal(["cs.IT", "stat.ML"], entry.Elements(AtomSpace + "category").Select(category => category.Attribute("term")!.Value));
        Assert.Equal("cs.IT", entry.Element(ArxivExtension + "primary_category")!.Attribute("term")!.Value);
        Assert.Equal("12 pages, $γ$ rays", entry.Element(ArxivExtension + "comment")!.Value);
        Assert.Equal("J. Gears 12 (2024) 1-9", entry.Element(ArxivExtension + "journal_ref")!.Value);
        Assert.Equal(["10.1000/gears.2024.1", "10.1000/gears.2024.2"], entry.Elements(ArxivExtension + "doi").Select(doi => doi.Value));
    }

    [Fact]
    public async Task Authors_lose_their_suffixes_and_gain_affiliations()
    {
        await using var visit = await ToInventedPapersAsync();

        var authors = (await visit.FeedAsync("id_list=2405.99905")).Descendants(AtomSpace + "author").ToList();

        Assert.Equal(
            ["José van der Berg", "Wei Li", "for the WIDGET Collaboration"],
            authors.Select(author => author.Element(AtomSpace + "name")!.Value));
        Assert.Equal(
            ["Gear Inst.", "Gear Inst., Cog Lab", ""],
            authors.Select(author => string.Join(", ", author.Elements(ArxivExtension + "affiliation").Select(place => place.Value))));
    }

    [Theory]
    [InlineData("", 400, "Either a search_query or id_list must be specified for the classic API.")]
    [InlineData("id_list=abc", 400, "incorrect id format for abc")]
    [InlineData("id_list=2405.99901,", 400, "incorrect id format for ")]
    [InlineData("id_list=2405.999", 400, "incorrect id format for 2405.999")]
    [InlineData("id_list=10.48550/arXiv.2405.99901", 400, "incorrect id format for 10.48550/arXiv.2405.99901")]
    [InlineData("id_list=2405.99901&start=x", 400, "start must be an integer")]
    [InlineData("id_list=2405.99901&max_results=-1", 400, "max_results must be non-negative")]
    [InlineData("id_list=2405.99901&sortBy=age", 400, "sortBy must be in: relevance, lastUpdatedDate, submittedDate")]
    [InlineData("search_query=(ti:a%20AND%20ti:b", 400, "Invalid query string: '(ti:a AND ti:b'")]
    [InlineData("search_query=ti:*x", 400, "Invalid query string: 'ti:*x'")]
    [InlineData("search_query=xx:y", 400, "Invalid query string: 'xx:y'")]
    [InlineData("id_list=2405.99901&start=9999&max_results=2", 500, "The server encountered an internal error")]
    [InlineData("id_list=2405.99901&max_results=0", 500, "The server encountered an internal error")]
    public async Task A_query_arxiv_would_not_answer_gets_its_error_feed(string query, int status, string text)
    {
        await using var visit = await ToInventedPapersAsync();

        using var answer = await visit.GetAsync($"/api/query?{query}");
        var feed = await visit.FeedAsync(query);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.StartsWith(text, feed.Element(AtomSpace + "entry")!.Element(AtomSpace + "summary")!.Value, StringComparison.Ordinal);
        Assert.Null(feed.Element(AtomSpace + "link"));
    }

    [Fact]
    public async Task A_request_line_over_4094_bytes_is_refused_in_plain_text()
    {
        await using var visit = await ToInventedPapersAsync();
        const string Rest = "GET /api/query?id_list= HTTP/1.1";

        using var fits = await visit.GetAsync($"/api/query?id_list={new string('1', 4094 - Rest.Length)}");
        using var tooLong = await visit.GetAsync($"/api/query?id_list={new string('1', 4095 - Rest.Length)}");

        Assert.Equal("application/atom+xml", fits.Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.BadRequest, tooLong.StatusCode);
        Assert.Equal("text/plain", tooLong.Content.Headers.ContentType!.MediaType);
        Assert.Equal(
            "Request Line is too large (4095 > 4094)", await tooLong.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
