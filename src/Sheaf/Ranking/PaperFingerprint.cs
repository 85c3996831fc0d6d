namespace Sheaf.Ranking;

/// <summary>
/// What two records are compared by, to see whether they are the same work: hashes of the words of the title and of every three
/// neighbouring words of the abstract.
/// </summary>
internal sealed class PaperFingerprint
{
    /// <summary>Titles with different words are still the same with this share of them in common: <c>|A ∩ B| / |A ∪ B|</c>.</summary>
    private const double LeastTitle = 0.6;

    /// <summary>
    /// And this share of the shorter abstract in the other one: <c>|A ∩ B| / min(|A|, |B|)</c>, as one of them may be cut short.
    /// </summary>
    private const double LeastAbstract = 0.6;

    /// <summary>
    /// Under the same title an abstract may have been rewritten. Abstracts of different works have less than a tenth of this in common.
    /// </summary>
    private const double LeastUnderSameTitle = 0.2;

    /// <summary>A shorter title, such as "Editorial", names no work.</summary>
    private const int ShortestTitle = 4;

    /// <summary>Fewer threes are no abstract.</summary>
    private const int FewestThrees = 10;

    /// <summary>
    /// Two abstracts of which 60 % are the same have none of their eight smallest hashes in common once in ten thousand times.
    /// </summary>
    private const int Smallest = 8;

    private static readonly HashSet<ulong> Numerals =
    [
        .. "i ii iii iv v vi vii viii ix x one two three four five six seven eight nine ten first second third fourth fifth".Split(' ')
        .Select(word => Hash(word)),
    ];

    private readonly ulong _whole;
    private readonly ulong[] _title;
    private readonly uint[] _abstract;
    private readonly ulong[] _numbers;

    private PaperFingerprint(List<ulong> title, List<uint> threes, List<ulong> numbers)
    {
        _whole = title.Aggregate(Hash("title"), Join);
        _title = Ascending(title);
        _abstract = Ascending(threes);
        _numbers = Ascending(numbers);
    }

    /// <summary>Records of the same work have one of these in common: the title, or one of the smallest hashes of the abstract.</summary>
    public IEnumerable<ulong> Buckets => _abstract.Take(Smallest).Select(three => (ulong)three).Append(_whole);

    public static PaperFingerprint Of(TastePaper paper)
    {
        var (title, numbers) = (new List<ulong>(), new List<ulong>());
        var scan = new WordScan(paper.Title, stackalloc char[WordScan.Room]);
        while (scan.MoveNext())
        {
            var word = Hash(scan.Word);
            title.Add(word);
            if (char.IsAsciiDigit(scan.Word[0]) || Numerals.Contains(word))
            {
                numbers.Add(word);
            }
        }

        return new PaperFingerprint(title, Threes(paper.Abstract), numbers);
    }

    /// <summary>Very close title and abstract. "Part I" and "Part II" are two works however close they are.</summary>
    public bool IsSameWork(PaperFingerprint other)
    {
        if (!_numbers.AsSpan().SequenceEqual(other._numbers))
        {
            return false;
        }

        var isSameTitle = _title.AsSpan().SequenceEqual(other._title);
        var shorter = Math.Min(_abstract.Length, other._abstract.Length);
        if (shorter < FewestThrees)
        {
            return isSameTitle && _title.Length >= ShortestTitle;
        }

        var titles = isSameTitle ? _title.Length : Common(_title, other._title);
        return titles >= LeastTitle * (_title.Length + other._title.Length - titles)
            && (double)Common(_abstract, other._abstract) / shorter >= (isSameTitle ? LeastUnderSameTitle : LeastAbstract);
    }

    /// <summary>Of each its first half, as all of a month are kept at once.</summary>
    private static List<uint> Threes(string text)
    {
        var threes = new List<uint>();
        var (first, second) = (0UL, 0UL);
        var scan = new WordScan(text, stackalloc char[WordScan.Room]);
        for (var words = 1; scan.MoveNext(); words++)
        {
            var third = Hash(scan.Word);
            if (words >= 3)
            {
                threes.Add((uint)(Join(Join(first, second), third) >> 32));
            }

            (first, second) = (second, third);
        }

        return threes;
    }

    /// <summary>Each once.</summary>
    private static T[] Ascending<T>(List<T> hashes)
        where T : IEquatable<T>
    {
        hashes.Sort();
        var distinct = 0;
        for (var at = 0; at < hashes.Count; at++)
        {
            if (at == 0 || !hashes[at].Equals(hashes[at - 1]))
            {
                hashes[distinct++] = hashes[at];
            }
        }

        return [.. hashes[..distinct]];
    }

    /// <summary>Of two ascending lists.</summary>
    private static int Common<T>(T[] one, T[] other)
        where T : struct, IComparable<T>, IEquatable<T>
    {
        var (common, at, beside) = (0, 0, 0);
        while (at < one.Length && beside < other.Length)
        {
            var step = one[at].CompareTo(other[beside]);
            common += step == 0 ? 1 : 0;
            at += step <= 0 ? 1 : 0;
            beside += step >= 0 ? 1 : 0;
        }

        return common;
    }

    /// <summary>FNV-1a, the same in every process.</summary>
    private static ulong Hash(ReadOnlySpan<char> word)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in word)
        {
            hash = (hash ^ letter) * 1099511628211UL;
        }

        return hash;
    }

    private static ulong Join(ulong before, ulong word)
    {
        var mixed = (before ^ (word >> 29) ^ (word << 13)) * 0x9E3779B97F4A7C15UL;
        return mixed ^ (mixed >> 32);
    }
}
