using System.Text.RegularExpressions;

namespace Sheaf.Lists.Import;

/// <summary>
/// Titles that stand on a line of their own above the link. Any line could be one: a label, a byline or the indent proves it, else the same
/// shape must come again and again in the list.
/// </summary>
internal sealed partial class TitleLines
{
    private const int LongestTitle = 400;

    private readonly ListPage _page;
    private readonly Dictionary<int, Candidate> _candidates = [];
    private readonly bool _isHabit;
    private readonly string? _label;

    public TitleLines(ListPage page, IReadOnlyList<PlaceInLine> places)
    {
        _page = page;
        var bare = 0;
        foreach (var place in places.Where(place => place.IsReadable && Begins(place) && place.EndsLine))
        {
            bare++;
            if (CandidateFor(place) is { } candidate)
            {
                _candidates.TryAdd(place.Line, candidate);
            }
        }

        var likely = _candidates.Values.Where(candidate => !candidate.IsSure).ToList();
        var sure = _candidates.Count - likely.Count;
        _isHabit = (likely.Count >= 2 && likely.Count * 2 >= bare) || (sure >= 4 && sure * 5 >= _candidates.Count * 4);
        _label = RepeatedLabel([.. _candidates.Values.Select(candidate => candidate.Text)]);
    }

    /// <summary>The title above a place and the line it has, from 0; null where none is certain enough.</summary>
    public (EntryWords Words, int Line)? For(PlaceInLine place) =>
        _candidates.TryGetValue(place.Line, out var candidate)
            && (candidate.IsSure || _isHabit)
            && Words(place, candidate) is { Title: not null } words
            ? (words, candidate.Line)
            : null;

    private EntryWords Words(PlaceInLine place, Candidate candidate)
    {
        var text = _label is not null && candidate.Text.StartsWith(_label, StringComparison.Ordinal)
            ? candidate.Text[_label.Length..]
            : candidate.Text;
        if (_page.HeadingLevel(candidate.Line) is not null)
        {
            var heading = EntryWords.OfTitle(text);
            return EntryWords.ReadByline(place.Before) is { } byline ? byline with { Title = heading.Title } : heading;
        }

        return candidate.Names is { } names
            ? EntryWords.OfTitle(EntryPrefix.Read(text).Words) with { Names = names }
            : EntryWords.Read(text);
    }

    /// <summary>Whether nothing but a label, or in a paragraph under a heading a byline, stands before the reference.</summary>
    private bool Begins(PlaceInLine place) =>
        place.IsBare
            || (place.Entry.IsMention
                && _page.Above(place.Line) is { } above
                && _page.HeadingLevel(above) is not null
                && EntryWords.ReadByline(place.Before) is not null);

    private Candidate? CandidateFor(PlaceInLine place)
    {
        if (AboveLinks(place.Line) is not { } above
            || _page.HasReference(above)
            || _page[above].IsRow
            || _page[above].IsTableRule
            || IsCaption(place.Line))
        {
            return null;
        }

        if (_page.HeadingLevel(above) is not null)
        {
            return new(above, _page.HeadingText(above), IsSure: !place.IsBare);
        }

        if (PeopleAbove(above) is { } titled)
        {
            return titled;
        }

        var (first, text) = Joined(above);
        var words = EntryWords.Read(text);
        var isTitled = EntryPrefix.Read(text).IsTitled;
        var isSure = words.HasByline || isTitled || (IsInside(place.Line, first) && EntryWords.LooksLikeTitle(words.Title));
        return (isTitled || SameKind(place.Line, first)) && (isSure || CouldBeTitle(text)) ? new(first, text, isSure) : null;
    }

