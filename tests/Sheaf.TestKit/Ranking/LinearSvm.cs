namespace Sheaf.TestKit.Ranking;

/// <summary>
/// Linear support vector machine with squared hinge loss by dual coordinate descent (Hsieh et al. 2008, as in liblinear), classes balanced,
/// the constant as one more feature of value 1.
/// </summary>
internal static class LinearSvm
{
    private const double C = 0.01;
    private const double Tolerance = 1e-4;
    private const int MostRounds = 1000;

    /// <summary>The weights, and last the constant.</summary>
    public static double[] Solve(IReadOnlyList<(int[] Columns, double[] Values)> rows, bool[] picked, int columns)
    {
        var weights = new double[columns + 1];
        var alphas = new double[rows.Count];
        double[] diagonals = [.. picked.Select(pick => 0.5 / (C * rows.Count / (2.0 * picked.Count(other => other == pick))))];
        double[] squares = [.. rows.Select((row, number) => row.Values.Sum(value => value * value) + 1 + diagonals[number])];
        int[] order = [.. Enumerable.Range(0, rows.Count)];
        var random = new Random(5);
        for (var round = 0; round < MostRounds; round++)
        {
            random.Shuffle(order);
            var (most, least) = (double.NegativeInfinity, double.PositiveInfinity);
            foreach (var row in order)
            {
                var sign = picked[row] ? 1.0 : -1.0;
                var gradient = (sign * Product(rows[row], weights)) - 1 + (alphas[row] * diagonals[row]);
                var projected = alphas[row] == 0 ? Math.Min(gradient, 0) : gradient;
                (most, least) = (Math.Max(most, projected), Math.Min(least, projected));
                if (Math.Abs(projected) > 1e-12)
                {
                    var alpha = Math.Max(alphas[row] - (gradient / squares[row]), 0);
                    Add(rows[row], weights, (alpha - alphas[row]) * sign);
                    alphas[row] = alpha;
                }
            }

            if (most - least <= Tolerance)
            {
                break;
            }
        }

        return weights;
    }

    private static double Product((int[] Columns, double[] Values) row, double[] weights)
    {
        var sum = weights[^1];
        for (var at = 0; at < row.Columns.Length; at++)
        {
            sum += weights[row.Columns[at]] * row.Values[at];
        }

        return sum;
    }

    private static void Add((int[] Columns, double[] Values) row, double[] weights, double factor)
    {
        weights[^1] += factor;
        for (var at = 0; at < row.Columns.Length; at++)
        {
            weights[row.Columns[at]] += factor * row.Values[at];
        }
    }
}
