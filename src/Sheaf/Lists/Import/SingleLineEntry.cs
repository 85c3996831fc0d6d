using System.Text.RegularExpressions;

namespace Sheaf.Lists.Import;

/// <summary>Entries whose words stand on the line of their reference.</summary>
internal static partial class SingleLineEntry
{
    /// <summary>
    /// Whether the items of a list put the title before the reference as a rule. Then what stands there is one, even where it does not look
    /// like it: <c>Attention is all you need ([paper](…))</c>.
    /// </summary>
    public static bool IsHabit(IEnumerable<PlaceInLine> places)
    {
        var before = places.Where(place => place is { IsReadable: true, IsBare: false, Entry.IsMention: false }).Select(WordsBefore)
            .Where(words => words.IsSetOff && words.Title is not null).ToList();
        return before.Count >= 4 && before.Count(words => words.IsExplicit) * 5 >= before.Count * 4;
    }

    /// <summary>What the line claims; <see cref="EntryWords.None"/> where it claims nothing.</summary>
    /// <param name="place">Where.</param>
    /// <param name="isHabit">As <see cref="IsHabit"/> says.</param>
    public static EntryWords Read(PlaceInLine place, bool isHabit)
    {
        var before = WordsBefore(place);
        if (before is { HasByline: true, Title: not null } && place.EndsLine)
        {
            return before;
        }

        return TitleOfLink(place) is { } title ? WithLink(place, title, before)
            : place.Entry.IsMention ? EntryWords.None
            : before.Title is not null && (before.IsExplicit || (isHabit && before.IsSetOff)) ? before
            : AfterBrackets(place) ?? EntryWords.None;
    }

    /// <summary>A link whose text is only a label sets off what stands before it: <c>Title [pdf](…)</c>.</summary>
    private static EntryWords WordsBefore(PlaceInLine place)
    {
        var words = place.IsBare ? EntryWords.None : EntryWords.Read(place.Before);
        var isLink = place.Mark.Start < place.Content.Length && place.Content[place.Mark.Start] == '[';
        return isLink ? words with { IsSetOff = true, IsExplicit = words.IsExplicit || EntryWords.LooksLikeTitle(words.Title) } : words;
    }

    /// <summary>
    /// The text of the link, where it is a title. In prose it is often something else: only several words with capitals are believed.
    /// </summary>
    private static string? TitleOfLink(PlaceInLine place)
    {
        if (place.Mark.ClaimedTitle is null)
        {
            return null;
        }

        var link = MarkdownLink.FindAll(place.Content).First(one => one.Start == place.Mark.Start);
        var title = PlainTitle.Of(BracketedIdentifier().Replace(place.Content[link.Text], ""));
        return title is not null
            && LinkTitle.Read(title.Trim('[', ']', '(', ')', ' ')) is not null
            && (!place.Entry.IsMention || EntryWords.LooksLikeTitle(title) || place.Before.TrimStart().StartsWith('#')) ? title : null;
    }

    private static EntryWords WithLink(PlaceInLine place, string title, EntryWords before)
    {
        var after = ReadAfter(place.After);
        var isDayFirst = before.Title is null && before.Day is not null;
        var within = EntryWords.OfTitle(title);
        return new()
        {
            Title = within.Title,
            Names = after?.Names ?? within.Names,
            Day = isDayFirst ? before.Day : after?.Day ?? within.Day,
            Starred = before.Starred,
            HasByline = !place.Entry.IsMention && (after is not null || isDayFirst),
            IsExplicit = true,
        };
    }

    private static EntryWords? ReadAfter(string after)
    {
        var byline = after.TrimStart(' ', '\t', ',', '*', '_', '\uff0c');
        var dash = Dash().Match(byline);
        byline = dash.Success ? byline[..dash.Index] : byline;
        return EntryWords.ReadByline(byline)
            ?? (DayAlone().Match(byline) is { Success: true } day ? EntryWords.ReadByline(day.Value) : null)
            ?? (byline.StartsWith("by ", StringComparison.Ordinal) && NameList.Read(byline[3..]) is { } names
                ? new() { Names = names, HasByline = true }
                : null);
    }

    /// <summary>How arXiv titles its pages: <c>[2404.19756] KAN: Kolmogorov-Arnold Networks</c>.</summary>
    private static EntryWords? AfterBrackets(PlaceInLine place) =>
        place.Before.EndsWith('[') && place.After.StartsWith(']') && place.Mark.Found.Length > 0
        && PlainTitle.Of(Dash().Split(place.After[1..], 2)[0]) is { } title && EntryWords.LooksLikeTitle(title)
            ? new() { Title = title, IsExplicit = true }
            : null;

    [GeneratedRegex(
        @"^\s*\\?\[?(arxiv:)?([a-z-]+(\.[A-Z]{2})?/[0-9]{7}|[0-9]{4}\.[0-9]{4,5})(v[0-9]+)?\\?\]?\s*[:|–—-]?\s*(?=\S)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex BracketedIdentifier();

    [GeneratedRegex(@"\s[—–-](\s|\z)", RegexOptions.ExplicitCapture)]
    private static partial Regex Dash();

    [GeneratedRegex(@"^[(\uff08][^()\uff08\uff09]{3,40}[)\uff09]")]
    private static partial Regex DayAlone();
}
