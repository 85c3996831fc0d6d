using Sheaf.Text;

namespace Sheaf.Drafts.Sentences;

/// <summary>The words of a sentence or title, without those of formulas and the names of TeX's commands.</summary>
internal sealed class SentenceWords
{
    /// <summary>Of a longer word the beginning counts.</summary>
    private const int LongestWord = 64;

    private readonly List<(string Text, WordKind Kind, char Before, bool IsName)> _words = [];

    /// <param name="text">On one line.</param>
    public SentenceWords(string text)
    {
        var before = ' ';
        for (int at = 0, end; at < text.Length; at = end)
        {
            end = at + 1;
            if (!char.IsLetterOrDigit(text[at]))
            {
                before = text[at] == ' ' || before == '(' ? before : text[at];
                end = text[at] switch { '$' => TexMath.EndOf(text, at) ?? end, '\\' => EndOf(text, end, char.IsAsciiLetter), _ => end };
                continue;
            }

            end = EndOf(text, end, char.IsLetterOrDigit);
            var isNumbered = end + 1 < text.Length && text[end] == '-' && char.IsAsciiDigit(text[end + 1]);
            end = isNumbered ? EndOf(text, end + 1, char.IsLetterOrDigit) : end;
            Add(text.AsSpan(at, end - at), before);
            before = ' ';
        }
    }

    public int Count => _words.Count;

    /// <summary>In small letters, a plural as its singular; empty where there is none.</summary>
    public string this[int at] => at >= 0 && at < Count ? _words[at].Text : "";

    public bool Is(int at, WordKind kind) => at >= 0 && at < Count && (_words[at].Kind & kind) != 0;

    /// <summary>The mark between a word and the word before, and a stop after the last; a space where there is none.</summary>
    public char Before(int at) => at < Count ? _words[at].Before : '.';

    /// <summary>Whether it is written as names of things are: with a capital inside, or a digit among letters.</summary>
    public bool IsName(int at) => _words[at].IsName;

    /// <summary>Those that the vocabulary does not have: they say what the sentence is about.</summary>
    public IEnumerable<string> Meaningful(int before = int.MaxValue) =>
        _words.Take(before).Where(word => word.Kind == WordKind.None).Select(word => word.Text);

    /// <summary>Whether the words before a place have one.</summary>
    public bool Has(string word, int before = int.MaxValue) => _words.FindIndex(own => own.Text == word) is >= 0 and var at && at < before;

    private static int EndOf(string text, int at, Func<char, bool> goesOn)
    {
        while (at < text.Length && goesOn(text[at]))
        {
            at++;
        }

        return at;
    }

    private void Add(ReadOnlySpan<char> word, char before)
    {
        if (before is '\'' or '’' && word is "s")
        {
            return;
        }

        Span<char> letters = stackalloc char[Math.Min(word.Length, LongestWord)];
        word[..letters.Length].ToLowerInvariant(letters);
        ReadOnlySpan<char> text = letters;
        var kind = Vocabulary.Of(text);
        if (kind == WordKind.None)
        {
            text = Singular(letters);
            kind = Vocabulary.Of(text);
        }

        var isName = word[1..].ContainsAnyInRange('A', 'Z')
            || (word.ContainsAnyInRange('0', '9') && word.ContainsAnyExceptInRange('0', '9'));
        _words.Add((text.ToString(), word is "i" ? WordKind.Common : kind, before, isName));
    }

    /// <summary>Good enough to find a word again.</summary>
    private static ReadOnlySpan<char> Singular(Span<char> word)
    {
        if (word.Length > 4 && word.EndsWith("ies"))
        {
            word[^3] = 'y';
            return word[..^2];
        }

        return word.Length < 4 || word[^1] != 's' || word[^2] is 's' or 'u' or 'i' ? word
            : word.EndsWith("sses") || word.EndsWith("xes") || word.EndsWith("ches") || word.EndsWith("shes") ? word[..^2]
            : word[..^1];
    }
}
