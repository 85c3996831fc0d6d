using System.Text;
using System.Text.RegularExpressions;
using Sheaf.Arxiv.Tex;
using Sheaf.Text;

namespace Sheaf.Checking.Titles;

/// <summary>Takes a title apart into plain words, in time linear in its length.</summary>
internal static partial class TitleWords
{
    /// <summary>More words than any title has; the rest is not read, so that comparing stays bounded.</summary>
    public const int Most = 64;

    /// <summary>Stands in a word for one or more glyphs that a copy has put in place of something else: <c>llama?</c>.</summary>
    public const char Glyph = '?';

    private const int LongestText = 2000;

    private static readonly HashSet<string> Formatting =
        [
            "mathbf", "mathcal", "mathrm", "mathbb", "mathsf", "mathit", "mathtt", "text", "textbf", "textit", "textsc", "texttt", "textrm",
            "emph", "rm", "bf", "it", "em", "tt", "sc", "left", "right", "ensuremath", "mbox", "hbox", "textsuperscript",
            "textsubscript", "boldsymbol", "operatorname",
        ];

    /// <summary>Words of plain letters and digits; an apostrophe joins, <c>&amp;</c> is <c>and</c>, everything else parts.</summary>
    public static List<string> Of(string title)
    {
        var text = title.Length > LongestText ? title[..LongestText] : title;
        var bare = Macro()
            .Replace(TexText.ToUnicode(text), macro => Formatting.Contains(macro.Groups[1].Value) ? "" : $"{macro.Groups[1].Value} ");
        return Parted(PlainLetters.From(TexMarks().Replace(bare, "")).Replace("&", " and ", StringComparison.Ordinal));
    }

    private static List<string> Parted(string plain)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var letter in plain)
        {
            if (InvisibleCharacters.PartNoWord(letter))
            {
                continue;
            }

            if (PlainLetters.IsForeignGlyph(letter))
            {
                word.Append(word.Length > 0 && word[^1] == Glyph ? "" : Glyph);
            }
            else if (char.IsLetterOrDigit(letter))
            {
                word.Append(letter);
            }
            else if (letter is not ('\'' or '’' or '‘' or '`' or '´'))
            {
                End(words, word);
            }
        }

        End(words, word);
        return words;
    }

    private static void End(List<string> words, StringBuilder word)
    {
        if (word.Length > 0 && words.Count < Most)
        {
            words.Add(word.ToString());
        }

        word.Clear();
    }

    [GeneratedRegex(@"\\([A-Za-z]+)\*? ?")]
    private static partial Regex Macro();

    /// <summary>What TeX needs and a reader does not see.</summary>
    [GeneratedRegex(@"[${}^_\\]")]
    private static partial Regex TexMarks();
}

/// <summary>One word of a title, ready to be compared.</summary>
/// <param name="Text">Plain letters and digits; <see cref="TitleWords.Glyph"/> where something was lost.</param>
/// <param name="Stem">In American spelling and the singular: what two spellings of one word have in common.</param>
internal sealed record TitleWord(string Text, string Stem)
{
    private static readonly HashSet<string> Little = [.. LittleWords.OfAnyText, .. LittleWords.OfTitles];

    private static readonly (string British, string American)[] Endings =
    [
        ("isation", "ization"), ("ising", "izing"), ("ised", "ized"), ("iser", "izer"), ("ise", "ize"), ("ysing", "yzing"),
        ("ysed", "yzed"), ("yse", "yze"),
        ("elling", "eling"), ("elled", "eled"), ("eller", "eler"), ("tre", "ter"), ("bre", "ber"), ("ogue", "og"), ("ence", "ense"),
        ("amme", "am"), ("gement", "gment"),
    ];

    /// <summary>What it counts: little words tell titles apart badly.</summary>
    public double Weight => IsLittle ? 0.25 : 1;

    public bool IsLittle => Little.Contains(Text);

    public bool HasDigit => Text.Any(char.IsAsciiDigit);

    public bool IsDamaged => Text.Contains(TitleWords.Glyph);

    public static TitleWord Of(string text) => new(text, StemOf(text));

    /// <summary>Both titles go through this, so it need not make true words, only the same one of two spellings.</summary>
    private static string StemOf(string text)
    {
        if (text.Length < 4 || text.Any(char.IsAsciiDigit))
        {
            return text;
        }

        var stem = text.EndsWith('s') && !text.EndsWith("ss", StringComparison.Ordinal) ? text[..^1] : text;
        stem = stem.Length > 5 ? stem.Replace("our", "or", StringComparison.Ordinal) : stem;
        var ending = Endings.FirstOrDefault(ending => stem.EndsWith(ending.British, StringComparison.Ordinal));
        return ending.British is null ? stem : stem[..^ending.British.Length] + ending.American;
    }
}
