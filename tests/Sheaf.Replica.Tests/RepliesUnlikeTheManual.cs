using System.Net;
using static Sheaf.Replica.Tests.ReplicaVisit;

namespace Sheaf.Replica.Tests;

/// <summary>
/// What arXiv does otherwise than one would think, and what hides the faults of a client where a stand-in does not do it.
/// </summary>
public sealed class RepliesUnlikeTheManual
{
    [Theory]
    [InlineData("2024-04-30T21:20:17Z", "Thu, 02 May 2024 00:00:00 GMT")] // Tuesday 17:20 in New York: announced on Wednesday evening
    [InlineData("2024-04-30T17:59:59Z", "Wed, 01 May 2024 00:00:00 GMT")]
    [InlineData("2024-05-02T18:00:00Z", "Mon, 06 May 2024 00:00:00 GMT")] // Thursday afternoon: on Sunday
    [InlineData("2024-05-03T18:00:00Z", "Tue, 07 May 2024 00:00:00 GMT")] // Friday afternoon: on Monday
    [InlineData("2024-12-01T12:00:00Z", "Tue, 03 Dec 2024 01:00:00 GMT")] // in winter
    public async Task A_page_was_last_modified_when_the_paper_was_announced(string submitted, string modified)
    {
        await using var visit = await ToAsync(
            new ReplicaOptions(), InventedCorpus.Plain with { FirstSubmitted = InventedCorpus.At(submitted) });

        using var page = await visit.GetAsync("/abs/2405.99901");

        Assert.Equal(modified, page.Content.Headers.NonValidated["Last-Modified"].ToString());
        Assert.Contains(
            $"<datestamp>{DateTimeOffset.Parse(modified, System.Globalization.CultureInfo.InvariantCulture):yyyy-MM-dd}</datestamp>",
            await visit.TextAsync("/oai?verb=GetRecord&metadataPrefix=arXivRaw&identifier=oai:arXiv.org:2405.99901"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Some_papers_are_gone_for_good_whatever_the_corpus()
    {
        await using var visit = await ToInventedPapersAsync();

        using var gone = await visit.GetAsync("/abs/astro-ph/0110242");

        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        Assert.Contains(
            "was a duplicate of astro-ph/0110255", await gone.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cat:math.IT")]
    [InlineData("cat:cs.IT")]
    [InlineData("cat:math.*")]
    public async Task A_category_is_found_by_both_its_names(string query)
    {
        await using var visit = await ToAsync(new ReplicaOptions(), InventedCorpus.Plain with { Categories = ["cs.IT"] });

        Assert.Single(await visit.IdsAsync($"search_query={query}"));
    }

    [Fact]
    public async Task Only_one_suffix_is_known_behind_a_comma()
    {
        await using var visit = await ToAsync(
            new ReplicaOptions(), InventedCorpus.Plain with { AuthorsRaw = "Clem Heath, Jr., Bo Gear, III" });

        var page = await visit.TextAsync("/abs/2405.99901");

        Assert.Equal(3, page.Split("name=\"citation_author\"").Length - 1);
        Assert.Contains("citation_author\" content=\"Heath, Jr., Clem\"", page, StringComparison.Ordinal);
        Assert.Contains("citation_author\" content=\"III\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("metadataPrefix=arXivRaw&from=2999-01-01", "until date must be greater than or equal to from date")]
    [InlineData(
        "resumptionToken=verb%253DListRecords%2526metadataPrefix%253DarXivRaw%2526from%253D2024-05-01%2526skip%253D99", "noRecordsMatch")]
    public async Task A_list_from_the_future_is_refused_and_one_behind_its_end_is_empty(string arguments, string answer)
    {
        await using var visit = await ToInventedPapersAsync();

        Assert.Contains(answer, await visit.TextAsync($"/oai?verb=ListRecords&{arguments}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("foo/9901001", false)]
    [InlineData("hep-th/990101", false)]
    [InlineData("hep-th/9921001", false)]
    [InlineData("hep-th/9901999", true)]
    [InlineData("math.GT/0309136", true)]
    [InlineData("cmp-lg/9805001", true)]
    public async Task A_malformed_old_identifier_refuses_the_whole_list(string id, bool isTaken)
    {
        await using var visit = await ToInventedPapersAsync();

        using var answer = await visit.GetAsync($"/api/query?id_list=2405.99901,{id}");

        Assert.Equal(isTaken ? HttpStatusCode.OK : HttpStatusCode.BadRequest, answer.StatusCode);
    }
}
