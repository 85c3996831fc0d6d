using System.Globalization;

namespace Sheaf.Benchmarks;

/// <summary>What came out; a line of the closing table.</summary>
/// <param name="Goal">What was aimed at.</param>
/// <param name="Ratio">Throughput over that of the floor, by the medians; null where a benchmark failed.</param>
internal sealed record Result(Goal Goal, double? Ratio)
{
    public bool Measured => Ratio is not null;

    public override string ToString()
    {
        var verdict = Ratio is null ? "not measured" : Ratio >= Goal.Least ? "met" : "missed";
        return string.Create(CultureInfo.InvariantCulture, $"{Goal.Title,-64} {Ratio,5:F2}   goal {Goal.Least:F1}   {verdict}");
    }
}
