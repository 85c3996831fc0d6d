using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Sheaf.Arxiv.AbstractPages;

/// <summary>The one way in which a page's text becomes a tree.</summary>
internal static class PageMarkup
{
    // The longest pages known, of collaborations of some three thousand authors, have half a million characters and seven thousand tags.
    // Elements that are opened and never closed cost HTML parsers time by the square of their number: seconds at this limit.
    private const int LongestPage = 8 * 1024 * 1024;
    private const int MostTags = 30_000;

    // An abstract page nests some twenty levels deep; a limit makes it safe to walk the tree by recursion. The rest spares work for
    // what is never read.
    private static readonly HtmlParserOptions Options = new()
    {
        MaximumDepth = 64,
        SkipComments = true,
        SkipScriptText = true,
        DisableElementPositionTracking = true,
    };

    /// <exception cref="ArxivFormatException">The page is far larger than any of arXiv's.</exception>
    internal static IHtmlDocument Parse(string html, Uri address) =>
        html.Length <= LongestPage && html.AsSpan().Count('<') <= MostTags
            ? new HtmlParser(Options).ParseDocument(html)
            : throw new ArxivFormatException("page", address, $"it is far larger than an abstract page: {html.Length} characters");
}
