using System.Net;
using System.Text;
using Sheaf.Replica.Faults;
using static Sheaf.Replica.Tests.ReplicaVisit;

namespace Sheaf.Replica.Tests;

/// <summary>What goes wrong at the local arXiv, and when.</summary>
public sealed class TheReplicasFaults
{
    private const string Page = "/abs/2405.99901";
    private const string Query = "/api/query?id_list=2405.99901,2405.99906&max_results=2";

    [Fact]
    public async Task A_rule_counts_the_requests_that_fit_it()
    {
        await using var visit = await WithAsync(
            new FaultRule(FaultKind.Unavailable) { Kind = LoggedKind.Page, Every = 2, After = 2, Times = 2 });

        var statuses = new List<int>();
        for (var at = 0; at < 9; at++)
        {
            statuses.Add(await StatusAsync(visit, Page));
            Assert.Equal(200, await StatusAsync(visit, Query));
        }

        Assert.Equal([200, 200, 200, 503, 200, 503, 200, 200, 200], statuses);
        Assert.Equal(
            [null, null, null, FaultKind.Unavailable],
            visit.Server.Requests.Where(request => request.Kind == LoggedKind.Page).Take(4).Select(request => request.Fault));
    }

    [Fact]
    public async Task Of_several_rules_the_first_that_strikes_decides_and_all_count()
    {
        await using var visit = await WithAsync(
            new FaultRule(FaultKind.RateExceeded) { Nth = 2, RetryAfter = 7 },
            new FaultRule(FaultKind.BadGateway) { Target = "99901", After = 1 });

        using var first = await visit.GetAsync(Page);
        using var second = await visit.GetAsync(Page);
        using var third = await visit.GetAsync(Page);

        Assert.Equal([200, 429, 502], new[] { first, second, third }.Select(answer => (int)answer.StatusCode));
        Assert.Equal(TimeSpan.FromSeconds(7), second.Headers.RetryAfter?.Delta);
    }

    [Fact]
    public async Task Chance_strikes_the_same_requests_for_the_same_seed()
    {
        async Task<string> StatusesAsync(ulong seed)
        {
            await using var visit = await WithAsync(new FaultRule(FaultKind.ServerError) { Probability = 0.3, Seed = seed });
            var statuses = new StringBuilder();
            for (var at = 0; at < 60; at++)
            {
                statuses.Append(await StatusAsync(visit, Page) == 200 ? '.' : 'x');
            }

            return statuses.ToString();
        }

        var one = await StatusesAsync(1);

        Assert.Equal(one, await StatusesAsync(1));
        Assert.NotEqual(one, await StatusesAsync(2));
        Assert.InRange(one.Count(letter => letter == 'x'), 8, 30);
    }

    [Fact]
    public async Task Papers_are_forgotten_or_all_of_them()
    {
        await using var visit = await WithAsync(
            new FaultRule(FaultKind.Forgetful) { Nth = 1 }, new FaultRule(FaultKind.Empty) { Nth = 2 });

        var forgetful = await visit.TextAsync(Query);
        var empty = await visit.TextAsync(Query);

        Assert.Equal((1, 0), (Count(forgetful, "<entry>"), Count(empty, "<entry>")));
        Assert.Contains(">2</opensearch:totalResults>", forgetful, StringComparison.Ordinal);
        Assert.Contains(">0</opensearch:totalResults>", empty, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FaultKind.Rejected, "incorrect id format for 2405.99906")]
    [InlineData(FaultKind.RejectedUnnamed, "Invalid query string")]
    public async Task A_batch_is_rejected_in_arxivs_words(FaultKind fault, string words)
    {
        await using var visit = await WithAsync(new FaultRule(fault));

        using var answer = await visit.GetAsync(Query);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(words, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_truncated_answer_is_whole_to_http_and_a_cut_off_one_is_not()
    {
        await using var visit = await WithAsync(
            new FaultRule(FaultKind.Truncated) { Nth = 1 }, new FaultRule(FaultKind.CutOff) { Nth = 2 },
            new FaultRule(FaultKind.Dropped) { Nth = 3 });

        var truncated = await visit.TextAsync(Query);
        await Assert.ThrowsAsync<HttpRequestException>(() => visit.TextAsync(Query));
        await Assert.ThrowsAsync<HttpRequestException>(() => visit.TextAsync(Query));
        var whole = await visit.TextAsync(Query);

        Assert.InRange(truncated.Length, (whole.Length / 2) - 50, (whole.Length / 2) + 50);
        Assert.DoesNotContain("</feed>", truncated, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stalled_answer_ends_when_the_client_leaves()
    {
        await using var visit = await WithAsync(new FaultRule(FaultKind.Stalled));
        using var answer = await visit.Client.GetAsync(
            new Uri(visit.Server.SiteBase, Page), HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        await using var body = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        Assert.True(await body.ReadAsync(new byte[10], TestContext.Current.CancellationToken) > 0);

        answer.Dispose();

        while (visit.Server.Requests.Count == 0)
        {
            await Task.Yield();
        }

        Assert.Equal(FaultKind.Stalled, Assert.Single(visit.Server.Requests).Fault);
    }

    [Fact]
    public async Task Rules_are_shown_and_replaced_while_it_serves_and_a_bad_one_changes_nothing()
    {
        await using var visit = await WithAsync();
        var address = new Uri(visit.Server.SiteBase, "replica/faults");

        using var set = await visit.Client.PutAsync(
            address, new StringContent("// from now on\n{\"fault\":\"not-acceptable\",\"kind\":\"page\",\"times\":1}\n"),
            TestContext.Current.CancellationToken);
        using var bad = await visit.Client.PutAsync(
            address, new StringContent("{\"fault\":\"rain\"}"), TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.BadRequest), (set.StatusCode, bad.StatusCode));
        Assert.StartsWith(
            "Line 1 is no rule", await bad.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal("{\"fault\":\"not-acceptable\",\"kind\":\"page\",\"times\":1}\n", await visit.TextAsync("/replica/faults"));
        Assert.Equal((406, 200), (await StatusAsync(visit, Page), await StatusAsync(visit, Page)));
        Assert.Equal(2, visit.Server.Requests.Count);
    }

    [Fact]
    public async Task A_bomb_is_small_on_the_way()
    {
        await using var visit = await WithAsync(new FaultRule(FaultKind.Bomb));

        using var answer = await visit.GetAsync(Page);

        Assert.Equal(["gzip"], answer.Content.Headers.ContentEncoding);
        Assert.InRange(answer.Content.Headers.ContentLength!.Value, 1000, 1 << 20);
    }

    private static Task<ReplicaVisit> WithAsync(params FaultRule[] rules) =>
        ToAsync(new ReplicaOptions { Faults = rules }, InventedCorpus.Plain, InventedCorpus.ManyAuthors);

    private static async Task<int> StatusAsync(ReplicaVisit visit, string target)
    {
        using var answer = await visit.GetAsync(target);
        return (int)answer.StatusCode;
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
