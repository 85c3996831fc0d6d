using System.Runtime.InteropServices;

namespace Sheaf.Ranking;

/// <summary>
/// The columns of one kind of text: its words and pairs of neighbouring words that are neither rare nor everywhere. A text is a vector in
/// them:
/// <c>(1 + ln count) · idf</c> with <c>idf = ln((1 + texts) / (1 + texts with the term)) + 1</c>, brought to the length
/// <paramref name="length"/>.
/// </summary>
/// <param name="first">Number of the first column.</param>
/// <param name="length">Of every vector that is not empty.</param>
internal sealed class TermColumns(int first, double length)
{
    private const int SieveBits = 24;

    private readonly Dictionary<int, int> _words = [];
    private readonly Dictionary<long, int> _pairs = [];
    private readonly List<float> _idf = [];

    public int First => first;

    public int Count => _idf.Count;

    /// <summary>The word of each column, and the second of a pair, else <see cref="Lexicon.Gap"/>.</summary>
    public IEnumerable<(int Column, int First, int Second)> Terms =>
        _words.Select(word => (word.Value, word.Key, Lexicon.Gap))
            .Concat(_pairs.Select(pair => (pair.Value, (int)(pair.Key >> 32), (int)pair.Key)));

    /// <summary>Chooses the columns.</summary>
    /// <param name="texts">Learnt from; without the empty ones.</param>
    /// <param name="fewest">A term is in at least so many texts.</param>
    /// <param name="share">And in at most this share of them.</param>
    public void Choose(IReadOnlyList<int[]> texts, int fewest, double share)
    {
        var most = share * texts.Count;
        var words = new Dictionary<int, int>();
        var sieve = new byte[1 << SieveBits];
        foreach (var text in texts)
        {
            foreach (var word in text.Where(word => word >= 0).Distinct())
            {
                CollectionsMarshal.GetValueRefOrAddDefault(words, word, out _)++;
            }

            foreach (var pair in Pairs(text))
            {
                ref var slot = ref sieve[Slot(pair)];
                slot = (byte)Math.Min(slot + 1, byte.MaxValue);
            }
        }

        Add(_words, words, fewest, most, texts.Count);
        Add(_pairs, CountPairs(texts, sieve, fewest), fewest, most, texts.Count);
    }

    /// <summary>The column of a word, or of a pair where <paramref name="second"/> is a word; -1 for none.</summary>
    public int Find(int word, int second = Lexicon.Gap) =>
        second >= 0 ? _pairs.GetValueOrDefault(Key(word, second), -1) : _words.GetValueOrDefault(word, -1);

    /// <summary>Writes the vector of a text, by column.</summary>
    public void Write(ReadOnlySpan<int> text, VectorWriter vector)
    {
        var columns = vector.Scratch;
        columns.Clear();
        for (var at = 0; at < text.Length; at++)
        {
            Keep(columns, text[at] < 0 ? -1 : Find(text[at]));
            Keep(columns, at == 0 || text[at] < 0 || text[at - 1] < 0 ? -1 : Find(text[at - 1], text[at]));
        }

        columns.Sort();
        vector.Begin();
        for (var at = 0; at < columns.Count;)
        {
            var end = at;
            while (end < columns.Count && columns[end] == columns[at])
            {
                end++;
            }

            vector.Add(columns[at], (1 + Math.Log(end - at)) * _idf[columns[at] - first]);
            at = end;
        }

        vector.Scale(length);
    }

    private static void Keep(List<int> columns, int column)
    {
        if (column >= 0)
        {
            columns.Add(column);
        }
    }

    /// <summary>
    /// Counting every pair would take more memory than all the rest: only those are counted whose slot in the sieve is full enough.
    /// </summary>
    private static Dictionary<long, int> CountPairs(IReadOnlyList<int[]> texts, byte[] sieve, int fewest)
    {
        var least = Math.Min(fewest, byte.MaxValue);
        var counts = new Dictionary<long, int>();
        foreach (var text in texts)
        {
            foreach (var pair in Pairs(text))
            {
                if (sieve[Slot(pair)] >= least)
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(counts, pair, out _)++;
                }
            }
        }

        return counts;
    }

    private void Add<TKey>(Dictionary<TKey, int> columns, Dictionary<TKey, int> counts, int fewest, double most, int texts)
        where TKey : struct, IComparable<TKey>
    {
        foreach (var (term, count) in counts.Where(term => term.Value >= fewest && term.Value <= most).OrderBy(term => term.Key))
        {
            columns.Add(term, first + _idf.Count);
            _idf.Add((float)(Math.Log((1.0 + texts) / (1 + count)) + 1));
        }
    }

    private static HashSet<long> Pairs(int[] text)
    {
        var pairs = new HashSet<long>();
        for (var at = 1; at < text.Length; at++)
        {
            if (text[at - 1] >= 0 && text[at] >= 0)
            {
                pairs.Add(Key(text[at - 1], text[at]));
            }
        }

        return pairs;
    }

    private static long Key(int word, int second) => ((long)word << 32) | (uint)second;

    private static int Slot(long pair) => (int)((ulong)pair * 0x9E3779B97F4A7C15UL >> (64 - SieveBits));
}
