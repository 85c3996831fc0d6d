using System.Buffers;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Files;
using Sheaf.Markdown;

namespace Sheaf.Lists;

/// <summary>
/// A curated list as text that is changed at single places. Each change is read back before it is given out: every other entry must say
/// afterwards what it says now, whatever the text is.
/// </summary>
internal sealed class CuratedText
{
    private static readonly SearchValues<char> Meaningless = SearchValues.Create(" \t\u00a0.,;:*_`<>()[]{}|\"'");

    private readonly string _name;
    private readonly EditedText _text;
    private readonly List<MarkdownLine> _lines;

    public CuratedText(string name, EditedText text)
    {
        (_name, _text, _lines) = (name, text, MarkdownLine.Split(text.Text));
        Entries = CuratedList.Parse(name, text.Text).Entries;
    }

    public IReadOnlyList<CuratedEntry> Entries { get; }

    /// <summary>The items that name a paper, in file order.</summary>
    public IEnumerable<CuratedEntry> Items(ArxivIdentifier paper) =>
        Entries.Where(entry => !entry.IsMention && entry.Reference?.Identifier == paper);

    /// <summary>The lines of an entry with their endings: what a change of it is about.</summary>
    public string LinesOf(CuratedEntry entry) => string.Concat(entry.Lines.Select(line => _lines[line - 1].Text + _lines[line - 1].Ending));

    /// <summary>
    /// Whether an entry says nothing but which paper it is: no star, no word, no ticked box and no sign that means something.
    /// </summary>
    public bool IsBare(CuratedEntry entry)
    {
        if (entry is not { Lines.Count: 1, Tags.Count: 0, Note: null, ClaimedTitle: null, Starred: false })
        {
            return false;
        }

        var line = _lines[entry.Line - 1].Text;
        return $"{line[entry.Columns.Text..entry.Columns.Start]}{line[entry.Columns.End..]}".AsSpan().IndexOfAnyExcept(Meaningless) < 0
            && !line[..entry.Columns.Text].Any(entry.IsRow ? char.IsLetterOrDigit : char.IsLetter);
    }

    /// <summary>Takes entries away, with their notes. Lines that are commented out among them stay.</summary>
    /// <returns>Null where that would change how other lines are read.</returns>
    public Splice[]? Remove(IReadOnlyCollection<CuratedEntry> entries)
    {
        var splices = entries.SelectMany(entry => entry.Lines).Distinct().Order()
            .Select(line => new Splice(_lines[line - 1].Start, _lines[line - 1].Next - _lines[line - 1].Start, "")).ToArray();
        return Reads(splices, Entries.Except(entries, ReferenceEqualityComparer.Instance).Cast<CuratedEntry>()) ? splices : null;
    }

    /// <summary>Adds a star, tags and a note to an entry that lacks them.</summary>
    /// <returns>None where it has them all; null where its line has no place for them.</returns>
    public Splice[]? AddWords(CuratedEntry entry, LineWords words)
    {
        var tags = words.Tags.Where(tag => !entry.Tags.Contains(tag, StringComparer.OrdinalIgnoreCase))
            .Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var star = words.Starred && !entry.Starred;
        var note = entry.Note is null ? words.Note : null;
        if (!star && tags.Count == 0 && note is null)
        {
            return [];
        }

        var splices = new EntrySplices(_lines[entry.Line - 1].Text, entry).Of(star, tags, note)
            .Select(splice => splice with { At = splice.At + _lines[entry.Line - 1].Start }).ToArray();
        var asked = entry with { Starred = entry.Starred || star, Tags = [.. entry.Tags, .. tags], Note = entry.Note ?? note };
        return Reads(splices, Entries.Select(other => ReferenceEquals(other, entry) ? asked : other)) ? splices : null;
    }

    /// <summary>Appends entries, and to an empty list its heading.</summary>
    /// <param name="lines">Each one entry; without endings within.</param>
    /// <param name="heading">The title of a new list.</param>
    /// <param name="first">The number of the first new line.</param>
    /// <returns>Null where the end of the text would not be read as these entries.</returns>
    public Splice[]? Append(IReadOnlyList<string> lines, string heading, out int first) =>
        AppendBlocks([.. lines.Select(line => line + _text.LineEnding)], heading, out first);

