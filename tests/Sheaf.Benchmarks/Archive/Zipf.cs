namespace Sheaf.Benchmarks.Archive;

/// <summary>Ranks from 0 on, the first the most often, as words of a language and names of people are spread.</summary>
internal sealed class Zipf
{
    private readonly double[] _sums;

    /// <param name="count">How many ranks there are.</param>
    /// <param name="exponent">How steeply they fall; words have about 1.</param>
    /// <param name="shift">How much flatter the first ones are (Mandelbrot's).</param>
    public Zipf(int count, double exponent, double shift)
    {
        _sums = new double[count];
        var sum = 0.0;
        for (var rank = 0; rank < count; rank++)
        {
            _sums[rank] = sum += Math.Pow(rank + 1 + shift, -exponent);
        }
    }

    public int Draw(Random random)
    {
        var at = Array.BinarySearch(_sums, random.NextDouble() * _sums[^1]);
        return Math.Min(at < 0 ? ~at : at, _sums.Length - 1);
    }
}
