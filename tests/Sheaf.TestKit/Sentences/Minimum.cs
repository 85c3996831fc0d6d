namespace Sheaf.TestKit.Sentences;

/// <summary>The minimum of a smooth function of many weights, by L-BFGS from 0, in one thread and one order: the same every time.</summary>
internal static class Minimum
{
    private const int Memory = 10;
    private const int MostSteps = 300;

    /// <summary>Its value at the weights; writes its gradient there.</summary>
    internal delegate double Function(double[] weights, double[] gradient);

    public static double[] Of(Function function, int weights)
    {
        var (here, slope) = (new double[weights], new double[weights]);
        var value = function(here, slope);
        var steps = new List<(double[] Way, double[] Turn, double Product)>();
        for (var step = 0; step < MostSteps; step++)
        {
            var way = Way(slope, steps);
            if (Descend(function, here, value, slope, way) is not { } next || value - next.Value < 1e-9 * Math.Abs(value))
            {
                break;
            }

            var (moved, turned) = (Minus(next.Weights, here), Minus(next.Slope, slope));
            if (Product(moved, turned) is > 1e-12 and var product)
            {
                steps.Add((moved, turned, product));
                steps.RemoveRange(0, Math.Max(0, steps.Count - Memory));
            }

            (here, slope, value) = (next.Weights, next.Slope, next.Value);
        }

        return here;
    }

    /// <summary>Half as far each time until the value has sunk enough; null where it does not sink.</summary>
    private static (double[] Weights, double[] Slope, double Value)? Descend(
        Function function, double[] here, double value, double[] slope, double[] way)
    {
        var fall = Product(slope, way);
        for (var share = 1.0; fall < 0 && share > 1e-10; share /= 2)
        {
            var there = here.Zip(way, (weight, along) => weight + share * along).ToArray();
            var slopeThere = new double[there.Length];
            var valueThere = function(there, slopeThere);
            if (valueThere <= value + 1e-4 * share * fall)
            {
                return (there, slopeThere, valueThere);
            }
        }

        return null;
    }

    private static double[] Way(double[] slope, List<(double[] Way, double[] Turn, double Product)> steps)
    {
        var way = slope.Select(along => -along).ToArray();
        var shares = new double[steps.Count];
        for (var step = steps.Count - 1; step >= 0; step--)
        {
            shares[step] = Product(steps[step].Way, way) / steps[step].Product;
            Add(way, steps[step].Turn, -shares[step]);
        }

        var scale = steps.Count > 0
            ? steps[^1].Product / Product(steps[^1].Turn, steps[^1].Turn)
            : 1 / Math.Max(1, Math.Sqrt(Product(slope, slope)));
        for (var at = 0; at < way.Length; at++)
        {
            way[at] *= scale;
        }

        for (var step = 0; step < steps.Count; step++)
        {
            Add(way, steps[step].Way, shares[step] - Product(steps[step].Turn, way) / steps[step].Product);
        }

        return way;
    }

    private static void Add(double[] sum, double[] addend, double times)
    {
        for (var at = 0; at < sum.Length; at++)
        {
            sum[at] += times * addend[at];
        }
    }

    private static double[] Minus(double[] one, double[] other) => [.. one.Zip(other, (left, right) => left - right)];

    private static double Product(double[] one, double[] other)
    {
        var sum = 0.0;
        for (var at = 0; at < one.Length; at++)
        {
            sum += one[at] * other[at];
        }

        return sum;
    }
}
