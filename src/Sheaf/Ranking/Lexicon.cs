namespace Sheaf.Ranking;

/// <summary>Turns texts into the numbers of their words, and lists of names into the numbers of the names.</summary>
internal sealed class Lexicon
{
    /// <summary>Stands for a common word, or for one that was never met in learning: a gap between those beside it.</summary>
    public const int Gap = -1;

    public NumberedNames Words { get; } = new();

    public NumberedNames Authors { get; } = new();

    public NumberedNames Categories { get; } = new();

    /// <summary>The words of a text in order.</summary>
    /// <param name="text">Title or abstract.</param>
    /// <param name="learns">Whether words not met before get a number.</param>
    public int[] Read(string text, bool learns)
    {
        var numbers = new List<int>(text.Length / 6);
        var scan = new WordScan(text, stackalloc char[WordScan.Room]);
        while (scan.MoveNext())
        {
            numbers.Add(CommonWords.Contains(scan.Word) ? Gap : Number(scan.Word, learns));
        }

        return [.. numbers];
    }

    /// <summary>Each author once; names are the same where their words are, without accents and punctuation.</summary>
    public int[] ReadAuthors(IReadOnlyList<string> names, bool learns)
    {
        var numbers = new HashSet<int>();
        Span<char> key = stackalloc char[4 * WordScan.Room];
        foreach (var name in names)
        {
            if (Find(Authors, AuthorKey(name, key), learns) is >= 0 and var number)
            {
                numbers.Add(number);
            }
        }

        return [.. numbers];
    }

    /// <summary>Categories as they are, and the first once more as the primary one.</summary>
    public int[] ReadCategories(IReadOnlyList<string> categories, bool learns)
    {
        var numbers = new HashSet<int>();
        foreach (var name in categories.Count == 0 ? [] : categories.Prepend("primary " + categories[0]))
        {
            if (Find(Categories, name, learns) is >= 0 and var number)
            {
                numbers.Add(number);
            }
        }

        return [.. numbers];
    }

    /// <summary>Number of a name as it is printed; -1 where it was never met.</summary>
    public int FindAuthor(string name) => Authors.Find(AuthorKey(name, stackalloc char[4 * WordScan.Room]));

    private int Number(ReadOnlySpan<char> word, bool learns) => learns ? Words.Add(word) : Words.Find(word);

    private static int Find(NumberedNames names, ReadOnlySpan<char> name, bool learns) => learns ? names.Add(name) : names.Find(name);

    private static ReadOnlySpan<char> AuthorKey(string name, Span<char> key)
    {
        var length = 0;
        var scan = new WordScan(name, stackalloc char[WordScan.Room]);
        while (scan.MoveNext() && length + scan.Word.Length < key.Length)
        {
            if (length > 0)
            {
                key[length++] = ' ';
            }

            scan.Word.CopyTo(key[length..]);
            length += scan.Word.Length;
        }

        return key[..length];
    }
}

/// <summary>Gives each word or name a number, in the order in which they are met.</summary>
internal sealed class NumberedNames
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly List<string> _names = [];

    public NumberedNames() => _lookup = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    public int Count => _names.Count;

    public string this[int number] => _names[number];

    /// <summary>The number it has, or gets now.</summary>
    public int Add(ReadOnlySpan<char> name)
    {
        if (!_lookup.TryGetValue(name, out var number))
        {
            number = _names.Count;
            var kept = name.ToString();
            _numbers.Add(kept, number);
            _names.Add(kept);
        }

        return number;
    }

    /// <summary>The number it has; -1 for none.</summary>
    public int Find(ReadOnlySpan<char> name) => _lookup.TryGetValue(name, out var number) ? number : -1;
}