    /// <summary>
    /// Between a title and its link may stand who wrote the paper: names of two words or more, and no title has only those.
    /// </summary>
    private Candidate? PeopleAbove(int line)
    {
        var names = NameList.Read(AuthorLabel().Replace(_page.WordsOf(line), "", 1));
        var arePeople = names is { Names.Count: >= 2 } && names.Names.All(name => name.Trim().Contains(' '));
        return arePeople
            && _page.Above(line) is { } title
            && !_page.HasReference(title)
            && !_page[title].IsRow
            && _page.HeadingLevel(title) is null
            && CouldBeTitle(_page.WordsOf(title))
                ? new(title, _page.WordsOf(title), IsSure: true) { Names = names }
                : null;
    }

    /// <summary>The line above, past those that only link to the code or the project.</summary>
    private int? AboveLinks(int line)
    {
        var above = _page.Above(line);
        for (var passed = 0; passed < 3
            && above is { } link
            && !_page.HasReference(link)
            && OtherLink().IsMatch(_page.WordsOf(link)); passed++)
        {
            above = _page.Above(link);
        }

        return above;
    }

    /// <summary>A line above several links that follow each other is no title of the first one.</summary>
    private bool IsCaption(int line) =>
        line + 1 < _page.Count && _page.HasReference(line + 1) && _page.IsItem(line) == _page.IsItem(line + 1)
        && !_page.HasReference(line - 1) && EntryPrefix.IsLabel(_page.WordsOf(line + 1)[..FirstReference(line + 1)]);

    private int FirstReference(int line) => ReferenceMark.FindFirst(_page.WordsOf(line))?.Start ?? 0;

    /// <summary>A title that was broken over lines of one item, from the item's first line on.</summary>
    private (int First, string Text) Joined(int above)
    {
        var first = above;
        while (!_page.IsItem(first) && first > 0 && above - first < 3 && !_page[first - 1].IsWhiteSpace && !_page.HasReference(first - 1)
            && _page[first].Indent > 0 && _page.HeadingLevel(first - 1) is null)
        {
            first--;
        }

        return _page.IsItem(first) && first < above && _page[above].Indent > _page[first].Indent
            ? (first, string.Join(' ', Enumerable.Range(first, above - first + 1).Select(line => _page.WordsOf(line).Trim())))
            : (above, _page.WordsOf(above));
    }

    /// <summary>A link that begins a line of its own may stand below a numbered title; an item never below a title that is none.</summary>
    private bool SameKind(int line, int above) => _page.IsItem(above) || !_page.IsItem(line);

    private bool IsInside(int line, int above) => _page.IsItem(above) && _page[line].Indent > _page[above].Indent;

    private static bool CouldBeTitle(string text) =>
        text.Trim() is { Length: > 3 and <= LongestTitle } words && words.Count(char.IsLetter) >= 3 && !SentenceEnd().IsMatch(words);

    private static string? RepeatedLabel(List<string> titles)
    {
        var labels = titles.Select(title => Label().Match(title).Value).Where(label => label.Length > 0).GroupBy(label => label)
            .MaxBy(group => group.Count());
        return labels is not null && labels.Count() >= 2 && labels.Count() * 2 >= titles.Count ? labels.Key : null;
    }

    [GeneratedRegex(@"([.。;\uff1b:\uff1a]|https?://\S*)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex SentenceEnd();

    // Code: https://github.com/…
    [GeneratedRegex(@"^\W{0,9}[\p{L}\p{M} ]{1,20}\s?[:\uff1a]\W{0,9}https?://\S+\s*\z", RegexOptions.ExplicitCapture)]
    private static partial Regex OtherLink();

    [GeneratedRegex(
        @"^\W{0,9}(authors?|by|作者|著者|저자)\s?[:\uff1a]\s*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex AuthorLabel();

    [GeneratedRegex(@"^[\p{L}\p{M} ]{1,20}[:\uff1a]")]
    private static partial Regex Label();

    /// <param name="Line">The line, or the first of several, from 0.</param>
    /// <param name="Text">Its words.</param>
    /// <param name="IsSure">Whether it proves itself.</param>
    private sealed record Candidate(int Line, string Text, bool IsSure)
    {
        /// <summary>Who stands on a line of their own below it.</summary>
        public NameList? Names { get; init; }
    }
}
