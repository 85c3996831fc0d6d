namespace Sheaf.Ranking;

/// <summary>The vectors of many papers, and the means that stand for what is not known of some of them.</summary>
internal sealed class TextRows
{
    private readonly int[] _starts;
    private readonly int[] _columns;
    private readonly float[] _values;
    private readonly MissingFields[] _missing;
    private readonly (int From, int To, MissingFields Block)[] _blocks;
    private readonly float[] _means;

    /// <param name="papers">One row each, in this order.</param>
    /// <param name="features">The columns.</param>
    /// <param name="means">Those of the papers that were learnt from; null to take the means of these.</param>
    public TextRows(IReadOnlyList<ReadPaper> papers, TextFeatures features, TextRows? means = null)
    {
        var vector = new VectorWriter();
        _starts = new int[papers.Count + 1];
        for (var row = 0; row < papers.Count; row++)
        {
            features.Write(papers[row], vector);
            _starts[row + 1] = vector.Columns.Count;
        }

        (_columns, _values) = ([.. vector.Columns], [.. vector.Values]);
        _missing = [.. papers.Select(MissingOf)];
        _blocks =
            [
                (features.Titles.Count, features.FirstCategory, MissingFields.Abstract),
                (features.FirstCategory, features.Count, MissingFields.Categories),
            ];
        _means = means?._means ?? Means(features.Count);
        Features = features.Count;
    }

    /// <summary>Number of rows.</summary>
    public int Count => _starts.Length - 1;

    /// <summary>Number of columns.</summary>
    public int Features { get; }

    public ReadOnlySpan<int> Columns(int row) => _columns.AsSpan(_starts[row], _starts[row + 1] - _starts[row]);

    public ReadOnlySpan<float> Values(int row) => _values.AsSpan(_starts[row], _starts[row + 1] - _starts[row]);

    /// <summary>Writes <c>w · x</c> of the first rows.</summary>
    public void Times(ReadOnlySpan<double> weights, Span<double> products)
    {
        ReadOnlySpan<double> stead = [0, MeanTimes(weights, _blocks[0]), MeanTimes(weights, _blocks[1])];
        for (var row = 0; row < products.Length; row++)
        {
            var sum = 0.0;
            for (var at = _starts[row]; at < _starts[row + 1]; at++)
            {
                sum += weights[_columns[at]] * _values[at];
            }

            sum += _missing[row].HasFlag(MissingFields.Abstract) ? stead[1] : 0;
            products[row] = sum + (_missing[row].HasFlag(MissingFields.Categories) ? stead[2] : 0);
        }
    }

    /// <summary>Adds <c>Σ rᵢ xᵢ</c> of the first rows.</summary>
    public void AddTransposed(ReadOnlySpan<double> residuals, Span<double> sums)
    {
        Span<double> stead = [0, 0];
        for (var row = 0; row < residuals.Length; row++)
        {
            var residual = residuals[row];
            for (var at = _starts[row]; at < _starts[row + 1]; at++)
            {
                sums[_columns[at]] += residual * _values[at];
            }

            stead[0] += _missing[row].HasFlag(MissingFields.Abstract) ? residual : 0;
            stead[1] += _missing[row].HasFlag(MissingFields.Categories) ? residual : 0;
        }

        for (var block = 0; block < 2; block++)
        {
            for (var column = _blocks[block].From; column < _blocks[block].To; column++)
            {
                sums[column] += stead[block] * _means[column];
            }
        }
    }

    /// <summary>What the average paper has in a column.</summary>
    public double Mean(int column) => _means[column];

    private static MissingFields MissingOf(ReadPaper paper) =>
        (paper.Abstract.Length == 0 ? MissingFields.Abstract : MissingFields.None)
            | (paper.Categories.Length == 0 ? MissingFields.Categories : MissingFields.None);

    private double MeanTimes(ReadOnlySpan<double> weights, (int From, int To, MissingFields Block) block)
    {
        var sum = 0.0;
        for (var column = block.From; column < block.To; column++)
        {
            sum += weights[column] * _means[column];
        }

        return sum;
    }

    /// <summary>Of each column, over the rows that know its block.</summary>
    private float[] Means(int columns)
    {
        var sums = new double[columns];
        for (var at = 0; at < _columns.Length; at++)
        {
            sums[_columns[at]] += _values[at];
        }

        var known = _blocks.Select(block => _missing.Count(missing => !missing.HasFlag(block.Block))).ToArray();
        return
        [
            .. sums.Select(
                (sum, column) =>
                    (float)(sum / Math.Max(1, column >= _blocks[1].From ? known[1] : column >= _blocks[0].From ? known[0] : Count))),
        ];
    }
}

/// <summary>What is not known of a paper.</summary>
[Flags]
internal enum MissingFields
{
    None = 0,
    Abstract = 1,
    Categories = 2,
}
