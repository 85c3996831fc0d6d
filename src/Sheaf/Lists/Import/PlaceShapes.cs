using System.Buffers;
using System.Text.RegularExpressions;

namespace Sheaf.Lists.Import;

/// <summary>
/// What each place of a text is, and what its words claim: an entry or a mention is told by the shape of the line or paragraph in which the
/// place stands, whatever else is in the text.
/// </summary>
/// <param name="page">The list.</param>
/// <param name="places">All of its places.</param>
/// <param name="columns">What the columns of its tables are.</param>
/// <param name="prose">What is running prose in it.</param>
internal sealed partial class PlaceShapes(ListPage page, IReadOnlyList<PlaceInLine> places, TableColumns columns, RunningProse prose)
{
    private static readonly SearchValues<char> Rank = SearchValues.Create("# \t*_0123456789.)");

    private readonly TitleLines _titles = new(page, places);
    private readonly BlockTitles _blocks = new(page);
    private readonly bool _isHabit = SingleLineEntry.IsHabit(places);

    /// <summary>Which of the shapes a place has; the first that fits.</summary>
    /// <param name="place">Where.</param>
    /// <param name="isFirst">Whether it is the first reference of its line, and no second one to the paper of the line above.</param>
    public Shape Of(PlaceInLine place, bool isFirst)
    {
        if (!place.Entry.IsMention && columns.WordsOf(place) is { } row)
        {
            return new(row, IsEntry: true, null);
        }

        if (!place.IsReadable)
        {
            return new(EntryWords.None, !place.Entry.IsMention, null);
        }

        // In a paragraph under a heading, NAMES (DAY) before the link are no title.
        var words = !place.IsBare && _titles.For(place) is not null ? EntryWords.None : SingleLineEntry.Read(place, _isHabit);
        if (words.HasByline || words.Title is not null)
        {
            return new(words, !place.Entry.IsMention || words.HasByline || LinksAsHeading(place) || (isFirst
                && IsLineOfItsOwn(place)), null);
        }

        return _titles.For(place) is var (title, line) ? new(title, IsEntry: true, line) { HasNoteBelow = true }
            : !place.Entry.IsMention ? new(words, !GoesOnFromAbove(place) && !IsTextBelowHeadline(place), null)
            : isFirst && IsLineOfItsOwn(place) ? Alone(place)
            : new(words, IsEntry: false, null);
    }

    /// <summary>
    /// What the grammar of curated lists took for prose, and is a title with its links: its words are read like an item's.
    /// </summary>
    private Shape Alone(PlaceInLine place)
    {
        var words = SingleLineEntry.Read(place with { Entry = place.Entry with { IsMention = false } }, _isHabit);
        return words.Title is null && _blocks.Above(place.Line) is var (title, line) ? new(title, IsEntry: true, line)
            : new(words, IsEntry: true, null);
    }

    private bool IsLineOfItsOwn(PlaceInLine place) =>
        page.HeadingLevel(place.Line) is not null || page.UnderlineLevel(place.Line) is not null || Definition().IsMatch(place.Content)
        || !prose.Holds(
            place.Line, place.Before, place.After,
            isLabelled: place.Mark.ClaimedTitle is null && place.Content[place.Mark.Start] == '[',
            isLowerLink: place.Mark.ClaimedTitle is [var initial, ..] && char.IsLower(initial));

    /// <summary>A line of a paragraph may begin with a reference that is in the middle of a sentence.</summary>
    private bool GoesOnFromAbove(PlaceInLine place) =>
        place.Column == 0 && page[place.Line].Indent == 0 && !page.IsItem(place.Line) && prose.GoesOnFromAbove(place.Line, place.After);

    /// <summary>Text below a headline of org-mode is no part of an item, and its sentences are prose as everywhere.</summary>
    private bool IsTextBelowHeadline(PlaceInLine place) =>
        page.IsOutline
            && place.Entry.Lines[0] - 1 is var headline
            && headline < place.Line
            && page[headline].Text.StartsWith('*')
            && !page.IsItem(place.Line)
            && prose.Holds(place.Line, place.Before, place.After);

    private bool LinksAsHeading(PlaceInLine place) =>
        page.HeadingLevel(place.Line) is not null && place.Before.AsSpan().IndexOfAnyExcept(Rank) < 0 && place.EndsLine;

    /// <param name="Words">What is claimed.</param>
    /// <param name="IsEntry">Whether the shape makes an entry of what would be a mention.</param>
    /// <param name="TitleLine">The line that the title has for itself, from 0.</param>
    internal sealed record Shape(EntryWords Words, bool IsEntry, int? TitleLine)
    {
        /// <summary>Whether the paragraph below is what the list says of the paper.</summary>
        public bool HasNoteBelow { get; init; }
    }

    // [^1]: Names, Title, LINK; [Title]: LINK
    [GeneratedRegex(@"^ {0,3}\[\^?[^\[\]]{1,100}\]:", RegexOptions.ExplicitCapture)]
    private static partial Regex Definition();
}

/// <summary>
/// Paragraphs that are an entry: the title in bold print or quotation marks on the first line, then authors, venue and links on lines of
/// their own.
/// </summary>
internal sealed class BlockTitles(ListPage page)
{
    /// <summary>An entry has no more lines above its links.</summary>
    private const int Highest = 6;

    /// <summary>
    /// The title of the paragraph in which a line stands, with the names below it, and its line from 0; null where there is none.
    /// </summary>
    public (EntryWords Words, int Line)? Above(int line)
    {
        for (var at = line - 1; at >= Math.Max(0, line - Highest) && IsText(at); at--)
        {
            if (EntryPrefix.Read(page[at].Text).IsTitled && EntryWords.Read(page[at].Text) is { Title: not null } words)
            {
                return (words.Names is null && at + 1 < line ? words with { Names = NamesIn(at + 1) } : words, at);
            }
        }

        return null;
    }

    private NameList? NamesIn(int line) =>
        page[line].Text.Length > 1000 ? null : NameList.Read(page[line].Text.Trim(' ', '\t', '*', '_', '.', '\\'));

    private bool IsText(int line) =>
        !page[line].IsWhiteSpace
            && !page[line].IsComment
            && !page.HasReference(line)
            && !page.IsItem(line)
            && !page.IsRow(line)
            && page.HeadingLevel(line) is null;
}
