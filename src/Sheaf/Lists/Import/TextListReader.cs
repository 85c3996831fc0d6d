using System.Text.RegularExpressions;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Text;

namespace Sheaf.Lists.Import;

/// <summary>
/// Reads a list that is a text. What its entries and mentions are, the grammar of curated lists says; here is added what the words around
/// each of them claim, and shapes which that grammar takes for prose: <c>TITLE by NAMES (DAY), LINK</c>, and a title on a line of its own
/// with the link below it.
/// </summary>
internal sealed class TextListReader
{
    private readonly ListPage _page;
    private readonly List<PlaceInLine> _places;
    private readonly PlaceShapes _shapes;
    private readonly TableColumns _columns;
    private readonly RunningProse _prose;
    private readonly ReferencesOfAnArticle _references;
    private readonly HeadingMonths _months;
    private readonly HashSet<int> _taken = [];
    private readonly IReadOnlyDictionary<int, FoundReference> _repaired;
    private readonly bool _isOwnMarkup;

    private TextListReader(string name, ShownText shown, bool isOwnMarkup)
    {
        _isOwnMarkup = isOwnMarkup;
        _page = new(WrappedReferences.Join(shown, out _repaired));
        _columns = new(_page);
        _places =
            [.. PlaceInLine.FindAll(_page, CuratedList.Parse(name, _page.Text).Entries).Select(_columns.InOwnColumn).OfType<PlaceInLine>()];
        _prose = new(_page);
        _shapes = new(_page, _places, _columns, _prose);
        _references = new(_page);
        _months = new(_page);
    }

    /// <param name="name">The file's name: that of a month tells its title from a section.</param>
    /// <param name="shown">What it shows.</param>
    /// <param name="isOwnMarkup">Whether it was written as Markdown or plain text, as the editor's own lists are.</param>
    public static ReadList Read(string name, ShownText shown, bool isOwnMarkup = false)
    {
        var mail = ArxivMail.Take(shown, out var rest);
        var list = new TextListReader(name, rest, isOwnMarkup).Read();
        return mail.Count == 0 ? list : list with { Claims = [.. list.Claims.Concat(mail).OrderBy(claim => claim.Line)] };
    }

    private ReadList Read()
    {
        var claims = new List<(PlaceInLine Place, Claim Claim)>();
        foreach (var place in _places)
        {
            var isFirst = claims.Count == 0 || claims[^1].Place.Line != place.Line;
            claims.Add((place, ClaimOf(place, isFirst && !(claims.Count > 0 && Repeats(place, claims[^1])))));
        }

        var asides = LaterReferences.FindAll(_page, claims)
            .Select(later => (later.Line, later.Mark.Found.Index, Claim: Aside(later.Line, later.Mark)));
        var all = claims.Select(one => (one.Place.Line, Index: one.Place.Column + one.Place.Mark.Found.Index, one.Claim)).Concat(asides)
            .OrderBy(one => one.Line).ThenBy(one => one.Index).Select(one => one.Claim);
        _taken.UnionWith(claims.Where(one => one.Claim.IsEntry).Select(one => one.Place.Line));
        var damaged = Damaged().ToList();
        return new(
            damaged.Count == 0 ? [.. all] : [.. all.Concat(damaged).OrderBy(claim => claim.Line)],
            [.. new ElsewhereEntries(_page, _prose, _columns, _taken).FindAll()]);
    }

    private IEnumerable<Claim> Damaged()
    {
        var entries = new DamagedEntries(_page, _columns);
        for (var line = 0; line < _page.Count; line++)
        {
            if (!_taken.Contains(line) && entries.At(line) is var (found, title))
            {
                _taken.Add(line);
                yield return new(found, _page.LineInFile(line, 0), IsEntry: true) { Title = title, HeadingMonth = _months.Above(line) };
            }
        }
    }

    /// <summary>The lines below an entry, with its authors and its identifier again, are that entry.</summary>
    private static bool Repeats(PlaceInLine place, (PlaceInLine Place, Claim Claim) last) =>
        last.Claim.IsEntry && place.Line - last.Place.Line <= 2 && place.Mark.Found.Reference is { } reference
        && last.Claim.Reference.Reference?.Identifier == reference.Identifier;

    private Claim Aside(int line, ReferenceMark mark) =>
        new(mark.Found, _page.LineInFile(line, mark.Found.Index), IsEntry: false) { IsAside = true, HeadingMonth = _months.Above(line) };

