using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Time.Testing;
using Sheaf.Arxiv.Politeness;
using Sheaf.Arxiv.Tests.Politeness.Support;

namespace Sheaf.Arxiv.Tests.Politeness;

/// <summary>The tries of a request, on fake time at the real intervals.</summary>
public sealed class TriesTests
{
    private static readonly TimeSpan Latency = TimeSpan.FromSeconds(2);
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    [InlineData(406)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(504)]
    public async Task A_refusal_is_followed_by_waits_that_double_from_BackOff(int status)
    {
        var answers = Script(ScriptedAnswers.Status((HttpStatusCode)status), ScriptedAnswers.Status((HttpStatusCode)status));
        await using var arxiv = Arxiv(answers);

        using var response = await RunAsync(arxiv, arxiv.AskPageAsync("abs/2404.00001", Token));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(2, answers.Gaps.Count);
        Assert.InRange(answers.Gaps[0], TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(37.6));
        Assert.InRange(answers.Gaps[1], TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(75.1));
    }

    [Fact]
    public async Task After_three_tries_the_last_answer_is_the_answer()
    {
        var answers = Script([.. Enumerable.Repeat(ScriptedAnswers.Status(HttpStatusCode.TooManyRequests), 9)]);
        await using var arxiv = Arxiv(answers);

        using var response = await RunAsync(arxiv, arxiv.AskApiAsync(Token));

        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.Equal(3, answers.Log.Count);
        Assert.Equal(3, arxiv.Gate.Sent(RequestKind.Api));
        Assert.InRange(arxiv.Gate.State.Api.HeldUntil!.Value - _time.GetUtcNow(), TimeSpan.FromSeconds(120), TimeSpan.FromSeconds(150));
    }

    [Fact]
    public async Task A_connection_that_breaks_three_times_ends_as_unavailable_with_its_cause()
    {
        var failure = new HttpRequestException("The wire was cut.");
        var answers = Script(ScriptedAnswers.Throw(failure), ScriptedAnswers.Throw(new IOException("x")), ScriptedAnswers.Throw(failure));
        await using var arxiv = Arxiv(answers);

        var exception = await Assert.ThrowsAsync<ArxivUnavailableException>(() => RunAsync(arxiv, arxiv.AskApiAsync(Token)));

        Assert.Same(failure, exception.InnerException);
        Assert.Equal("127.0.0.1 did not answer (3 of 3 tries): The wire was cut.", exception.Message);
        Assert.Equal(arxiv.Gate.State.Api.HeldUntil, exception.NotBefore);
        Assert.InRange(answers.Gaps[0], TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(37.6));
        Assert.InRange(answers.Gaps[1], TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(75.1));
    }

    [Fact]
    public async Task A_Retry_After_goes_before_BackOff()
    {
        var now = _time.GetUtcNow();
        var answers = Script(
            Refusal(new RetryConditionHeaderValue(TimeSpan.FromSeconds(7))),
            Refusal(new RetryConditionHeaderValue(now.AddMinutes(9))));
        await using var arxiv = Arxiv(answers);

        using var response = await RunAsync(arxiv, arxiv.AskApiAsync(Token));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal([now, now.AddSeconds(2 + 7), now.AddMinutes(9)], answers.Log.Select(request => request.Started));
    }

    [Fact]
    public async Task A_Retry_After_shorter_than_the_interval_does_not_shorten_it()
    {
        var answers = Script(Refusal(new RetryConditionHeaderValue(TimeSpan.FromSeconds(1))));
        await using var arxiv = Arxiv(answers);

        using var response = await RunAsync(arxiv, arxiv.AskPageAsync("abs/2404.00001", Token));

        Assert.Equal([TimeSpan.FromSeconds(15)], answers.Gaps);
    }

    [Fact]
    public async Task A_Retry_After_beyond_ten_minutes_is_not_waited_for_but_kept()
    {
        var answers = Script(Refusal(new RetryConditionHeaderValue(TimeSpan.FromSeconds(601))));
        await using var arxiv = Arxiv(answers);

        using var response = await RunAsync(arxiv, arxiv.AskApiAsync(Token));
        var later = await Assert.ThrowsAsync<ArxivUnavailableException>(() => arxiv.AskApiAsync(Token));
        using var page = await RunAsync(arxiv, arxiv.AskPageAsync("abs/2404.00001", Token));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal(answers.Log[0].Ended.AddSeconds(601), later.NotBefore);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal(1, arxiv.Gate.Sent(RequestKind.Api));
    }

