namespace Sheaf.Ranking;

/// <summary>Brings the weights of a warm start to the columns of a history.</summary>
internal static class WarmWeights
{
    /// <summary>Words of titles have the prefix <c>t:</c>, of abstracts <c>a:</c>, categories <c>c:</c>; the two words of a pair have a space between them.</summary>
    public static double[] Of(WarmStart warm, TextFeatures features, Lexicon lexicon)
    {
        var weights = new double[features.Count];
        foreach (var (key, weight) in warm.Words)
        {
            if (Find(key, features, lexicon) is >= 0 and var column)
            {
                weights[column] = weight;
            }
        }

        return weights;
    }

    private static int Find(string key, TextFeatures features, Lexicon lexicon) => key[..2] switch
    {
        "t:" => Find(key[2..], features.Titles, lexicon),
        "a:" => Find(key[2..], features.Abstracts, lexicon),
        "c:" when lexicon.Categories.Find(key.AsSpan(2)) is >= 0 and var number => features.FindCategory(number),
        _ => -1,
    };

    private static int Find(string term, TermColumns columns, Lexicon lexicon) => term.Split(' ') switch
    {
        [var word] => columns.Find(lexicon.Words.Find(word)),
        [var first, var second] when lexicon.Words.Find(first) is >= 0 and var before => columns.Find(before, lexicon.Words.Find(second)) is var found && lexicon.Words.Find(second) >= 0 ? found : -1,
        _ => -1,
    };
}
