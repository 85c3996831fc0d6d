using Sheaf.Arxiv.Identifiers;
using Sheaf.Drafts.Model;
using Sheaf.Text;

namespace Sheaf.Drafts.Formats;

/// <summary>How the papers on the list are spread over categories and days.</summary>
/// <param name="Categories">Primary categories, the largest first; of one size, by name.</param>
/// <param name="Days">From the first of the month to the last.</param>
/// <param name="Earlier">Papers first submitted before the month.</param>
/// <param name="Later">Papers first submitted after the month.</param>
internal sealed record MonthFigures(
    IReadOnlyList<CategoryFigure> Categories, IReadOnlyList<DayFigure> Days, int Earlier, int Later)
{
    public static MonthFigures Of(Draft draft)
    {
        var entries = draft.Sections.SelectMany(section => section.Entries).ToList();
        var byDay = entries.CountBy(entry => entry.Day).ToDictionary();
        var (first, last) = (draft.Month.FirstDay, draft.Month.LastDay);
        return new(
            [.. entries.CountBy(entry => entry.Eprint.PrimaryCategory).Select(pair => CategoryFigure.Of(pair.Key, pair.Value))
                .OrderByDescending(category => category.Count).ThenBy(category => category.Name, StringComparer.Ordinal)],
            [.. Enumerable.Range(0, last.Day).Select(first.AddDays).Select(day => new DayFigure(day, byDay.GetValueOrDefault(day)))],
            entries.Count(entry => entry.Day < first),
            entries.Count(entry => entry.Day > last));
    }
}

/// <param name="Name"><c>cs.CL</c>.</param>
/// <param name="FullName">For readers; empty where arXiv's list of categories does not have it.</param>
/// <param name="Count">Papers.</param>
internal sealed record CategoryFigure(string Name, string FullName, int Count)
{
    /// <summary>No category is longer; this is for what is none.</summary>
    private const int LongestName = 24;

    public static CategoryFigure Of(string name, int count)
    {
        var line = PlainLine.Of(name);
        return new(
            line.Length <= LongestName ? line : line[..LongestName], Category.TryParse(name, out var category) ? category.FullName : "",
            count);
    }
}

/// <param name="Day">A day of the month.</param>
/// <param name="Count">Papers first submitted on it.</param>
internal sealed record DayFigure(DateOnly Day, int Count);
