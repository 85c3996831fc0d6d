using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Sheaf.Tests.Drafts.Formats;

/// <summary>HTML read as a browser reads it: what is in it must be markup that we write, and nothing may act or ask elsewhere.</summary>
internal static class HarmlessMarkup
{
    private const string MathMl = "http://www.w3.org/1998/Math/MathML";

    private static readonly string[] Elements =
    [
        "html", "head", "meta", "title", "style", "body", "a", "header", "h1", "h2", "h3", "h4", "p", "nav", "ul", "ol", "li", "main",
        "section", "article", "time", "span", "strong", "em", "del", "code", "pre", "blockquote", "br", "hr", "div", "details", "summary",
        "figure", "figcaption", "footer", "table", "caption", "thead", "tbody", "tr", "th", "td", "svg", "desc", "text", "tspan", "rect",
        "line", "math", "semantics", "annotation", "mrow", "mi", "mn", "mo", "mtext", "mspace", "mfrac", "msqrt", "mroot", "msub", "msup",
        "msubsup", "mover", "munder", "munderover", "mmultiscripts", "mprescripts", "mstyle", "mpadded", "mphantom", "mtable", "mtr",
        "mtd",
    ];

    private static readonly string[] Attributes =
    [
        "lang", "charset", "http-equiv", "content", "name", "class", "href", "rel", "id", "aria-label", "aria-labelledby", "datetime",
        "title", "open", "scope", "role",
        "viewBox", "x", "y", "dx", "rx", "width", "height", "x1", "x2", "y1", "y2", "start",
    ];

    /// <summary>Of elements of a formula, beside their class.</summary>
    private static readonly string[] OfFormulas =
    [
        "class", "tabindex", "display", "encoding", "mathvariant", "mathsize", "fence", "form", "separator", "stretchy", "symmetric",
        "movablelimits", "largeop", "accent", "accentunder", "displaystyle", "scriptlevel", "lspace", "rspace", "voffset", "width",
        "height", "depth", "minsize", "maxsize", "linethickness",
    ];

    /// <summary>The tree, once it has been looked over.</summary>
    public static IDocument Read(string html)
    {
        var page = new HtmlParser().ParseDocument(html);
        foreach (var element in page.All)
        {
            Assert.Contains(element.LocalName, Elements);
            var attributes = element.NamespaceUri == MathMl ? OfFormulas : Attributes;
            Assert.All(element.Attributes, attribute => Assert.Contains(attribute.Name, attributes));
            Assert.Matches("^(#|https?://|mailto:|$)", element.GetAttribute("href") ?? "");
        }

        Assert.Empty(page.Descendants<IComment>());
        return page;
    }
}
