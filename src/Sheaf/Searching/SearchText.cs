using System.Text;
using Sheaf.Arxiv.Tex;
using Sheaf.Text;

namespace Sheaf.Searching;

/// <summary>
/// Text as it is searched, for papers and for questions alike: TeX's accents and Greek as letters, letters plain (<c>Erdős</c> as
/// <c>erdos</c>, <c>α</c> as <c>alpha</c>), words in the singular, <c>C++</c> and <c>C#</c> as words.
/// </summary>
/// <remarks>
/// Plurals are taken off by their spelling alone, no word is cut further: a stem would make one of "universe" and "university".
/// </remarks>
internal static class SearchText
{
    /// <summary>From here on there are characters that nobody types: the marks by which papers are filtered begin with them.</summary>
    public const char FirstMark = '\uE000';

    /// <summary>Private characters of Unicode; in a text they mean nothing, in the index they are marks.</summary>
    private const char LastMark = '\uF8FF';

    public static string Fold(string text)
    {
        var plain = text.Contains('\\') ? TexText.ToUnicode(text) : text;
        plain = Ascii.IsValid(plain) ? plain : PlainLetters.From(plain);
        var folded = new StringBuilder(plain.Length + 16);
        for (var at = 0; at < plain.Length;)
        {
            var end = EndOfWord(plain, at);
            if (end > at)
            {
                AppendWord(folded, plain.AsSpan(at..end));
            }
            else
            {
                folded.Append(IsMark(plain[at]) ? ' ' : plain[at]);
                end++;
            }

            at = end;
        }

        return folded.ToString();
    }

    /// <summary>The words of folded text, as the index parts them.</summary>
    public static IReadOnlyList<string> Words(string folded)
    {
        var words = new List<string>();
        for (var at = 0; at < folded.Length;)
        {
            var end = at;
            while (end < folded.Length && char.IsLetterOrDigit(folded[end]))
            {
                end++;
            }

            if (end > at)
            {
                words.Add(folded[at..end].ToLowerInvariant());
            }

            at = Math.Max(end, at + 1);
        }

        return words;
    }

    /// <summary>Where the word that begins here ends, with the signs of <c>C++</c> and <c>C#</c>; here, where none begins.</summary>
    internal static int EndOfWord(string text, int at)
    {
        var end = at;
        while (end < text.Length && char.IsLetterOrDigit(text[end]))
        {
            end++;
        }

        return end == at ? at
            : text.AsSpan(end).StartsWith("++") ? end + 2
            : end == at + 1 && end < text.Length && text[end] == '#' ? end + 1
            : end;
    }

    private static bool IsMark(char letter) => letter is >= FirstMark and <= LastMark;

    private static void AppendWord(StringBuilder folded, ReadOnlySpan<char> word)
    {
        if (word[^1] is '+' or '#')
        {
            folded.Append(word.TrimEnd("+#")).Append(word[^1] == '+' ? "plusplus" : "sharp");
            return;
        }

        var last = (char)(word[^1] | 0x20);
        if (word.Length < 4 || last is not ('s' or 'e'))
        {
            folded.Append(word);
            return;
        }

        AppendSingular(folded, word);
    }

    private static void AppendSingular(StringBuilder folded, ReadOnlySpan<char> word)
    {
        if (Ends(word, "ss"))
        {
            folded.Append(word);
        }
        else if (Ends(word, "ies") && word.Length > 4)
        {
            folded.Append(word[..^3]).Append('y');
        }
        else if (Ends(word, "sses") || Ends(word, "xes") || Ends(word, "ches") || Ends(word, "shes"))
        {
            folded.Append(word[..^2]);
        }
        else if (Ends(word, "s") || Ends(word, "che"))
        {
            // "caches" has lost two letters, as "searches" has: so "cache" loses one.
            folded.Append(word[..^1]);
        }
        else
        {
            folded.Append(word);
        }
    }

    private static bool Ends(ReadOnlySpan<char> word, string end) => word.EndsWith(end, StringComparison.OrdinalIgnoreCase);
}
