using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Sheaf.Arxiv.Politeness;
using Sheaf.Arxiv.Tests.Politeness.Support;

namespace Sheaf.Arxiv.Tests.Politeness;

/// <summary>Gates over one folder, each as it stands in a process of its own, on one fake clock.</summary>
public sealed class CrossProcessGateTests : IDisposable
{
    private static readonly Uri Address = new("https://arxiv.org/abs/2404.00001");
    private static readonly TimeSpan Instant = TimeSpan.FromMilliseconds(1);

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
    private readonly string _folder = Path.Combine(Directory.CreateTempSubdirectory("sheaf-gate-").FullName, "state");
    private readonly List<RequestGate> _gates = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private GateFolder Folder => new(_folder);

    public void Dispose()
    {
        _gates.ForEach(gate => gate.Dispose());
        Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);
    }

    [Theory]
    [InlineData(RequestKind.Api, 3)]
    [InlineData(RequestKind.Page, 15)]
    public async Task Spacing_counts_from_the_end_of_a_request_of_another_process(RequestKind kind, int seconds)
    {
        var (one, other) = (Gate(), Gate());
        var turn = await EnterAsync(one, kind);
        _time.Advance(TimeSpan.FromSeconds(100));
        await turn.DisposeAsync();
        var next = EnterAsync(other, kind);

        _time.Advance(TimeSpan.FromSeconds(seconds) - Instant);
        Assert.Null(other.State.UnderWay);
        Assert.Equal(_time.GetUtcNow() + Instant, other.State.Of(kind).OpensAt);
        _time.Advance(Instant);
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

        _time.Advance(TimeSpan.FromSeconds(15) - Instant);
        Assert.Null(second.State.UnderWay);
        _time.Advance(Instant);
        await (await next).DisposeAsync();
    }

    [Fact]
    public async Task Only_one_request_is_under_way_whatever_its_kind_and_its_process()
    {
        var (one, other) = (Gate(), Gate());
        var turn = await EnterAsync(one, RequestKind.Api);
        var page = EnterAsync(other, RequestKind.Page);

        _time.Advance(TimeSpan.FromHours(1));
        Assert.Null(other.State.UnderWay);

        await turn.DisposeAsync();
        _time.Advance(TimeSpan.FromMilliseconds(25));
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

        _time.Advance(TimeSpan.FromSeconds(15));
        await (await page).DisposeAsync();
    }

    [Fact]
    public async Task Processes_take_turns_however_many_callers_each_has()
    {
        var order = new List<string>();
        var (one, other) = (Gate(), Gate());
        var busy = await EnterAsync(one, RequestKind.Api);
        var callers = Enumerable.Range(0, 4).Select(_ => AskAsync(one, "one", order)).ToList();
        callers.AddRange(Enumerable.Range(0, 2).Select(_ => AskAsync(other, "other", order)));
        await busy.DisposeAsync();

        while (callers.Count > 0)
        {
            // Time stands still while somebody has his turn: gates that ask without a pause would keep him from the folder, and so from leaving.
            if (one.State.UnderWay is null && other.State.UnderWay is null)
            {
                _time.Advance(TimeSpan.FromMilliseconds(100));
            }
            else
            {
                await await Task.WhenAny(callers);
            }

            callers.RemoveAll(caller => caller.IsCompletedSuccessfully);
        }

        Assert.Equal(["one", "other", "one", "other", "one", "one"], order);
    }

    [Fact]
    public async Task A_hold_reaches_every_process_and_the_next_one()
    {
        var (one, other) = (Gate(), Gate());
        await (await EnterAsync(one, RequestKind.Api)).DisposeAsync();
        var waiting = EnterAsync(other, RequestKind.Api);

        one.Hold(RequestKind.Api, _time.GetUtcNow().AddSeconds(60));
        one.Dispose();
        _time.Advance(TimeSpan.FromSeconds(60) - Instant);

        Assert.Null(other.State.UnderWay);
        Assert.NotNull(other.State.Api.HeldUntil);
        _time.Advance(Instant);
        await (await waiting).DisposeAsync();
    }

    [Fact]
    public async Task A_hold_of_the_api_lets_the_pages_of_other_processes_go_on()
    {
        var (one, other) = (Gate(), Gate());
        one.Hold(RequestKind.Api, _time.GetUtcNow().AddMinutes(5));

        await (await EnterAsync(other, RequestKind.Page)).DisposeAsync();
    }

    [Fact]
    public async Task Nobody_waits_for_another_process_s_hold_of_more_than_ten_minutes()
    {
        var (one, other) = (Gate(), Gate());
        await (await EnterAsync(one, RequestKind.Api)).DisposeAsync();
        var waiting = EnterAsync(other, RequestKind.Api);
        var until = _time.GetUtcNow().AddHours(1);

        one.Hold(RequestKind.Api, until);
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(until, (await Assert.ThrowsAsync<ArxivUnavailableException>(() => waiting)).NotBefore);
        Assert.Equal(until, (await Assert.ThrowsAsync<ArxivUnavailableException>(() => EnterAsync(Gate(), RequestKind.Api))).NotBefore);
        Assert.Empty(Report().Waiting);
    }

    [Fact]
    public async Task A_403_stops_every_process_until_a_person_resumes()
    {
        var (one, other) = (Gate(), Gate());
        var turn = await EnterAsync(one, RequestKind.Page);
        var waiting = EnterAsync(other, RequestKind.Api);
        var since = _time.GetUtcNow();

        one.Stop(Address);
        await turn.DisposeAsync();
        one.Dispose();
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(Address, (await Assert.ThrowsAsync<ArxivForbiddenException>(() => waiting)).Address);
        var later = await Assert.ThrowsAsync<ArxivForbiddenException>(() => EnterAsync(Gate(), RequestKind.Page));
        Assert.Equal((Address, since), (later.Address, later.Since));
        Assert.Equal((Address, since), (other.State.StoppedBy, other.State.StoppedSince));
        Assert.Equal(new GateStop(Address, since), Folder.Resume());
        Assert.Null(Folder.Resume());
        _time.Advance(TimeSpan.FromSeconds(15));
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
        await File.WriteAllTextAsync(Path.Combine(_folder, "stopped.json"), damaged, Token);

        await Assert.ThrowsAsync<ArxivForbiddenException>(() => EnterAsync(Gate(), RequestKind.Api));
        Assert.NotNull(Folder.Resume());
    }

    [Fact]
    public async Task After_a_request_whose_end_nobody_knows_a_whole_interval_is_waited()
    {
        var (killed, next) = (Gate(), Gate());
        var turn = await EnterAsync(killed, RequestKind.Page);
        _time.Advance(TimeSpan.FromSeconds(40));

        // Its lock goes, and its request stands as begun: as after a kill.
        killed.Dispose();
        var waiting = EnterAsync(next, RequestKind.Page);

        _time.Advance(TimeSpan.FromSeconds(15) - Instant);
        Assert.Null(next.State.UnderWay);
        _time.Advance(Instant);
        await (await waiting).DisposeAsync();
        await turn.DisposeAsync();
    }

    [Fact]
    public async Task A_state_cut_off_anywhere_or_gone_is_never_taken_for_free()
    {
        var first = Gate();
        await (await EnterAsync(first, RequestKind.Api)).DisposeAsync();
        first.Dispose();
        var file = Path.Combine(_folder, "gate.json");
        var whole = await File.ReadAllBytesAsync(file, Token);
        for (var length = -1; length < whole.Length; length++)
        {
            _time.Advance(TimeSpan.FromHours(1));
            File.Delete(file);
            if (length >= 0)
            {
                await File.WriteAllBytesAsync(file, whole[..length], Token);
            }

            using var gate = new RequestGate(_time, Options.Create(Settings()));
            var waiting = EnterAsync(gate, RequestKind.Api);
            _time.Advance(TimeSpan.FromSeconds(3) - Instant);
            Assert.Null(gate.State.UnderWay);
            _time.Advance(Instant);
            await (await waiting).DisposeAsync();
        }
    }

    [Theory]
    [InlineData(-400)]
    [InlineData(400)]
    public async Task Setting_the_clock_neither_shortens_nor_stretches_the_spacing_between_processes(int days)
    {
        var shifted = new ShiftedTime(_time);
        var one = Gate(shifted);
        await (await EnterAsync(one, RequestKind.Page)).DisposeAsync();
        one.Dispose();
        shifted.Shift = TimeSpan.FromDays(days);

        var other = Gate(shifted);
        var waiting = EnterAsync(other, RequestKind.Page);

        _time.Advance(TimeSpan.FromSeconds(15) - Instant);
        Assert.Null(other.State.UnderWay);
        _time.Advance(Instant);
        await (await waiting).DisposeAsync();
    }

    [Fact]
    public async Task A_clock_set_back_makes_a_hold_no_longer_than_it_was_to_be()
    {
        var shifted = new ShiftedTime(_time);
        var one = Gate(shifted);
        one.Hold(RequestKind.Api, shifted.GetUtcNow().AddMinutes(2));
        one.Dispose();
        shifted.Shift = TimeSpan.FromHours(-5);

        var other = Gate(shifted);
        var waiting = EnterAsync(other, RequestKind.Api);

        _time.Advance(TimeSpan.FromMinutes(2) - Instant);
        Assert.Null(other.State.UnderWay);
        _time.Advance(Instant);
        await (await waiting).DisposeAsync();
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_lets_nobody_in()
    {
        await File.WriteAllTextAsync(_folder, "a file where the folder should be", Token);

        var failure = await Assert.ThrowsAsync<GateStateException>(() => EnterAsync(Gate(), RequestKind.Api));

        Assert.Contains(_folder, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_breaks_while_callers_wait_sends_them_away()
    {
        var gate = Gate();
        await (await EnterAsync(gate, RequestKind.Api)).DisposeAsync();
        var waiting = EnterAsync(gate, RequestKind.Api);

        Directory.Delete(_folder, recursive: true);
        await File.WriteAllTextAsync(_folder, "", Token);
        _time.Advance(TimeSpan.FromSeconds(3));

        await Assert.ThrowsAsync<GateStateException>(() => waiting);
        File.Delete(_folder);
        Directory.CreateDirectory(_folder);
    }

    [Fact]
    public async Task Who_cancels_does_not_keep_another_process_waiting()
    {
        using var impatience = new CancellationTokenSource();
        var (one, other) = (Gate(), Gate());
        await (await EnterAsync(one, RequestKind.Api)).DisposeAsync();
        var first = one.EnterAsync(RequestKind.Api, impatience.Token).AsTask();
        var second = EnterAsync(other, RequestKind.Api);

        await impatience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Single(Report().Waiting);
        _time.Advance(TimeSpan.FromSeconds(3.1));
        await (await second).DisposeAsync();
    }

    [Fact]
    public async Task A_process_that_does_not_come_when_it_is_its_turn_is_passed_by_and_comes_next()
    {
        Folder.Check();
        using var sleeper = new CrossProcessQueue(Folder, _time, Settings());
        sleeper.Announce([RequestKind.Api]);
        var gate = Gate();
        var awake = EnterAsync(gate, RequestKind.Api);

        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(gate.State.UnderWay);
        _time.Advance(TimeSpan.FromSeconds(2));
        _time.Advance(TimeSpan.FromMilliseconds(25));
        await (await awake).DisposeAsync();

        _time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(RequestKind.Api, sleeper.Ask(new Dictionary<RequestKind, TimeSpan> { [RequestKind.Api] = TimeSpan.Zero }).LetIn);
        sleeper.Leave(RequestKind.Api);
    }

    [Fact]
    public async Task A_process_with_a_wider_spacing_is_not_passed_by_for_ever()
    {
        var patient = new RequestGate(_time, Options.Create(Settings(TimeSpan.FromSeconds(60))));
        _gates.Add(patient);
        var hasty = Gate();
        await (await EnterAsync(hasty, RequestKind.Api)).DisposeAsync();
        var first = EnterAsync(patient, RequestKind.Api);
        var second = EnterAsync(hasty, RequestKind.Api);

        _time.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(RequestKind.Api, patient.State.UnderWay);
        await (await first).DisposeAsync();
        _time.Advance(TimeSpan.FromSeconds(3.1));
        await (await second).DisposeAsync();
    }

    [Fact]
    public async Task The_report_says_who_asks_who_waits_and_until_when()
    {
        var (one, other) = (Gate(), Gate());
        (one.Command, other.Command) = ("harvest 2024-04", "draft 2024-05");
        await (await EnterAsync(one, RequestKind.Api)).DisposeAsync();
        var turn = await EnterAsync(one, RequestKind.Page);
        var waiting = EnterAsync(other, RequestKind.Page);
        var now = _time.GetUtcNow();

        var report = Report();

        Assert.Equal(new GateAsker("harvest 2024-04", Environment.ProcessId, RequestKind.Page, now), report.UnderWay);
        Assert.Equal([new GateAsker("draft 2024-05", Environment.ProcessId, RequestKind.Page, now)], report.Waiting);
        Assert.Equal((now.AddSeconds(3), null, false, null), (report.ApiNotBefore, report.PageNotBefore, report.IsHeld, report.Stopped));
        await turn.DisposeAsync();
        Assert.Null(Report().UnderWay);
        _time.Advance(TimeSpan.FromSeconds(15.1));
        await (await waiting).DisposeAsync();
    }

    private GateReport Report() => Folder.Report(() => new ArxivOptions(), _time);

    private RequestGate Gate(TimeProvider? time = null)
    {
        var gate = new RequestGate(time ?? _time, Options.Create(Settings()));
        _gates.Add(gate);
        return gate;
    }

    private ArxivOptions Settings(TimeSpan? interval = null) => new() { GateFolder = _folder, ApiInterval = interval ?? TimeSpan.FromSeconds(3) };

    private static async Task AskAsync(RequestGate gate, string name, List<string> order)
    {
        var turn = await EnterAsync(gate, RequestKind.Api);
        lock (order)
        {
            order.Add(name);
        }

        await turn.DisposeAsync();
    }

    // With an end on the real clock: a gate that forgets a caller shall fail its test, not hang it.
    private static Task<RequestPermit> EnterAsync(RequestGate gate, RequestKind kind) => gate.EnterAsync(kind, Token).AsTask().WaitAsync(TimeSpan.FromMinutes(5), Token);
}
