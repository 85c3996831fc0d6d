using System.Globalization;

namespace Sheaf.Benchmarks;

/// <summary>How much of the throughput of a floor a part of Sheaf is to have, both measured in the same run.</summary>
/// <param name="Title">What is measured against what.</param>
/// <param name="Least">The share of the floor's throughput that is the goal.</param>
/// <param name="Sides">The two sides, ready to run.</param>
internal sealed record Goal(string Title, double Least, Func<Paired> Sides)
{
    /// <summary>Measures, and says in one line of the closing table what came out.</summary>
    public string Judge()
    {
        var ratio = Sides().Ratio();
        return string.Create(
            CultureInfo.InvariantCulture, $"{Title,-64} {ratio,5:F2}   goal {Least:F1}   {(ratio >= Least ? "met" : "missed")}");
    }
}
