using Sheaf.Drafts.Model;
using Sheaf.Languages;

namespace Sheaf.Drafts.Formats;

/// <summary>{words.AtAGlance}: how many papers of which category and of which day, drawn, and once more as tables.</summary>
internal static class PageFigures
{
    /// <summary>Null where there are no papers to count.</summary>
    public static Html? From(Draft draft)
    {
        if (draft.Count == 0)
        {
            return null;
        }

        var (figures, words) = (MonthFigures.Of(draft), draft.Language.Page);
        return $"""
            <section aria-labelledby="figures">
            <h2 id="figures">{words.AtAGlance}</h2>
            <div class="charts">
            <figure>
            <figcaption>{words.ByCategory}</figcaption>
            {CategoryChart.From(figures.Categories, words)}
            </figure>
            <figure>
            <figcaption>{words.ByDay}</figcaption>
            {DayChart.From(figures, draft.Language)}
            </figure>
            </div>
            <details>
            <summary>{words.AsTables}</summary>
            <div class="tables">
            {Table(words.PapersByCategory, words.Category, Categories(figures), draft.Language)}
            {Table(words.PapersByDay, words.Day, Days(figures, draft.Language).Where(row => row.Count > 0), draft.Language)}
            </div>
            </details>
            </section>
            """;
    }

    private static IEnumerable<(string Name, int Count)> Categories(MonthFigures figures) =>
        figures.Categories.Select(row => ($"{row.Name} {row.FullName}".TrimEnd(), row.Count));

    private static IEnumerable<(string Name, int Count)> Days(MonthFigures figures, DraftLanguage language) =>
    [
        (Capital(language.Page.Earlier), figures.Earlier),
        .. figures.Days.Select(day => (language.Days.LongOn(day.Day), day.Count)),
        (Capital(language.Page.Later), figures.Later),
    ];

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private static Html Table(string caption, string head, IEnumerable<(string Name, int Count)> rows, DraftLanguage language) => $"""
        <table>
        <caption>{caption}</caption>
        <thead><tr><th scope="col">{head}</th><th scope="col">{language.Headings.Papers}</th></tr></thead>
        <tbody>
        {Html.Lines(rows.Select(row => (Html)$"""<tr><th scope="row">{row.Name}</th><td>{row.Count}</td></tr>"""))}
        </tbody>
        </table>
        """;
}
