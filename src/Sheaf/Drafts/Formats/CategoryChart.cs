using Sheaf.Languages;

namespace Sheaf.Drafts.Formats;

/// <summary>A drawing of the month's papers by primary category: one bar each, the largest first, what is left as the last.</summary>
internal static class CategoryChart
{
    private const int Width = 360, RowHeight = 33, MostRows = 8, LongestBar = 324;

    public static Html From(IReadOnlyList<CategoryFigure> categories, LanguagePage page)
    {
        var rows = Rows(categories, page);
        var most = rows.Max(row => row.Count);
        var words = string.Join(", ", rows.Select(row => FormattableString.Invariant($"{row.Name} {row.Count}")));
        return $"""
            <svg class="chart" role="img" aria-labelledby="categories-title categories-text" viewBox="0 0 {Width} {rows.Count * RowHeight}">
            <title id="categories-title">{page.PapersByCategory}</title>
            <desc id="categories-text">{words}.</desc>
            {Html.Lines(rows.Select((row, number) => Row(row, number * RowHeight, most)))}
            </svg>
            """;
    }

    private static Html Row(CategoryFigure row, int top, int most)
    {
        var length = Math.Max(2, (double)LongestBar * row.Count / most);
        Html? name = row.FullName.Length > 0 ? (Html)$"""<tspan class="name" dx="6">{Shortened(row)}</tspan>""" : null;
        Html label = $"""<text class="label" x="0" y="{top + 13}"><tspan class="code">{row.Name}</tspan>{name}</text>""";
        Html bar = $"""<rect class="bar" x="0" y="{top + 19}" width="{length}" height="7" rx="1.5"/>""";
        return $"""{label}{bar}<text class="count" x="{length + 6}" y="{top + 26}">{row.Count}</text>""";
    }

    /// <summary>So much of the name as has room beside the category.</summary>
    private static string Shortened(CategoryFigure row)
    {
        var room = 56 - (int)(row.Name.Length * 1.2);
        return row.FullName.Length <= room ? row.FullName : $"{row.FullName[..(room - 1)].TrimEnd(' ', ',')}…";
    }

    private static IReadOnlyList<CategoryFigure> Rows(IReadOnlyList<CategoryFigure> categories, LanguagePage page) =>
        categories.Count <= MostRows ? categories
        : [.. categories.Take(MostRows - 1), Others([.. categories.Skip(MostRows - 1)], page)];

    private static CategoryFigure Others(IReadOnlyList<CategoryFigure> others, LanguagePage page) =>
        new(page.OtherCategories, DraftLanguage.With(page.MoreCategories, others.Count), others.Sum(category => category.Count));
}
