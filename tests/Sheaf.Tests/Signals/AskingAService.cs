using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Sheaf.Settings;
using Sheaf.Signals;
using Sheaf.Store.Signals;
using Sheaf.TestKit.Storms;
using Sheaf.Tests.Store;

namespace Sheaf.Tests.Signals;

/// <summary>A service over real HTTP, in health and with every fault: it is never pressed, and what is known stays.</summary>
public sealed class AskingAService : IDisposable
{
    private const string Source = SignalSource.HuggingFace;

    private static readonly DateOnly Monday = new(2024, 5, 27);
    private static readonly IReadOnlyList<DateOnly> Days = [Monday, Monday.AddDays(1), Monday.AddDays(2)];

    private readonly TemporaryStore _store = new();
    private readonly HurriedClock _clock = new(new DateTimeOffset(2024, 6, 20, 8, 0, 0, TimeSpan.Zero), speed: 50);

    private SignalStore Signals => new(_store.Database);

    [Fact]
    public async Task Each_day_is_asked_for_and_kept_by_one_request_at_a_time_that_says_whose_it_is()
    {
        await using var service = await SignalServer.StartAsync((context, number) => context.Response.WriteAsync(
            SignalServer.ListOf(($"2405.0000{number + 1}", 10 + number), ("2405.00009", number))));

        var report = await AskAsync(service);

        Assert.Equal(ExitCode.Done, report.Exit);
        Assert.Equal(
            ["/api/daily_papers?date=2024-05-27&p=0&limit=100", "/api/daily_papers?date=2024-05-28&p=0&limit=100",
                "/api/daily_papers?date=2024-05-29&p=0&limit=100"],
            service.Requests.Select(request => request.Target));
        Assert.All(service.Requests, request => Assert.True(request.Alone));
        Assert.All(
            service.Requests,
            request => Assert.EndsWith("(mailto:editor@example.org)", request.UserAgent, StringComparison.Ordinal));
        Assert.Equal(
            ["2405.00001|2024-05-27|10", "2405.00002|2024-05-28|11", "2405.00003|2024-05-29|12", "2405.00009|2024-05-27|0",
                "2405.00009|2024-05-28|1", "2405.00009|2024-05-29|2"],
            _store.Ask("SELECT identifier, day, votes FROM signal ORDER BY identifier, day"));
        Assert.Equal(["3|0"], _store.Ask("SELECT count(asked), count(problem) FROM signal_day"));
    }

    [Fact]
    public async Task From_the_end_of_a_request_to_the_start_of_the_next_a_second_passes()
    {
        await using var service = await SignalServer.StartAsync("[]");

        await AskAsync(service);

        var real = _clock.Real(new SignalLimits().Interval);
        Assert.All(
            service.Requests.Zip(service.Requests.Skip(1)),
            pair => Assert.True(TimeProvider.System.GetElapsedTime(pair.First.Started, pair.Second.Started) >= real));
    }

    [Fact]
    public async Task Pages_are_asked_for_until_one_is_short()
    {
        await using var service = await SignalServer.StartAsync((context, _) =>
        {
            var page = int.Parse($"{context.Request.Query["p"]}");
            var papers = Enumerable.Range((page * 100) + 1, page < 2 ? 100 : 7).Select(number => ($"2405.{number:D5}", number));
            return context.Response.WriteAsync(SignalServer.ListOf([.. papers]));
        });

        var report = await AskAsync(service, [Monday]);

        Assert.Equal((207, 3), (report.Sources.Single().Papers, service.Requests.Count));
    }

    [Fact]
    public async Task A_service_that_knows_no_pages_is_not_asked_for_ever()
    {
        await using var service = await SignalServer.StartAsync(
            SignalServer.ListOf([.. Enumerable.Range(1, 100).Select(number => ($"2405.{number:D5}", number))]));

        var report = await AskAsync(service, [Monday]);

        Assert.Equal((100, 2), (report.Sources.Single().Papers, service.Requests.Count));
    }

