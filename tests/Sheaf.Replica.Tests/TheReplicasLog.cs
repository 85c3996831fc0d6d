using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Sheaf.Replica.Faults;
using static Sheaf.Replica.Tests.ReplicaVisit;

namespace Sheaf.Replica.Tests;

public sealed class TheReplicasLog
{
    private static readonly ReplicaOptions s_strict = new()
    {
        Strict = true,
        ApiInterval = TimeSpan.FromSeconds(3),
        PageInterval = TimeSpan.FromSeconds(15),
    };

    [Fact]
    public async Task A_request_is_in_the_log_once_its_answer_is_read()
    {
        var time = new FakeTimeProvider(InventedCorpus.At("2024-05-01T00:00:00Z"));
        await using var visit = await ToAsync(new ReplicaOptions { Time = time }, InventedCorpus.Plain);
        time.Advance(TimeSpan.FromSeconds(7));

        using var answer = await visit.GetAsync("/abs/2405.99901?context=cs.CL", ("User-Agent", "Gear/1"), ("Accept", "text/html"));

        var request = Assert.Single(visit.Server.Requests);
        Assert.Equal(
            ("GET", "/abs/2405.99901?context=cs.CL", LoggedKind.Page, 200), (request.Method, request.Target, request.Kind, request.Status));
        Assert.Equal(("Gear/1", "text/html", null), (request.UserAgent, request.Accept, request.IfModifiedSince));
        Assert.Equal((TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(7)), (request.Start, request.End));
        Assert.Equal(InventedCorpus.At("2024-05-01T00:00:07Z"), request.StartedAt);
        Assert.False(request.Overlapping);
    }

    [Fact]
    public async Task The_real_clock_sees_no_gap_shorter_than_the_client_kept()
    {
        await using var visit = await ToAsync(new ReplicaOptions(), InventedCorpus.Plain, InventedCorpus.ManyAuthors);
        var pauses = new List<TimeSpan>();
        for (var i = 0; i < 20; i++)
        {
            var read = TimeProvider.System.GetTimestamp();
            await visit.TextAsync("/abs/2405.99906");
            pauses.Add(TimeProvider.System.GetElapsedTime(read));
        }

        var requests = visit.Server.Requests;

        Assert.All(requests, request => Assert.False(request.Overlapping));
        Assert.All(requests.Zip(requests.Skip(1)), pair => Assert.True(pair.Second.Start >= pair.First.End));
        Assert.All(requests.Zip(pauses), pair => Assert.True(pair.First.End - pair.First.Start <= pair.Second));
    }

    [Fact]
    public async Task Requests_at_the_same_time_are_marked_and_in_strict_mode_refused()
    {
        using var second = new ManualResetEventSlim();
        await using var visit = await ToAsync(
            s_strict with
            {
                // The page waits here until another request has been answered.
                Fault = request =>
                {
                    if (request.Kind == LoggedKind.Page)
                    {
                        second.Wait(TimeSpan.FromSeconds(20));
                    }

                    return null;
                },
            },
            InventedCorpus.Plain);

        var waiting = visit.GetAsync("/abs/2405.99901");
        HttpStatusCode refused;
        do
        {
            using var answer = await visit.GetAsync("/robots.txt");
            refused = answer.StatusCode;
        }
        while (!waiting.IsCompleted && refused != HttpStatusCode.TooManyRequests);
        second.Set();
        using var first = await waiting;

        Assert.Equal((HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests), (refused, first.StatusCode));
        Assert.Contains(visit.Server.Requests, request => request.Target == "/robots.txt" && request.Overlapping);
        Assert.Contains(visit.Server.Requests, request => request.Kind == LoggedKind.Page && request.Overlapping);
    }

    [Fact]
    public async Task In_strict_mode_each_kind_of_request_has_its_own_interval()
    {
        var time = new FakeTimeProvider();
        await using var visit = await ToAsync(s_strict with { Time = time }, InventedCorpus.Plain);

        var statuses = new List<int>
        {
            await StatusAsync(visit, "/api/query?id_list=2405.99901"),
            await StatusAsync(visit, "/abs/2405.99901"),
        };
        time.Advance(TimeSpan.FromSeconds(3));
        statuses.Add(await StatusAsync(visit, "/api/query?id_list=2405.99901"));
        statuses.Add(await StatusAsync(visit, "/abs/2405.99901"));
        time.Advance(TimeSpan.FromSeconds(14.9));
        statuses.Add(await StatusAsync(visit, "/abs/2405.99901"));
        time.Advance(TimeSpan.FromSeconds(15));
        statuses.Add(await StatusAsync(visit, "/abs/2405.99901"));

        // A refused request is a request: the interval begins again after it.
        Assert.Equal([200, 200, 200, 429, 429, 200], statuses);
        Assert.Equal([200, 200, 200, 429, 429, 200], visit.Server.Requests.Select(request => request.Status));
    }

    [Theory]
    [InlineData(FaultKind.RateExceeded, 429, "Rate exceeded.")]
    [InlineData(FaultKind.Unavailable, 503, "Service Unavailable")]
    [InlineData(FaultKind.NotAcceptable, 406, "Not Acceptable")]
    [InlineData(FaultKind.AccessDenied, 403, "Access denied")]
    public async Task A_fault_ordered_for_a_request_is_its_answer(FaultKind fault, int status, string text)
    {
        await using var visit = await ToAsync(
            new ReplicaOptions { Fault = request => request.Number == 1 ? fault : null }, InventedCorpus.Plain);

        using var answer = await visit.GetAsync("/abs/2405.99901");

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Null(answer.Headers.RetryAfter);
        Assert.Equal(text, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(200, await StatusAsync(visit, "/abs/2405.99901"));
    }

    [Fact]
    public async Task The_log_file_has_a_line_of_json_for_each_request()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("sheaf-replica-").FullName, "requests.jsonl");
        await using (var visit = await ToAsync(new ReplicaOptions { LogFile = file }, InventedCorpus.Plain))
        {
            await visit.TextAsync("/abs/2405.99901");
            await visit.TextAsync("/robots.txt");
        }

        var lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);

        Assert.Equal(["Page", "Other"], lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("kind").GetString()));
    }

    [Fact]
    public async Task The_replica_says_where_it_is_and_listens_on_loopback_only()
    {
        await using var visit = await ToInventedPapersAsync();

        Assert.Equal("127.0.0.1", visit.Server.SiteBase.Host);
        Assert.Equal(new Uri(visit.Server.SiteBase, "api/query"), visit.Server.ApiBase);
        Assert.Equal(new Uri(visit.Server.SiteBase, "oai"), visit.Server.OaiBase);
    }

    private static async Task<int> StatusAsync(ReplicaVisit visit, string target)
    {
        using var answer = await visit.GetAsync(target);
        return (int)answer.StatusCode;
    }
}
