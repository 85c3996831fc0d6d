using System.Globalization;

namespace Sheaf.Languages;

/// <summary>
/// A language that drafts are written in: its days and months, its way to list names, and every word that Sheaf puts into a draft. Words
/// carry no meaning for Sheaf: what it reads in a draft it reads in all of them.
/// </summary>
/// <remarks>
/// Places for values are written <c>{n}</c> (a number), <c>{day}</c>, <c>{month}</c> (its name), <c>{short}</c> (its short name),
/// <c>{number}</c> (of the month) and <c>{year}</c>.
/// </remarks>
internal sealed record DraftLanguage
{
    /// <summary>As in <c>Draft:Language</c>, and as HTML and Atom have it: BCP 47.</summary>
    public required string Code { get; init; }

    /// <summary>The title of an issue, of which <see cref="MonthOfYear"/> is a part: <c>Notable arXiv papers, {issue}</c>.</summary>
    public required string Title { get; init; }

    public required LanguageDays Days { get; init; }

    public required LanguageNames Names { get; init; }

    public required LanguageHeadings Headings { get; init; }

    public required LanguageFigures Figures { get; init; }

    public required LanguageLabels Labels { get; init; }

    public required LanguagePage Page { get; init; }

    /// <summary>A pattern with a number in its place.</summary>
    public static string With(string pattern, int number) =>
        pattern.Replace("{n}", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}

/// <summary>How days and months are written.</summary>
internal sealed record LanguageDays
{
    /// <summary>The names of the twelve months, with blanks between them.</summary>
    public required string Months { get; init; }

    /// <summary>The same, shortened as is usual in a list.</summary>
    public required string ShortMonths { get; init; }

    /// <summary>The first of a month; of any other day the number alone is written.</summary>
    public string First { get; init; } = "1";

    /// <summary><c>30 Apr</c>.</summary>
    public required string Short { get; init; }

    /// <summary><c>30 Apr 2024</c>.</summary>
    public required string ShortOfYear { get; init; }

    /// <summary><c>30 April</c>.</summary>
    public required string Long { get; init; }

    /// <summary><c>30 April 2024</c>.</summary>
    public required string LongOfYear { get; init; }

    /// <summary><c>April 2024</c>.</summary>
    public required string MonthOfYear { get; init; }

    private string[] Names => field ??= Months.Split(' ');

    private string[] ShortNames => field ??= ShortMonths.Split(' ');

    /// <summary>The name of a month, 1 to 12.</summary>
    public string MonthName(int number) => Names[number - 1];

    public string ShortOn(DateOnly day) => Write(Short, day);

    public string ShortInYear(DateOnly day) => Write(ShortOfYear, day);

    public string LongOn(DateOnly day) => Write(Long, day);

    public string LongInYear(DateOnly day) => Write(LongOfYear, day);

    /// <summary>Month and year.</summary>
    public string Issue(DateOnly firstDay) => Write(MonthOfYear, firstDay);

