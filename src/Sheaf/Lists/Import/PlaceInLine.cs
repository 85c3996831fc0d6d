using System.Buffers;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Lists.Import;

/// <summary>A reference in its line, and what the grammar of curated lists makes of it.</summary>
/// <param name="Entry">As read by that grammar.</param>
/// <param name="Line">The line, from 0.</param>
/// <param name="Column">Where in the line <paramref name="Content"/> begins.</param>
/// <param name="Content">The line without its marker, or the cell of a table.</param>
/// <param name="Mark">The reference in it.</param>
internal sealed record PlaceInLine(CuratedEntry Entry, int Line, int Column, string Content, ReferenceMark Mark)
{
    private static readonly SearchValues<char> Closing = SearchValues.Create(" \t\u00a0.,;:)])>*_★⭐\ufe0f|。\uff0c\uff09\uff1b】」");

    public string Before => Content[..Mark.Start];

    public string After => Content[Mark.End..];

    /// <summary>
    /// Whether the line is short enough to be an entry. A paragraph may hold thousands of references, and each would ask for all of it.
    /// </summary>
    public bool IsReadable => Content.Length <= 4000;

    /// <summary>Whether it ends the line, but for punctuation and a star.</summary>
    public bool EndsLine => After.AsSpan().IndexOfAnyExcept(Closing) < 0;

    /// <summary>Whether nothing stands before it, or only that a link follows.</summary>
    public bool IsBare => EntryPrefix.IsLabel(Before);

    /// <summary>Places for all entries of a list, in their order.</summary>
    public static IEnumerable<PlaceInLine> FindAll(ListPage page, IEnumerable<CuratedEntry> entries)
    {
        var (lastLine, mentions) = (-1, new Queue<ReferenceMark>());
        foreach (var entry in entries)
        {
            var line = entry.Line - 1;
            if (!entry.IsMention)
            {
                yield return page.IsRow(line) ? InRow(page, entry, page[line].Cells) : InLine(page, entry);
                continue;
            }

            mentions = line == lastLine ? mentions : new(page.MarksOf(line));
            lastLine = line;
            yield return new(entry, line, 0, page[line].Text, mentions.Dequeue());
        }
    }

    private static PlaceInLine InLine(ListPage page, CuratedEntry entry)
    {
        var line = page[entry.Line - 1];
        var content = page.WordsOf(entry.Line - 1);
        return new(entry, entry.Line - 1, line.Text.Length - content.Length, content, First(content, entry));
    }

    private static PlaceInLine InRow(ListPage page, CuratedEntry entry, string[] cells)
    {
        var column = 0;
        foreach (var cell in cells)
        {
            if (ReferenceMark.FindFirst(cell) is { } mark && mark.Found.Text == entry.Raw)
            {
                return new(entry, entry.Line - 1, column, cell, mark);
            }

            column += cell.Length + 1;
        }

        return InLine(page, entry);
    }

    /// <summary>The grammar has found it in this text already.</summary>
    private static ReferenceMark First(string content, CuratedEntry entry) =>
        ReferenceMark.FindFirst(content, isHead: true)
            ?? new(0, content.Length, new FoundReference(0, content.Length, entry.Raw, entry.Reference, entry.Problem), null);
}
