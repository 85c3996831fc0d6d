using System.Runtime.InteropServices;
using Sheaf.Drafts.Sentences;

namespace Sheaf.Benchmarks.Sentences;

/// <summary>Many rows of features, to learn from.</summary>
internal sealed class Rows
{
    private readonly List<int> _numbers = [];
    private readonly List<double> _values = [];
    private readonly List<int> _ends = [];

    public int Count => _ends.Count;

    public void Add(FeatureRow row)
    {
        _numbers.AddRange(row.Numbers);
        _values.AddRange(row.Values);
        _ends.Add(_numbers.Count);
    }

    /// <summary>Each row times the weights.</summary>
    public void Times(double[] weights, double[] products)
    {
        var at = 0;
        var number = CollectionsMarshal.AsSpan(_numbers);
        var value = CollectionsMarshal.AsSpan(_values);
        for (var row = 0; row < _ends.Count; row++)
        {
            var sum = 0.0;
            for (var end = _ends[row]; at < end; at++)
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
        var number = CollectionsMarshal.AsSpan(_numbers);
        var value = CollectionsMarshal.AsSpan(_values);
        for (var row = 0; row < _ends.Count; row++)
        {
            for (var end = _ends[row]; at < end; at++)
            {
                sum[number[at]] += times[row] * value[at];
            }
        }
    }
}
