using Sheaf.Files;
using Sheaf.Markdown;

namespace Sheaf.Lists;

/// <summary>
/// Where star, tags and note stand in the lines of an entry, or go: the star behind the reference, tags before the dash, the note behind it
/// and on lines below, indented. All else in these lines stays.
/// </summary>
/// <param name="lines">Of the whole list.</param>
/// <param name="entry">An item.</param>
/// <param name="ending">Of new lines.</param>
internal sealed class EntrySplices(IReadOnlyList<MarkdownLine> lines, CuratedEntry entry, string ending)
{
    private readonly MarkdownLine _line = lines[entry.Line - 1];

    /// <summary>What makes of the entry what it is to say, by the shape that it has.</summary>
    /// <param name="change">What it is to say.</param>
    /// <param name="noteBelow">Whether all of the note is to stand on lines below, as it may where there is no dash.</param>
    /// <returns>In order; none where it says all of it.</returns>
    public IReadOnlyList<Splice> Of(EntryChange change, bool noteBelow)
    {
        var splices = new List<Splice>();
        var wanted = change.Tags ?? entry.Tags;
        var gone = entry.Tags.Except(wanted, StringComparer.Ordinal).ToHashSet(StringComparer.OrdinalIgnoreCase);
        splices.AddRange(
            Words().Where(word => Tag.Read(Text(word)) is { } tag ? gone.Contains(tag) : change.Starred is false && entry.Starred)
                .Select(word => Tag.Read(Text(word)) is null ? WithoutStar(word) : Without(word)).OfType<Splice>());
        var (behind, dash, end) = Places();
        Put(splices, behind, change.Starred is true && !entry.Starred ? " ★" : "");
        Put(
            splices, dash ?? (entry.IsRow ? behind : end),
            string.Concat(wanted.Except(entry.Tags, StringComparer.Ordinal).Select(tag => $" #{tag}")));
        if (change.Note is { } note && note != (entry.Note ?? ""))
        {
            splices.AddRange(NoteSplices(note.Length == 0 ? [] : note.Split('\n'), noteBelow));
        }

        // What is put in goes before what goes away at the same place.
        return [.. splices.OrderBy(splice => splice.At).ThenBy(splice => splice.Length > 0).Select(Whole)];
    }

    /// <summary>Whether part of a note stands on lines below, and none behind a dash.</summary>
    public bool HasNoteBelowOnly => Below.Count > 0 && Places().Dash is null;

    private List<MarkdownLine> Below => [.. entry.Lines.Where(number => number > entry.Line).Select(number => lines[number - 1])];

    private static void Put(List<Splice> splices, int at, string text)
    {
        if (text.Length > 0)
        {
            splices.Add(new(at, 0, text));
        }
    }

    /// <summary>From places in the line, which all are below zero or within it, to places in the text.</summary>
    private Splice Whole(Splice splice) => splice with { At = splice.At + _line.Start };

    private IEnumerable<Splice> NoteSplices(string[] note, bool noteBelow)
    {
        var (_, _, end) = Places();
        var isBelow = noteBelow && note.Length > 0;
        var first = isBelow || note.Length == 0 ? "" : note[0];
        if (NotePlace() is { } place)
        {
            // The dash goes with the note; where words stay, it stays, with what is between it and them.
            yield return first.Length == 0
                ? new(place.Dash, place.End - place.Dash, "")
                : new(place.Start, place.End - place.Start, place.Start == place.DashEnd ? $" {first}" : first);
        }
        else if (first.Length > 0)
        {
            yield return new(end, 0, $" — {first}");
        }

        var (old, rest) = (Below, isBelow ? note : [.. note.Skip(1)]);
        if (rest.Length == 0 && old.Count == 0)
        {
            yield break;
        }

        if (rest.Length > 0)
        {
            var indent = Indent(old);
            var block = string.Join(ending, rest.Select(line => line.Length == 0 ? "" : indent + line));
            var lacksEnding = (old.LastOrDefault() ?? _line).Ending.Length == 0;
            yield return new(
                _line.Next - _line.Start, 0, (_line.Ending.Length == 0 ? ending : "") + block + (lacksEnding ? "" : ending));
        }

        foreach (var line in old)
        {
            yield return new(line.Start - _line.Start, line.Next - line.Start, "");
        }
    }

