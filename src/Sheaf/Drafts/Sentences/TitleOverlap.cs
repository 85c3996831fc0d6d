namespace Sheaf.Drafts.Sentences;

/// <summary>How much of the title a sentence has.</summary>
internal static class TitleOverlap
{
    /// <summary>The share of the title's pairs of words that the sentence has.</summary>
    public static double Pairs(ReadAbstract read, int sentence)
    {
        var title = read.Title;
        var words = read.Sentence(sentence);
        var found = 0;
        for (var at = 0; at + 1 < title.Length; at++)
        {
            found += words.IndexOf(title.Slice(at, 2)) >= 0 ? 1 : 0;
        }

        return (double)found / Math.Max(1, title.Length - 1);
    }

    /// <summary>The share of the title's meaningful words that the sentence has.</summary>
    public static double Recall(ReadAbstract read, int sentence)
    {
        var (found, all) = (0, 0);
        for (var place = 0; place < read.Title.Length; place++)
        {
            var word = read.Words[read.Title[place]];
            if (!word.IsCommon && word.TitlePlace == place)
            {
                all++;
                found += word.Sentences.Contains(sentence) ? 1 : 0;
            }
        }

        return (double)found / Math.Max(1, all);
    }

    /// <summary>The share of the sentence's words that are meaningful words of the title.</summary>
    public static double Precision(ReadAbstract read, int sentence)
    {
        var words = read.Sentence(sentence);
        var found = 0;
        foreach (var number in words)
        {
            found += read.Words[number] is { IsCommon: false, TitlePlace: >= 0 } ? 1 : 0;
        }

        return (double)found / Math.Max(1, words.Length);
    }
}
