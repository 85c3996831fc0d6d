using Sheaf.Languages;

namespace Sheaf.Lists.Import;

/// <summary>
/// Names as drafts of other languages than English list them: <c>TITLE von Liu, Wang und Vaidya (30. Apr.)</c>. How the day is written
/// tells the language, so that no word of an English title is taken for one of another language.
/// </summary>
internal static class LanguageBylines
{
    /// <summary>A leap year, for days without one.</summary>
    private const int AnyYear = 2024;

    /// <summary>Divides title and byline; null where the day in it is in no such language.</summary>
    public static (string Title, string Byline)? Divide(string text)
    {
        foreach (var language in LanguagesOf(DayInText.InParentheses(text).Day))
        {
            if (Divide(text, language.Names) is { } divided)
            {
                return divided;
            }
        }

        return null;
    }

    /// <summary>
    /// A day that begins a text, and the text behind it: <c>3. Aug. 2020, Title</c>, where it looks like a rank. Null where the day is in
    /// no such language.
    /// </summary>
    public static (ClaimedDay Day, string Words)? LeadingDay(string text) =>
        DayInText.Leading(text) is ({ } day, var words) && LanguagesOf(day).Any() ? (day, words) : null;

    /// <summary>The names of a byline, with the word for "by" before them or without.</summary>
    /// <param name="text">Without the day.</param>
    /// <param name="day">The day beside the names; null where there is none.</param>
    public static NameList? Read(string text, ClaimedDay? day)
    {
        foreach (var language in LanguagesOf(day))
        {
            var names = text.StartsWith(language.Names.By, StringComparison.Ordinal) ? text[language.Names.By.Length..] : text;
            // These two are parts of names as well, so that they part names only here.
            names = language.Names.AndBefore is null ? names
                : names.Replace(" y ", ", ", StringComparison.Ordinal).Replace(" e ", ", ", StringComparison.Ordinal);
            if (NameList.Read(names) is { } read)
            {
                return read;
            }
        }

        return NameList.Read(text);
    }

    private static IEnumerable<DraftLanguage> LanguagesOf(ClaimedDay? day) =>
        day is { } claimed && claimed.Year is null or (>= 1 and <= 9999)
            && claimed.Day <= DateTime.DaysInMonth(claimed.Year ?? AnyYear, claimed.Month)
            ? DraftLanguages.ThatWrite(new DateOnly(claimed.Year ?? AnyYear, claimed.Month, claimed.Day), claimed.Text)
            : [];

    /// <summary>At the last word for "by" that is no part of a name: <c>von von Neumann</c>, <c>Liu, von Neumann</c>.</summary>
    private static (string Title, string Byline)? Divide(string text, LanguageNames words)
    {
        var by = $" {words.By}";
        for (var at = text.LastIndexOf(by, StringComparison.Ordinal); at > 0;
            at = text.LastIndexOf(by, at + by.Length - 2, StringComparison.Ordinal))
        {
            var before = text.AsSpan(0, at);
            if (!before.EndsWith(by.TrimEnd()) && !before.EndsWith(words.Comma.TrimEnd()) && !before.EndsWith(words.And.TrimEnd()))
            {
                return (text[..at], text[(at + by.Length)..]);
            }
        }

        return null;
    }
}