    private Claim ClaimOf(PlaceInLine place, bool isFirst)
    {
        var shape = _shapes.Of(place, isFirst);
        var words = shape.Words;
        var isEntry = shape.IsEntry && !_references.Hold(place.Line);
        if (isEntry && shape.TitleLine is { } used)
        {
            _taken.Add(used);
        }

        var isHeaded = shape.TitleLine is { } title && _page.HeadingLevel(title) is not null;
        var section = isHeaded ? _page.SectionAround(shape.TitleLine!.Value) : place.Entry.Section;
        return new(FoundAt(place), _page.LineInFile(place.Line, place.Column + place.Mark.Found.Index), isEntry)
        {
            Title = words.Title,
            Surnames = words.Names?.Names ?? [],
            EtAl = words.Names?.EtAl ?? false,
            Day = words.Day,
            Starred = place.Entry.Starred || words.Starred || StarAfter(place, isEntry) || (isHeaded && InDepth(section)),
            Note = place.Entry.Note ?? (shape.HasNoteBelow ? NoteBelow(place.Line) : null),
            Carried = _isOwnMarkup && isEntry ? CarriedWords.Of(place) : LineWords.None,
            Section = section,
            HeadingMonth = _months.Above(place.Line),
        };
    }

    private FoundReference FoundAt(PlaceInLine place)
    {
        var index = place.Column + place.Mark.Found.Index;
        var found = _repaired.GetValueOrDefault(_page.StartOf(place.Line) + index, place.Mark.Found);
        return found with { Index = index };
    }

    /// <summary>A line that the grammar of curated lists took for prose has no star there.</summary>
    private static bool StarAfter(PlaceInLine place, bool isEntry) =>
        isEntry && place.Entry.IsMention && EntryTail.Read(place.Before, place.After).Starred;

    private static bool InDepth(string? section) => string.Equals(section, "In depth", StringComparison.OrdinalIgnoreCase);

    /// <summary>The paragraph below an entry whose title has a line of its own.</summary>
    private string? NoteBelow(int line) =>
        _page.Below(line) is { } below
            && !_page.HasReference(below)
            && !_page.IsItem(below)
            && _page.HeadingLevel(below) is null
            && !_page[below].IsRow
            ? _page[below].Text.Trim()
            : null;
}

/// <summary>
/// What an entry of a stranger's text says in the order of Sheaf's own line: a reference, then star, tags, and a note behind a dash. What
/// stands behind the title of a link is the list's description of the paper, unless a star or a tag shows whose words they are.
/// </summary>
internal static class CarriedWords
{
    /// <summary>The words of an entry; <see cref="LineWords.None"/> where it has another order.</summary>
    public static LineWords Of(PlaceInLine place)
    {
        var isCanonical = place.Entry is { IsMention: false, IsRow: false }
            && place.Before.AsSpan().IndexOfAnyExcept(ReferenceMark.Wrapping) < 0
            && EntryTail.IsCanonical(place.After[EntryTail.ClosingEmphasis(place.Before, place.After)..]);
        if (!isCanonical)
        {
            return LineWords.None;
        }

        var tail = EntryTail.Read(place.Before, place.After);
        var isLink = place.Mark.Start < place.Content.Length && place.Content[place.Mark.Start] == '[';
        var isOwn = tail.Note is not null && (!isLink || tail.Starred || tail.Tags.Count > 0);
        return new(tail.Starred, tail.Tags, isOwn ? OnOneLine(place.Entry.Note) : null);
    }

    private static string? OnOneLine(string? note) => PlainLine.Of(note ?? "") is { Length: > 0 } words ? words : null;
}

/// <summary>
/// Damaged identifiers of a text at places that are made for identifiers: in a table's column of them, and behind their name,
/// <c>arxiv: 2404.1</c>.
/// </summary>
/// <param name="page">The list.</param>
/// <param name="columns">What the columns of its tables are.</param>
internal sealed partial class DamagedEntries(ListPage page, TableColumns columns)
{
    /// <summary>The damaged identifier of a line that has no reference, and the title beside it; null where there is none.</summary>
    public (FoundReference Found, string? Title)? At(int line)
    {
        if (page[line].IsWhiteSpace || page.HasReference(line))
        {
            return null;
        }

        var (found, title) = page.IsRow(line) ? (columns.DamagedIn(line), columns.TitleIn(line)) : (BehindName(page[line].Text), null);
        return found is null ? null : (found, title);
    }

    private static FoundReference? BehindName(string line) =>
        Named().Match(line) is { Success: true } named && FieldNames.RoleOf(named.Groups["name"].Value) == FieldRole.Identifier
        && IdentifierField.Damaged(named.Groups["value"].Value) is { } damaged
            ? damaged with { Index = named.Groups["value"].Index }
            : null;

    [GeneratedRegex(
        @"^[ \t]{0,40}([-*][ \t]{1,4})?[""']?(?<name>[A-Za-z][A-Za-z _-]{1,30})[""']?[ \t]{0,4}[:=][ \t]{0,4}[""']?"
        + @"(?<value>[0-9][^\s""'#]{2,40}?)[""']?,?[ \t]*(#.*)?\z",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Named();
}
