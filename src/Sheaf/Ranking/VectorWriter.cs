namespace Sheaf.Ranking;

/// <summary>Sparse vectors being written, one after the other, into one list of columns and one of values.</summary>
internal sealed class VectorWriter
{
    private int _begin;

    public List<int> Columns { get; } = [];

    public List<float> Values { get; } = [];

    /// <summary>Room for whoever writes.</summary>
    public List<int> Scratch { get; } = [];

    /// <summary>What is added from here on is brought to its length by <see cref="Scale"/>.</summary>
    public void Begin() => _begin = Columns.Count;

    public void Add(int column, double value)
    {
        Columns.Add(column);
        Values.Add((float)value);
    }

    public void Scale(double length)
    {
        var squares = 0.0;
        for (var at = _begin; at < Values.Count; at++)
        {
            squares += (double)Values[at] * Values[at];
        }

        var factor = squares > 0 ? length / Math.Sqrt(squares) : 0;
        for (var at = _begin; at < Values.Count; at++)
        {
            Values[at] = (float)(Values[at] * factor);
        }
    }

    public void Clear()
    {
        Columns.Clear();
        Values.Clear();
    }
}