    [Fact]
    public async Task The_wait_of_one_holds_all_of_its_kind_and_only_them()
    {
        var answers = Script(ScriptedAnswers.Status(HttpStatusCode.TooManyRequests));
        await using var arxiv = Arxiv(answers);

        await RunAsync(
            arxiv, arxiv.AskApiAsync(Token), arxiv.AskPageAsync("abs/2404.00001", Token), arxiv.AskApiAsync(Token),
            arxiv.AskApiAsync(Token));

        var refused = answers.Log[0];
        Assert.Equal("/abs/2404.00001", answers.Log[1].Path);
        Assert.Equal(refused.Ended, answers.Log[1].Started);
        Assert.All(answers.Log.Skip(2), request => Assert.True(request.Started >= refused.Ended.AddSeconds(30)));
        Assert.Equal(5, answers.Log.Count);
    }

    [Fact]
    public async Task Parallel_callers_are_spaced_from_end_to_start()
    {
        var answers = Script();
        await using var arxiv = Arxiv(answers);
        var start = _time.GetUtcNow();

        await RunAsync(arxiv, [.. Enumerable.Range(0, 4).Select(_ => arxiv.AskApiAsync(Token))]);

        Assert.Equal([0, 5, 10, 15], answers.Log.Select(request => (request.Started - start).TotalSeconds));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(301)]
    [InlineData(304)]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(410)]
    public async Task Any_other_answer_is_an_answer(int status)
    {
        var answers = Script(ScriptedAnswers.Status((HttpStatusCode)status));
        await using var arxiv = Arxiv(answers);

        using var response = await RunAsync(arxiv, arxiv.AskPageAsync("abs/2404.00001", Token));

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Single(answers.Log);
        Assert.Null(arxiv.Gate.State.Page.HeldUntil);
    }

    [Fact]
    public async Task A_403_stops_everything_at_once()
    {
        var answers = Script(ScriptedAnswers.Status(HttpStatusCode.Forbidden));
        await using var arxiv = Arxiv(answers);
        var page = arxiv.AskPageAsync("abs/2404.00001", Token);
        var api = arxiv.AskApiAsync(Token);

        var forbidden = await Assert.ThrowsAsync<ArxivForbiddenException>(() => page);
        await Assert.ThrowsAsync<ArxivForbiddenException>(() => api);

        Assert.EndsWith("/abs/2404.00001", forbidden.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Single(answers.Log);
        Assert.Equal(forbidden.Address, arxiv.Gate.State.StoppedBy);
    }

    [Fact]
    public async Task Cancelling_during_a_wait_ends_it_and_leaves_the_others_waiting()
    {
        using var impatience = new CancellationTokenSource();
        var answers = Script(ScriptedAnswers.Status(HttpStatusCode.TooManyRequests));
        await using var arxiv = Arxiv(answers);
        var cancelled = arxiv.AskApiAsync(impatience.Token);
        var patient = arxiv.AskApiAsync(Token);
        await UntilAsync(() => arxiv.Gate.State is { UnderWay: null, Api.Waiting: 2 });

        await impatience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        using var response = await RunAsync(arxiv, patient);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(2, answers.Log.Count);
    }

    [Fact]
    public async Task A_request_that_breaks_the_rules_never_leaves()
    {
        var answers = Script();
        await using var arxiv = Arxiv(answers);

        await Assert.ThrowsAsync<InvalidOperationException>(() => arxiv.AskPageAsync("search/", Token));
        await Assert.ThrowsAsync<InvalidOperationException>(() => arxiv.AskPageAsync("https://example.org/abs/2404.00001", Token));

        Assert.Empty(answers.Log);
    }

    [Fact]
    public async Task A_blocking_request_cannot_slip_past_the_gate()
    {
        await using var arxiv = Arxiv(Script());
        using var client = arxiv.CreateClient();
        using var request = arxiv.Request(RequestKind.Api, "api/query");

        Assert.Contains(
            "SendAsync", Assert.Throws<NotSupportedException>(() => client.Send(request, Token)).Message, StringComparison.Ordinal);
    }

    private static Func<HttpResponseMessage> Refusal(RetryConditionHeaderValue retryAfter) => () =>
    {
        var response = new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);
        response.Headers.RetryAfter = retryAfter;
        return response;
    };

    private static async Task UntilAsync(Func<bool> reached)
    {
        while (!reached())
        {
            Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private ScriptedAnswers Script(params Func<HttpResponseMessage>[] script) => new(_time, Latency, script);

    private PoliteArxiv Arxiv(ScriptedAnswers answers) => new(_time, _ => { }, instead: answers);

    private async Task<HttpResponseMessage> RunAsync(PoliteArxiv arxiv, params Task<HttpResponseMessage>[] requests)
    {
        await _time.RunAsync(arxiv.Gate, requests);
        return await requests[0];
    }
}
