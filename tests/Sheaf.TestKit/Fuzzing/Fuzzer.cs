namespace Sheaf.TestKit.Fuzzing;

/// <summary>Gives a parser damaged inputs, one after the other.</summary>
internal sealed class Fuzzer(FuzzTarget target, IReadOnlyList<byte[]> seeds, int seed)
{
    /// <summary>An input that takes longer is a fault.</summary>
    public static readonly TimeSpan LongestTime = TimeSpan.FromSeconds(2);

    /// <summary>All that the reading of one input may allocate; what it keeps is less.</summary>
    public const long MostMemory = 256L << 20;

    private const int LongestPart = 3_000;

    private readonly Random _random = new(seed);

    /// <summary>The input under way and since when, for whoever watches that it ends.</summary>
    public (byte[] Input, long Since)? UnderWay { get; private set; }

    /// <summary>The first input of so many with which something is wrong; null where there is none.</summary>
    public (byte[] Input, string Fault)? Run(int runs, CancellationToken cancellationToken)
    {
        for (var run = 0; run < runs && !cancellationToken.IsCancellationRequested; run++)
        {
            Runs++;
            var input = Mutation.Of(Next(), Next(), _random);
            UnderWay = (input, TimeProvider.System.GetTimestamp());

            // Once more: the machine may have been busy with something else.
            if (target.FaultWith(input) is not null && target.FaultWith(input) is { } fault)
            {
                return (input, fault);
            }
        }

        UnderWay = null;
        return null;
    }

    /// <summary>How many inputs have been given so far.</summary>
    public int Runs { get; private set; }

    private byte[] Next()
    {
        var whole = seeds[_random.Next(seeds.Count)];
        if (!target.TakesParts || whole.Length <= LongestPart)
        {
            return whole;
        }

        var length = _random.Next(20, LongestPart);
        return whole.AsSpan(_random.Next(whole.Length - length), length).ToArray();
    }
}
