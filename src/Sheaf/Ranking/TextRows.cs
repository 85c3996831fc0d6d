namespace Sheaf.Ranking;

/// <summary>The vectors of many papers, and the means that stand for what is not known of some of them.</summary>
internal sealed class TextRows
{
    private const int Parts = 4;

    private readonly TextRow[] _rows;
    private readonly TextFeatures _features;

    /// <param name="papers">One row each, in this order; their words are let go of when they are written.</param>
    /// <param name="features">The columns.</param>
    public TextRows(IReadOnlyList<ReadPaper> papers, TextFeatures features)
    {
        _features = features;
        _rows = new TextRow[papers.Count];
        Parallel.For(0, papers.Count, () => new RowWriter(), (row, _, writer) =>
        {
            _rows[row] = features.Write(papers[row], writer);
            papers[row].ForgetWords();
            return writer;
        }, _ => { });
        Means = FindMeans();
    }

    /// <summary>Number of rows.</summary>
    public int Count => _rows.Length;

    /// <summary>Number of columns.</summary>
    public int Features => _features.Count;

    public ref readonly TextRow this[int row] => ref _rows[row];

    /// <summary>What the average paper has in each column, of those that know its block.</summary>
    public double[] Means { get; }

    /// <summary>What a column is weighed by.</summary>
    public double Scale(int column) => _features.Scale[column];

    /// <summary>Brings weights, and the constant that comes last, to what rows are multiplied with.</summary>
    public void Prepare(ReadOnlySpan<double> point, RowWeights weights)
    {
        weights.Constant = point[^1];
        var (title, categories) = (_features.Titles.Count, _features.FirstCategory);
        (weights.MeanAbstract, weights.MeanCategories) = (0, 0);
        for (var column = 0; column < Features; column++)
        {
            weights.Scaled[column] = (float)(point[column] * _features.Scale[column]);
            weights.MeanAbstract += column >= title && column < categories ? point[column] * Means[column] : 0;
            weights.MeanCategories += column >= categories ? point[column] * Means[column] : 0;
        }
    }

    public RowWeights Prepare(ReadOnlySpan<double> point)
    {
        var weights = new RowWeights(Features);
        Prepare(point, weights);
        return weights;
    }

    /// <summary>Brings sums of rows (<see cref="TextRow.AddTo"/>) to the columns, and adds the means of what was not known.</summary>
    /// <param name="sums">Of all columns, in parts.</param>
    /// <param name="abstracts">How much was added of rows without an abstract.</param>
    /// <param name="categories">How much of rows without categories.</param>
    /// <param name="column">The column wanted.</param>
    public double Whole(float[][] sums, double abstracts, double categories, int column) =>
        (Sum(sums, column) * _features.Scale[column])
            + (column < _features.Titles.Count ? 0 : Means[column] * (column < _features.FirstCategory ? abstracts : categories));

    /// <summary>
    /// Adds up the first rows by column, in so many parts at once and the parts one after the other: so that the sums do not depend on how
    /// many processors there are.
    /// </summary>
    /// <param name="count">How many rows.</param>
    /// <param name="room">A sum of each column for each of the parts.</param>
    /// <param name="add">Adds the rows from the first number on and before the second, and gives what is not by column.</param>
    /// <returns>What <paramref name="add"/> gave of each part.</returns>
    public static T[] AddUp<T>(int count, float[][] room, Func<int, int, float[], T> add)
    {
        var parts = new T[room.Length];
        Parallel.For(0, room.Length, part =>
        {
            Array.Clear(room[part]);
            parts[part] = add(
                (int)((long)count * part / room.Length), (int)((long)count * (part + 1) / room.Length), room[part]);
        });
        return parts;
    }

    /// <summary>Room for <see cref="AddUp"/>.</summary>
    public float[][] NewSums() => [.. Enumerable.Range(0, Parts).Select(_ => new float[Features])];

    private double[] FindMeans()
    {
        var parts = NewSums();
        _ = AddUp(Count, parts, (from, to, sums) =>
        {
            for (var row = from; row < to; row++)
            {
                _rows[row].AddTo(sums, 1);
            }

            return true;
        });
        var abstracts = Math.Max(1, _rows.Count(row => !row.Missing.HasFlag(MissingFields.Abstract)));
        var categories = Math.Max(1, _rows.Count(row => !row.Missing.HasFlag(MissingFields.Categories)));
        var means = new double[Features];
        for (var column = 0; column < means.Length; column++)
        {
            means[column] = Sum(parts, column) * _features.Scale[column]
                / (column < _features.Titles.Count ? Math.Max(1, Count) : column < _features.FirstCategory ? abstracts : categories);
        }

        return means;
    }

    /// <summary>The sum of a column over all parts.</summary>
    public static double Sum(float[][] parts, int column)
    {
        var sum = 0.0;
        foreach (var part in parts)
        {
            sum += part[column];
        }

        return sum;
    }
}

/// <summary>Weights as rows are multiplied with them.</summary>
internal sealed class RowWeights(int columns)
{
    /// <summary>With the scale of the columns in them.</summary>
    public float[] Scaled { get; } = new float[columns];

    public double Constant { get; set; }

    /// <summary>What stands for an abstract that is not known.</summary>
    public double MeanAbstract { get; set; }

    /// <summary>What stands for categories that are not known.</summary>
    public double MeanCategories { get; set; }

    public double LogOdds(in TextRow row) =>
        row.Times(Scaled)
            + (row.Missing.HasFlag(MissingFields.Abstract) ? MeanAbstract : 0)
            + (row.Missing.HasFlag(MissingFields.Categories) ? MeanCategories : 0)
            + Constant;
}
