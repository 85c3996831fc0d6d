using BenchmarkDotNet.Reports;

namespace Sheaf.Benchmarks;

/// <summary>How much of the throughput of a floor a part of Sheaf is to have, both measured in the same run.</summary>
/// <param name="Title">What is measured against what.</param>
/// <param name="Benchmark">A class with two benchmarks; the floor is its baseline.</param>
/// <param name="Least">The share of the floor's throughput that is the goal.</param>
internal sealed record Goal(string Title, Type Benchmark, double Least)
{
    public Result Judge(Summary summary)
    {
        var floor = Median(summary, isFloor: true);
        var measured = Median(summary, isFloor: false);
        return new Result(this, floor / measured);
    }

    private static double? Median(Summary summary, bool isFloor) =>
        summary.Reports.Single(report => report.BenchmarkCase.Descriptor.Baseline == isFloor).ResultStatistics?.Median;
}
