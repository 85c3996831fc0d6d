namespace Sheaf.Arxiv.Identifiers.Repair;

/// <summary>
/// References that a line break divides, as in wrapped mail. The break is passed over only where that completes the identifier of a
/// proven form.
/// </summary>
internal static class LineJoin
{
    private const int LongestFirst = 400;
    private const int LongestSecond = 200;

    /// <summary>
    /// The word at a place of a text together with the first word of the next line; null where the word does not end its line.
    /// </summary>
    /// <returns>It, and the place up to which the answer holds.</returns>
    public static (RepairedText? Joined, int Next) Over(string text, int at)
    {
        var wordEnd = WordEnd(text, at, LongestFirst);
        var isCut = wordEnd - at == LongestFirst;
        var goesOn = isCut ? -1 : AfterBreak(text, wordEnd);
        var end = goesOn < 0 ? -1 : WordEnd(text, goesOn, LongestSecond);
        return end <= goesOn ? (null, isCut ? at + (LongestFirst / 2) : wordEnd)
            : (RepairedText.OfTwoLines(text, at..wordEnd, goesOn..end), wordEnd);
    }

    /// <summary>What begins at a place of the original and goes on behind the break; null where nothing does.</summary>
    public static ReferenceMatch? Read(RepairedText joined, int at) => joined.Read(at, (text, place) => ReadOver(joined, text, place));

    private static CandidateSpan? ReadOver(RepairedText joined, string text, int at)
    {
        if (ReferenceForms.ReadProven(text, at) is not { Reference: { } reference } passage
            || joined.Break is not { } line || passage.Identifier.End.Value <= line)
        {
            return null;
        }

        return IsDoubtful(joined, text, passage.Identifier, line)
            ? passage.Asking($"does it go on in the next line, as {reference}?")
            : passage;
    }

    // A few digits that begin a line may also number it, or be an amount in the sentence after an identifier that lost its last digit.
    private static bool IsDoubtful(RepairedText joined, string text, Range identifier, int line)
    {
        var (first, last) = (identifier.Start.Value, identifier.End.Value);
        var rest = text.AsSpan(line, last - line);
        if (first >= line || rest.Length > 2 || !char.IsAsciiDigit(text[line - 1]) || rest.ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        var after = joined.Original.AsSpan(joined.Written(identifier).End.Value);
        return after.Length > 1 && after[0] switch
        {
            '.' or ')' => after[1] is ' ' or '\t',
            ' ' => rest.Length == 1,
            _ => false,
        };
    }

    private static int WordEnd(string text, int at, int longest)
    {
        var end = at;
        while (end < text.Length && end - at < longest && !char.IsWhiteSpace(text[end]))
        {
            end++;
        }

        return end;
    }

    // Where the text goes on behind a line break with blanks and marks of quotation around it; -1 where there is none.
    private static int AfterBreak(string text, int at)
    {
        at = Skip(text, at, " \t");
        if (at == text.Length || text[at] is not ('\n' or '\r'))
        {
            return -1;
        }

        at += text.AsSpan(at).StartsWith("\r\n") ? 2 : 1;
        return Skip(text, at, " \t>|");
    }

    private static int Skip(string text, int at, string characters)
    {
        var end = at;
        while (end < text.Length && end - at < LongestSecond && characters.Contains(text[end]))
        {
            end++;
        }

        return end;
    }
}
