using System.Globalization;
using Sheaf.Drafts.Model;

namespace Sheaf.Drafts.Formats;

/// <summary>The month at a glance: how many papers of which category and of which day, drawn, and once more as tables.</summary>
internal static class PageFigures
{
    /// <summary>Null where there are no papers to count.</summary>
    public static Html? From(Draft draft)
    {
        if (draft.Count == 0)
        {
            return null;
        }

        var figures = MonthFigures.Of(draft);
        return $"""
            <section aria-labelledby="figures">
            <h2 id="figures">The month at a glance</h2>
            <div class="charts">
            <figure>
            <figcaption>By primary category</figcaption>
            {CategoryChart.From(figures.Categories)}
            </figure>
            <figure>
            <figcaption>By day of first submission</figcaption>
            {DayChart.From(figures)}
            </figure>
            </div>
            <details>
            <summary>The same as tables</summary>
            <div class="tables">
            {Table("Papers by primary category", "Category", Categories(figures))}
            {Table("Papers by day of first submission", "Day", Days(figures).Where(row => row.Count > 0))}
            </div>
            </details>
            </section>
            """;
    }

    private static IEnumerable<(string Name, int Count)> Categories(MonthFigures figures) =>
        figures.Categories.Select(row => ($"{row.Name} {row.FullName}".TrimEnd(), row.Count));

    private static IEnumerable<(string Name, int Count)> Days(MonthFigures figures) =>
    [
        ("Earlier", figures.Earlier),
        .. figures.Days.Select(day => (day.Day.ToString("d MMMM", CultureInfo.InvariantCulture), day.Count)),
        ("Later", figures.Later),
    ];

    private static Html Table(string caption, string head, IEnumerable<(string Name, int Count)> rows) => $"""
        <table>
        <caption>{caption}</caption>
        <thead><tr><th scope="col">{head}</th><th scope="col">Papers</th></tr></thead>
        <tbody>
        {Html.Lines(rows.Select(row => (Html)$"""<tr><th scope="row">{row.Name}</th><td>{row.Count}</td></tr>"""))}
        </tbody>
        </table>
        """;
}
