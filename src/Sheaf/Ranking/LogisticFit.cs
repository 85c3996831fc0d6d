namespace Sheaf.Ranking;

/// <summary>
/// Logistic regression with ridge: the weights <c>w</c> and the constant <c>b</c> that make
/// <c>Σ cᵢ ln(1 + e^(−yᵢ(w·xᵢ + b))) + λ/2 |w − w₀|² + 1/2 (b − b₀)²</c> smallest, <c>yᵢ</c> being 1 for picks and −1 for the others.
/// </summary>
/// <param name="rows">The papers; only the first are learnt from, as many as there are <paramref name="weights"/>.</param>
/// <param name="picked">Whether each was picked.</param>
/// <param name="weights"><c>c</c>: how much each counts.</param>
/// <param name="prior"><c>w₀</c>; null for zero.</param>
internal sealed class LogisticFit(TextRows rows, bool[] picked, double[] weights, double[]? prior)
{
    /// <summary>λ.</summary>
    public const double Ridge = 0.3;

    /// <summary>b₀: one in a hundred is picked where nothing else is known.</summary>
    private static readonly double PriorConstant = Math.Log(0.01 / 0.99);

    private readonly double[] _products = new double[weights.Length];
    private readonly double[] _residuals = new double[weights.Length];

    /// <summary>The weights, and last the constant.</summary>
    /// <param name="start">Weights to begin with, of another fit over the same columns; null to begin at the prior.</param>
    public double[] Solve(double[]? start)
    {
        var point = start ?? [.. prior ?? new double[rows.Features], PriorConstant];
        return new LbfgsMinimizer(Evaluate).Solve(point);
    }

    /// <summary>How much each paper pulls the weights towards itself at this point: <c>cᵢ (1 − pᵢ)</c> of a pick.</summary>
    public double[] Pulls(double[] point)
    {
        Evaluate(point, new double[point.Length]);
        return [.. _residuals.Select(residual => -residual)];
    }

    private double Evaluate(ReadOnlySpan<double> point, Span<double> gradient)
    {
        var constant = point[^1];
        rows.Times(point[..^1], _products);
        var (loss, pull) = (0.5 * Square(constant - PriorConstant), constant - PriorConstant);
        for (var row = 0; row < _products.Length; row++)
        {
            var margin = (picked[row] ? 1 : -1) * (_products[row] + constant);
            var (softplus, chance) = SoftPlus(margin);
            loss += weights[row] * softplus;
            _residuals[row] = (picked[row] ? -1 : 1) * weights[row] * chance;
            pull += _residuals[row];
        }

        for (var column = 0; column < rows.Features; column++)
        {
            var distance = point[column] - (prior?[column] ?? 0);
            loss += 0.5 * Ridge * distance * distance;
            gradient[column] = Ridge * distance;
        }

        gradient[^1] = pull;
        rows.AddTransposed(_residuals, gradient);
        return loss;
    }

    /// <summary><c>ln(1 + e^−m)</c> and <c>1/(1 + e^m)</c>, without overflow.</summary>
    private static (double Value, double Chance) SoftPlus(double margin)
    {
        var power = Math.Exp(-Math.Abs(margin));
        return margin > 0 ? (Math.Log(1 + power), power / (1 + power)) : (Math.Log(1 + power) - margin, 1 / (1 + power));
    }

    private static double Square(double value) => value * value;
}
