namespace Sheaf.Ranking;

/// <summary>
/// Logistic regression with ridge: the weights <c>w</c> and the constant <c>b</c> that make
/// <c>Σ cᵢ ln(1 + e^(−yᵢ(w·xᵢ + b))) + λ/2 |w − w₀|² + 1/2 (b − b₀)²</c> smallest, <c>yᵢ</c> being 1 for picks and −1 for the others.
/// </summary>
/// <remarks>Vectors are long: one fit serves for all the months that are learnt, and its room is used again.</remarks>
/// <param name="rows">The papers.</param>
/// <param name="picked">Whether each was picked.</param>
/// <param name="prior"><c>w₀</c>; null for zero.</param>
internal sealed class LogisticFit(TextRows rows, bool[] picked, double[]? prior)
{
    /// <summary>λ.</summary>
    public const double Ridge = 0.3;

    /// <summary>b₀: one in a hundred is picked where nothing else is known.</summary>
    private static readonly double PriorConstant = Math.Log(0.01 / 0.99);

    private readonly double[] _residuals = new double[rows.Count];
    private readonly RowWeights _prepared = new(rows.Features);
    private readonly float[][] _sums = rows.NewSums();
    private readonly LbfgsMinimizer _minimizer = new();
    private double[] _weights = [];
    private double[]? _point;

    /// <summary>The weights, and last the constant; begins where the fit before it ended, the first at the prior.</summary>
    /// <param name="weights"><c>c</c>: how much each paper counts; of the first only, where there are fewer.</param>
    /// <param name="smallestGain">See <see cref="LbfgsMinimizer.Solve"/>.</param>
    public double[] Solve(double[] weights, double smallestGain)
    {
        _weights = weights;
        _point ??= [.. prior ?? new double[rows.Features], PriorConstant];
        _point = _minimizer.Solve(Evaluate, Curvature(_point), _point, smallestGain);
        return _point;
    }

    /// <summary>How much each paper pulls the last weights towards itself: <c>cᵢ (1 − pᵢ)</c> of a pick.</summary>
    public double[] Pulls()
    {
        Evaluate(_point!, new double[_point!.Length]);
        return [.. _residuals.Take(_weights.Length).Select(residual => -residual)];
    }

    private double Evaluate(double[] point, double[] gradient)
    {
        rows.Prepare(point, _prepared);
        var sums = AddUp(Evaluate);
        var constant = point[^1] - PriorConstant;
        var loss = sums.Value + (0.5 * constant * constant);
        for (var column = 0; column < rows.Features; column++)
        {
            var distance = point[column] - (prior?[column] ?? 0);
            loss += 0.5 * Ridge * distance * distance;
            gradient[column] = (Ridge * distance) + rows.Whole(_sums, sums.Abstracts, sums.Categories, column);
        }

        gradient[^1] = constant + sums.All;
        return loss;
    }

    private PartSums Evaluate(int from, int to, float[] sums)
    {
        var (loss, all, abstracts, categories) = (0.0, 0.0, 0.0, 0.0);
        for (var row = from; row < to; row++)
        {
            var sign = picked[row] ? 1 : -1;
            var (softplus, chance) = SoftPlus(sign * _prepared.LogOdds(rows[row]));
            loss += _weights[row] * softplus;
            var residual = -sign * _weights[row] * chance;
            _residuals[row] = residual;
            rows[row].AddTo(sums, residual);
            all += residual;
            abstracts += rows[row].Missing.HasFlag(MissingFields.Abstract) ? residual : 0;
            categories += rows[row].Missing.HasFlag(MissingFields.Categories) ? residual : 0;
        }

        return new(loss, all, abstracts, categories);
    }

    /// <summary>The second derivative by each weight, but for what means stand for, and last by the constant.</summary>
    private double[] Curvature(double[] point)
    {
        rows.Prepare(point, _prepared);
        var all = AddUp((from, to, sums) =>
        {
            var part = 0.0;
            for (var row = from; row < to; row++)
            {
                var (_, chance) = SoftPlus(_prepared.LogOdds(rows[row]));
                rows[row].AddSquaresTo(sums, _weights[row] * chance * (1 - chance));
                part += _weights[row] * chance * (1 - chance);
            }

            return new(0, part, 0, 0);
        }).All;
        return
        [
            .. Enumerable.Range(0, rows.Features)
            .Select(column => Ridge + (rows.Scale(column) * rows.Scale(column) * TextRows.Sum(_sums, column))),
            1 + all,
        ];
    }

    /// <summary>Adds up the papers; the sums by column are in <see cref="_sums"/> then.</summary>
    private PartSums AddUp(Func<int, int, float[], PartSums> add) =>
        TextRows.AddUp(_weights.Length, _sums, add).Aggregate((sum, part) => new(
            sum.Value + part.Value, sum.All + part.All, sum.Abstracts + part.Abstracts, sum.Categories + part.Categories));

    /// <summary><c>ln(1 + e^−m)</c> and <c>1/(1 + e^m)</c>, without overflow.</summary>
    private static (double Value, double Chance) SoftPlus(double margin)
    {
        var power = Math.Exp(-Math.Abs(margin));
        return margin > 0 ? (Math.Log(1 + power), power / (1 + power)) : (Math.Log(1 + power) - margin, 1 / (1 + power));
    }

    /// <summary>Sums that are not by column.</summary>
    /// <param name="Value">Of the function.</param>
    /// <param name="All">Of what each paper was added with.</param>
    /// <param name="Abstracts">Of the papers without an abstract.</param>
    /// <param name="Categories">Of the papers without categories.</param>
    private readonly record struct PartSums(double Value, double All, double Abstracts, double Categories);
}
