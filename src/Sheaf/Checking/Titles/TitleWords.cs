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

    /// <summary>How a title may write a word of this stem, in the singular unless it was not.</summary>
    public IEnumerable<string> Spellings => Text == Abbreviation.LanguageModel ? Abbreviation.LanguageModelSpellings
        : Endings.Where(ending => Stem.EndsWith(ending.American, StringComparison.Ordinal))
            .Select(ending => Stem[..^ending.American.Length] + ending.British)
            .Append(Stem)
            .SelectMany(stem => (string[])[stem, stem.Replace("or", "our", StringComparison.Ordinal)])
            .Append(Text)
            .Distinct();

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

/// <summary>
/// Lays two titles beside each other, word by word and in order, so that as much as possible of both agrees. A word may agree with
/// several: LayerSkip with Layer Skip, RAG with retrieval augmented generation.
/// </summary>
internal static class TitleAlignment
{
    private const int MostJoined = 3;

    /// <summary>How much of each title agrees with the other, by the weight of its words, from 0 to 1.</summary>
    public static (double One, double Other) Of(IReadOnlyList<TitleWord> one, IReadOnlyList<TitleWord> other)
    {
        var best = new Agreed[one.Count + 1, other.Count + 1];
        for (var i = one.Count - 1; i >= 0; i--)
        {
            for (var j = other.Count - 1; j >= 0; j--)
            {
                var here = Better(best[i + 1, j], best[i, j + 1]);
                foreach (var (takenOfOne, takenOfOther, likeness) in Steps(one, i, other, j))
                {
                    var step = new Agreed(WeightOf(one, i, takenOfOne) * likeness, WeightOf(other, j, takenOfOther) * likeness);
                    here = Better(here, step + best[i + takenOfOne, j + takenOfOther]);
                }

                best[i, j] = here;
            }
        }

        return (best[0, 0].One / WeightOf(one, 0, one.Count), best[0, 0].Other / WeightOf(other, 0, other.Count));
    }

    /// <summary>The ways in which the words from here on can agree.</summary>
    private static IEnumerable<(int OfOne, int OfOther, double Likeness)> Steps(
        IReadOnlyList<TitleWord> one, int i, IReadOnlyList<TitleWord> other, int j)
    {
        if (WordLikeness.Of(one[i], other[j]) is > 0 and var likeness)
        {
            yield return (1, 1, likeness);
        }

        if (JoinedLength(one[i], other, j) is > 1 and var ofOther)
        {
            yield return (1, ofOther, 1);
        }

        if (JoinedLength(other[j], one, i) is > 1 and var ofOne)
        {
            yield return (ofOne, 1, 1);
        }
    }

    /// <summary>How many words, from one on, make this one, joined or by their first letters; 0 where they do not.</summary>
    private static int JoinedLength(TitleWord word, IReadOnlyList<TitleWord> words, int from)
    {
        var joined = words[from].Text;
        for (var length = 2; length <= MostJoined && from + length <= words.Count && joined.Length < word.Text.Length; length++)
        {
            joined += words[from + length - 1].Text;
            if (joined == word.Text || (word.IsDamaged && WordLikeness.Of(word, TitleWord.Of(joined)) > 0))
            {
                return length;
            }
        }

        return Abbreviation.LengthOf(word, words, from);
    }

    private static double WeightOf(IReadOnlyList<TitleWord> words, int from, int count)
    {
        var weight = 0.0;
        for (var at = from; at < from + count; at++)
        {
            weight += words[at].Weight;
        }

        return weight;
    }

    private static Agreed Better(Agreed one, Agreed other) => one.Sum >= other.Sum ? one : other;

    private readonly record struct Agreed(double One, double Other)
    {
        public double Sum => One + Other;

        public static Agreed operator +(Agreed left, Agreed right) => new(left.One + right.One, left.Other + right.Other);
    }
}

/// <summary>How much two words are the same word, from 0 to 1.</summary>
internal static class WordLikeness
{
    /// <summary>Letters that a lost glyph may stand for.</summary>
    private const int MostLost = 2;

    /// <summary>
    /// 1 for the same word in any spelling; a little less for a slip of one letter in five or two in eight. What tells papers apart is no
    /// slip: digits are compared exactly (GPT-3, GPT-4), short words too (LoRA, DoRA), and the first letter must agree (symmetric,
    /// asymmetric).
    /// </summary>
    public static double Of(TitleWord one, TitleWord other)
    {
        if (one.Text == other.Text || one.Stem == other.Stem)
        {
            return 1;
        }

        if (one.IsDamaged || other.IsDamaged)
        {
            return Fits(one.Text, other.Text) || Fits(other.Text, one.Text) ? 1 : 0;
        }

        var shorter = Math.Min(one.Text.Length, other.Text.Length);
        var slips = shorter switch { < 5 => 0, < 8 => 1, _ => 2 };
        if (slips == 0 || one.Stem[0] != other.Stem[0] || one.HasDigit || other.HasDigit)
        {
            return 0;
        }

        return EditDistance.Between(one.Stem, other.Stem, slips) switch { 1 => 0.9, 2 when slips == 2 => 0.85, _ => 0 };
    }

    /// <summary>Whether a word with glyphs in it can have been this one. Linear: a glyph takes as few letters as it can.</summary>
    private static bool Fits(string damaged, string word)
    {
        if (!damaged.Contains(TitleWords.Glyph))
        {
            return false;
        }

        var parts = damaged.Split(TitleWords.Glyph);
        var at = parts[0].Length;
        if (!word.StartsWith(parts[0], StringComparison.Ordinal) || parts.All(part => part.Length == 0))
        {
            return false;
        }

        foreach (var part in parts[1..])
        {
            var next = part.Length == 0 ? word.Length : word.IndexOf(part, at, StringComparison.Ordinal);
            if (next < 0 || next - at > MostLost)
            {
                return false;
            }

            at = next + part.Length;
        }

        return at == word.Length;
    }
}

/// <summary>Counts the slips of a pen that make one word of another: a letter too many, too few, wrong, or two exchanged.</summary>
internal static class EditDistance
{
    /// <summary>How many, or <paramref name="most"/> + 1 where there are more.</summary>
    public static int Between(string one, string other, int most)
    {
        if (Math.Abs(one.Length - other.Length) > most)
        {
            return most + 1;
        }

        var rows = new int[3][];
        for (var row = 0; row < 3; row++)
        {
            rows[row] = new int[other.Length + 1];
        }

        for (var column = 0; column <= other.Length; column++)
        {
            rows[0][column] = column;
        }

        for (var row = 1; row <= one.Length; row++)
        {
            Fill(rows, row, one, other);
        }

        return Math.Min(rows[one.Length % 3][other.Length], most + 1);
    }

    private static void Fill(int[][] rows, int row, string one, string other)
    {
        var (now, before, earlier) = (rows[row % 3], rows[(row + 2) % 3], rows[(row + 1) % 3]);
        now[0] = row;
        for (var column = 1; column <= other.Length; column++)
        {
            var wrong = before[column - 1] + (one[row - 1] == other[column - 1] ? 0 : 1);
            now[column] = Math.Min(wrong, Math.Min(before[column], now[column - 1]) + 1);
            if (row > 1 && column > 1 && one[row - 1] == other[column - 2] && one[row - 2] == other[column - 1])
            {
                now[column] = Math.Min(now[column], earlier[column - 2] + 1);
            }
        }
    }
}
