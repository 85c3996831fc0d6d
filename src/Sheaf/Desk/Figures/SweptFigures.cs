using Sheaf.Arxiv.Identifiers;
using Sheaf.Drafts.Formats;
using Sheaf.Store.Eprints;
using Sheaf.Text;

namespace Sheaf.Desk;

/// <summary>
/// All papers of a month by category and by day, and how many of them are on the list: drawn, and once more as tables. Of tens of thousands
/// the dozens on the list are too few to see as bars, so that they are numbers above them.
/// </summary>
internal static class SweptFigures
{
    private const int Width = 360, DayHeight = 190, Top = 22, Base = 158, RowHeight = 33, LongestBar = 250, MostRows = 8;

    /// <param name="month">The month.</param>
    /// <param name="counts">All its papers.</param>
    /// <param name="listed">Those on the list; null where there is none.</param>
    public static Html From(Month month, MonthCounts counts, MonthFigures? listed)
    {
        var onList = (listed?.Categories ?? []).GroupBy(category => category.Name)
            .ToDictionary(same => same.Key, same => same.Sum(category => category.Count));
        var onDay = (listed?.Days ?? []).ToDictionary(day => day.Day, day => day.Count);
        var categories = counts.Categories
            .Select(row => new MarkedCount(SafeText.OneLine(row.Name), row.Papers, onList.GetValueOrDefault(row.Name))).ToList();
        var days = Enumerable.Range(0, month.LastDay.Day).Select(month.FirstDay.AddDays)
            .Select(day => new MarkedDay(day, counts.Days.GetValueOrDefault(day), onDay.GetValueOrDefault(day))).ToList();
        var dayRows = days.Where(day => day.Papers > 0).Select(day => (DayText.Long(day.Day), day.Papers, day.Listed));
        return $"""
            <section aria-labelledby="figures">
            <h2 id="figures">The month's {Humanize.Count(counts.Papers, "paper")}, and those on your list</h2>
            <div class="charts">
            <figure>
            <figcaption>By primary category</figcaption>
            {Categories([.. categories.Take(MostRows)], categories.Count - MostRows)}
            </figure>
            <figure>
            <figcaption>By day of first submission</figcaption>
            {Days(days)}
            </figure>
            </div>
            <details>
            <summary>The same as tables</summary>
            <div class="tables">
            {Table("Papers by primary category", "Category", categories.Select(row => (row.Name, row.Papers, row.Listed)))}
            {Table("Papers by day", "Day", dayRows)}
            </div>
            </details>
            </section>
            """;
    }

    private static Html Categories(IReadOnlyList<MarkedCount> rows, int more)
    {
        var most = rows.Max(row => row.Papers);
        var words = string.Join(", ", rows.Select(row => $"{row.Name} {Humanize.Number(row.Papers)}, {row.Listed} of them on the list"));
        var others = more > 0 ? $"; and {Humanize.Count(more, "category", "categories")} more" : "";
        Html box = $"0 0 {Width} {rows.Count * RowHeight}";
        return $"""
            <svg class="chart" role="img" aria-labelledby="swept-categories swept-categories-text" viewBox="{box}">
            <title id="swept-categories">Papers by primary category</title>
            <desc id="swept-categories-text">{words}{others}.</desc>
            {Html.Lines(rows.Select((row, number) => Category(row, number * RowHeight, most)))}
            </svg>
            """;
    }

    private static Html Category(MarkedCount row, int top, int most)
    {
        var length = Math.Max(2, (double)LongestBar * row.Papers / most);
        Html label = $"""<text class="label" x="0" y="{top + 13}"><tspan class="code">{row.Name}</tspan></text>""";
        Html bar = $"""<rect class="bar all" x="0" y="{top + 19}" width="{length}" height="7" rx="1.5"/>""";
        Html? listed = row.Listed > 0 ? (Html)$"""<tspan class="picked" dx="6">{row.Listed} on the list</tspan>""" : null;
        return $"""{label}{bar}<text class="count" x="{length + 6}" y="{top + 26}">{Humanize.Number(row.Papers)}{listed}</text>""";
    }

    private static Html Days(IReadOnlyList<MarkedDay> days)
    {
        var most = Math.Max(1, days.Max(day => day.Papers));
        var step = (double)Width / days.Count;
        var words = string.Join(", ", days.Where(day => day.Papers > 0)
            .Select(day => $"{DayText.Long(day.Day)} {Humanize.Number(day.Papers)}, {day.Listed} of them on the list"));
        return $"""
            <svg class="chart" role="img" aria-labelledby="swept-days swept-days-text" viewBox="0 0 {Width} {DayHeight}">
            <title id="swept-days">Papers by day of first submission</title>
            <desc id="swept-days-text">{words}.</desc>
            <line class="base" x1="0" y1="158.5" x2="360" y2="158.5"/>
            {Html.Lines(days.Select((day, number) => Day(day, number * step, step, most)))}
            </svg>
            """;
    }

    private static Html Day(MarkedDay day, double left, double step, int most)
    {
        var height = day.Papers == 0 ? 0 : Math.Max(2, (double)(Base - Top) * day.Papers / most);
        Html? bar = day.Papers == 0 ? null
            : (Html)$"""<rect class="bar all" x="{left + 1.5}" y="{Base - height}" width="{step - 3}" height="{height}" rx="1.5"/>""";
        Html? listed = day.Listed == 0 ? null
            : (Html)$"""<text class="middle count picked" x="{left + (step / 2)}" y="{Base - height - 4}">{day.Listed}</text>""";
        var number = day.Day.Day;
        Html? tick = number % 7 != 1 ? null
            : (Html)$"""<text class="middle tick" x="{left + (step / 2)}" y="{Base + 16}">{Humanize.Number(number)}</text>""";
        return $"{bar}{listed}{tick}";
    }

    private static Html Table(string caption, string head, IEnumerable<(string Name, int Papers, int Listed)> rows) => $"""
        <table>
        <caption>{caption}</caption>
        <thead><tr><th scope="col">{head}</th><th scope="col">Papers</th><th scope="col">On the list</th></tr></thead>
        <tbody>
        {Html.Lines(rows.Select(row =>
            (Html)$"""<tr><th scope="row">{row.Name}</th><td>{Humanize.Number(row.Papers)}</td><td>{row.Listed}</td></tr>"""))}
        </tbody>
        </table>
        """;

    private sealed record MarkedCount(string Name, int Papers, int Listed);

    private sealed record MarkedDay(DateOnly Day, int Papers, int Listed);
}
