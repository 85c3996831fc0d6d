using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Drafts.Formats;
using Sheaf.Languages;
using Sheaf.Text;

namespace Sheaf.Publishing.Site;

/// <summary>A site of all published months.</summary>
/// <param name="Id">Of this site and no other, wherever it stands.</param>
/// <param name="Title">As the index is headed.</param>
/// <param name="Url">Where it stands, ending in a slash; null where nobody has said.</param>
/// <param name="Issues">The newest first; there is one at least.</param>
/// <param name="Papers">What the store knows of them.</param>
internal sealed record PublishedSite(
    Guid Id, string Title, Uri? Url, IReadOnlyList<SiteIssue> Issues, IReadOnlyDictionary<ArxivIdentifier, Eprint> Papers)
{
    /// <summary>That of the issues, and of their pages' own words.</summary>
    public DraftLanguage Language { get; init; } = DraftLanguages.English;

    /// <summary>The title of a paper where its issue prints none.</summary>
    public string TitleOf(ArxivIdentifier paper) => Papers.TryGetValue(paper, out var known) ? PlainLine.Of(known.Title) : paper.ToString();

    /// <summary>Of a file of the site: whole where it is known where the site stands.</summary>
    public string AddressOf(string name) =>
        Url is null ? name : new Uri(Url, name == SiteNames.Index ? "" : name).AbsoluteUri;

    /// <summary>All of its files.</summary>
    public IReadOnlyList<IssueFile> Files() =>
    [
        .. Issues.Select(issue => SiteFiles.Sealed(issue.Page, SiteMonthPage.Render(this, issue))),
        SiteFiles.Sealed(SiteNames.Script, SiteAssets.Script),
        SiteFiles.Sealed(SiteNames.SearchIndex, SiteSearchIndex.Render(this)),
        SiteFiles.Sealed(SiteNames.Feed, SiteFeed.Render(this)),
        .. Url is null ? [] : new[] { SiteFiles.Sealed(SiteNames.Map, SiteMap.Render(this)) },
        SiteFiles.Sealed(SiteNames.Index, SiteIndexPage.Render(this)),
    ];
}

/// <summary>What of the site is the same for everybody.</summary>
internal static class SiteAssets
{
    /// <summary>The one script.</summary>
    public static string Script { get; } = PageSheet.Read("Sheaf.Publishing.Site.search.js");
}
