namespace Sheaf.Drafts.Formats;

/// <summary>A drawing of the month's papers by primary category: one bar each, the largest first, what is left as the last.</summary>
internal static class CategoryChart
{
    private const int Width = 360, RowHeight = 33, MostRows = 8, LongestBar = 324;

    public static void Write(HtmlText html, IReadOnlyList<CategoryFigure> categories)
    {
        var rows = Rows(categories);
        var most = rows.Max(row => row.Count);
        html.Raw("<svg class=\"chart\" role=\"img\" aria-labelledby=\"categories-title categories-text\" viewBox=\"0 0 ").Number(Width).Raw(" ")
            .Number(rows.Count * RowHeight).Raw("\">\n<title id=\"categories-title\">Papers by primary category</title>\n<desc id=\"categories-text\">")
            .Text(string.Join(", ", rows.Select(row => FormattableString.Invariant($"{row.Name} {row.Count}")))).Raw(".</desc>\n");
        for (var at = 0; at < rows.Count; at++)
        {
            Write(html, rows[at], at * RowHeight, most);
        }

        html.Raw("</svg>\n");
    }

    private static void Write(HtmlText html, CategoryFigure row, int top, int most)
    {
        var bar = Math.Max(2, (double)LongestBar * row.Count / most);
        html.Raw("<text class=\"label\" x=\"0\" y=\"").Number(top + 13).Raw("\"><tspan class=\"code\">").Text(row.Name).Raw("</tspan>");
        if (row.FullName.Length > 0)
        {
            html.Raw("<tspan class=\"name\" dx=\"6\">").Text(Shortened(row)).Raw("</tspan>");
        }

        html.Raw("</text><rect class=\"bar\" x=\"0\" y=\"").Number(top + 19).Raw("\" width=\"").Length(bar).Raw("\" height=\"7\" rx=\"1.5\"/><text class=\"count\" x=\"")
            .Length(bar + 6).Raw("\" y=\"").Number(top + 26).Raw("\">").Number(row.Count).Raw("</text>\n");
    }

    /// <summary>So much of the name as has room beside the category.</summary>
    private static string Shortened(CategoryFigure row)
    {
        var room = 56 - (int)(row.Name.Length * 1.2);
        return row.FullName.Length <= room ? row.FullName : $"{row.FullName[..(room - 1)].TrimEnd(' ', ',')}…";
    }

    private static IReadOnlyList<CategoryFigure> Rows(IReadOnlyList<CategoryFigure> categories) => categories.Count <= MostRows
        ? categories
        : [.. categories.Take(MostRows - 1), Others([.. categories.Skip(MostRows - 1)])];

    private static CategoryFigure Others(IReadOnlyList<CategoryFigure> others) =>
        new("others", FormattableString.Invariant($"{others.Count} more categories"), others.Sum(category => category.Count));
}
