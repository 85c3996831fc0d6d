namespace Sheaf.Drafts.Sentences;

/// <summary>The features that one word or sentence has, by their numbers; those that it lacks are 0.</summary>
public sealed class FeatureRow
{
    private int[] _numbers = new int[128];
    private double[] _values = new double[128];

    public int Count { get; private set; }

    public ReadOnlySpan<int> Numbers => _numbers.AsSpan(0, Count);

    public ReadOnlySpan<double> Values => _values.AsSpan(0, Count);

    public void Clear() => Count = 0;

    public void Add(int number, double value = 1)
    {
        if (Count == _numbers.Length)
        {
            Array.Resize(ref _numbers, 2 * Count);
            Array.Resize(ref _values, 2 * Count);
        }

        _numbers[Count] = number;
        _values[Count++] = value;
    }

    public void AddIf(bool has, int number)
    {
        if (has)
        {
            Add(number);
        }
    }

    /// <summary>Summed in the order of adding, so that every machine says the same.</summary>
    public double Times(ReadOnlySpan<double> weights)
    {
        var sum = 0.0;
        for (var at = 0; at < Count; at++)
        {
            sum += weights[_numbers[at]] * _values[at];
        }

        return sum;
    }
}
