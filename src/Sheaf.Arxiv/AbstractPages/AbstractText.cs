namespace Sheaf.Arxiv.AbstractPages;

/// <summary>
/// The abstract from its two copies on the page: the one in the head has the TeX intact but no paragraphs, the one in the body has the
/// paragraphs but its accents turned into Unicode (field guide 5.1, 5.4).
/// </summary>
internal static class AbstractText
{
    private const int WordsCompared = 3;

    // Accents change words, so that not all can agree; around a wrong place hardly any do.
    private const double LeastShare = 1 / 3.0;

    // How far, in words, a paragraph's end may lie from where counting words puts it: an accent such as "\L ukasz" costs a word.
    private const int Drift = 40;

    /// <summary>Paragraphs separated by one newline.</summary>
    internal static string Parse(PageParts page)
    {
        var shown = PageText.Paragraphs(page.Abstract);
        if (shown.Count == 0)
        {
            throw page.Fault("abstract", "blockquote.abstract is empty");
        }

        // Pages of before about 2021 have no copy in the head: then the body's has to do.
        var intact = page.Citations("citation_abstract").Count > 0 ? page.Citation("citation_abstract", "abstract") : null;
        return WithoutSeparator((intact is null ? null : Cut(intact, shown)) ?? string.Join('\n', shown));
    }

    // In arXiv's older files a line with two backslashes ends the abstract (field guide 5.9); some pages show it.
    private static string WithoutSeparator(string text) => text.EndsWith(@" \\", StringComparison.Ordinal) ? text[..^3].TrimEnd() : text;

    /// <summary>
    /// Cuts the intact text into the paragraphs shown; null where it cannot be told where one ends, and the two copies differ too much
    /// for one to be made of them.
    /// </summary>
    internal static string? Cut(string intact, IReadOnlyList<string> shown)
    {
        var words = intact.Split(' ');
        var paragraphs = new List<string>(shown.Count);
        var start = 0;
        for (var index = 0; index < shown.Count - 1; index++)
        {
            if (EndOfParagraph(words, start, shown[index].Split(' '), shown[index + 1].Split(' ')) is not { } end)
            {
                return null;
            }

            paragraphs.Add(string.Join(' ', words[start..end]));
            start = end;
        }

        paragraphs.Add(string.Join(' ', words[start..]));
        return string.Join('\n', paragraphs);
    }

    /// <summary>
    /// The place where the words before and after it agree best, of equals the nearest to the expected one; null where fewer than a third
    /// agree.
    /// </summary>
    private static int? EndOfParagraph(string[] words, int start, string[] paragraph, string[] next)
    {
        var expected = start + paragraph.Length;
        var (best, bestShare) = (0, 0.0);
        for (var distance = 0; distance <= Drift && bestShare < 1; distance++)
        {
            foreach (var place in distance == 0 ? [expected] : (ReadOnlySpan<int>)[expected - distance, expected + distance])
            {
                var share = place > start && place < words.Length ? ShareAgreeing(words, place, paragraph, next) : 0;
                (best, bestShare) = share > bestShare ? (place, share) : (best, bestShare);
            }
        }

        return bestShare >= LeastShare ? best : null;
    }

    private static double ShareAgreeing(string[] words, int place, string[] paragraph, string[] next)
    {
        var (compared, agreeing) = (0, 0);
        for (var step = 0; step < WordsCompared; step++)
        {
            if (step < paragraph.Length && place - 1 - step >= 0)
            {
                compared++;
                agreeing += words[place - 1 - step] == paragraph[^(step + 1)] ? 1 : 0;
            }

            if (step < next.Length && place + step < words.Length)
            {
                compared++;
                agreeing += words[place + step] == next[step] ? 1 : 0;
            }
        }

        return (double)agreeing / compared;
    }
}