    [Fact]
    public async Task Pages_without_end_are_left_after_twenty()
    {
        await using var service = await SignalServer.StartAsync((context, number) => context.Response.WriteAsync(
            SignalServer.ListOf([.. Enumerable.Range((number * 100) + 1, 100).Select(paper => ($"2405.{paper:D5}", 1))])));

        var report = await AskAsync(service, [Monday]);

        Assert.Equal((20, ExitCode.NeedsAPerson), (service.Requests.Count, report.Exit));
        Assert.Equal(["0|it has more than 20 pages"], _store.Ask("SELECT count(asked), max(problem) FROM signal_day"));
    }

    [Theory]
    [InlineData(429, "answered 429")]
    [InlineData(500, "answered 500")]
    [InlineData(503, "answered 503")]
    public async Task A_refusal_is_tried_three_times_with_waits_and_ends_the_run(int status, string reason)
    {
        await using var service = await SignalServer.StartAsync((context, _) =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });
        var started = _clock.GetUtcNow();

        var report = await AskAsync(service);

        Assert.Equal((3, ExitCode.Unavailable), (service.Requests.Count, report.Exit));
        Assert.Contains($"{reason} (3 tries)", report.Sources.Single().Failure, StringComparison.Ordinal);
        Assert.InRange(_clock.GetUtcNow() - started, TimeSpan.FromSeconds(15), TimeSpan.MaxValue);
        Assert.Equal(["2024-05-27|1"], _store.Ask("SELECT day, problem LIKE '%answered%' FROM signal_day"));
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    public async Task What_no_other_try_would_mend_is_not_tried_again(int status)
    {
        await using var service = await SignalServer.StartAsync((context, _) =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });

        var report = await AskAsync(service);

