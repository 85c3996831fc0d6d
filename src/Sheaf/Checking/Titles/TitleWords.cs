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
        ["mathbf", "mathcal", "mathrm", "mathbb", "mathsf", "mathit", "mathtt", "text", "textbf", "textit", "textsc", "texttt", "textrm", "emph", "rm", "bf", "it", "em", "tt", "sc", "left", "right", "ensuremath", "mbox", "hbox", "textsuperscript", "textsubscript", "boldsymbol", "operatorname"];

    /// <summary>Words of plain letters and digits; an apostrophe joins, <c>&amp;</c> is <c>and</c>, everything else parts.</summary>
    public static List<string> Of(string title)
    {
        var text = title.Length > LongestText ? title[..LongestText] : title;
        var bare = Macro().Replace(TexText.ToUnicode(text), macro => Formatting.Contains(macro.Groups[1].Value) ? "" : $"{macro.Groups[1].Value} ");
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
