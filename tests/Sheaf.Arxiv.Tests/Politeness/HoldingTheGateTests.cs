using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Sheaf.Arxiv.Politeness;
using Sheaf.Arxiv.Tests.Politeness.Support;

namespace Sheaf.Arxiv.Tests.Politeness;

public sealed class HoldingTheGateTests : IDisposable
{
    private static readonly Uri Address = new("https://arxiv.org/abs/2404.00001");
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
    private readonly RequestGate _gate;

    public HoldingTheGateTests()
    {
        _gate = new RequestGate(_time, Options.Create(new ArxivOptions()));
    }

    public void Dispose() => _gate.Dispose();

    [Fact]
    public async Task A_hold_keeps_its_kind_out_until_it_is_over()
    {
        _gate.Hold(RequestKind.Api, In(TimeSpan.FromSeconds(30)));
        var waiting = EnterAsync(RequestKind.Api);

        _time.Advance(TimeSpan.FromSeconds(29.999));
        Assert.Null(_gate.State.UnderWay);
        Assert.NotNull(_gate.State.Api.HeldUntil);
        _time.Advance(TimeSpan.FromSeconds(0.001));

        await (await waiting).DisposeAsync();
        Assert.Null(_gate.State.Api.HeldUntil);
    }

    [Fact]
    public async Task A_hold_of_one_kind_lets_the_other_go_on()
    {
        _gate.Hold(RequestKind.Api, In(TimeSpan.FromMinutes(5)));

        await (await EnterAsync(RequestKind.Page)).DisposeAsync();

        Assert.Equal(In(TimeSpan.FromMinutes(5)), _gate.State.Api.HeldUntil);
        Assert.Null(_gate.State.Page.HeldUntil);
    }

    [Fact]
    public void A_hold_never_shortens_an_earlier_one()
    {
        _gate.Hold(RequestKind.Api, In(TimeSpan.FromMinutes(5)));

        _gate.Hold(RequestKind.Api, In(TimeSpan.FromMinutes(1)));

        Assert.Equal(In(TimeSpan.FromMinutes(5)), _gate.State.Api.HeldUntil);
    }

    [Fact]
    public async Task A_hold_reaches_those_who_already_wait()
    {
        await (await EnterAsync(RequestKind.Api)).DisposeAsync();
        var waiting = EnterAsync(RequestKind.Api);

        _gate.Hold(RequestKind.Api, In(TimeSpan.FromSeconds(30)));
        _time.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal(1, _gate.State.Api.Waiting);
        _time.Advance(TimeSpan.FromSeconds(27));
        await (await waiting).DisposeAsync();
    }

    [Fact]
    public async Task Nobody_waits_longer_than_ten_minutes_for_a_hold()
    {
        await (await EnterAsync(RequestKind.Api)).DisposeAsync();
        var waiting = EnterAsync(RequestKind.Api);
        var until = In(TimeSpan.FromHours(1));

        _gate.Hold(RequestKind.Api, until);

        Assert.Equal(until, (await Assert.ThrowsAsync<ArxivUnavailableException>(() => waiting)).NotBefore);
        Assert.Equal(until, (await Assert.ThrowsAsync<ArxivUnavailableException>(() => EnterAsync(RequestKind.Api))).NotBefore);
        _time.Advance(TimeSpan.FromMinutes(50));
        var later = EnterAsync(RequestKind.Api);
        Assert.Equal(1, _gate.State.Api.Waiting);
        _time.Advance(TimeSpan.FromMinutes(10));
        await (await later).DisposeAsync();
    }

    [Fact]
    public async Task After_a_403_everybody_is_sent_away_until_a_person_resumes()
    {
        var turn = await EnterAsync(RequestKind.Page);
        var page = EnterAsync(RequestKind.Page);
        var api = EnterAsync(RequestKind.Api);

        _gate.Stop(Address);
        await turn.DisposeAsync();

        Assert.Equal(Address, (await Assert.ThrowsAsync<ArxivForbiddenException>(() => page)).Address);
        Assert.Equal(Address, (await Assert.ThrowsAsync<ArxivForbiddenException>(() => api)).Address);
        Assert.Equal(Address, (await Assert.ThrowsAsync<ArxivForbiddenException>(() => EnterAsync(RequestKind.Api))).Address);
        Assert.Equal(Address, _gate.State.StoppedBy);
        _gate.Resume();
        await (await EnterAsync(RequestKind.Api)).DisposeAsync();
        Assert.Null(_gate.State.StoppedBy);
    }

    [Fact]
    public async Task Setting_the_clock_neither_shortens_nor_stretches_a_wait()
    {
        var shifted = new ShiftedTime(_time);
        using var gate = new RequestGate(shifted, Options.Create(new ArxivOptions()));
        gate.Hold(RequestKind.Api, shifted.GetUtcNow().AddSeconds(30));
        var waiting = EnterAsync(gate, RequestKind.Api);

        shifted.Shift = TimeSpan.FromDays(1);
        _time.Advance(TimeSpan.FromSeconds(29));
        Assert.Equal(1, gate.State.Api.Waiting);
        shifted.Shift = TimeSpan.FromDays(-1);
        Assert.Equal(shifted.GetUtcNow().AddSeconds(1), gate.State.Api.HeldUntil);
        _time.Advance(TimeSpan.FromSeconds(1));

        await (await waiting).DisposeAsync();
    }

    [Fact]
    public async Task A_timer_that_goes_off_early_lets_nobody_in()
    {
        var hasty = new HastyTime(_time);
        using var gate = new RequestGate(hasty, Options.Create(new ArxivOptions()));
        await (await EnterAsync(gate, RequestKind.Api)).DisposeAsync();
        var waiting = EnterAsync(gate, RequestKind.Api);

        _time.Advance(TimeSpan.FromSeconds(2.9));
        Assert.True(hasty.Awakenings > 0);
        Assert.Equal(1, gate.State.Api.Waiting);
        _time.Advance(TimeSpan.FromSeconds(0.1));

        await (await waiting).DisposeAsync();
    }

    private DateTimeOffset In(TimeSpan wait) => _time.GetUtcNow() + wait;

    private Task<RequestPermit> EnterAsync(RequestKind kind) => EnterAsync(_gate, kind);

    // With an end on the real clock: a gate that forgets a caller shall fail its test, not hang it.
    private static Task<RequestPermit> EnterAsync(RequestGate gate, RequestKind kind) =>
        gate.EnterAsync(kind, TestContext.Current.CancellationToken).AsTask()
            .WaitAsync(TimeSpan.FromMinutes(5), TestContext.Current.CancellationToken);

    /// <summary>Its timers go off a tenth too early, as real ones do by some milliseconds.</summary>
    private sealed class HastyTime(FakeTimeProvider real) : TimeProvider
    {
        public int Awakenings { get; private set; }

        public override long TimestampFrequency => real.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => real.GetUtcNow();

        public override long GetTimestamp() => real.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            TimerCallback counted = value =>
            {
                Awakenings++;
                callback(value);
            };
            return new HastyTimer(real.CreateTimer(counted, state, dueTime, period));
        }

        private sealed class HastyTimer(ITimer timer) : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) =>
                timer.Change(dueTime > TimeSpan.FromMilliseconds(10) ? dueTime * 0.9 : dueTime, period);

            public void Dispose() => timer.Dispose();

            public ValueTask DisposeAsync() => timer.DisposeAsync();
        }
    }
}
