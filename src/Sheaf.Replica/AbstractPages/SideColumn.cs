using Sheaf.Replica.Text;

namespace Sheaf.Replica.AbstractPages;

/// <summary>The column beside the abstract: full text, licence, neighbours (field guide 5.8).</summary>
internal static class SideColumn
{
    // What arXiv says of a paper for which no licence is stored.
    private const string AssumedLicense = "http://arxiv.org/licenses/assumed-1991-2003/";

    public static string Of(ShownPaper shown) =>
        $"""
        <div class="extra-services">    <div class="full-text">
              <a name="other"></a>
              <span class="descriptor">Full-text links:</span>
              <h2>Access Paper:</h2>
              <ul>
          {DownloadInfo(shown)}{FullText(shown)}</ul>
              <div class="abs-license">{License(shown)}</div>
            </div>
            <!--end full-text-->
            <div class="browse">
            <h3 class="browse-context-heading">Current browse context:</h3>
          <div class="current">{Html.Escape(Context(shown))}</div>
          <div class="list"><a href="/list/{Html.Escape(Context(shown))}/{Month(shown)}" rel="nofollow">{Month(shown)}</a></div>
            </div>
        </div>
          <!--end extra-services-->
        """;

    /// <summary>A hidden sentence that arXiv has on the page twice, under the same id.</summary>
    public static string DownloadInfo(ShownPaper shown)
    {
        var authors = shown.Authors.Authors();
        var others = authors.Count > 1 ? $" and {authors.Count - 1} other authors" : "";
        var first = authors.Count > 0 ? $"{authors[0].Name.Forenames} {authors[0].Name.Surname}".Trim() : "";
        var sentence = $"View a PDF of the paper titled {shown.RawTitle}, by {first}{others}";
        return $"""<div id="download-button-info" hidden>{Html.Escape(sentence)}</div>""";
    }

    public static string MobileLink(ShownPaper shown) => shown.Version.Withdrawn
        ? """<a class="mobile-submission-download mobile-download-grey" href="#other">No PDF available, click to view other formats</a>"""
        : $"""<a class="mobile-submission-download" href="/pdf/{shown.Asked.Canonical}">View PDF</a>""";

    private static string FullText(ShownPaper shown) => shown.Version.Withdrawn
        ? "<li>Withdrawn</li>"
        : $"""
            <li><a href="/pdf/{shown.Asked.Canonical}" accesskey="f" class="abs-button download-pdf">View PDF</a></li>
            <li><a href="/src/{shown.Asked.Canonical}" class="abs-button download-eprint">TeX Source</a></li>
            """;

    private static string License(ShownPaper shown)
    {
        if (shown.Version.Withdrawn)
        {
            return "<div hidden>No license for this version due to withdrawn</div>";
        }

        var uri = shown.Paper.License ?? AssumedLicense;
        var isCreativeCommons = uri.Contains("creativecommons.org", StringComparison.Ordinal);
        var mark = isCreativeCommons ? " class=\"has_license\"" : "";
        return $"""<a href="{Html.Escape(uri)}" title="Rights to this article"{mark}>view license</a>""";
    }

    private static string Context(ShownPaper shown) =>
        shown.Context is { } context && Taxonomy.Knows(context) ? context : shown.Categories[0];

    private static string Month(ShownPaper shown) => shown.Asked.ListingMonth;
}
