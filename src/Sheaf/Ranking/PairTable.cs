using System.Numerics;

namespace Sheaf.Ranking;

/// <summary>
/// Numbers by pair of words, found in half the time that a dictionary takes: one array of pairs and one of numbers, in which a pair whose
/// place is taken has the next free one.
/// </summary>
internal sealed class PairTable
{
    private const long Free = -1;

    private long[] _pairs = NewPairs(1 << 10);
    private int[] _numbers = new int[1 << 10];
    private int _count;

    /// <summary>All pairs with their numbers, in no order.</summary>
    public IEnumerable<(long Pair, int Number)> All
    {
        get
        {
            for (var at = 0; at < _pairs.Length; at++)
            {
                if (_pairs[at] != Free)
                {
                    yield return (_pairs[at], _numbers[at]);
                }
            }
        }
    }

    public static long Pair(int word, int second) => ((long)word << 32) | (uint)second;

    /// <summary>So many bits that are spread evenly over the pairs.</summary>
    public static int Hash(long pair, int bits) => (int)((ulong)pair * 0x9E3779B97F4A7C15UL >> (64 - bits));

    /// <summary>The number of a pair; -1 for none.</summary>
    public int Find(long pair)
    {
        var at = Place(pair);
        return _pairs[at] == pair ? _numbers[at] : -1;
    }

    /// <summary>The place of the number of a pair; 0 is there where the pair is new. To be used before the next pair is added.</summary>
    public ref int Add(long pair)
    {
        if (_pairs[Place(pair)] != pair)
        {
            if (++_count > _pairs.Length / 2)
            {
                Grow();
            }

            _pairs[Place(pair)] = pair;
        }

        return ref _numbers[Place(pair)];
    }

    private int Place(long pair)
    {
        var pairs = _pairs;
        var at = Hash(pair, BitOperations.Log2((uint)pairs.Length));
        while (pairs[at] != pair && pairs[at] != Free)
        {
            at = (at + 1) & (pairs.Length - 1);
        }

        return at;
    }

    private void Grow()
    {
        var (pairs, numbers) = (_pairs, _numbers);
        (_pairs, _numbers) = (NewPairs(2 * pairs.Length), new int[2 * pairs.Length]);
        for (var at = 0; at < pairs.Length; at++)
        {
            if (pairs[at] != Free)
            {
                var place = Place(pairs[at]);
                (_pairs[place], _numbers[place]) = (pairs[at], numbers[at]);
            }
        }
    }

    private static long[] NewPairs(int count)
    {
        var pairs = new long[count];
        Array.Fill(pairs, Free);
        return pairs;
    }
}
