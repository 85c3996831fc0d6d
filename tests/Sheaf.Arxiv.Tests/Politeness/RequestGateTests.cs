using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Sheaf.Arxiv.Politeness;
using Sheaf.Arxiv.Tests.Politeness.Support;

namespace Sheaf.Arxiv.Tests.Politeness;

public sealed class RequestGateTests : IDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
    private readonly RequestGate _gate;

    public RequestGateTests()
    {
        _gate = new RequestGate(_time, Options.Create(new ArxivOptions()));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _gate.Dispose();

    [Fact]
    public async Task The_first_request_of_each_kind_goes_at_once()
    {
        await (await EnterAsync(RequestKind.Api)).DisposeAsync();
        await (await EnterAsync(RequestKind.Page)).DisposeAsync();

        Assert.Equal(1, _gate.Sent(RequestKind.Api));
        Assert.Equal(1, _gate.Sent(RequestKind.Page));
    }

    [Theory]
    [InlineData(RequestKind.Api, 3)]
    [InlineData(RequestKind.Page, 15)]
    public async Task Spacing_counts_from_the_end_of_a_request(RequestKind kind, int seconds)
    {
        var first = await EnterAsync(kind);
        _time.Advance(TimeSpan.FromSeconds(100));
        await first.DisposeAsync();
        var second = EnterAsync(kind);

        _time.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromMilliseconds(1));
        Assert.Null(_gate.State.UnderWay);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(kind, _gate.State.UnderWay);

        await (await second).DisposeAsync();
    }

    [Fact]
    public async Task Only_one_request_is_under_way_whatever_its_kind()
    {
        var api = await EnterAsync(RequestKind.Api);
        var page = EnterAsync(RequestKind.Page);

        _time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(RequestKind.Api, _gate.State.UnderWay);
        Assert.Equal(1, _gate.State.Page.Waiting);

        await api.DisposeAsync();
        Assert.Equal(RequestKind.Page, _gate.State.UnderWay);
        await (await page).DisposeAsync();
    }

    [Fact]
    public async Task A_kind_that_must_wait_does_not_keep_the_other_from_the_connection()
    {
        await (await EnterAsync(RequestKind.Page)).DisposeAsync();
        var page = EnterAsync(RequestKind.Page);

        await (await EnterAsync(RequestKind.Api)).DisposeAsync();

        Assert.Equal(1, _gate.State.Page.Waiting);
        _time.Advance(TimeSpan.FromSeconds(15));
        await (await page).DisposeAsync();
    }

    [Fact]
    public async Task Callers_of_one_kind_go_in_the_order_they_came()
    {
        var order = new List<int>();
        var first = await EnterAsync(RequestKind.Api);
        var callers = Enumerable.Range(0, 5).Select(async number =>
        {
            var turn = await EnterAsync(RequestKind.Api);
            order.Add(number);
            await turn.DisposeAsync();
        }).ToArray();
        await first.DisposeAsync();

        await Support.GateSteps.RunAsync(_time, _gate, callers);

        Assert.Equal([0, 1, 2, 3, 4], order);
    }

    [Fact]
    public async Task Between_kinds_the_one_that_was_ready_first_goes_first()
    {
        await (await EnterAsync(RequestKind.Page)).DisposeAsync();
        var page = EnterAsync(RequestKind.Page);
        _time.Advance(TimeSpan.FromSeconds(14));
        var longApi = await EnterAsync(RequestKind.Api);
        var api = EnterAsync(RequestKind.Api);
        _time.Advance(TimeSpan.FromSeconds(60));

        // The page has been ready for a minute, the API will be only in three seconds.
        await longApi.DisposeAsync();
        Assert.Equal(RequestKind.Page, _gate.State.UnderWay);

        var turn = await page;
        _time.Advance(TimeSpan.FromSeconds(60));
        await turn.DisposeAsync();
        Assert.Equal(RequestKind.Api, _gate.State.UnderWay);
        await (await api).DisposeAsync();
    }

    [Theory]
    [InlineData(RequestKind.Api, RequestKind.Page)]
    [InlineData(RequestKind.Page, RequestKind.Api)]
    public async Task Between_kinds_that_are_ready_at_the_same_moment_the_first_to_come_goes_first(RequestKind earlier, RequestKind later)
    {
        using var gate = new RequestGate(_time, Options.Create(new ArxivOptions { ApiInterval = Tick, PageInterval = Tick }));
        var busy = await gate.EnterAsync(RequestKind.Api, Token);
        var first = EnterAsync(gate, earlier, Token);
        var second = EnterAsync(gate, later, Token);
        gate.Hold(RequestKind.Api, _time.GetUtcNow().AddSeconds(10));
        gate.Hold(RequestKind.Page, _time.GetUtcNow().AddSeconds(10));
        await busy.DisposeAsync();

        _time.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(earlier, gate.State.UnderWay);
        await (await first).DisposeAsync();
        await (await second).DisposeAsync();
    }

    [Fact]
    public async Task Whoever_cancels_leaves_the_line_as_it_was()
    {
        using var impatience = new CancellationTokenSource();
        var busy = await EnterAsync(RequestKind.Api);
        var first = EnterAsync(RequestKind.Api);
        var second = EnterAsync(_gate, RequestKind.Api, impatience.Token);
        var third = EnterAsync(RequestKind.Api);
        await busy.DisposeAsync();

        await impatience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Assert.Equal(2, _gate.State.Api.Waiting);
        _time.Advance(TimeSpan.FromSeconds(3));
        await (await first).DisposeAsync();
        _time.Advance(TimeSpan.FromSeconds(3));
        await (await third).DisposeAsync();
        Assert.Equal(3, _gate.Sent(RequestKind.Api));
    }

    [Fact]
    public async Task When_the_first_in_line_cancels_the_one_behind_still_gets_in_on_time()
    {
        using var impatience = new CancellationTokenSource();
        await (await EnterAsync(RequestKind.Api)).DisposeAsync();
        var first = EnterAsync(_gate, RequestKind.Api, impatience.Token);
        var second = EnterAsync(RequestKind.Api);

        await impatience.CancelAsync();
        _time.Advance(TimeSpan.FromSeconds(3));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        await (await second).DisposeAsync();
    }

    [Fact]
    public async Task Who_comes_cancelled_never_joins_the_line()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => _gate.EnterAsync(RequestKind.Api, new CancellationToken(canceled: true)).AsTask());

        Assert.Equal(0, _gate.Sent(RequestKind.Api));
    }

    [Fact]
    public async Task Leaving_a_turn_twice_frees_the_connection_once()
    {
        var first = await EnterAsync(RequestKind.Api);
        var second = EnterAsync(RequestKind.Page);
        await first.DisposeAsync();
        var turn = await second;
        var third = EnterAsync(RequestKind.Page);

        await first.DisposeAsync();

        Assert.Equal(RequestKind.Page, _gate.State.UnderWay);
        Assert.Equal(1, _gate.State.Page.Waiting);
        await turn.DisposeAsync();
        _time.Advance(TimeSpan.FromSeconds(15));
        await (await third).DisposeAsync();
    }

    [Fact]
    public async Task The_state_tells_who_waits_and_when_a_kind_opens()
    {
        await (await EnterAsync(RequestKind.Page)).DisposeAsync();
        var waiting = EnterAsync(RequestKind.Page);

        var state = _gate.State;

        Assert.Equal(
            new LaneState(Waiting: 1, Sent: 1, OpensAt: _time.GetUtcNow().AddSeconds(15), HeldUntil: null), state.LaneOf(RequestKind.Page));
        Assert.Equal(0, state.LaneOf(RequestKind.Api).Waiting);
        Assert.Null(state.UnderWay);
        _time.Advance(TimeSpan.FromSeconds(15));
        await (await waiting).DisposeAsync();
    }

    [Fact]
    public async Task A_closed_gate_sends_everybody_away()
    {
        var turn = await EnterAsync(RequestKind.Api);
        var waiting = EnterAsync(RequestKind.Api);

        _gate.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => waiting);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => EnterAsync(RequestKind.Page));
        await turn.DisposeAsync();
    }

    private Task<RequestPermit> EnterAsync(RequestKind kind) => EnterAsync(_gate, kind, Token);

    // With an end on the real clock: a gate that forgets a caller shall fail its test, not hang it.
    private static Task<RequestPermit> EnterAsync(RequestGate gate, RequestKind kind, CancellationToken cancellationToken) =>
        gate.EnterAsync(kind, cancellationToken).AsTask().WaitAsync(TimeSpan.FromMinutes(5), Token);
}
