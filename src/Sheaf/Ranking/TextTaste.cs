namespace Sheaf.Ranking;

/// <summary>The weights of words, pairs of words and categories.</summary>
/// <param name="features">The columns.</param>
/// <param name="rows">The papers learnt from; not kept.</param>
/// <param name="point">A weight for each column, and the constant.</param>
internal sealed class TextTaste(TextFeatures features, TextRows rows, double[] point)
{
    private readonly RowWeights _weights = rows.Prepare(point);
    private readonly double[] _means = rows.Means;

    public TextFeatures Features => features;

    public double LogOdds(in TextRow row) => _weights.LogOdds(row);

    /// <summary>What the average paper has in a column, of those that know its block.</summary>
    public double Mean(int column) => _means[column];

    /// <summary>What a column with this value adds to the log-odds, over what it adds to those of the average paper.</summary>
    public double Term(int column, double value) => point[column] * (value - _means[column]);
}

/// <summary>A pick that the text was learnt from.</summary>
/// <param name="Paper">What was picked.</param>
/// <param name="Row">Its vector.</param>
/// <param name="Pull">How much it pulls the weights towards itself.</param>
internal sealed record LearntPick(ReadPaper Paper, TextRow Row, double Pull)
{
    /// <summary>
    /// What this pick adds to the log-odds of another paper. At the lowest point the weights are <c>w = w₀ + 1/λ Σ pull_i y_i x_i</c>, so
    /// that <c>w·x</c> is a sum over the papers learnt from: <c>pull_i (x_i · x) / λ</c> is the part of this one.
    /// </summary>
    public double Share(double likeness) => Pull * likeness / LogisticFit.Ridge;
}
