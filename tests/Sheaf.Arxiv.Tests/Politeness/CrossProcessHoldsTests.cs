using Sheaf.Arxiv.Politeness;
using Sheaf.Arxiv.Tests.Politeness.Support;

namespace Sheaf.Arxiv.Tests.Politeness;

/// <summary>What arXiv has said to one process, a wait or a 403, is heeded by all.</summary>
public sealed class CrossProcessHoldsTests : GatesOverOneFolder
{
    [Fact]
    public async Task A_hold_reaches_every_process_and_the_next_one()
    {
        var (one, other) = (Gate(), Gate());
        await (await EnterAsync(one, RequestKind.Api)).DisposeAsync();
        var waiting = EnterAsync(other, RequestKind.Api);

        one.Hold(RequestKind.Api, Time.GetUtcNow().AddSeconds(60));
        one.Dispose();
        Time.Advance(TimeSpan.FromSeconds(60) - Instant);

        Assert.Null(other.State.UnderWay);
        Assert.NotNull(other.State.Api.HeldUntil);
        Time.Advance(Instant);
        await (await waiting).DisposeAsync();
    }

    [Fact]
    public async Task A_hold_of_the_api_lets_the_pages_of_other_processes_go_on()
    {
        var (one, other) = (Gate(), Gate());
        one.Hold(RequestKind.Api, Time.GetUtcNow().AddMinutes(5));

        await (await EnterAsync(other, RequestKind.Page)).DisposeAsync();
    }

    [Fact]
    public async Task Nobody_waits_for_another_process_s_hold_of_more_than_ten_minutes()
    {
        var (one, other) = (Gate(), Gate());
        await (await EnterAsync(one, RequestKind.Api)).DisposeAsync();
        var waiting = EnterAsync(other, RequestKind.Api);
        var until = Time.GetUtcNow().AddHours(1);

        one.Hold(RequestKind.Api, until);
        Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(until, (await Assert.ThrowsAsync<ArxivUnavailableException>(() => waiting)).NotBefore);
        Assert.Equal(until, (await Assert.ThrowsAsync<ArxivUnavailableException>(() => EnterAsync(Gate(), RequestKind.Api))).NotBefore);
        Assert.Empty(Report().Waiting);
    }

    [Fact]
    public async Task A_clock_set_back_makes_a_hold_no_longer_than_it_was_to_be()
    {
        var shifted = new ShiftedTime(Time);
        var one = Gate(shifted);
        one.Hold(RequestKind.Api, shifted.GetUtcNow().AddMinutes(2));
        one.Dispose();
        shifted.Shift = TimeSpan.FromHours(-5);

        var other = Gate(shifted);
        var waiting = EnterAsync(other, RequestKind.Api);

        Time.Advance(TimeSpan.FromMinutes(2) - Instant);
        Assert.Null(other.State.UnderWay);
        Time.Advance(Instant);
        await (await waiting).DisposeAsync();
    }

    [Fact]
    public async Task A_403_stops_every_process_until_a_person_resumes()
    {
        var (one, other) = (Gate(), Gate());
        var turn = await EnterAsync(one, RequestKind.Page);
        var waiting = EnterAsync(other, RequestKind.Api);
        var since = Time.GetUtcNow();

        one.Stop(Address);
        await turn.DisposeAsync();
        one.Dispose();
        Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(Address, (await Assert.ThrowsAsync<ArxivForbiddenException>(() => waiting)).Address);
        var later = await Assert.ThrowsAsync<ArxivForbiddenException>(() => EnterAsync(Gate(), RequestKind.Page));
        Assert.Equal((Address, since), (later.Address, later.Since));
        Assert.Equal((Address, since), (other.State.StoppedBy, other.State.StoppedSince));
        Assert.Equal(new GateStop(Address, since), Folder.Resume());
        Assert.Null(Folder.Resume());
        Time.Advance(TimeSpan.FromSeconds(15));
        await (await EnterAsync(other, RequestKind.Page)).DisposeAsync();
    }

    [Fact]
    public async Task A_stop_lifted_elsewhere_is_lifted_in_the_process_that_met_it()
    {
        var gate = Gate();
        gate.Stop(Address);

        Folder.Resume();

        Assert.Null(gate.State.StoppedBy);
        await (await EnterAsync(gate, RequestKind.Api)).DisposeAsync();
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"Address\":\"https://arx")]
    public async Task A_stop_that_cannot_be_read_stops_as_well(string damaged)
    {
        Folder.Check();
        await File.WriteAllTextAsync(Path.Combine(FolderPath, "stopped.json"), damaged, Token);

        await Assert.ThrowsAsync<ArxivForbiddenException>(() => EnterAsync(Gate(), RequestKind.Api));
        Assert.NotNull(Folder.Resume());
    }
}
