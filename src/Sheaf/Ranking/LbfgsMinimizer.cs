namespace Sheaf.Ranking;

/// <summary>
/// Finds the lowest point of a smooth convex function by L-BFGS (Nocedal and Wright, Numerical Optimization, algorithm 7.5): the last steps
/// and how the gradient changed over them stand for the curvature. Steps are halved until they lower the function enough (Armijo).
/// </summary>
/// <param name="function">Gives the value at a point and writes the gradient there.</param>
internal sealed class LbfgsMinimizer(LbfgsMinimizer.Function function)
{
    /// <summary>Steps remembered.</summary>
    private const int Memory = 10;

    private const int MostSteps = 120;
    private const double SmallestGain = 1e-6;

    private readonly List<(double[] Step, double[] Change, double Product)> _past = [];

    public delegate double Function(ReadOnlySpan<double> point, Span<double> gradient);

    /// <summary>Begins at <paramref name="start"/>, which is left as it is.</summary>
    public double[] Solve(double[] start)
    {
        var (point, gradient) = ((double[])start.Clone(), new double[start.Length]);
        var value = function(point, gradient);
        for (var step = 0; step < MostSteps; step++)
        {
            var (next, nextGradient, nextValue) = Step(point, gradient, value);
            if (!(nextValue < value))
            {
                break;
            }

            Remember(point, next, gradient, nextGradient);
            var gain = (value - nextValue) / Math.Max(1, Math.Abs(nextValue));
            (point, gradient, value) = (next, nextGradient, nextValue);
            if (gain < SmallestGain)
            {
                break;
            }
        }

        return point;
    }

    private (double[] Point, double[] Gradient, double Value) Step(double[] point, double[] gradient, double value)
    {
        var direction = Direction(gradient);
        var slope = Dot(direction, gradient);
        var length = _past.Count == 0 ? Math.Min(1, 1 / Math.Sqrt(Dot(gradient, gradient))) : 1;
        var (next, nextGradient) = (new double[point.Length], new double[point.Length]);
        for (var tries = 0; tries < 30; tries++, length /= 2)
        {
            for (var at = 0; at < next.Length; at++)
            {
                next[at] = point[at] + (length * direction[at]);
            }

            var nextValue = function(next, nextGradient);
            if (nextValue <= value + (1e-4 * length * slope))
            {
                return (next, nextGradient, nextValue);
            }
        }

        return (point, gradient, value);
    }

    private double[] Direction(double[] gradient)
    {
        var direction = gradient.Select(part => -part).ToArray();
        var shares = new double[_past.Count];
        for (var past = _past.Count - 1; past >= 0; past--)
        {
            shares[past] = Dot(_past[past].Step, direction) / _past[past].Product;
            Add(direction, _past[past].Change, -shares[past]);
        }

        if (_past.Count > 0)
        {
            var (_, change, product) = _past[^1];
            Scale(direction, product / Dot(change, change));
        }

        for (var past = 0; past < _past.Count; past++)
        {
            Add(direction, _past[past].Step, shares[past] - (Dot(_past[past].Change, direction) / _past[past].Product));
        }

        return direction;
    }

    private void Remember(double[] point, double[] next, double[] gradient, double[] nextGradient)
    {
        var step = next.Zip(point, (to, from) => to - from).ToArray();
        var change = nextGradient.Zip(gradient, (to, from) => to - from).ToArray();
        if (Dot(step, change) is > 1e-12 and var product)
        {
            _past.Add((step, change, product));
        }

        if (_past.Count > Memory)
        {
            _past.RemoveAt(0);
        }
    }

    private static double Dot(double[] left, double[] right)
    {
        var sum = 0.0;
        for (var at = 0; at < left.Length; at++)
        {
            sum += left[at] * right[at];
        }

        return sum;
    }

    private static void Add(double[] sum, double[] added, double factor)
    {
        for (var at = 0; at < sum.Length; at++)
        {
            sum[at] += factor * added[at];
        }
    }

    private static void Scale(double[] values, double factor)
    {
        for (var at = 0; at < values.Length; at++)
        {
            values[at] *= factor;
        }
    }
}
