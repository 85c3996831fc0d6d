using Sheaf.Files;
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
        var places = (from.Length == 0 ? TextPlace.Between(text, part.LineAbove, part.LineBelow) : TextPlace.All(text, from)).ToList();
        if (places.Count > 1)
        {
            var exact = places.Where(
                at => TextPlace.LineAbove(text, at) == part.LineAbove
                    && TextPlace.LineBelow(text, at + from.Length) == part.LineBelow).ToList();
            places = exact is [_] ? exact : [.. exact.Where(at => at == part.Position)];
        }

        return places is [var place] ? new Splice(place, from.Length, to) : null;
    }

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
