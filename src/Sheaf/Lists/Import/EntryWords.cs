using System.Text.RegularExpressions;

namespace Sheaf.Lists.Import;

/// <summary>What the words beside a reference claim of the paper: <c>TITLE by NAMES (DAY)</c> and the like.</summary>
internal sealed partial record EntryWords
{
    public static readonly EntryWords None = new();

    /// <summary>A longer text is prose.</summary>
    private const int LongestWords = 4000;

    public string? Title { get; init; }

    public NameList? Names { get; init; }

    public ClaimedDay? Day { get; init; }

    public bool Starred { get; init; }

    /// <summary>Whether the words themselves show that the title is one: a byline, a day, a label, bold print.</summary>
    public bool IsExplicit { get; init; }

    /// <summary>Whether something sets the words off from the reference after them.</summary>
    public bool IsSetOff { get; init; }

    /// <summary>Whether names, a day, or a <c>by</c> with nobody behind it, say that this is an entry and not prose.</summary>
    public bool HasByline { get; init; }

    /// <summary>Reads the words before a reference, or those on the line above one.</summary>
    public static EntryWords Read(string text)
    {
        if (text.Length > LongestWords)
        {
            return None;
        }

        var line = OneBlank(text);
        if (LanguageBylines.LeadingDay(line) is var (leading, behind))
        {
            return Read(behind) with { Day = leading, HasByline = true, IsExplicit = true };
        }

        var decoration = EntryPrefix.Read(line);
        var words = EntryPrefix.Highlighted(decoration.Words) is var (title, rest)
            ? Highlighted(title, rest)
            : Undecorated(decoration.Words);
        var isExplicit = words.IsExplicit || decoration.IsTitled || (decoration.IsSetOff && LooksLikeTitle(words.Title));
        return words with { Starred = decoration.Starred, IsExplicit = isExplicit, IsSetOff = decoration.IsSetOff };
    }

    /// <summary>Reads a byline alone: <c>NAMES (DAY)</c>, with or without <c>by</c>; null where the text is anything else.</summary>
    public static EntryWords? ReadByline(string text)
    {
        if (text.Length > LongestWords)
        {
            return null;
        }

        var trimmed = By().Replace(OneBlank(text).Trim(' ', ',', ';', '.', '\uff0c', '\u00a0'), "", 1);
        var (day, rest) = DayInText.InParentheses(trimmed);
        var names = LanguageBylines.Read(rest, day);
        var isByline = names is not null ? day is not null || names.EtAl || names.Names.Count > 1 : day is not null
            && rest.AsSpan().IndexOfAnyExcept(" ,;.") < 0;
        return isByline ? new() { Names = names, Day = day, HasByline = true } : null;
    }

    /// <summary>
    /// Reads words of which their print says that they are a title. They may begin with a rank, and what certainly is no part of the title
    /// may have slipped in behind it: <c>Title, An, Ma, Lin et al. (25 Apr)</c>.
    /// </summary>
    public static EntryWords OfTitle(string text)
    {
        var title = EntryPrefix.WithoutRank(text);
        return title.Length <= LongestWords
            && Undecorated(OneBlank(title).TrimEnd(',', '\uff0c')) is { Title: not null, Names: not null, Day: not null } divided
            ? divided
            : new() { Title = PlainTitle.Of(title), IsExplicit = true };
    }

