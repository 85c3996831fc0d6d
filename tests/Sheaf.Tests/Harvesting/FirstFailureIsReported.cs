using Sheaf.Replica;
using Sheaf.Replica.Faults;

namespace Sheaf.Tests.Harvesting;

/// <summary>Of two failures the first is the cause, and the one that a person hears of.</summary>
public sealed class FirstFailureIsReported
{
    [Fact]
    public async Task A_403_is_told_also_where_the_end_of_the_run_cannot_be_written_down()
    {
        string? store = null;
        await using var bench = await Workbench.StartAsync(
            InventedPapers.Many(1), new ReplicaOptions { Fault = _ => DeleteAnd(FaultKind.AccessDenied) });
        store = bench.Store;
        bench.List("2024-04.md", "- 2404.00001\n");

        var ran = await bench.RunAsync("harvest");

        Assert.Equal(3, ran.Exit);
        Assert.Contains("answered 403", ran.Error, StringComparison.Ordinal);

        FaultKind? DeleteAnd(FaultKind fault)
        {
            File.Delete(store!);
            return fault;
        }
    }
}
