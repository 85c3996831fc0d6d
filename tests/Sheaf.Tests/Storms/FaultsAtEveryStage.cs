using Sheaf.Replica.Faults;
using Sheaf.TestKit.Storms;

namespace Sheaf.Tests.Storms;

/// <summary>The table of faults in the README of the benchmarks, cell by cell.</summary>
public sealed class FaultsAtEveryStage
{
    private static readonly Lazy<IReadOnlyList<(FaultTrial Trial, string Outcome)>> Table = new(() =>
        [.. FaultTable.Read(File.ReadAllText(Path.Combine(ReferenceData.Checkout, "tests", "Sheaf.Benchmarks", "README.md")))]);

    public static TheoryData<FaultKind, bool, string, string> Cells =>
        [
            .. Table.Value.Select(
                cell => new TheoryDataRow<FaultKind, bool, string, string>(
                    cell.Trial.Fault, cell.Trial.IsEndless, cell.Trial.Stage, cell.Outcome)),
        ];

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Have_the_outcome_that_the_table_tells(FaultKind fault, bool isEndless, string stage, string outcome) =>
        Assert.Equal(outcome, await new FaultTrial(fault, isEndless, stage).RunAsync(TestContext.Current.CancellationToken));

    [Fact]
    public void Are_all_in_the_table() => Assert.Equal(FaultTable.All, Table.Value.Select(cell => cell.Trial));
}