    /// <summary>Whether most longer words of a text begin with capitals, and there are at least three words.</summary>
    public static bool LooksLikeTitle(string? text)
    {
        var words = (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var longer = words.Where(word => word.Length > 3).ToList();
        return words.Length >= 3 && longer.Count > 0 && char.IsLetterOrDigit(text![0]) && !char.IsLower(text[0])
            && longer.Count(word => !char.IsLower(word[0])) * 2 >= longer.Count;
    }

    /// <summary>Long rows of blanks cost patterns time by the square of their length.</summary>
    private static string OneBlank(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>What stands behind a title in bold print is its byline or a comment.</summary>
    private static EntryWords Highlighted(string title, string rest) =>
        ReadByline(rest) is { } byline ? byline with { Title = OfTitle(title).Title, IsExplicit = true } : OfTitle(title);

    private static EntryWords Undecorated(string words)
    {
        if (DayInText.Read(words) is { } alone)
        {
            return new() { Day = alone, HasByline = true };
        }

        var (leading, text) = DayInText.Leading(words);
        if (LanguageBylines.Divide(text) is var (title, byline) && ReadWithBy(title, byline) is { } foreign)
        {
            return foreign with { Day = leading ?? foreign.Day };
        }

        var by = LastBy().Match(text);
        return by.Success && ReadWithBy(text[..by.Index], text[(by.Index + by.Length)..]) is { } read
            ? read with { Day = leading ?? read.Day }
            : ReadWithoutBy(text, leading);
    }

    /// <summary>The day may stand on either side of the names.</summary>
    private static EntryWords? ReadWithBy(string title, string byline)
    {
        var (dayOfNames, names) = DayInText.InParentheses(byline);
        (dayOfNames, names) = dayOfNames is null ? DayInText.Trailing(names) : (dayOfNames, names);
        var (dayOfTitle, bare) = DayInText.InParentheses(title);
        var day = dayOfNames ?? dayOfTitle;
        var list = LanguageBylines.Read(names, day);
        // "by Proxy" and "by Bootstrapping and Distilling" may be the end of a title, and "by trial and error" certainly is.
        var isByline = list is not null ? day is not null || list.EtAl || list.Names.Count > 2
            : day is not null && (names.AsSpan().IndexOfAnyExcept(" ,;.") < 0 || Nobody().IsMatch(names));
        return isByline ? new() { Title = PlainTitle.Of(bare), Names = list, Day = day, HasByline = true, IsExplicit = true } : null;
    }

    private static EntryWords ReadWithoutBy(string text, ClaimedDay? leading)
    {
        if (WithNamesInParentheses(text) is { } read)
        {
            return read with { Day = leading ?? read.Day };
        }

        var (day, rest) = DayInText.InParentheses(text);
        (day, rest) = day is null ? DayInText.Trailing(text) : (day, rest);
        var divided = NameList.DivideFromTitle(rest, hasDay: day is not null);
        day = leading ?? day;
        var hasByline = day is not null || divided is not null;
        return new()
        {
            Title = PlainTitle.Of(divided?.Title ?? rest),
            Names = divided?.Names,
            Day = day,
            HasByline = hasByline,
            IsExplicit = hasByline,
        };
    }

    /// <summary><c>Title (Liu, Wang et al., 30 Apr)</c></summary>
    private static EntryWords? WithNamesInParentheses(string text)
    {
        if (LastParentheses().Match(text) is not { Success: true } last)
        {
            return null;
        }

        var (day, names) = DayInText.Trailing(last.Groups["inner"].Value);
        return NameList.Read(YearBehind().Replace(names, "", 1)) is { } list && (day is not null || list.EtAl)
            ? new() { Title = PlainTitle.Of(text[..last.Index]), Names = list, Day = day, HasByline = true, IsExplicit = true }
            : null;
    }

    [GeneratedRegex(@"\s?[(\uff08](?<inner>[^()\uff08\uff09]{3,300})[)\uff09]\s*\z", RegexOptions.ExplicitCapture)]
    private static partial Regex LastParentheses();

    [GeneratedRegex(@",?\s(19|20)[0-9]{2}\s*\z", RegexOptions.ExplicitCapture)]
    private static partial Regex YearBehind();

    [GeneratedRegex(@"\s+by(?=\s|\z)\s*", RegexOptions.RightToLeft)]
    private static partial Regex LastBy();

    [GeneratedRegex(
        @"^by\s+|^(authors?|作者|著者|저자)\s?[:\uff1a]\s*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex By();

    [GeneratedRegex(@"^\s*(unknown|anonymous|various|several|many)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Nobody();
}
