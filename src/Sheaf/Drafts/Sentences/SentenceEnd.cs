using System.Buffers;

namespace Sheaf.Drafts.Sentences;

/// <summary>Whether a stop ends a sentence: most stops of a scientific text do not.</summary>
internal static class SentenceEnd
{
    /// <summary>A stop after these never ends a sentence.</summary>
    private static readonly HashSet<string> Abbreviations = new(StringComparer.OrdinalIgnoreCase)
    {
        "e.g", "i.e", "cf", "c.f", "vs", "viz", "ca", "approx", "w.r.t", "a.k.a", "s.t", "fig", "figs", "eq", "eqs", "eqn", "sec",
        "sect", "ref", "refs", "tab", "vol", "pp", "ch", "thm", "prop", "lem", "cor", "def", "nos", "dr", "prof", "mr", "mrs", "ms",
        "st", "arxiv", "incl", "esp",
    };

    /// <summary>
    /// A stop after these, initials and single letters ends a sentence if the next word is one that sentences begin with.
    /// </summary>
    private static readonly HashSet<string> MayEnd = new(StringComparer.OrdinalIgnoreCase)
    {
        "al", "etc", "resp", "no", "inc", "ltd", "co", "corp", "jr", "sr", "dept", "univ", "ph.d", "yahoo",
    };

    private static readonly HashSet<string> Openers =
    [
        "A", "Additionally", "Although", "An", "And", "As", "At", "Based", "Because", "Both", "But", "By", "Despite", "Existing",
        "Experiments", "Finally", "First", "For", "From", "Furthermore", "Here", "Hence", "However", "If", "In", "Inspired", "It",
        "Its", "Moreover", "Most", "Motivated", "On", "One", "Our", "Previous", "Prior", "Recent", "Recently", "Results", "Since",
        "Specifically", "Such", "That", "The", "Their", "Then", "There", "Therefore", "These", "They", "This", "Those", "Thus",
        "To", "Two", "Under", "Unlike", "Using", "We", "What", "When", "Where", "While", "With", "Yet",
    ];

    /// <summary>More stops and quotes in a row are no end of anything, and each of them would look through all the others.</summary>
    private const int MostClosers = 32;

    private static readonly SearchValues<char> Closers = SearchValues.Create("\"'”’»).!?。！？");

    /// <summary>The place after the sentence that the stop ends, closing quotes with it; null where the sentence goes on.</summary>
    /// <param name="text">The text.</param>
    /// <param name="stop">The place of the stop.</param>
    /// <param name="from">Where the sentence begins.</param>
    public static int? After(string text, int stop, int from)
    {
        var closers = text.AsSpan(stop, Math.Min(MostClosers, text.Length - stop));
        var length = closers.IndexOfAnyExcept(Closers);
        var end = stop + (length < 0 ? closers.Length : length);
        if (end == text.Length || text[stop] is '。' or '！' or '？')
        {
            return end;
        }

        var next = text.AsSpan(Math.Min(end + 1, text.Length));
        return text[end] == ' ' && CanOpen(next) && (text[stop] == '?' || IsAfterWord(text, stop, from, next)) ? end : null;
    }

    private static bool CanOpen(ReadOnlySpan<char> next)
    {
        var start = next.TrimStart("\"'“‘`([");
        if (start.IsEmpty || char.IsDigit(start[0]) || start[0] is '$' or '\\')
        {
            return true;
        }

        return char.IsLetter(start[0]) && (!char.IsLower(start[0]) || IsTerm(FirstWord(start)));
    }

    /// <summary>mBERT, iGPT and k-means begin sentences as they are.</summary>
    private static bool IsTerm(ReadOnlySpan<char> word) =>
        word.ContainsAnyInRange('A', 'Z') || word.ContainsAnyInRange('0', '9') || (word.Length > 2 && word[1] == '-');

    private static bool IsAfterWord(string text, int stop, int from, ReadOnlySpan<char> next)
    {
        var start = stop;
        while (start > from && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '.' or '-'))
        {
            start--;
        }

        var word = text[start..stop];
        var isInitial = word.Length == 1 ? char.IsLetter(word[0]) : word.Contains('.');
        return !Abbreviations.Contains(word)
            && !(start == from && word.All(char.IsAsciiDigit))
            && (!(isInitial || MayEnd.Contains(word)) || Openers.Contains(FirstWord(next).ToString()));
    }

    /// <summary>With its stop: the A of <c>J. A. Smith</c> opens no sentence.</summary>
    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny(" ,;:");
        return end < 0 ? text : text[..end];
    }
}
