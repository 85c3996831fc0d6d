using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Sheaf.Arxiv.AbstractPages;

/// <summary>The one way in which a page's text becomes a tree.</summary>
internal static class PageMarkup
{
    /// <summary>In characters. The longest pages known, those of collaborations of several thousand authors, have about half a million.</summary>
    internal const int LongestPage = 8 * 1024 * 1024;

    // An abstract page nests some twenty levels deep. A tight limit keeps a hostile page from costing minutes, and makes it safe to
    // walk the tree by recursion.
    private static readonly HtmlParserOptions Options = new() { MaximumDepth = 64 };

    /// <exception cref="ArxivFormatException">The page is far too long to be one of arXiv's.</exception>
    internal static IHtmlDocument Parse(string html, Uri address) =>
        html.Length <= LongestPage
            ? new HtmlParser(Options).ParseDocument(html)
            : throw new ArxivFormatException("page", address, $"it has {html.Length} characters");
}
