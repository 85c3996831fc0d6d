using Sheaf.Files;
using Sheaf.Markdown;
using Sheaf.Store.Lists;

namespace Sheaf.Editing;

/// <summary>Changes to a text as whole lines, so that they can be found again and taken back when other lines have changed.</summary>
internal static class ChangedLines
{
    /// <summary>The changes as the journal keeps them: those that touch are one.</summary>
    /// <param name="file">The path below the workspace, with <c>/</c> on every system.</param>
    /// <param name="isNewFile">Whether the file was not there before.</param>
    /// <param name="text">Before the changes.</param>
    /// <param name="splices">The changes.</param>
    public static IEnumerable<EditPart> Of(string file, bool isNewFile, string text, IEnumerable<Splice> splices)
    {
        var shift = 0;
        foreach (var whole in Merged(ByLine(text, splices.OrderBy(splice => splice.At)).Select(splice => Whole(text, splice))))
        {
            yield return new EditPart(
                file, isNewFile, whole.At + shift, text.Substring(whole.At, whole.Length), whole.Text, TextPlace.LineAbove(text, whole.At),
                TextPlace.LineBelow(text, whole.End));
            shift += whole.Text.Length - whole.Length;
        }
    }

    /// <summary>What takes a change back, or makes it again.</summary>
    /// <param name="text">The file as it is.</param>
    /// <param name="part">The change.</param>
    /// <param name="undo">Whether it is to be taken back; else it is to be made again.</param>
    /// <returns>Null where the place is not there exactly once.</returns>
    public static Splice? Inverse(string text, EditPart part, bool undo)
    {
        var (from, to) = undo ? (part.After, part.Before) : (part.Before, part.After);
        if (part.IsNewFile && !undo && text.Length > 0)
        {
            return IntoOpened(text, to);
        }

        var places = (from.Length == 0 ? TextPlace.Between(text, part.LineAbove, part.LineBelow) : TextPlace.All(text, from)).ToList();
        if (places.Count > 1)
        {
            var exact = places.Where(
                at => TextPlace.LineAbove(text, at) == part.LineAbove
                    && TextPlace.LineBelow(text, at + from.Length) == part.LineBelow).ToList();
            places = exact is [_] ? exact : [.. exact.Where(at => at == part.Position)];
        }

        if (places is [var place])
        {
            // A file that others have written to by now keeps the heading with which it began.
            var isOpened = part.IsNewFile && undo && !string.IsNullOrWhiteSpace(text.Remove(place, from.Length));
            return Fitted(text, new Splice(place, from.Length, isOpened ? OpeningOf(from) : to), from);
        }

        return places.Count == 0 ? AtTheEnd(text, part, from, to) : null;
    }

    /// <summary>Whether a change that is to add lines finds them there.</summary>
    public static bool Stands(string text, EditPart part, bool undo)
    {
        var (from, to) = undo ? (part.After, part.Before) : (part.Before, part.After);
        return from.Length == 0 && TextPlace.All(text, part.IsNewFile && !undo ? to[OpeningOf(to).Length..] : to).Any();
    }

    /// <summary>The heading, and the empty lines around it, with which a new file begins.</summary>
    public static string OpeningOf(string text) => text[..(MarkdownLine.Split(text)
        .TakeWhile(line => line.IsWhiteSpace || line.HeadingLevel > 0).LastOrDefault()?.Next ?? 0)];

    /// <summary>The lines of a file that is there again, or still: under its heading.</summary>
    private static Splice IntoOpened(string text, string lines)
    {
        var opening = OpeningOf(lines);
        var isOpened = text.StartsWith(opening, StringComparison.Ordinal);
        var at = isOpened ? opening.Length : text.Length;
        return new(at, 0, (TextPlace.IsStartOfLine(text, at) ? "" : "\n") + lines[opening.Length..]);
    }

    /// <summary>
    /// The last line of a text may have lost the ending that it had, or got one: then lines are ended as the text around them wants it.
    /// </summary>
    private static Splice Fitted(string text, Splice splice, string from)
    {
        var isLast = splice.End == text.Length;
        var isBeforeEnding = !isLast && from.Length > 0 && EndingOf(from).Length == 0;
        var ending = EndingOf(splice.Text);
        return splice.Text.Length == 0 ? splice
            : isBeforeEnding && ending.Length > 0 ? splice with { Text = splice.Text[..^ending.Length] }
            : !isLast && !isBeforeEnding && ending.Length == 0
                ? splice with { Text = splice.Text + (EndingOf(from) is { Length: > 0 } own ? own : "\n") }
            : splice;
    }

    private static Splice? AtTheEnd(string text, EditPart part, string from, string to)
    {
        if (from.Length == 0)
        {
            return part.LineBelow is null && !TextPlace.IsStartOfLine(text, text.Length) ? new(text.Length, 0, $"\n{to}") : null;
        }

        var lines = from[..^EndingOf(from).Length];
        var at = text.Length - lines.Length;
        return lines.Length < from.Length && at >= 0 && TextPlace.IsStartOfLine(text, at) && text.EndsWith(lines, StringComparison.Ordinal)
            ? new(at, lines.Length, to[..^EndingOf(to).Length])
            : null;
    }

    private static string EndingOf(string text) =>
        text.EndsWith("\r\n", StringComparison.Ordinal) ? "\r\n" : text is [.., '\n' or '\r'] ? text[^1..] : "";

    private static Splice Whole(string text, Splice splice)
    {
        var start = TextPlace.StartOfLine(text, splice.At);
        var isLines = start == splice.At
            && (splice.Length == 0 || TextPlace.IsStartOfLine(text, splice.End))
            && (splice.Text.Length == 0 || splice.Text[^1] is '\n' or '\r');
        if (isLines && (splice.Length > 0 || TextPlace.IsStartOfLine(text, splice.End)))
        {
            return splice;
        }

        var end = Math.Max(
            splice.End,
            splice.Length > 0 && TextPlace.IsStartOfLine(text, splice.End) ? splice.End : TextPlace.EndOfLine(text, splice.End));
        return new(start, end - start, text[start..splice.At] + splice.Text + text[splice.End..end]);
    }

    /// <summary>Changes to the same line are one.</summary>
    private static IEnumerable<Splice> ByLine(string text, IEnumerable<Splice> splices)
    {
        Splice? open = null;
        foreach (var next in splices)
        {
            if (open is { } last && TextPlace.StartOfLine(text, next.At) < last.End + (last.Length == 0 ? 1 : 0))
            {
                open = new(last.At, next.End - last.At, last.Text + text[last.End..next.At] + next.Text);
                continue;
            }

            if (open is { } done)
            {
                yield return done;
            }

            open = next;
        }

        if (open is { } rest)
        {
            yield return rest;
        }
    }

    /// <summary>Lines that touch are changed together, so that what stands around a change is what did not change.</summary>
    private static List<Splice> Merged(IEnumerable<Splice> splices)
    {
        var merged = new List<Splice>();
        foreach (var next in splices)
        {
            if (merged is [.., var last] && next.At <= last.End)
            {
                merged[^1] = new(last.At, next.End - last.At, last.Text + next.Text);
            }
            else
            {
                merged.Add(next);
            }
        }

        return merged;
    }
}
