using Microsoft.Extensions.Options;
using Sheaf.Arxiv.Politeness;

namespace Sheaf.Arxiv.Tests.Politeness;

public sealed class CrowdAtTheGateTests
{
    [Fact]
    public async Task A_crowd_on_many_threads_gets_in_one_by_one_and_nobody_is_forgotten()
    {
        var options = new ArxivOptions { ApiInterval = TimeSpan.Zero, PageInterval = TimeSpan.FromMilliseconds(1) };
        using var gate = new RequestGate(TimeProvider.System, Options.Create(options));
        var inside = 0;
        var served = 0;

        await Parallel.ForAsync(0, 400, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (number, token) =>
        {
            using var impatience = CancellationTokenSource.CreateLinkedTokenSource(token);
            var entering = gate.EnterAsync(number % 2 == 0 ? RequestKind.Api : RequestKind.Page, impatience.Token);
            if (number % 7 == 0)
            {
                await impatience.CancelAsync();
            }

            try
            {
                await using var turn = await entering;
                Assert.Equal(1, Interlocked.Increment(ref inside));
                await Task.Yield();
                Interlocked.Increment(ref served);
                Interlocked.Decrement(ref inside);
            }
            catch (OperationCanceledException) when (impatience.IsCancellationRequested)
            {
            }
        });

        Assert.InRange(served, 400 - 58, 400);
        Assert.Equal(0, gate.State.Api.Waiting + gate.State.Page.Waiting);
        Assert.Null(gate.State.UnderWay);
        Assert.Equal(served, gate.Sent(RequestKind.Api) + gate.Sent(RequestKind.Page));
    }
}
