namespace Sheaf.Ranking;

/// <summary>The vectors of many papers, and the means that stand for what is not known of some of them.</summary>
internal sealed class TextRows
{
    private readonly TextRow[] _rows;
    private readonly TextFeatures _features;
    private readonly double[] _means;

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
        _means = Means();
    }

    /// <summary>Number of rows.</summary>
    public int Count => _rows.Length;

    /// <summary>Number of columns.</summary>
    public int Features => _features.Count;

    public ref readonly TextRow this[int row] => ref _rows[row];

    /// <summary>What the average paper has in a column, of those that know its block.</summary>
    public double Mean(int column) => _means[column];

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
            weights.Scaled[column] = point[column] * _features.Scale[column];
            weights.MeanAbstract += column >= title && column < categories ? point[column] * _means[column] : 0;
            weights.MeanCategories += column >= categories ? point[column] * _means[column] : 0;
        }
    }

    public RowWeights Prepare(ReadOnlySpan<double> point)
    {
        var weights = new RowWeights(Features);
        Prepare(point, weights);
        return weights;
    }

    /// <summary>Brings sums of rows (<see cref="TextRow.AddTo"/>) to the columns, and adds the means of what was not known.</summary>
    /// <param name="sums">Of all columns.</param>
    /// <param name="abstracts">How much was added of rows without an abstract.</param>
    /// <param name="categories">How much of rows without categories.</param>
    /// <param name="column">The column wanted.</param>
    public double Whole(double[] sums, double abstracts, double categories, int column) =>
        (sums[column] * _features.Scale[column])
            + (column < _features.Titles.Count ? 0 : _means[column] * (column < _features.FirstCategory ? abstracts : categories));

    private double[] Means()
    {
        var sums = new double[Features];
        foreach (var row in _rows)
        {
            row.AddTo(sums, 1);
        }

        var abstracts = Math.Max(1, _rows.Count(row => !row.Missing.HasFlag(MissingFields.Abstract)));
        var categories = Math.Max(1, _rows.Count(row => !row.Missing.HasFlag(MissingFields.Categories)));
        for (var column = 0; column < sums.Length; column++)
        {
            sums[column] *= _features.Scale[column]
                / (column < _features.Titles.Count ? Math.Max(1, Count) : column < _features.FirstCategory ? abstracts : categories);
        }

        return sums;
    }
}

/// <summary>Weights as rows are multiplied with them.</summary>
internal sealed class RowWeights(int columns)
{
    /// <summary>With the scale of the columns in them.</summary>
    public double[] Scaled { get; } = new double[columns];

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
