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
    private static IEnumerable<(int OfOne, int OfOther, double Likeness)> Steps(IReadOnlyList<TitleWord> one, int i, IReadOnlyList<TitleWord> other, int j)
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
