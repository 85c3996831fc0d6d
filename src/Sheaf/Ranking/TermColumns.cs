using System.Runtime.InteropServices;

namespace Sheaf.Ranking;

/// <summary>
/// The columns of one kind of text: its words and pairs of neighbouring words that are neither rare nor everywhere. A text is a vector in
/// them:
/// <c>(1 + ln count) · idf</c> with <c>idf = ln((1 + texts) / (1 + texts with the term)) + 1</c>, brought to the length
/// <paramref name="length"/>.
/// </summary>
/// <remarks>
/// Words have the first columns, pairs the last, the most frequent of each first: what is read most often lies together. As many times met,
/// they are in the order of their letters, so that the columns do not depend on which text was read first.
/// </remarks>
/// <param name="first">Number of the first column.</param>
/// <param name="length">Of every vector that is not empty.</param>
internal sealed class TermColumns(int first, double length)
{
    private const int SieveBits = 23;
    private const int None = -1;

    /// <summary>Of a word that has no column and yet may be in a pair that has one.</summary>
    private const int TooCommon = -2;

    private readonly PairTable _pairs = new();
    private readonly List<double> _idf = [];
    private int[] _words = [];

    public int Count => _idf.Count;

    /// <summary>The inverse document frequency of each column.</summary>
    public IReadOnlyList<double> Idf => _idf;

    /// <summary>The word of each column, and the second of a pair, else <see cref="Lexicon.Gap"/>.</summary>
    public IEnumerable<(int Column, int First, int Second)> Terms =>
        _words.Index().Where(word => word.Item >= 0).Select(word => (word.Item, word.Index, Lexicon.Gap))
            .Concat(_pairs.All.Select(pair => (pair.Number, (int)(pair.Pair >> 32), (int)pair.Pair)));

    /// <summary>Room for <see cref="Choose"/>.</summary>
    public static byte[] NewSieve() => new byte[1 << SieveBits];

    /// <summary>Chooses the columns.</summary>
    /// <param name="texts">Learnt from; without the empty ones.</param>
    /// <param name="words">That have a number.</param>
    /// <param name="fewest">A term is in at least so many texts.</param>
    /// <param name="share">And in at most this share of them.</param>
    /// <param name="sieve">Room; cleared before it is used.</param>
    public void Choose(IReadOnlyList<byte[]> texts, NumberedNames words, int fewest, double share, byte[] sieve)
    {
        var most = share * texts.Count;
        var counts = CountWords(texts, words.Count);
        var known = Enumerable.Range(0, words.Count).Where(word => counts[word] >= fewest).ToArray();
        Array.Sort(
            known, (word, other) => counts[other].CompareTo(counts[word]) is not 0 and var order ? order : words.Compare(word, other));
        _words = new int[words.Count];
        Array.Fill(_words, None);
        var places = new int[words.Count];
        foreach (var (place, word) in known.Index())
        {
            _words[word] = counts[word] > most ? TooCommon : Add(counts[word], texts.Count);
            places[word] = place;
        }

        Fill(sieve, texts);
        foreach (var (pair, count) in CountPairs(texts, sieve, fewest)
            .Where(pair => pair.Count >= fewest && pair.Count <= most)
            .OrderByDescending(pair => pair.Count)
            .ThenBy(pair => PairTable.Pair(places[(int)(pair.Pair >> 32)], places[(int)pair.Pair])))
        {
            _pairs.Add(pair) = Add(count, texts.Count);
        }
    }

    /// <summary>The column of a word, or of a pair where <paramref name="second"/> is a word; -1 for none.</summary>
    public int Find(int word, int second = Lexicon.Gap) =>
        second < 0 ? Math.Max(Known(word), None) : MayPair(word, second) ? _pairs.Find(PairTable.Pair(word, second)) : None;

    /// <summary>Adds the terms of a text, by column.</summary>
    /// <returns>The factor that brings them to their length.</returns>
    public double Write(byte[] text, RowWriter row)
    {
        row.Met.Clear();
        for (var words = new WordReader(text); words.MoveNext();)
        {
            Keep(row.Met, Find(words.Word));
            Keep(row.Met, words.Word < 0 ? None : Find(words.Before, words.Word));
        }

        var met = CollectionsMarshal.AsSpan(row.Met);
        met.Sort();
        var squares = 0.0;
        for (var at = 0; at < met.Length;)
        {
            var end = at + 1;
            while (end < met.Length && met[end] == met[at])
            {
                end++;
            }

            var value = TextRow.Frequency(end - at) * _idf[met[at] - first];
            squares += value * value;
            row.Terms.Add(TextRow.Term(met[at], end - at));
            at = end;
        }

        return squares > 0 ? length / Math.Sqrt(squares) : 0;
    }

    private static void Keep(List<int> columns, int column)
    {
        if (column >= 0)
        {
            columns.Add(column);
        }
    }

    private static int[] CountWords(IReadOnlyList<byte[]> texts, int words)
    {
        var (counts, last) = (new int[words], new int[words]);
        for (var number = 1; number <= texts.Count; number++)
        {
            for (var text = new WordReader(texts[number - 1]); text.MoveNext();)
            {
                if (text.Word >= 0 && last[text.Word] != number)
                {
                    last[text.Word] = number;
                    counts[text.Word]++;
                }
            }
        }

        return counts;
    }

    /// <summary>A slot is at least as full as any of its pairs is frequent.</summary>
    private void Fill(byte[] sieve, IReadOnlyList<byte[]> texts)
    {
        Array.Clear(sieve);
        foreach (var text in texts)
        {
            for (var pairs = new WordReader(text); pairs.MoveNext();)
            {
                if (MayPair(pairs.Before, pairs.Word))
                {
                    ref var slot = ref sieve[PairTable.Hash(PairTable.Pair(pairs.Before, pairs.Word), SieveBits)];
                    slot += (byte)(slot < byte.MaxValue ? 1 : 0);
                }
            }
        }
    }

    /// <summary>
    /// Counting every pair would take more memory than all the rest: only those are counted whose slot in the sieve is full enough.
    /// </summary>
    private IEnumerable<(long Pair, int Count)> CountPairs(IReadOnlyList<byte[]> texts, byte[] sieve, int fewest)
    {
        var least = Math.Min(fewest, byte.MaxValue);
        var (table, counts) = (new PairTable(), new List<(int Count, int Last)>());
        for (var number = 1; number <= texts.Count; number++)
        {
            for (var pairs = new WordReader(texts[number - 1]); pairs.MoveNext();)
            {
                if (MayPair(pairs.Before, pairs.Word)
                    && PairTable.Pair(pairs.Before, pairs.Word) is var pair && sieve[PairTable.Hash(pair, SieveBits)] >= least)
                {
                    Count(ref table.Add(pair), number);
                }
            }
        }

        return table.All.Select(pair => (pair.Pair, counts[pair.Number - 1].Count));

        void Count(ref int place, int number)
        {
            if (place == 0)
            {
                counts.Add((1, number));
                place = counts.Count;
            }
            else if (counts[place - 1] is var (count, last) && last != number)
            {
                counts[place - 1] = (count + 1, number);
            }
        }
    }

    private int Add(int count, int texts)
    {
        _idf.Add(Math.Log((1.0 + texts) / (1 + count)) + 1);
        return first + _idf.Count - 1;
    }

    private int Known(int word) => (uint)word < (uint)_words.Length ? _words[word] : None;

    /// <summary>A pair is no more frequent than its words.</summary>
    private bool MayPair(int word, int second) => Known(word) != None && Known(second) != None;
}
