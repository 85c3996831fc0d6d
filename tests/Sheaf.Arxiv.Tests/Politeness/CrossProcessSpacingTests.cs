using Sheaf.Arxiv.Politeness;
using Sheaf.Arxiv.Tests.Politeness.Support;

namespace Sheaf.Arxiv.Tests.Politeness;

/// <summary>Processes space their requests from each other as from their own.</summary>
public sealed class CrossProcessSpacingTests : GatesOverOneFolder
{
    [Theory]
    [InlineData(RequestKind.Api, 3)]
    [InlineData(RequestKind.Page, 15)]
    public async Task Spacing_counts_from_the_end_of_a_request_of_another_process(RequestKind kind, int seconds)
    {
        var (one, other) = (Gate(), Gate());
        var turn = await EnterAsync(one, kind);
        Time.Advance(TimeSpan.FromSeconds(100));
        await turn.DisposeAsync();
        var next = EnterAsync(other, kind);

        Time.Advance(TimeSpan.FromSeconds(seconds) - Instant);
        Assert.Null(other.State.UnderWay);
        Assert.Equal(Time.GetUtcNow() + Instant, other.State.LaneOf(kind).OpensAt);
        Time.Advance(Instant);
        Assert.Equal(kind, other.State.UnderWay);

        await (await next).DisposeAsync();
    }

    [Fact]
    public async Task Spacing_outlives_the_process()
    {
        var first = Gate();
        await (await EnterAsync(first, RequestKind.Page)).DisposeAsync();
        first.Dispose();

        var second = Gate();
        var next = EnterAsync(second, RequestKind.Page);

        Time.Advance(TimeSpan.FromSeconds(15) - Instant);
        Assert.Null(second.State.UnderWay);
        Time.Advance(Instant);
        await (await next).DisposeAsync();
    }

    [Fact]
    public async Task Only_one_request_is_under_way_whatever_its_kind_and_its_process()
    {
        var (one, other) = (Gate(), Gate());
        var turn = await EnterAsync(one, RequestKind.Api);
        var page = EnterAsync(other, RequestKind.Page);

        Time.Advance(TimeSpan.FromHours(1));
        Assert.Null(other.State.UnderWay);

        await turn.DisposeAsync();
        Time.Advance(TimeSpan.FromMilliseconds(25));
        Assert.Equal(RequestKind.Page, other.State.UnderWay);
        await (await page).DisposeAsync();
    }

    [Fact]
    public async Task A_kind_that_must_wait_does_not_keep_another_process_from_the_connection()
    {
        var (one, other) = (Gate(), Gate());
        await (await EnterAsync(one, RequestKind.Page)).DisposeAsync();
        var page = EnterAsync(one, RequestKind.Page);

        await (await EnterAsync(other, RequestKind.Api)).DisposeAsync();

        Time.Advance(TimeSpan.FromSeconds(15));
        await (await page).DisposeAsync();
    }

    [Fact]
    public async Task After_a_request_whose_end_nobody_knows_a_whole_interval_is_waited()
    {
        var (killed, next) = (Gate(), Gate());
        var turn = await EnterAsync(killed, RequestKind.Page);
        Time.Advance(TimeSpan.FromSeconds(40));

        // Its lock goes, and its request stands as begun: as after a kill.
        killed.Dispose();
        var waiting = EnterAsync(next, RequestKind.Page);

        Time.Advance(TimeSpan.FromSeconds(15) - Instant);
        Assert.Null(next.State.UnderWay);
        Time.Advance(Instant);
        await (await waiting).DisposeAsync();
        await turn.DisposeAsync();
    }

    [Theory]
    [InlineData(-400)]
    [InlineData(400)]
    public async Task Setting_the_clock_neither_shortens_nor_stretches_the_spacing_between_processes(int days)
    {
        var shifted = new ShiftedTime(Time);
        var one = Gate(shifted);
        await (await EnterAsync(one, RequestKind.Page)).DisposeAsync();
        one.Dispose();
        shifted.Shift = TimeSpan.FromDays(days);

        var other = Gate(shifted);
        var waiting = EnterAsync(other, RequestKind.Page);

        Time.Advance(TimeSpan.FromSeconds(15) - Instant);
        Assert.Null(other.State.UnderWay);
        Time.Advance(Instant);
        await (await waiting).DisposeAsync();
    }

    [Fact]
    public async Task A_process_with_a_wider_spacing_is_not_passed_by_for_ever()
    {
        var patient = Gate(interval: TimeSpan.FromSeconds(60));
        var hasty = Gate();
        await (await EnterAsync(hasty, RequestKind.Api)).DisposeAsync();
        var first = EnterAsync(patient, RequestKind.Api);
        var second = EnterAsync(hasty, RequestKind.Api);

        Time.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(RequestKind.Api, patient.State.UnderWay);
        await (await first).DisposeAsync();
        Time.Advance(TimeSpan.FromSeconds(3.1));
        await (await second).DisposeAsync();
    }
}
