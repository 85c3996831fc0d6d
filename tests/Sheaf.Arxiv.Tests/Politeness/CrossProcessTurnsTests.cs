using Sheaf.Arxiv.Politeness;
using Sheaf.Arxiv.Tests.Politeness.Support;

namespace Sheaf.Arxiv.Tests.Politeness;

/// <summary>Processes take turns, and one that is gone or asleep keeps no other from its turn.</summary>
public sealed class CrossProcessTurnsTests : GatesOverOneFolder
{
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
            // Time stands still while somebody has his turn: gates that ask without a pause would keep him from the folder, and so from
            // leaving.
            if (one.State.UnderWay is null && other.State.UnderWay is null)
            {
                Time.Advance(TimeSpan.FromMilliseconds(100));
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
        Time.Advance(TimeSpan.FromSeconds(3.1));
        await (await second).DisposeAsync();
    }

    [Fact]
    public async Task A_process_that_does_not_come_when_it_is_its_turn_is_passed_by_and_comes_next()
    {
        Folder.Check();
        using var sleeper = new CrossProcessQueue(Folder, Time, Settings());
        sleeper.Announce([RequestKind.Api]);
        var gate = Gate();
        var awake = EnterAsync(gate, RequestKind.Api);

        Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(gate.State.UnderWay);
        Time.Advance(TimeSpan.FromSeconds(2));
        Time.Advance(TimeSpan.FromMilliseconds(25));
        await (await awake).DisposeAsync();

        Time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(RequestKind.Api, sleeper.Ask(new Dictionary<RequestKind, TimeSpan> { [RequestKind.Api] = TimeSpan.Zero }).LetIn);
        sleeper.Leave(RequestKind.Api);
    }

    [Fact]
    public async Task The_report_says_who_asks_who_waits_and_until_when()
    {
        var (one, other) = (Gate(), Gate());
        (one.Command, other.Command) = ("harvest 2024-04", "draft 2024-05");
        await (await EnterAsync(one, RequestKind.Api)).DisposeAsync();
        var turn = await EnterAsync(one, RequestKind.Page);
        var waiting = EnterAsync(other, RequestKind.Page);
        var now = Time.GetUtcNow();

        var report = Report();

        Assert.Equal(new GateAsker("harvest 2024-04", Environment.ProcessId, RequestKind.Page, now), report.UnderWay);
        Assert.Equal([new GateAsker("draft 2024-05", Environment.ProcessId, RequestKind.Page, now)], report.Waiting);
        Assert.Equal((now.AddSeconds(3), null, false, null), (report.ApiNotBefore, report.PageNotBefore, report.IsHeld, report.Stopped));
        await turn.DisposeAsync();
        Assert.Null(Report().UnderWay);
        Time.Advance(TimeSpan.FromSeconds(15.1));
        await (await waiting).DisposeAsync();
    }

    private static async Task AskAsync(RequestGate gate, string name, List<string> order)
    {
        var turn = await EnterAsync(gate, RequestKind.Api);
        lock (order)
        {
            order.Add(name);
        }

        await turn.DisposeAsync();
    }
}
