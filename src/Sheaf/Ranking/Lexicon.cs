using System.Buffers;

namespace Sheaf.Ranking;

/// <summary>Turns texts into the numbers of their words, and lists of names into the numbers of the names.</summary>
internal sealed class Lexicon
{
    /// <summary>Stands for a common word, or for one that was never met in learning: a gap between those beside it.</summary>
    public const int Gap = -1;

    /// <summary>A common word has the number of a gap.</summary>
    public NumberedNames Words { get; } = new(CommonWords.All, Gap);

    public NumberedNames Authors { get; } = new();

    public NumberedNames Categories { get; } = new();

    /// <summary>The words of a text in order, as <see cref="WordReader"/> reads them.</summary>
    /// <param name="text">Title or abstract.</param>
    /// <param name="learns">Whether words not met before get a number.</param>
    public byte[] Read(string text, bool learns)
    {
        var room = ArrayPool<byte>.Shared.Rent(WordReader.MostBytes * (text.Length + 1));
        var length = 0;
        var scan = new WordScan(text, stackalloc char[WordScan.Room]);
        while (scan.MoveNext())
        {
            length += WordReader.Write(Find(Words, scan.Word, learns), room.AsSpan(length));
        }

        var words = room.AsSpan(0, length).ToArray();
        ArrayPool<byte>.Shared.Return(room);
        return words;
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

/// <summary>
/// Reads the numbers of the words of a text, in little memory: seven bits a byte, so that the words met first, which are most, take one
/// byte or two.
/// </summary>
internal ref struct WordReader(ReadOnlySpan<byte> text)
{
    /// <summary>That one word takes.</summary>
    public const int MostBytes = 5;

    private readonly ReadOnlySpan<byte> _text = text;
    private int _at;

    /// <summary>The word.</summary>
    public int Word { get; private set; } = Lexicon.Gap;

    /// <summary>The word before it; a gap before the first.</summary>
    public int Before { get; private set; } = Lexicon.Gap;

    public bool MoveNext()
    {
        if (_at == _text.Length)
        {
            return false;
        }

        Before = Word;
        uint number = _text[_at++];
        if (number >= 0x80)
        {
            number &= 0x7F;
            for (var shift = 7; ; shift += 7)
            {
                uint part = _text[_at++];
                number |= (part & 0x7F) << shift;
                if (part < 0x80)
                {
                    break;
                }
            }
        }

        Word = (int)number - 1;
        return true;
    }

    /// <summary>Writes a word, or a gap, at the beginning of the room.</summary>
    /// <returns>How many bytes it took.</returns>
    public static int Write(int word, Span<byte> room)
    {
        var number = (uint)(word + 1);
        var length = 0;
        for (; number >= 0x80; number >>= 7)
        {
            room[length++] = (byte)(number | 0x80);
        }

        room[length++] = (byte)number;
        return length;
    }
}
