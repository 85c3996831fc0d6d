using System.Runtime.InteropServices;
using Sheaf.Drafts.Sentences;

namespace Sheaf.Benchmarks.Sentences;

/// <summary>Many rows of features, to learn from.</summary>
internal sealed class Rows
{
    private readonly List<int> numbers = [];
    private readonly List<double> values = [];
    private readonly List<int> ends = [];

    public int Count => ends.Count;

    public void Add(FeatureRow row)
    {
        numbers.AddRange(row.Numbers);
        values.AddRange(row.Values);
        ends.Add(numbers.Count);
    }

    /// <summary>Each row times the weights.</summary>
    public void Times(double[] weights, double[] products)
    {
        var at = 0;
        var number = CollectionsMarshal.AsSpan(numbers);
        var value = CollectionsMarshal.AsSpan(values);
        for (var row = 0; row < ends.Count; row++)
        {
            var sum = 0.0;
            for (var end = ends[row]; at < end; at++)
            {
                sum += weights[number[at]] * value[at];
            }

            products[row] = sum;
        }
    }

    /// <summary>Adds each row, so many times, to a sum.</summary>
    public void AddTo(double[] sum, double[] times)
    {
        var at = 0;
        var number = CollectionsMarshal.AsSpan(numbers);
        var value = CollectionsMarshal.AsSpan(values);
        for (var row = 0; row < ends.Count; row++)
        {
            for (var end = ends[row]; at < end; at++)
            {
                sum[number[at]] += times[row] * value[at];
            }
        }
    }
}
