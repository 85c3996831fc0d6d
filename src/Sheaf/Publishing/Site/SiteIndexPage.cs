using System.Globalization;
using Sheaf.Drafts.Formats;
using Sheaf.Languages;

namespace Sheaf.Publishing.Site;

/// <summary>The first page of a site: all issues by year, with a picture of how many papers each had, and the search.</summary>
/// <remarks>
/// Its own words are English, as its script's are, and it says so in <c>lang</c>; months are named as in the issues, in their language.
/// </remarks>
internal static class SiteIndexPage
{
    /// <summary>The one style sheet, the site's own scripts, and nothing else from anywhere.</summary>
    private static readonly PageSheet Sheet = PageSheet.OfPages.With("Sheaf.Publishing.Site.site.css");

    public static string Render(PublishedSite site)
    {
        Html links = $"""
            <link rel="alternate" type="application/atom+xml" title="{site.Title}" href="{SiteNames.Feed}">
            <script src="{SiteNames.Script}" defer></script>
            """;
        Html page = $"""
            {PageHead.Of("en", site.Title, Sheet, "script-src 'self'", links)}
            <body>
            <a class="skip" href="#issues">Skip to the issues</a>
            <header>
            <h1>{site.Title}</h1>
            <p class="lead">{Lead(site)} <a href="{SiteNames.Feed}">Feed</a></p>
            </header>
            <main id="issues">
            <div id="search" role="search" hidden>
            <label for="query">Search titles and words</label>
            <input id="query" type="search" autocomplete="off" spellcheck="false">
            <p id="found" role="status"></p>
            <ol id="results"></ol>
            </div>
            {SiteChart.From(site.Issues, site.Language)}
            {Html.Lines(site.Issues.GroupBy(issue => issue.Month.Year).Select(year => Year(year.Key, [.. year], site.Language)))}
            </main>
            <footer>
            <p>Titles and names are as their authors gave them to arXiv.</p>
            </footer>
            </body>
            </html>

            """;
        return page.ToString();
    }

    /// <summary><c>59 papers</c>.</summary>
    public static string CountOf(SiteIssue issue) => Papers(issue.Entries.Count);

    private static string Papers(int number) => number switch
    {
        0 => "No papers",
        1 => "1 paper",
        _ => $"{number.ToString("N0", CultureInfo.InvariantCulture)} papers",
    };

    private static string Lead(PublishedSite site)
    {
        var issues = site.Issues.Count == 1 ? "1 issue" : $"{site.Issues.Count.ToString("N0", CultureInfo.InvariantCulture)} issues";
        return $"{issues}, {Papers(site.Issues.Sum(issue => issue.Entries.Count)).ToLowerInvariant()}.";
    }

    private static Html Year(int year, IReadOnlyList<SiteIssue> issues, DraftLanguage language) => $"""
        <section aria-labelledby="year-{year}">
        <h2 id="year-{year}">{year} <span class="many">{Papers(issues.Sum(issue => issue.Entries.Count)).ToLowerInvariant()}</span></h2>
        <ul class="issues">
        {Html.Lines(issues.Select(issue => Issue(issue, language)))}
        </ul>
        </section>
        """;

    /// <summary>A title that says no more than the month does is left out.</summary>
    private static Html Issue(SiteIssue issue, DraftLanguage language)
    {
        var (name, inEnglish) = (language.Days.Issue(issue.Month.FirstDay), issue.Month.Title);
        var saysTheMonth = issue.Title.Contains(name, StringComparison.Ordinal)
            || issue.Title.Contains(inEnglish, StringComparison.Ordinal);
        Html? title = saysTheMonth && issue.Title.Length < 60 ? null : (Html)$""" <span class="names">{issue.Title},</span>""";
        Html? tongue = language == DraftLanguages.English ? null : (Html)$" lang=\"{language.Code}\"";
        Html count = $"""<span class="many">{CountOf(issue).ToLowerInvariant()}</span>""";
        return $"""<li><a href="{issue.Page}"{tongue}>{name}</a>{title} {count}</li>""";
    }
}