    /// <summary>As the note has it already; else under the text of the item.</summary>
    private string Indent(List<MarkdownLine> below)
    {
        var indents = below.Where(line => !line.IsWhiteSpace).Select(line => Blanks(line.Text)).ToList();
        if (indents.Count > 0)
        {
            return indents.MinBy(blanks => blanks.Length)!;
        }

        var item = lines[entry.Lines[0] - 1];
        var marker = item.IsMarkdownItem ? ItemMarker.Find(item.Text) : null;
        return Blanks(item.Text) + new string(' ', marker is null ? 2 : marker.Width - marker.Indent.Length);
    }

    private static string Blanks(string line) => line[..(line.Length - line.AsSpan().TrimStart(" \t").Length)];

    /// <summary>Behind the reference; the dash before the note, if there is one; the end of the line, or of the cell.</summary>
    private (int Behind, int? Dash, int End) Places()
    {
        var text = _line.Text;
        var behind = entry.Columns.End
            + EntryTail.ClosingEmphasis(text[entry.Columns.Text..entry.Columns.Start], text[entry.Columns.End..]);
        var end = Trimmed(behind, entry.IsRow ? MarkdownLine.EndOfCell(text, behind) : text.Length);
        var dash = EntryTail.IndexOfDash(text[behind..end]);
        return (behind, dash < 0 ? null : behind + dash, end);
    }

    /// <summary>Where the note of the line stands; null where no dash is followed by words, unless it is the line's only one.</summary>
    private (int Dash, int DashEnd, int Start, int End)? NotePlace()
    {
        (int Dash, int DashEnd, int Start, int End)? empty = null;
        foreach (var (start, end) in Cells())
        {
            var dash = EntryTail.IndexOfDash(_line.Text[start..end]);
            if (dash < 0)
            {
                continue;
            }

            var dashEnd = start + dash + 2;
            var blanks = _line.Text[dashEnd..end].Length - _line.Text.AsSpan(dashEnd, end - dashEnd).TrimStart().Length;
            if (dashEnd + blanks < end)
            {
                return (start + dash, dashEnd, dashEnd + blanks, end);
            }

            empty ??= (start + dash, dashEnd, dashEnd, end);
        }

        return empty;
    }

    /// <summary>The rest of the line behind the reference; of a row, that of its cell and each cell behind it.</summary>
    private IEnumerable<(int Start, int End)> Cells()
    {
        var (start, _, end) = Places();
        yield return (start, end);
        while (entry.IsRow && MarkdownLine.EndOfCell(_line.Text, start) is var border && border < _line.Text.Length)
        {
            start = border + 1;
            yield return (start, Trimmed(start, MarkdownLine.EndOfCell(_line.Text, start)));
        }
    }

    private int Trimmed(int start, int end) => Math.Max(start, _line.Text.AsSpan(0, end).TrimEnd().Length);

    /// <summary>The words before the note, in which stars and tags are read.</summary>
    private IEnumerable<(int Start, int End)> Words()
    {
        foreach (var (start, end) in Cells())
        {
            var dash = EntryTail.IndexOfDash(_line.Text[start..end]);
            var last = dash < 0 ? end : start + dash;
            for (var at = start; at < last;)
            {
                var from = at;
                while (at < last && char.IsWhiteSpace(_line.Text[at]) == char.IsWhiteSpace(_line.Text[from]))
                {
                    at++;
                }

                if (!char.IsWhiteSpace(_line.Text[from]))
                {
                    yield return (from, at);
                }
            }
        }
    }

    private string Text((int Start, int End) word) => _line.Text[word.Start..word.End];

    /// <summary>Takes a word out with one blank.</summary>
    private Splice? Without((int Start, int End) word)
    {
        var hasBlank = word.Start > 0 && char.IsWhiteSpace(_line.Text[word.Start - 1]);
        return new(word.Start - (hasBlank ? 1 : 0), word.End - word.Start + (hasBlank ? 1 : 0), "");
    }

    /// <summary>Takes the star out of a word, and the word where it is nothing else; null where it has none.</summary>
    private Splice? WithoutStar((int Start, int End) word)
    {
        var text = Text(word);
        var start = text.AsSpan().IndexOfAny('★', '⭐');
        if (text == "*" || (start >= 0 && text.AsSpan().IndexOfAnyExcept("★⭐\ufe0f") < 0))
        {
            return Without(word);
        }

        return start < 0 ? null : new(word.Start + start, text.AsSpan(start + 1).StartsWith("\ufe0f") ? 2 : 1, "");
    }
}
