using Sheaf.Drafts.Edited;
using Sheaf.Drafts.Formats;
using Sheaf.Languages;

namespace Sheaf.Publishing.Site;

/// <summary>The page of a month: the one that <c>publish</c> writes beside the Markdown, with the way back to all issues.</summary>
internal static class SiteMonthPage
{
    private const string Head = "</head>\n";
    private const string Header = "<header>\n";

    public static string Render(PublishedSite site, SiteIssue issue)
    {
        var page = EditedHtml.Render(
            EditedDraft.Read(issue.Markdown, lastWritten: null), new EditedIssue(issue.Month, site.Papers) { Language = site.Language });
        Html feed = $"""
            <link rel="alternate" type="application/atom+xml" title="{site.Title}" href="{SiteNames.Feed}">

            """;
        // As the index, whose words these are.
        Html? tongue = site.Language == DraftLanguages.English ? null : (Html)$" lang=\"en\"";
        Html back = $"""
            <nav aria-label="Site"{tongue}><a href="{SiteNames.Index}">{site.Title}: all issues</a></nav>

            """;
        // Both lines are the page's own: what an issue says is on the page without any brackets that it did not close.
        page = page.Insert(page.IndexOf(Header, StringComparison.Ordinal) + Header.Length, back.ToString());
        return page.Insert(page.IndexOf(Head, StringComparison.Ordinal), feed.ToString());
    }
}
