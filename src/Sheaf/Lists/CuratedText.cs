using System.Buffers;
using System.Text;
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

    /// <inheritdoc cref="EditedText.LineEnding"/>
    public string LineEnding => _text.LineEnding;

    /// <summary>The list as it is with these changes.</summary>
    public CuratedText With(IEnumerable<Splice> splices) =>
        new(_name, EditedText.Of(Encoding.UTF8.GetBytes(Splice.Apply(_text.Text, splices))));

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
        var rest = $"{line[entry.Columns.Text..entry.Columns.Start]} {line[entry.Columns.End..]}";
        return rest.AsSpan().IndexOfAnyExcept(Meaningless) < 0
            && !Emoticon.IsIn(rest)
            && !line[..entry.Columns.Text].Any(entry.IsRow ? char.IsLetterOrDigit : char.IsLetter);
    }

    /// <summary>Takes entries away, with their notes. Lines that are commented out among them stay.</summary>
    /// <returns>Null where that would change how other lines are read.</returns>
    public Splice[]? Remove(IReadOnlyCollection<CuratedEntry> entries)
    {
        var splices = Lines(entries).ToArray();
        return Reads(splices, Entries.Except(entries, ReferenceEqualityComparer.Instance).Cast<CuratedEntry>()) ? splices : null;
    }

    /// <summary>Adds a star, tags and a note to an entry that lacks them.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="words">What it is to say.</param>
    /// <param name="isStarless">Whether a star that it has is to go.</param>
    /// <returns>None where it has them all; null where its line has no place for them.</returns>
    public Splice[]? AddWords(CuratedEntry entry, LineWords words, bool isStarless = false)
    {
        var tags = words.Tags.Where(tag => !entry.Tags.Contains(tag, StringComparer.OrdinalIgnoreCase))
            .Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var star = isStarless ? false : words.Starred || entry.Starred;
        var note = entry.Note is null ? words.Note : null;
        return star == entry.Starred && tags.Count == 0 && note is null
            ? []
            : Change(entry, new EntryChange { Starred = star, Tags = [.. entry.Tags, .. tags], Note = note });
    }

    /// <summary>Changes what an entry says, in its own lines alone.</summary>
    /// <returns>None where it says so already; null where its lines have no place for it.</returns>
    public Splice[]? Change(CuratedEntry entry, EntryChange change)
    {
        change = change with { Note = change.Note is { } words ? EntryChange.Plain(words) : null };
        if (entry.IsMention || (entry.IsRow && change.Note?.Contains('\n', StringComparison.Ordinal) is true))
        {
            return null;
        }

        var asked = entry with
        {
            Starred = change.Starred ?? entry.Starred,
            Tags = change.Tags is { } tags ? [.. entry.Tags.Intersect(tags), .. tags.Except(entry.Tags)] : entry.Tags,
            Note = change.Note is { Length: 0 } ? null : change.Note ?? entry.Note,
        };
        var places = new EntrySplices(_lines, entry, _text.LineEnding);
        foreach (var noteBelow in places.HasNoteBelowOnly ? [true, false] : new[] { false })
        {
            var splices = places.Of(change, noteBelow).ToArray();
            if (splices.Length == 0 ? Same(entry, asked, withSection: true)
                : Reads(splices, Entries.Select(other => ReferenceEquals(other, entry) ? asked : other)))
            {
                return splices;
            }
        }

        return null;
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

    /// <summary>Puts entries under a heading, behind those that stand there; a heading that the list lacks is made at its end.</summary>
    /// <param name="section">The heading, as <see cref="CuratedEntry.Section"/> has it; null for what stands before the first.</param>
    /// <param name="blocks">Each one entry with all of its lines and their endings.</param>
    /// <param name="heading">The title of a new list.</param>
    /// <param name="first">The number of the first new line.</param>
    /// <param name="going">Entries that are taken away by the same change: with it, they move.</param>
    /// <returns>Null where they would not be read as these entries of that section.</returns>
    public Splice[]? PutUnder(
        string? section, IReadOnlyList<string> blocks, string heading, out int first, params IReadOnlyCollection<CuratedEntry> going)
    {
        var asked = blocks.SelectMany(block => CuratedList.Parse(_name, block).Entries).Where(entry => !entry.IsMention)
            .Select(entry => entry with { Section = section }).ToList();
        var staying = Entries.Except(going, ReferenceEqualityComparer.Instance).Cast<CuratedEntry>().ToList();
        first = 0;
        var places = new ListSections(_name, _lines).PlacesIn(section, Entries)
            .SelectMany(place => Openings(place.Line, place.IsEntry)).ToList();
        foreach (var (at, opening) in places.Count > 0 ? places : [(_text.Text.Length, NewSection(section, heading))])
        {
            var text = opening + string.Concat(blocks);
            var before = staying.TakeWhile(entry => _lines[entry.Line - 1].Start < at).ToList();
            Splice[] splices = [new(at, 0, text), .. Lines(going)];
            if (Reads(splices, [.. before, .. asked, .. staying[before.Count..]]))
            {
                var gone = splices.Where(splice => splice.Length > 0 && splice.At < at).Count();
                first = MarkdownLine.Split(_text.Text[..at] + text).Count - MarkdownLine.Split(string.Concat(blocks)).Count + 1 - gone;
                return splices;
            }
        }

        return null;
    }

    /// <summary>What may go before new lines behind this one: nothing or an empty line, the likelier first.</summary>
    private IEnumerable<(int At, string Opening)> Openings(int line, bool isEntry)
    {
        var (at, lacks) = line == 0 ? (_text.Text.StartsWith('\ufeff') ? 1 : 0, false)
            : (_lines[line - 1].Next, _lines[line - 1].Ending.Length == 0);
        var ending = _text.LineEnding;
        return (isEntry || line == 0 ? new[] { "", ending } : [ending, ""]).Select(blank => (at, (lacks ? ending : "") + blank));
    }

    private string NewSection(string? section, string heading)
    {
        var ending = _text.LineEnding;
        var before = _text.IsBlank ? OpeningFor(heading)
            : (_text.LacksLastEnding ? ending : "") + (_lines[^1].IsWhiteSpace ? "" : ending);
        return section is null ? before : $"{before}## {section}{ending}{ending}";
    }

    private IEnumerable<Splice> Lines(IEnumerable<CuratedEntry> entries) => entries.SelectMany(entry => entry.Lines).Distinct().Order()
        .Select(line => new Splice(_lines[line - 1].Start, _lines[line - 1].Next - _lines[line - 1].Start, ""));

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
            && (one.IsMention, one.IsRow) == (other.IsMention, other.IsRow)
            && one.ClaimedTitle == other.ClaimedTitle && (!withSection || one.Section == other.Section);
}