        Assert.Equal((1, ExitCode.Unavailable), (service.Requests.Count, report.Exit));
    }

    [Fact]
    public async Task A_day_that_the_service_does_not_take_is_skipped()
    {
        await using var service = await SignalServer.StartAsync((context, number) =>
        {
            context.Response.StatusCode = number == 0 ? 400 : 200;
            return context.Response.WriteAsync(number == 0 ? "{}" : "[]");
        });

        var report = await AskAsync(service);

        Assert.Equal((3, 2, ExitCode.NeedsAPerson), (service.Requests.Count, report.Sources.Single().Asked, report.Exit));
        Assert.Equal((Monday, "the service does not take this day"), (
            report.Sources.Single().Problems.Single().Day, report.Sources.Single().Problems.Single().What));
    }

    [Theory]
    [InlineData("Retry-After", "30", 429)]
    [InlineData("RateLimit", "\"api\";r=0;t=30", 200)]
    [InlineData("RateLimit", "limit=500, remaining=0, reset=30", 200)]
    [InlineData("RateLimit-Reset", "30", 200)]
    public async Task A_wish_to_be_left_alone_is_heeded(string header, string value, int status)
    {
        await using var service = await SignalServer.StartAsync((context, number) =>
        {
            if (number == 0)
            {
                context.Response.StatusCode = status;
                context.Response.Headers[header] = value;
                context.Response.Headers["RateLimit-Remaining"] = "0";
            }

            return context.Response.WriteAsync("[]");
        });

        var report = await AskAsync(service);

        Assert.Equal(ExitCode.Done, report.Exit);
        Assert.InRange(
            TimeProvider.System.GetElapsedTime(service.Requests[0].Started, service.Requests[1].Started),
            0.99 * _clock.Real(TimeSpan.FromSeconds(30)), TimeSpan.MaxValue); // The system's timers are some thousandths off.
    }

    [Fact]
    public async Task A_long_wish_to_be_left_alone_ends_the_run_and_keeps_the_next_from_asking()
    {
        await using var service = await SignalServer.StartAsync((context, _) =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = "7200";
            return Task.CompletedTask;
        });

        var report = await AskAsync(service);
        var next = await AskAsync(service);
        _clock.Skip(TimeSpan.FromHours(2));
        await AskAsync(service);

        Assert.Equal((ExitCode.Unavailable, ExitCode.Unavailable), (report.Exit, next.Exit));
        Assert.Equal(report.Sources.Single().NotBefore!.Value, next.Sources.Single().NotBefore!.Value, TimeSpan.FromSeconds(1));
        Assert.Equal((0, 2), (next.Sources.Single().Requests, service.Requests.Count));
    }

    [Theory]
    [InlineData("<!doctype html><title>Sign in</title>", "a web page in place of data")]
    [InlineData(null, "more than 1 MB")]
    public async Task A_web_page_and_an_answer_without_end_are_refusals(string? body, string reason)
    {
        await using var service = await SignalServer.StartAsync(async (context, _) =>
        {
            while (body is null && !context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(new byte[1 << 16], context.RequestAborted);
            }

            await context.Response.WriteAsync(body ?? "", CancellationToken.None);
        });

        var report = await AskAsync(service.Home, Days, new SignalLimits { LongestBody = 1 << 20 });

        Assert.Equal((3, ExitCode.Unavailable), (service.Requests.Count, report.Exit));
        Assert.Contains(reason, report.Sources.Single().Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Silence_is_waited_for_half_a_minute()
    {
        await using var service = await SignalServer.StartAsync(
            (context, _) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted)
                .ContinueWith(_ => { }, TaskScheduler.Default));

        var report = await AskAsync(service);

        Assert.Equal((3, ExitCode.Unavailable), (service.Requests.Count, report.Exit));
        Assert.Contains("no whole answer within 30 seconds", report.Sources.Single().Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_breaks_is_tried_again_and_no_more_often_than_the_rules_say()
    {
        await using var service = await SignalServer.StartAsync((context, number) =>
        {
            if (number == 0)
            {
                context.Abort();
                return Task.CompletedTask;
            }

            return context.Response.WriteAsync("[]");
        });

        var report = await AskAsync(service, [Monday]);

        Assert.Equal((2, 2, ExitCode.Done), (service.Requests.Count, report.Sources.Single().Requests, report.Exit));
    }

    [Fact]
    public async Task An_answer_that_is_cut_off_is_named_kept_as_far_as_it_goes_and_asked_for_again()
    {
        await using var service = await SignalServer.StartAsync((context, number) => context.Response.WriteAsync(
            number == 0 ? SignalServer.ListOf(("2405.00001", 3), ("2405.00002", 4))[..60] : "[]"));

        var report = await AskAsync(service, [Monday]);

        Assert.Equal(ExitCode.NeedsAPerson, report.Exit);
        Assert.Equal("it breaks off after entry 1", report.Sources.Single().Problems.Single().What);
        Assert.Equal(["2405.00001"], _store.Ask("SELECT identifier FROM signal"));
        Assert.Equal([Monday], SignalDays.Due([Monday], Signals.Days(Source, Monday, Monday), _clock.GetUtcNow()));
    }

    [Theory]
    [InlineData("/elsewhere", 0, 4)]
    [InlineData("http://example.org/api/daily_papers", 3, 1)]
    [InlineData(null, 3, 1)]
    public async Task Redirects_are_followed_on_the_same_host_alone(string? target, int exit, int requests)
    {
        await using var service = await SignalServer.StartAsync((context, number) =>
        {
            context.Response.StatusCode = number == 0 ? 302 : 200;
            context.Response.Headers.Location = target;
            return number == 0 ? Task.CompletedTask : context.Response.WriteAsync("[]");
        });

        var report = await AskAsync(service);

        Assert.Equal((exit, requests), ((int)report.Exit, service.Requests.Count));
    }

    [Fact]
    public async Task What_is_known_stays_when_the_service_is_gone_or_says_less()
    {
        var answers = new Queue<string>(
            [SignalServer.ListOf(("2405.00001", 45), ("2405.00002", 7)), SignalServer.ListOf(("2405.00001", 12)),
                """[{"paper":{"id":"2405.00001"}}]"""]);
        await using var service = await SignalServer.StartAsync((context, _) =>
        {
            context.Response.StatusCode = answers.Count > 0 ? 200 : 404;
            return context.Response.WriteAsync(answers.Count > 0 ? answers.Dequeue() : "");
        });
        await AskAsync(service, [Monday]);
        var before = _store.Ask("SELECT * FROM signal");

        await AskAsync(service, [Monday]);
        await AskAsync(service, [Monday]);
        var gone = await AskAsync(service, [Monday]);

        Assert.Equal(ExitCode.Unavailable, gone.Exit);
        Assert.Equal(before, _store.Ask("SELECT * FROM signal"));
        Assert.Equal(["1|1"], _store.Ask("SELECT count(asked), count(problem) FROM signal_day"));
    }

    [Fact]
    public async Task More_votes_take_the_place_of_fewer()
    {
        var votes = 3;
        await using var service = await SignalServer.StartAsync((context, _) =>
            context.Response.WriteAsync(SignalServer.ListOf(("2405.00001", votes++))));

        await AskAsync(service, [Monday]);
        await AskAsync(service, [Monday]);

        Assert.Equal(["4"], _store.Ask("SELECT votes FROM signal"));
    }

    [Fact]
    public async Task A_second_run_at_the_same_time_asks_for_nothing()
    {
        SignalReport? second = null;
        await using var service = await SignalServer.StartAsync(async (context, number) =>
        {
            second ??= number == 0 ? await AskAsync(new Uri("http://127.0.0.1:1/"), Days) : null;
            await context.Response.WriteAsync("[]");
        });

        var first = await AskAsync(service, [Monday]);

        Assert.Equal((ExitCode.Done, ExitCode.Unavailable, 0), (first.Exit, second!.Exit, second.Sources.Single().Requests));
        Assert.Contains("another run", second.Sources.Single().Failure, StringComparison.Ordinal);
    }

    [Fact]
    public void A_day_is_due_until_it_is_read_whole_and_once_more_when_its_votes_have_settled()
    {
        var noon = new DateTimeOffset(Monday, new TimeOnly(12, 0), TimeSpan.Zero);

        Assert.True(IsDue(null, noon));
        Assert.False(IsDue(noon, noon.AddHours(1)));
        Assert.False(IsDue(noon, noon.AddDays(9)));
        Assert.True(IsDue(noon, noon.AddDays(10)));
        Assert.False(IsDue(noon.AddDays(10), noon.AddDays(40)));
        Assert.True(IsDue(noon.AddYears(1), noon));

        static bool IsDue(DateTimeOffset? asked, DateTimeOffset now) =>
            SignalDays.Due([Monday], [new SignalDay(Monday, asked, now, null)], now).Count == 1;
    }

    public void Dispose() => _store.Dispose();

    private Task<SignalReport> AskAsync(SignalServer service, IReadOnlyList<DateOnly>? days = null) =>
        AskAsync(service.Home, days ?? Days);

    private Task<SignalReport> AskAsync(Uri home, IReadOnlyList<DateOnly> days, SignalLimits? limits = null)
    {
        var settings = new SheafSettings { Workspace = Path.GetDirectoryName(_store.File)! };
        settings.Arxiv.Contact = "editor@example.org";
        settings.Signals.TakeSources(Source);
        settings.Signals.HuggingFaceBase = home;
        return new SignalRun(Signals, settings, _clock, NullLogger<SignalRun>.Instance) { Limits = limits ?? new() }
            .RunAsync(_ => days, progress: null, TestContext.Current.CancellationToken);
    }
}
