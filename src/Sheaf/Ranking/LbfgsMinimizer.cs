using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Sheaf.Ranking;

/// <summary>
/// Finds the lowest point of a smooth convex function by L-BFGS (Nocedal and Wright, Numerical Optimization, algorithm 7.5): the last steps
/// and how the gradient changed over them stand for the curvature, with the second derivatives at the start to begin with. Steps are halved
/// until they lower the function enough (Armijo).
/// </summary>
/// <remarks>Functions may be minimized one after the other, all of as many numbers.</remarks>
internal sealed class LbfgsMinimizer
{
    /// <summary>Steps remembered.</summary>
    private const int Memory = 10;

    private const int MostSteps = 120;

    private readonly List<(double[] Step, double[] Change, double Product)> _past = [];
    private readonly Stack<double[]> _spare = [];
    private double[] _direction = [];

    /// <summary>Gives the value at a point and writes the gradient there.</summary>
    public delegate double Function(double[] point, double[] gradient);

    /// <param name="function">To be minimized.</param>
    /// <param name="curvature">About its second derivative in each direction, all above zero: the closer, the fewer steps.</param>
    /// <param name="start">Where to begin; left as it is.</param>
    /// <param name="smallestGain">The last step lowers the function by less than this share of its value.</param>
    public double[] Solve(Function function, double[] curvature, double[] start, double smallestGain)
    {
        Forget(_past.Count);
        _direction = _direction.Length == start.Length ? _direction : new double[start.Length];
        var (point, gradient) = ((double[])start.Clone(), Room(start.Length));
        var (next, nextGradient) = (Room(start.Length), Room(start.Length));
        var value = function(point, gradient);
        for (var step = 0; step < MostSteps; step++)
        {
            SetDirection(gradient, curvature);
            var nextValue = Step(function, (point, gradient, value), next, nextGradient);
            if (!(nextValue < value))
            {
                break;
            }

            Remember(point, next, gradient, nextGradient);
            var gain = (value - nextValue) / Math.Max(1, Math.Abs(nextValue));
            (point, gradient, next, nextGradient, value) = (next, nextGradient, point, gradient, nextValue);
            if (gain < smallestGain)
            {
                break;
            }
        }

        _spare.Push(gradient);
        _spare.Push(next);
        _spare.Push(nextGradient);
        return point;
    }

    /// <returns>The value at the next point; not lower where no step lowers it.</returns>
    private double Step(
        Function function, (double[] Point, double[] Gradient, double Value) from, double[] next, double[] nextGradient)
    {
        var slope = Vectors.Dot(_direction, from.Gradient);
        var length = 1.0;
        for (var tries = 0; tries < 30; tries++, length /= 2)
        {
            from.Point.CopyTo(next, 0);
            Vectors.Add(next, _direction, length);
            var nextValue = function(next, nextGradient);
            if (nextValue <= from.Value + (1e-4 * length * slope))
            {
                return nextValue;
            }
        }

        return from.Value;
    }

    private void SetDirection(double[] gradient, double[] curvature)
    {
        Array.Clear(_direction);
        Vectors.Add(_direction, gradient, -1);
        var shares = new double[_past.Count];
        for (var past = _past.Count - 1; past >= 0; past--)
        {
            shares[past] = Vectors.Dot(_past[past].Step, _direction) / _past[past].Product;
            Vectors.Add(_direction, _past[past].Change, -shares[past]);
        }

        var scale = _past.Count == 0 ? 1 : _past[^1].Product / Vectors.DotOver(_past[^1].Change, curvature);
        Vectors.ScaleOver(_direction, curvature, scale);
        for (var past = 0; past < _past.Count; past++)
        {
            var (step, change, product) = _past[past];
            Vectors.Add(_direction, step, shares[past] - (Vectors.Dot(change, _direction) / product));
        }
    }

    private void Remember(double[] point, double[] next, double[] gradient, double[] nextGradient)
    {
        Forget(Math.Max(0, _past.Count + 1 - Memory));
        var (step, change) = (Room(point.Length), Room(point.Length));
        Vectors.Subtract(next, point, step);
        Vectors.Subtract(nextGradient, gradient, change);
        if (Vectors.Dot(step, change) is > 1e-12 and var product)
        {
            _past.Add((step, change, product));
        }
    }

    private void Forget(int steps)
    {
        foreach (var (step, change, _) in _past.Take(steps))
        {
            _spare.Push(step);
            _spare.Push(change);
        }

        _past.RemoveRange(0, steps);
    }

    private double[] Room(int length) => _spare.TryPop(out var room) && room.Length == length ? room : new double[length];
}

/// <summary>Sums over long vectors, four numbers at a time on every machine: the same on all of them.</summary>
internal static class Vectors
{
    public static double Dot(double[] left, double[] right)
    {
        var lefts = Fours(left);
        var rights = Fours(right);
        var (even, odd) = (Vector256<double>.Zero, Vector256<double>.Zero);
        for (var at = 1; at < lefts.Length; at += 2)
        {
            even += lefts[at - 1] * rights[at - 1];
            odd += lefts[at] * rights[at];
        }

        var sum = Vector256.Sum(even + odd);
        for (var at = lefts.Length / 2 * 8; at < left.Length; at++)
        {
            sum += left[at] * right[at];
        }

        return sum;
    }

    /// <summary><c>Σ vᵢ² / dᵢ</c>.</summary>
    public static double DotOver(double[] values, double[] divisors)
    {
        var sum = 0.0;
        for (var at = 0; at < values.Length; at++)
        {
            sum += values[at] * values[at] / divisors[at];
        }

        return sum;
    }

    /// <summary>Adds <c>factor · added</c>.</summary>
    public static void Add(double[] sum, double[] added, double factor)
    {
        var sums = Fours(sum);
        var fours = Fours(added);
        for (var at = 0; at < sums.Length; at++)
        {
            sums[at] += fours[at] * factor;
        }

        for (var at = sums.Length * 4; at < sum.Length; at++)
        {
            sum[at] += added[at] * factor;
        }
    }

    /// <summary>Writes <c>left − right</c>.</summary>
    public static void Subtract(double[] left, double[] right, double[] difference)
    {
        left.CopyTo(difference, 0);
        Add(difference, right, -1);
    }

    /// <summary>Makes each <c>vᵢ</c> to <c>factor · vᵢ / dᵢ</c>.</summary>
    public static void ScaleOver(double[] values, double[] divisors, double factor)
    {
        for (var at = 0; at < values.Length; at++)
        {
            values[at] *= factor / divisors[at];
        }
    }

    private static Span<Vector256<double>> Fours(double[] values) => MemoryMarshal.Cast<double, Vector256<double>>(values.AsSpan());
}
