namespace Sheaf.Ranking;

/// <summary>The weights of words, pairs of words and categories.</summary>
/// <param name="features">The columns.</param>
/// <param name="rows">The papers learnt from.</param>
/// <param name="point">A weight for each column, and the constant.</param>
/// <param name="pulls">How much each of the papers learnt from pulls the weights towards itself.</param>
internal sealed class TextTaste(TextFeatures features, TextRows rows, double[] point, double[] pulls)
{
    private readonly RowWeights _weights = rows.Prepare(point);

    public TextFeatures Features => features;

    public TextRows Rows => rows;

    public double LogOdds(in TextRow row) => _weights.LogOdds(row);

    /// <summary>What a column with this value adds to the log-odds, over what it adds to those of the average paper.</summary>
    public double Term(int column, double value) => point[column] * (value - rows.Mean(column));

    /// <summary>
    /// What a paper learnt from adds to the log-odds of another. At the lowest point the weights are <c>w = w₀ + 1/λ Σ pull_i y_i x_i</c>,
    /// so that <c>w·x</c> is a sum over the papers learnt from: <c>pull_i (x_i · x) / λ</c> is the part of this one.
    /// </summary>
    public double Share(int row, double likeness) => pulls[row] * likeness / LogisticFit.Ridge;
}
