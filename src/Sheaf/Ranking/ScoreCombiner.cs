namespace Sheaf.Ranking;

/// <summary>
/// Puts the two voices together, text and authors: <c>logit = a + β·(f − f̄)</c>, with <c>f</c> = (log-odds of the text, authors picked
/// before, evidence of the strongest authors), learnt from papers that the text was not learnt from and only from those whose authors are
/// known. Where authors are not known, theirs count as the mean <c>f̄</c>: absence neither raises nor lowers.
/// </summary>
/// <remarks>
/// The smallest of <c>Σ ln(1 + e^(−y logit)) + 1/2 Σ σ_k² (β_k − β°_k)²</c> by Newton steps, with an <c>a</c> of its own for each month, as
/// some months have more picks among the papers with known authors than others. <c>β°</c> is what other lists gave; it rules where there
/// are few picks.
/// </remarks>
internal sealed class ScoreCombiner
{
    public const int Voices = 3;

    private const int Steps = 25;

    private static readonly double[] Prior = [1.05, 0.35, 0.15];

    private readonly double[] _means;
    private readonly double[] _weights;

    private ScoreCombiner(double[] weights, double[] means, double constant) => (_weights, _means, Constant) = (weights, means, constant);

    /// <summary>The log-odds of the average paper.</summary>
    public double Constant { get; }

    /// <summary>What the text says, and nothing else.</summary>
    public static ScoreCombiner TextAlone { get; } = new([1, 0, 0], [0, 0, 0], 0);

    /// <summary>Both, where there was no month to try them on.</summary>
    public static ScoreCombiner Untried { get; } = new(Prior, [-5, 0.35, 1.5], -5);

    /// <summary>What a voice adds to the log-odds of a paper.</summary>
    public double Term(int voice, double value) => _weights[voice] * (value - _means[voice]);

    /// <summary>The log-odds of a paper whose authors are known.</summary>
    public double LogOdds(double[] voices) => Constant + Term(0, voices[0]) + Term(1, voices[1]) + Term(2, voices[2]);

    /// <param name="trials">Papers with known authors.</param>
    public static ScoreCombiner Learn(IReadOnlyList<TrialPaper> trials)
    {
        var means = Enumerable.Range(0, Voices).Select(voice => trials.Average(trial => trial.Voices[voice])).ToArray();
        var spreads = Enumerable.Range(0, Voices).Select(voice => trials.Average(trial => Math.Pow(trial.Voices[voice] - means[voice], 2)))
            .ToArray();
        var months = trials.Max(trial => trial.Month) + 1;
        double[] point = [.. Prior, .. Enumerable.Repeat(-4.0, months)];
        for (var step = 0; step < Steps; step++)
        {
            Newton(trials, means, spreads, point);
        }

        var constant = trials.Average(trial => point[Voices + trial.Month]);
        return new ScoreCombiner(point[..Voices], means, constant);
    }

    private static void Newton(
        IReadOnlyList<TrialPaper> trials, double[] means, double[] spreads, double[] point)
    {
        var size = point.Length;
        var (gradient, curvature, inputs) = (new double[size], new double[size, size], new double[size]);
        for (var at = 0; at < size; at++)
        {
            curvature[at, at] = at < Voices ? spreads[at] + 1e-9 : 0.01;
            gradient[at] = at < Voices ? (spreads[at] + 1e-9) * (point[at] - Prior[at]) : 0.01 * (point[at] + 4);
        }

        foreach (var (month, voices, picked, _) in trials)
        {
            Array.Clear(inputs);
            for (var voice = 0; voice < Voices; voice++)
            {
                inputs[voice] = voices[voice] - means[voice];
            }

            inputs[Voices + month] = 1;
            var logit = inputs.Zip(point, (input, weight) => input * weight).Sum();
            var chance = 1 / (1 + Math.Exp(-logit));
            for (var row = 0; row < size; row++)
            {
                gradient[row] += (chance - (picked ? 1 : 0)) * inputs[row];
                for (var column = 0; column < size; column++)
                {
                    curvature[row, column] += chance * (1 - chance) * inputs[row] * inputs[column];
                }
            }
        }

        var move = Solve(curvature, gradient);
        for (var at = 0; at < size; at++)
        {
            point[at] -= Math.Clamp(move[at], -1, 1);
        }
    }

    /// <summary>Gauss's elimination; the matrix is positive definite, so no rows change places.</summary>
    private static double[] Solve(double[,] matrix, double[] right)
    {
        var size = right.Length;
        for (var pivot = 0; pivot < size; pivot++)
        {
            for (var row = pivot + 1; row < size; row++)
            {
                var factor = matrix[row, pivot] / matrix[pivot, pivot];
                for (var column = pivot; column < size; column++)
                {
                    matrix[row, column] -= factor * matrix[pivot, column];
                }

                right[row] -= factor * right[pivot];
            }
        }

        var solution = new double[size];
        for (var row = size - 1; row >= 0; row--)
        {
            var sum = Enumerable.Range(row + 1, size - row - 1).Sum(column => matrix[row, column] * solution[column]);
            solution[row] = (right[row] - sum) / matrix[row, row];
        }

        return solution;
    }
}
