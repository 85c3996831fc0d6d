using Sheaf.Markdown;

namespace Sheaf.Editing;

/// <summary>Places in a text by its lines, whatever ends them; a byte order mark stands before the first.</summary>
internal static class TextPlace
{
    public static int StartOfText(string text) => text.StartsWith('\ufeff') ? 1 : 0;

    public static int StartOfLine(string text, int at)
    {
        var start = at;
        while (start > StartOfText(text) && !IsStartOfLine(text, start))
        {
            start--;
        }

        return start;
    }

    public static bool IsStartOfLine(string text, int at) =>
        at == StartOfText(text) || (at > 0 && (text[at - 1] == '\n' || (text[at - 1] == '\r' && (at == text.Length || text[at] != '\n'))));

    /// <summary>After the ending of the line.</summary>
    public static int EndOfLine(string text, int at) => MarkdownLine.EndOfLine(text, at).Next;

    /// <summary>The line before this place without its ending; null where there is none.</summary>
    public static string? LineAbove(string text, int at)
    {
        if (at <= StartOfText(text))
        {
            return null;
        }

        var end = at - (at > 1 && text[at - 1] == '\n' && text[at - 2] == '\r' ? 2 : text[at - 1] is '\n' or '\r' ? 1 : 0);
        return text[StartOfLine(text, end)..end];
    }

    /// <summary>The line from this place without its ending; null at the end of the text.</summary>
    public static string? LineBelow(string text, int at) => at >= text.Length ? null : text[at..MarkdownLine.EndOfLine(text, at).End];

    /// <summary>Where these whole lines stand.</summary>
    public static IEnumerable<int> All(string text, string lines)
    {
        for (var at = text.IndexOf(lines, StringComparison.Ordinal); at >= 0; at = text.IndexOf(lines, at + 1, StringComparison.Ordinal))
        {
            var end = at + lines.Length;
            if (IsStartOfLine(text, at) && (end == text.Length || text[end] is '\r' or '\n' || IsStartOfLine(text, end)))
            {
                yield return at;
            }
        }
    }

    /// <summary>Where these two lines meet; else where one of them is; else the beginning or the end, if that is where they were.</summary>
    public static IEnumerable<int> Between(string text, string? above, string? below)
    {
        var places = Starts(text).Where(at => IsStartOfLine(text, at))
            .Select(at => (At: at, Above: LineAbove(text, at) == above, Below: LineBelow(text, at) == below)).ToList();
        var best = places.Where(place => place.Above && place.Below).ToList();
        best = best.Count > 0 ? best : [.. places.Where(place => (place.Above && above is not null) || (place.Below && below is not null))];
        return (best.Count > 0 ? best : places.Where(place => place.Above || place.Below)).Select(place => place.At);
    }

    private static IEnumerable<int> Starts(string text)
    {
        var at = StartOfText(text);
        yield return at;
        while (at < text.Length)
        {
            at = EndOfLine(text, at);
            yield return at;
        }
    }
}

/// <summary>A change that cannot be made to a file as it stands; nothing was written.</summary>
/// <param name="sentence">Why, and what to do: one sentence with its final stop.</param>
/// <param name="file">The file.</param>
/// <param name="line">Where in it, from 1; null where it is the file as a whole.</param>
internal sealed class EditRefusedException(string sentence, string file, int? line) : Exception(sentence)
{
    public string File { get; } = file;

    public int? Line { get; } = line;
}

/// <summary>An entry of a list and what stands there.</summary>
/// <param name="Id">The canonical identifier.</param>
/// <param name="List">The list's file name.</param>
/// <param name="Line">From 1.</param>
/// <param name="Text">Its lines as they are, with their endings.</param>
internal sealed record EntryPlace(string Id, string List, int Line, string Text)
{
    /// <summary>The other papers that these lines name, and no other entry, as words; empty for none.</summary>
    public string AlsoNames { get; init; } = "";
}

/// <summary>A paper would be taken off a list together with words that a person wrote there; nothing was written.</summary>
internal sealed class WordsAtStakeException(IReadOnlyList<EntryPlace> places) : Exception("A person's words stand in a line that is to go.")
{
    public IReadOnlyList<EntryPlace> Places { get; } = places;
}
