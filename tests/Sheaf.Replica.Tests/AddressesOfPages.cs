using System.Net;
using static Sheaf.Replica.Tests.ReplicaVisit;

namespace Sheaf.Replica.Tests;

public sealed class AddressesOfPages
{
    [Theory]
    [InlineData("/abs/2405.99901/", "/abs/2405.99901")]
    [InlineData("/abs/2405.99901/junk", "/abs/2405.99901")]
    [InlineData("/abs/ARXIV:2405.99901", "/abs/2405.99901")]
    [InlineData("/abs/2405.99901.pdf", "/abs/2405.99901")]
    [InlineData("/abs/2405.99901V1", "/abs/2405.99901v1")]
    [InlineData("/abs/HEPTH/9901001v1", "/abs/hep-th/9901001v1")]
    [InlineData("/abs/math.GT/0309136", "/abs/math/0309136")]
    [InlineData("/abs/2404.9990", "/abs/2404.09990")]
    [InlineData("/abs/1412.00001", "/abs/1412.0001")]
    public async Task Another_spelling_is_sent_to_the_canonical_address(string target, string location)
    {
        await using var visit = await ToInventedPapersAsync();

        using var answer = await visit.GetAsync(target);

        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal(location, answer.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("/abs/2405.99901")]
    [InlineData("/abs/hep-th/9901001")]
    [InlineData("/abs/hep-th%2F9901001")]
    [InlineData("/abs/2405.99902v2")]
    [InlineData("/abs?id=2405.99901")]
    [InlineData("/abs?archive=hep-th&papernum=9901001")]
    [InlineData("/abs?hep-th/9901001")]
    [InlineData("/abs/2405.99901?context=cs.LG")]
    public async Task A_paper_is_at_its_address(string target)
    {
        await using var visit = await ToInventedPapersAsync();

        using var answer = await visit.GetAsync(target);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("/abs/2413.00001", "<title>[2413.00001] Article identifier not recognized</title>")]
    [InlineData("/abs/2404.00000", "<h1>Article identifier '2404.00000' not recognized</h1>")]
    [InlineData("/abs/2405.99901v0", "<title>[2405.99901v0] Article identifier not recognized</title>")]
    [InlineData("/abs/2405.99901)", "<title>[2405.99901)] Article identifier not recognized</title>")]
    [InlineData("/abs/2405.999011", "<title>[2405.999011] Article identifier not recognized</title>")]
    [InlineData("/abs/2405.99901%3Cb%3E", "[2405.99901&lt;b&gt;]")]
    [InlineData("/abs/2405.00001", "There is no record of an article with identifier '2405.00001'.")]
    [InlineData("/abs/2405.99902v4", "<a href=\"/abs/2405.99902\">arXiv:2405.99902</a>")]
    [InlineData("/abs/hep-th/9901999", "<h1>Article hep-th/9901999 in the High Energy Physics - Theory archive not found</h1>")]
    [InlineData("/abs/%EF%BC%92405.99901", "<h1>Invalid article identifier</h1>")]
    [InlineData("/abs/cs", "<h1>Invalid article identifier</h1>")]
    [InlineData("/abs", "<h1>No article identifier specified</h1>")]
    [InlineData("/pdf/2405.99901", "The replica does not serve /pdf (full text in PDF).")]
    [InlineData("/nonsense", "The replica does not serve /nonsense")]
    public async Task What_is_not_there_is_answered_with_404_in_arxivs_words(string target, string text)
    {
        await using var visit = await ToInventedPapersAsync();

        using var answer = await visit.GetAsync(target);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains(text, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deleted_paper_is_gone_with_the_reason()
    {
        await using var visit = await ToInventedPapersAsync();

        using var answer = await visit.GetAsync("/abs/2405.99904");

        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        Assert.Contains(
            "was a duplicate of 2405.99901", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Robots_are_told_arxivs_crawl_delay()
    {
        await using var visit = await ToInventedPapersAsync();

        var rules = await visit.TextAsync("/robots.txt");

        Assert.Contains("Crawl-delay: 15\nAllow: /archive\n", rules, StringComparison.Ordinal);
        Assert.Contains("\nDisallow: /api\n", rules, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_not_changed_since_is_not_sent_again()
    {
        await using var visit = await ToInventedPapersAsync();
        using var first = await visit.GetAsync("/abs/2405.99905");
        var modified = first.Content.Headers.LastModified!.Value;

        using var same = await visit.GetAsync("/abs/2405.99905", ("If-Modified-Since", modified.ToString("R")));
        using var older = await visit.GetAsync("/abs/2405.99905", ("If-Modified-Since", modified.AddSeconds(-1).ToString("R")));
        using var junk = await visit.GetAsync("/abs/2405.99905", ("If-Modified-Since", "yesterday"));

        Assert.Equal(InventedCorpus.At("2024-06-01T12:00:00Z"), modified);
        Assert.Equal(
            [HttpStatusCode.NotModified, HttpStatusCode.OK, HttpStatusCode.OK],
            new[] { same.StatusCode, older.StatusCode, junk.StatusCode });
        Assert.Equal("max-age=3600", same.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task Only_reading_is_allowed()
    {
        await using var visit = await ToInventedPapersAsync();

        using var post = await visit.SendAsync(HttpMethod.Post, "/abs/2405.99901");
        using var options = await visit.SendAsync(HttpMethod.Options, "/abs/2405.99901");
        using var head = await visit.SendAsync(HttpMethod.Head, "/abs/2405.99901");

        Assert.Equal(HttpStatusCode.MethodNotAllowed, post.StatusCode);
        Assert.Equal(["OPTIONS", "HEAD", "GET"], options.Content.Headers.Allow);
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.True(head.Content.Headers.ContentLength > 1000);
    }
}
