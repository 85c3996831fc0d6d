using System.Runtime.CompilerServices;

namespace Sheaf.Ranking;

/// <summary>
/// The vector of one paper, sparse and in little memory: the terms of title, abstract and categories, each block in the order of the
/// columns. The value of a term is <see cref="Frequency"/> of its count, times the weight of its column
/// (<see cref="TextFeatures.Scale"/>), times the factor that brings its block to its length.
/// </summary>
/// <remarks>
/// Products and sums are of single precision: a fit goes over all terms dozens of times, and what it reads and adds to is to lie as near to
/// the processor as it can. Scores are told to three figures.
/// </remarks>
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
    private static readonly float[] Singles = [.. Frequencies.Select(frequency => (float)frequency)];
    private static readonly float[] Squares = [.. Frequencies.Select(frequency => (float)(frequency * frequency))];

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
    public double Times(float[] scaled) =>
        (TitleFactor * Sum(Terms.AsSpan(0, Abstract), scaled))
            + (AbstractFactor * Sum(Terms.AsSpan(Abstract, Categories - Abstract), scaled))
            + Sum(Terms.AsSpan(Categories), scaled);

    /// <summary>Adds so much of the vector, without the scale of the columns.</summary>
    public void AddTo(float[] sums, double share)
    {
        Add(Terms.AsSpan(0, Abstract), sums, Singles, (float)(share * TitleFactor));
        Add(Terms.AsSpan(Abstract, Categories - Abstract), sums, Singles, (float)(share * AbstractFactor));
        Add(Terms.AsSpan(Categories), sums, Singles, (float)share);
    }

    /// <summary>Adds so much of the squares of the values, without the squares of the scale.</summary>
    public void AddSquaresTo(float[] sums, double share)
    {
        Add(Terms.AsSpan(0, Abstract), sums, Squares, (float)(share * TitleFactor * TitleFactor));
        Add(Terms.AsSpan(Abstract, Categories - Abstract), sums, Squares, (float)(share * AbstractFactor * AbstractFactor));
        Add(Terms.AsSpan(Categories), sums, Squares, (float)share);
    }

    /// <summary>Four sums, so that one addition need not wait for the other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Sum(ReadOnlySpan<int> terms, float[] scaled)
    {
        var singles = Singles;
        var (one, two, three, four) = (0f, 0f, 0f, 0f);
        for (; terms.Length >= 4; terms = terms[4..])
        {
            var (first, second, third, fourth) = (terms[0], terms[1], terms[2], terms[3]);
            one += singles[first >> ColumnBits] * scaled[first & ColumnMask];
            two += singles[second >> ColumnBits] * scaled[second & ColumnMask];
            three += singles[third >> ColumnBits] * scaled[third & ColumnMask];
            four += singles[fourth >> ColumnBits] * scaled[fourth & ColumnMask];
        }

        foreach (var term in terms)
        {
            one += singles[term >> ColumnBits] * scaled[term & ColumnMask];
        }

        return one + two + (three + four);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add(ReadOnlySpan<int> terms, float[] sums, float[] powers, float share)
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
