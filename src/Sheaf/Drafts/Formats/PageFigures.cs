using System.Globalization;
using Sheaf.Drafts.Model;

namespace Sheaf.Drafts.Formats;

/// <summary>The month at a glance: how many papers of which category and of which day, drawn, and once more as tables.</summary>
internal static class PageFigures
{
    /// <summary>Nothing where there are no papers to count.</summary>
    public static void Write(HtmlText html, Draft draft)
    {
        if (draft.Count == 0)
        {
            return;
        }

        var figures = MonthFigures.Of(draft);
        html.Raw("<section aria-labelledby=\"figures\">\n<h2 id=\"figures\">The month at a glance</h2>\n<div class=\"charts\">\n");
        html.Raw("<figure>\n<figcaption>By primary category</figcaption>\n");
        CategoryChart.Write(html, figures.Categories);
        html.Raw("</figure>\n<figure>\n<figcaption>By day of first submission</figcaption>\n");
        DayChart.Write(html, figures);
        html.Raw("</figure>\n</div>\n<details>\n<summary>The same as tables</summary>\n<div class=\"tables\">\n");
        WriteTable(html, "Papers by primary category", "Category", figures.Categories.Select(row => ($"{row.Name} {row.FullName}".TrimEnd(), row.Count)));
        WriteTable(html, "Papers by day of first submission", "Day", Days(figures).Where(row => row.Count > 0));
        html.Raw("</div>\n</details>\n</section>\n");
    }

    private static IEnumerable<(string Name, int Count)> Days(MonthFigures figures) =>
    [
        ("Earlier", figures.Earlier),
        .. figures.Days.Select(day => (day.Day.ToString("d MMMM", CultureInfo.InvariantCulture), day.Count)),
        ("Later", figures.Later),
    ];

    private static void WriteTable(HtmlText html, string caption, string head, IEnumerable<(string Name, int Count)> rows)
    {
        html.Raw("<table>\n<caption>").Raw(caption).Raw("</caption>\n<thead><tr><th scope=\"col\">").Raw(head).Raw("</th><th scope=\"col\">Papers</th></tr></thead>\n<tbody>\n");
        foreach (var (name, count) in rows)
        {
            html.Raw("<tr><th scope=\"row\">").Text(name).Raw("</th><td>").Number(count).Raw("</td></tr>\n");
        }

        html.Raw("</tbody>\n</table>\n");
    }
}