    private string Write(string pattern, DateOnly day) => pattern
        .Replace("{day}", day.Day == 1 ? First : day.Day.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{month}", Names[day.Month - 1], StringComparison.Ordinal)
        .Replace("{short}", ShortNames[day.Month - 1], StringComparison.Ordinal)
        .Replace("{number}", day.Month.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{year}", day.Year.ToString("D4", CultureInfo.InvariantCulture), StringComparison.Ordinal);
}

/// <summary>How the authors of a paper are listed.</summary>
internal sealed record LanguageNames
{
    /// <summary>Between title and names, with the blank behind it: <c>by </c>.</summary>
    public required string By { get; init; }

    /// <summary>Between names.</summary>
    public string Comma { get; init; } = ", ";

    /// <summary>Between two names.</summary>
    public required string And { get; init; }

    /// <summary>Before the last of three names and more.</summary>
    public required string LastAnd { get; init; }

    /// <summary>What <see cref="And"/> and <see cref="LastAnd"/> are before some names; null where they never change.</summary>
    public Func<string, string>? AndBefore { get; init; }

    /// <summary>Behind the last name where there are others.</summary>
    public required string EtAl { get; init; }

    /// <summary>
    /// Names as Markdown or plain text: <c>A</c>, <c>A and B</c>, <c>A, B, and C</c>; behind the last whatever says that there are others.
    /// </summary>
    public string Join(IReadOnlyList<string> names, bool hasOthers) => names switch
    {
        [] => "",
        _ when hasOthers => string.Join(Comma, names) + EtAl,
        [var only] => only,
        [var first, var second] => first + (AndBefore?.Invoke(second) ?? And) + second,
        _ => string.Join(Comma, names.Take(names.Count - 1)) + (AndBefore?.Invoke(names[^1]) ?? LastAnd) + names[^1],
    };
}

/// <summary>The headings of a draft's own parts. Those of the editor's list are the editor's.</summary>
internal sealed record LanguageHeadings
{
    /// <summary>The papers treated in depth.</summary>
    public required string InDepth { get; init; }

    /// <summary>Papers without a section.</summary>
    public required string Papers { get; init; }

    /// <summary>Papers that came in after their own month's issue.</summary>
    public required string LateArrivals { get; init; }

    /// <summary>Papers that are on no list and that the editor may like.</summary>
    public required string MayHaveMissed { get; init; }

    /// <summary>Of a table: the column of papers, and that of their links.</summary>
    public required string PaperColumn { get; init; }

    /// <inheritdoc cref="PaperColumn"/>
    public required string LinkColumn { get; init; }
}

/// <summary>The pieces of the line that counts a draft's papers, in their order; each stands in it or does not.</summary>
internal sealed record LanguageFigures
{
    public required string None { get; init; }

    /// <summary>Of one paper.</summary>
    public required string One { get; init; }

    public required string Many { get; init; }

    public required string InDepth { get; init; }

    /// <summary>Of one late arrival.</summary>
    public required string OneLate { get; init; }

    public required string Late { get; init; }

    public string End { get; init; } = ".";
}

/// <summary>What stands before the facts of a paper in depth.</summary>
internal sealed record LanguageLabels
{
    public required string Code { get; init; }

    public required string Project { get; init; }

    public required string PublishedIn { get; init; }

    public required string Tags { get; init; }

    /// <summary>Behind each of these.</summary>
    public string Colon { get; init; } = ": ";

    /// <summary><c>Version {n}</c></summary>
    public required string Version { get; init; }

    /// <summary>Behind the version: <c> of {day}</c>.</summary>
    public required string OfDay { get; init; }

    /// <summary>Behind the version: <c>, withdrawn</c>.</summary>
    public required string Withdrawn { get; init; }

    /// <summary><c>{n} authors</c></summary>
    public required string Authors { get; init; }

    /// <summary><c>more than {n} authors</c></summary>
    public required string MoreAuthors { get; init; }

    /// <summary>Whether a line is one of facts: it begins with a version, or with one of these names and what stands behind it.</summary>
    public bool Open(string line) =>
        new[] { $"{Code}{Colon}http", $"{Project}{Colon}http", $"{PublishedIn}{Colon}", $"{Tags}{Colon}" }
            .Any(begin => line.StartsWith(begin, StringComparison.Ordinal))
        || OpensWithVersion(line);

    private bool OpensWithVersion(string line)
    {
        var words = Version.Split("{n}");
        if (!line.StartsWith(words[0], StringComparison.Ordinal))
        {
            return false;
        }

        var behind = line[words[0].Length..].TrimStart([.. "0123456789"]);
        return line.Length > words[0].Length + behind.Length && behind.StartsWith(words[1], StringComparison.Ordinal)
            && new[] { OfDay.Split("{day}")[0], Withdrawn, " · " }
                .Any(next => behind[words[1].Length..].StartsWith(next, StringComparison.Ordinal));
    }
}

/// <summary>The words of the page as HTML.</summary>
internal sealed record LanguagePage
{
    public required string SkipToPapers { get; init; }

    public required string PartsOfTheList { get; init; }

    public required string AboutLateArrivals { get; init; }

    public required string OnNoList { get; init; }

    public required string AboutTexts { get; init; }

    /// <summary>
    /// With <c>{mark}</c> for <see cref="Suggested"/>, and a blank before it where the language has one between sentences.
    /// </summary>
    public required string AboutSuggestions { get; init; }

    public required string Suggested { get; init; }

    public required string Withdrawn { get; init; }

    public required string InDepth { get; init; }

    /// <summary>Over footnotes.</summary>
    public required string Notes { get; init; }

    /// <summary>From a footnote.</summary>
    public required string BackToText { get; init; }

    /// <summary>Behind names, of which one is left out.</summary>
    public required string OneOther { get; init; }

    /// <summary>Behind names: <c> and {n} others</c>.</summary>
    public required string Others { get; init; }

    public required string Abstract { get; init; }

    public required string AtAGlance { get; init; }

    public required string ByCategory { get; init; }

    public required string ByDay { get; init; }

    public required string AsTables { get; init; }

    public required string PapersByCategory { get; init; }

    public required string PapersByDay { get; init; }

    public required string Category { get; init; }

    public required string Day { get; init; }

    public required string Earlier { get; init; }

    public required string Later { get; init; }

    /// <summary>The category of the others, and how many those are.</summary>
    public required string OtherCategories { get; init; }

    /// <inheritdoc cref="OtherCategories"/>
    public required string MoreCategories { get; init; }
}
