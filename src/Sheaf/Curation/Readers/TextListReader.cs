using System.Buffers;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Curation.Readers;

/// <summary>
/// Reads a list that is a text. What its entries and mentions are, the grammar of curated lists says; here is added what the words around
/// each of them claim, and shapes which that grammar takes for prose: <c>TITLE by NAMES (DAY), LINK</c>, and a title on a line of its own
/// with the link below it.
/// </summary>
internal sealed class TextListReader
{
    private static readonly SearchValues<char> Rank = SearchValues.Create("# \t*_0123456789.)");

    private readonly ListPage _page;
    private readonly List<PlaceInLine> _places;
    private readonly TitleLines _titles;
    private readonly TableColumns _columns;
    private readonly bool _isHabit;
    private readonly IReadOnlyDictionary<int, FoundReference> _repaired;

    private TextListReader(string name, ShownText shown)
    {
        _page = new(WrappedReferences.Join(shown, out _repaired));
        _places = [.. PlaceInLine.FindAll(_page, CuratedList.Parse(name, _page.Text).Entries)];
        _titles = new(_page, _places);
        _columns = new(_page);
        _isHabit = OneLine.IsHabit(_places);
    }

    /// <param name="name">The file's name: that of a month tells its title from a section.</param>
    /// <param name="shown">What it shows.</param>
    public static ReadList Read(string name, ShownText shown)
    {
        var reader = new TextListReader(name, shown);
        return new([.. reader._places.Select(reader.ClaimOf)], [.. ElsewhereEntries.FindAll(reader._page)]);
    }

    private Claim ClaimOf(PlaceInLine place)
    {
        var shape = ShapeOf(place);
        var words = shape.Words;
        var isEntry = !place.Entry.IsMention || shape.IsEntry;
        var isHeaded = shape.TitleLine is { } title && _page.HeadingLevel(title) is not null;
        var section = isHeaded ? _page.SectionAround(shape.TitleLine!.Value) : place.Entry.Section;
        return new(FoundAt(place), _page.LineInFile(place.Line, place.Column + place.Mark.Found.Index), isEntry)
        {
            Title = words.Title,
            Surnames = words.Names?.Names ?? [],
            EtAl = words.Names?.EtAl ?? false,
            Day = words.Day,
            Starred = place.Entry.Starred || words.Starred || StarAfter(place, isEntry) || (isHeaded && InDepth(section)),
            Note = place.Entry.Note ?? (shape.TitleLine is not null ? NoteBelow(place.Line) : null),
            Section = section,
        };
    }

    /// <summary>Which of the shapes a place has; the first that fits.</summary>
    private Shape ShapeOf(PlaceInLine place)
    {
        if (!place.Entry.IsMention && _columns.WordsOf(place) is { } row)
        {
            return new(row, IsEntry: true, null);
        }

        if (!place.IsReadable)
        {
            return new(EntryWords.None, IsEntry: false, null);
        }

        // In a paragraph under a heading, NAMES (DAY) before the link are no title.
        var words = !place.IsBare && _titles.For(place) is not null ? EntryWords.None : OneLine.Read(place, _isHabit);
        if (words.HasByline || words.Title is not null)
        {
            return new(words, words.HasByline || LinksAsHeading(place), null);
        }

        return _titles.For(place) is var (title, line) ? new(title, IsEntry: true, line) : new(words, IsEntry: false, null);
    }

    private bool LinksAsHeading(PlaceInLine place) =>
        _page.HeadingLevel(place.Line) is not null && place.Before.AsSpan().IndexOfAnyExcept(Rank) < 0 && place.EndsLine;

    private FoundReference FoundAt(PlaceInLine place)
    {
        var index = place.Column + place.Mark.Found.Index;
        var found = _repaired.GetValueOrDefault(_page.StartOf(place.Line) + index, place.Mark.Found);
        return found with { Index = index };
    }

    /// <summary>A line that the grammar of curated lists took for prose has no star there.</summary>
    private static bool StarAfter(PlaceInLine place, bool isEntry) => isEntry && place.Entry.IsMention && EntryTail.Read(place.Before, place.After).Starred;

    private static bool InDepth(string? section) => string.Equals(section, "In depth", StringComparison.OrdinalIgnoreCase);

    /// <summary>The paragraph below an entry whose title has a line of its own.</summary>
    private string? NoteBelow(int line) =>
        _page.Below(line) is { } below && !_page.HasReference(below) && !_page.IsItem(below) && _page.HeadingLevel(below) is null && !_page[below].IsRow
            ? _page[below].Text.Trim()
            : null;

    /// <param name="Words">What is claimed.</param>
    /// <param name="IsEntry">Whether the shape makes an entry of what would be a mention.</param>
    /// <param name="TitleLine">The line that the title has for itself, from 0.</param>
    private sealed record Shape(EntryWords Words, bool IsEntry, int? TitleLine);
}
