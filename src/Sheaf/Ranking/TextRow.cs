namespace Sheaf.Ranking;

/// <summary>
/// The vector of one paper, sparse and in little memory: the terms of title, abstract and categories, each block in the order of the
/// columns. The value of a term is <see cref="Frequency"/> of its count, times the weight of its column
/// (<see cref="TextFeatures.Scale"/>), times the factor that brings its block to its length.
/// </summary>
/// <param name="Terms">Of all blocks: the column in the lower bits, one less than the count above them.</param>
/// <param name="Abstract">Where the terms of the abstract begin.</param>
/// <param name="Categories">Where the categories begin.</param>
/// <param name="TitleFactor">Of the terms before those of the abstract.</param>
/// <param name="AbstractFactor">Of the terms of the abstract; that of the categories is 1.</param>
/// <param name="Missing">Blocks that the means stand for.</param>
internal readonly record struct TextRow(
    int[] Terms, int Abstract, int Categories, double TitleFactor, double AbstractFactor, MissingFields Missing)
{
    private const int ColumnBits = 24;
    private const int ColumnMask = (1 << ColumnBits) - 1;
    private const int MostCounted = 127;

    private static readonly double[] Frequencies = [.. Enumerable.Range(1, MostCounted + 1).Select(count => 1 + Math.Log(count))];
    private static readonly double[] Squares = [.. Frequencies.Select(frequency => frequency * frequency)];

    /// <summary><c>1 + ln count</c>.</summary>
    public static double Frequency(int count) => Frequencies[Math.Min(count, MostCounted) - 1];

    public static int Term(int column, int count) => column | ((Math.Min(count, MostCounted) - 1) << ColumnBits);

    /// <summary>Columns and values, in the order of the columns.</summary>
    public IEnumerable<(int Column, double Value)> Values(double[] scale)
    {
        for (var at = 0; at < Terms.Length; at++)
        {
            var column = Terms[at] & ColumnMask;
            var factor = at < Abstract ? TitleFactor : at < Categories ? AbstractFactor : 1;
            yield return (column, Frequencies[Terms[at] >> ColumnBits] * scale[column] * factor);
        }
    }

    /// <summary>The product with weights that have the scale of the columns in them.</summary>
    public double Times(double[] scaled) =>
        (TitleFactor * Sum(Terms.AsSpan(0, Abstract), scaled))
            + (AbstractFactor * Sum(Terms.AsSpan(Abstract, Categories - Abstract), scaled))
            + Sum(Terms.AsSpan(Categories), scaled);

    /// <summary>Adds so much of the vector, without the scale of the columns.</summary>
    public void AddTo(double[] sums, double share)
    {
        Add(Terms.AsSpan(0, Abstract), sums, Frequencies, share * TitleFactor);
        Add(Terms.AsSpan(Abstract, Categories - Abstract), sums, Frequencies, share * AbstractFactor);
        Add(Terms.AsSpan(Categories), sums, Frequencies, share);
    }

    /// <summary>Adds so much of the squares of the values, without the squares of the scale.</summary>
    public void AddSquaresTo(double[] sums, double share)
    {
        Add(Terms.AsSpan(0, Abstract), sums, Squares, share * TitleFactor * TitleFactor);
        Add(Terms.AsSpan(Abstract, Categories - Abstract), sums, Squares, share * AbstractFactor * AbstractFactor);
        Add(Terms.AsSpan(Categories), sums, Squares, share);
    }

    /// <summary>Two sums, so that one addition need not wait for the other.</summary>
    private static double Sum(ReadOnlySpan<int> terms, double[] scaled)
    {
        var frequencies = Frequencies;
        var (even, odd) = (0.0, 0.0);
        var at = 1;
        for (; at < terms.Length; at += 2)
        {
            var (first, second) = (terms[at - 1], terms[at]);
            even += frequencies[first >> ColumnBits] * scaled[first & ColumnMask];
            odd += frequencies[second >> ColumnBits] * scaled[second & ColumnMask];
        }

        return at == terms.Length ? even + odd + (frequencies[terms[^1] >> ColumnBits] * scaled[terms[^1] & ColumnMask]) : even + odd;
    }

    private static void Add(ReadOnlySpan<int> terms, double[] sums, double[] powers, double share)
    {
        foreach (var term in terms)
        {
            sums[term & ColumnMask] += powers[term >> ColumnBits] * share;
        }
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

/// <summary>Room for writing rows one after the other.</summary>
internal sealed class RowWriter
{
    public List<int> Terms { get; } = [];

    /// <summary>Columns of a block, once for each time they are met.</summary>
    public List<int> Met { get; } = [];
}
