namespace Sheaf.Checking.Titles;

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
