using System.Globalization;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Arxiv.Atom;

/// <summary>A search of the query API (field guide 2.6). Only the most recent versions of e-prints are searched.</summary>
/// <param name="Expression">In the API's language: <c>ti:"widgets and gears" AND cat:cs.CL</c>.</param>
public sealed record AtomQuery(string Expression)
{
    /// <summary>Results per request, 1 to 2,000. Default 100.</summary>
    public int PageSize
    {
        get;
        init => field = value is >= 1 and <= 2000
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A page holds 1 to 2000 results.");
    } = 100;

    /// <summary>
    /// Default <see cref="AtomSort.Relevance"/>; take another for more than one page, so that pages neither overlap nor leave gaps.
    /// </summary>
    public AtomSort SortBy { get; init; }

    /// <summary>Whether the lowest comes first. Default false.</summary>
    public bool Ascending { get; init; }

    /// <summary>The ten best matches of a title's words as a phrase; punctuation and TeX do not count.</summary>
    /// <exception cref="ArgumentException">The title holds no word.</exception>
    public static AtomQuery Title(string title)
    {
        var words = Words(title);
        return words.Length > 0
            ? new AtomQuery($"ti:\"{words}\"") { PageSize = 10 }
            : throw new ArgumentException($"'{title}' holds no word to search for.", nameof(title));
    }

    /// <summary>
    /// What was first submitted in a month, oldest first; see
    /// <see cref="SubmittedBetween(DateOnly, DateOnly, IReadOnlyCollection{string})"/>.
    /// </summary>
    public static AtomQuery SubmittedIn(Month month, params IReadOnlyCollection<string> categories) =>
        SubmittedBetween(month.FirstDay, month.LastDay, categories);

    /// <summary>
    /// What was first submitted from one day to another, both included, in UTC; oldest first. arXiv takes the end of a range for the first
    /// second of its minute: the range goes on to that of the next day, and what was submitted in that very second comes along.
    /// </summary>
    /// <param name="first">The first day.</param>
    /// <param name="last">The last day.</param>
    /// <param name="categories">
    /// In one of which it must be, as primary category or cross-list; none means any. A name is taken as it stands: for both names of a
    /// category that has two (field guide 7.2), give both.
    /// </param>
    /// <exception cref="ArgumentException">The days are in the wrong order, or a name is not that of a category.</exception>
    public static AtomQuery SubmittedBetween(DateOnly first, DateOnly last, params IReadOnlyCollection<string> categories)
    {
        if (last < first)
        {
            throw new ArgumentException($"The last day, {last:O}, lies before the first, {first:O}.", nameof(last));
        }

        var window = string.Create(CultureInfo.InvariantCulture, $"submittedDate:[{first:yyyyMMdd}0000 TO {last.AddDays(1):yyyyMMdd}0000]");
        var within = string.Join(" OR ", categories.Select(Category));
        var expression = within.Length == 0 ? window : $"({within}) AND {window}";
        return new AtomQuery(expression) { SortBy = AtomSort.SubmittedDate, Ascending = true };
    }

    /// <summary>
    /// What was first submitted from one minute up to another, in UTC, in any of the chosen categories; oldest first. arXiv takes the end
    /// of a range for the first second of its minute, and hands out what was submitted in that very second: the caller tells it by its day.
    /// </summary>
    /// <exception cref="ArgumentException">The minutes are in the wrong order.</exception>
    public static AtomQuery SubmittedBetween(DateTimeOffset first, DateTimeOffset until, CategorySelection categories)
    {
        if (until <= first)
        {
            throw new ArgumentException($"The end, {until:u}, does not lie behind the first minute, {first:u}.", nameof(until));
        }

        var window = string.Create(
            CultureInfo.InvariantCulture, $"submittedDate:[{first.UtcDateTime:yyyyMMddHHmm} TO {until.UtcDateTime:yyyyMMddHHmm}]");
        var within = string.Join(" OR ", categories.Terms.Select(term => $"cat:{term}"));
        var expression = within.Length == 0 ? window : $"({within}) AND {window}";
        return new AtomQuery(expression) { SortBy = AtomSort.SubmittedDate, Ascending = true, PageSize = 2000 };
    }

    private static string Category(string name) => AtomCategories.IsCategory(name)
        ? $"cat:{name}"
        : throw new ArgumentException($"'{name}' is not the name of a category.", nameof(name));

    // An apostrophe inside a word belongs to it; everything else that is neither letter nor digit separates words.
    private static string Words(string title)
    {
        var spaced = string.Concat(title.Select(c => char.IsLetterOrDigit(c) || c is '\'' or '’' ? c : ' '));
        var words = spaced.Split(' ').Select(word => word.Trim('\'', '’')).Where(word => word.Length > 0);
        return string.Join(' ', words);
    }
}

/// <summary>What the results of a search are ordered by.</summary>
public enum AtomSort
{
    /// <summary>How well they match, the best first; the API's own choice.</summary>
    Relevance,

    /// <summary>When version 1 was received.</summary>
    SubmittedDate,

    /// <summary>When the most recent version was received.</summary>
    LastUpdatedDate,
}
