using Sheaf.Files;
using Sheaf.Markdown;

namespace Sheaf.Lists;

/// <summary>Where star, tags and note go in the line of an entry: the star behind the reference, tags before the dash, the note behind it.</summary>
/// <param name="line">The line.</param>
/// <param name="entry">Its entry.</param>
internal sealed class EntrySplices(string line, CuratedEntry entry)
{
    /// <summary>What is to be put into the line.</summary>
    public IEnumerable<Splice> Of(bool star, IReadOnlyList<string> tags, string? note)
    {
        var behind = entry.Columns.End + EntryTail.ClosingEmphasis(line[entry.Columns.Text..entry.Columns.Start], line[entry.Columns.End..]);
        var end = EndOfWords(behind);
        var dash = EntryTail.IndexOfDash(line[behind..end]);
        var beforeDash = dash >= 0 ? behind + dash : entry.IsRow ? behind : end;
        var words = new (int At, string Text)[]
        {
            (behind, star ? " ★" : ""),
            (beforeDash, string.Concat(tags.Select(tag => $" #{tag}"))),
            (end, note is null ? "" : dash >= 0 ? $" {note}" : $" — {note}"),
        };
        return words.Where(word => word.Text.Length > 0).GroupBy(word => word.At).Select(place => new Splice(place.Key, 0, string.Concat(place.Select(word => word.Text))));
    }

    /// <summary>The end of the line, or of the cell, without blanks.</summary>
    private int EndOfWords(int behind)
    {
        var end = entry.IsRow ? MarkdownLine.EndOfCell(line, behind) : line.Length;
        return Math.Max(behind, line.AsSpan(0, end).TrimEnd().Length);
    }
}