    /// <summary>As <see cref="Append"/>, each entry with all of its lines and their endings.</summary>
    public Splice[]? AppendBlocks(IReadOnlyList<string> blocks, string heading, out int first)
    {
        var opening = OpeningFor(heading);
        first = MarkdownLine.Split(_text.Text + opening).Count + 1;
        Splice[] splices = [new(_text.Text.Length, 0, opening + string.Concat(blocks))];
        var asked = blocks.SelectMany(block => CuratedList.Parse(_name, block).Entries).Where(entry => !entry.IsMention).ToList();
        return Reads(splices, Entries.Concat(asked), sectionsOf: Entries.Count) ? splices : null;
    }

    /// <summary>
    /// What goes before new lines: a new list's heading, the line ending that the last line lacks, an empty line after prose.
    /// </summary>
    private string OpeningFor(string heading)
    {
        var ending = _text.LineEnding;
        if (_text.IsBlank)
        {
            return $"{(_text.LacksLastEnding && _text.Text != "\ufeff" ? ending : "")}# {heading}{ending}{ending}";
        }

        var last = _lines[^1];
        var afterItem = last.IsWhiteSpace || last.ItemText is not null || last.Indent > 0;
        return (_text.LacksLastEnding ? ending : "") + (afterItem ? "" : ending);
    }

    private bool Reads(IEnumerable<Splice> splices, IEnumerable<CuratedEntry> asked, int sectionsOf = int.MaxValue)
    {
        var read = CuratedList.Parse(_name, Splice.Apply(_text.Text, splices)).Entries;
        var wanted = asked.ToList();
        return read.Count == wanted.Count
            && read.Zip(wanted).Index().All(pair => Same(pair.Item.First, pair.Item.Second, pair.Index < sectionsOf));
    }

    private static bool Same(CuratedEntry one, CuratedEntry other, bool withSection) =>
        one.Raw == other.Raw
            && one.Starred == other.Starred
            && one.Tags.SequenceEqual(other.Tags)
            && one.Note == other.Note
            && one.IsMention == other.IsMention
            && one.ClaimedTitle == other.ClaimedTitle && (!withSection || one.Section == other.Section);
}

/// <summary>
/// Where star, tags and note go in the line of an entry: the star behind the reference, tags before the dash, the note behind it.
/// </summary>
/// <param name="line">The line.</param>
/// <param name="entry">Its entry.</param>
internal sealed class EntrySplices(string line, CuratedEntry entry)
{
    /// <summary>What is to be put into the line.</summary>
    public IEnumerable<Splice> Of(bool star, IReadOnlyList<string> tags, string? note)
    {
        var behind = entry.Columns.End
            + EntryTail.ClosingEmphasis(line[entry.Columns.Text..entry.Columns.Start], line[entry.Columns.End..]);
        var end = EndOfWords(behind);
        var dash = EntryTail.IndexOfDash(line[behind..end]);
        var beforeDash = dash >= 0 ? behind + dash : entry.IsRow ? behind : end;
        var words = new (int At, string Text)[]
        {
            (behind, star ? " ★" : ""),
            (beforeDash, string.Concat(tags.Select(tag => $" #{tag}"))),
            (end, note is null ? "" : dash >= 0 ? $" {note}" : $" — {note}"),
        };
        return words.Where(word => word.Text.Length > 0).GroupBy(word => word.At)
            .Select(place => new Splice(place.Key, 0, string.Concat(place.Select(word => word.Text))));
    }

    /// <summary>The end of the line, or of the cell, without blanks.</summary>
    private int EndOfWords(int behind)
    {
        var end = entry.IsRow ? MarkdownLine.EndOfCell(line, behind) : line.Length;
        return Math.Max(behind, line.AsSpan(0, end).TrimEnd().Length);
    }
}
