namespace Sheaf.Searching;

/// <summary>Where a text has what was looked for.</summary>
/// <param name="Places">In the text's order: from, to, and the place of the term among those asked for.</param>
internal sealed record TextHits(IReadOnlyList<(int Start, int End, int Term)> Places)
{
    /// <param name="text">As it is shown.</param>
    /// <param name="terms">Those that may stand in it.</param>
    public static TextHits Of(string text, IEnumerable<QueryTerm> terms)
    {
        var words = WordsOf(text);
        var places = new List<(int Start, int End, int Term)>();
        foreach (var (number, term) in terms.Index())
        {
            for (var at = 0; at + term.Words.Count <= words.Count; at++)
            {
                if (Matches(words, at, term))
                {
                    places.Add((words[at].Start, words[at + term.Words.Count - 1].End, number));
                }
            }
        }

        places.Sort();
        return new TextHits(places);
    }

    private static bool Matches(List<(string Word, int Start, int End)> words, int at, QueryTerm term)
    {
        for (var place = 0; place < term.Words.Count; place++)
        {
            var (word, asked) = (words[at + place].Word, term.Words[place]);
            var isLast = place == term.Words.Count - 1;
            if (word != asked && !(isLast && term.IsPrefix && word.StartsWith(asked, StringComparison.Ordinal)))
            {
                return false;
            }
        }

        return true;
    }

    private static List<(string Word, int Start, int End)> WordsOf(string text)
    {
        var words = new List<(string, int, int)>();
        for (var at = 0; at < text.Length;)
        {
            var end = SearchText.EndOfWord(text, at);
            if (end > at)
            {
                words.AddRange(SearchText.Words(SearchText.Fold(text[at..end])).Select(word => (word, at, end)));
            }

            at = Math.Max(end, at + 1);
        }

        return words;
    }
}
