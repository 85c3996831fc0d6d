using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Ganss.Xss;
using Sheaf.Drafts.Formats;

namespace Sheaf.Drafts.Edited;

/// <summary>
/// HTML that a person may have written, or quoted from somebody, with nothing left that runs, asks elsewhere or changes the page around it:
/// elements of text, tables and pictures, and of their attributes those that say something. Links lead to the web or to a mailbox,
/// pictures come by https. What stood in other elements stays as text, but for scripts and styles.
/// </summary>
internal static class CleanHtml
{
    private static readonly string[] Elements =
    [
        "a", "abbr", "b", "bdi", "bdo", "blockquote", "br", "caption", "cite", "code", "dd", "del", "details", "dfn", "div", "dl", "dt",
        "em", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "mark", "ol", "p", "pre",
        "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th",
        "thead", "tr", "u", "ul", "var", "wbr",
    ];

    private static readonly string[] Attributes =
    [
        "href", "src", "alt", "title", "width", "height", "colspan", "rowspan", "scope", "start", "reversed", "open", "lang", "dir",
        "class",
    ];

    /// <summary>Their text is for programs.</summary>
    private static readonly string[] WithoutWords = ["script", "style", "template", "noscript"];

    /// <summary>The classes that Sheaf itself gives: those of a formula, of a footnote's number, and of cells.</summary>
    private static readonly string[] Classes = [TexHtml.Class, ProseHtml.NoteClass, Right, Center];

    /// <summary>Where the words of a cell stand.</summary>
    public const string Right = "right", Center = "center";

    private static readonly HtmlSanitizer Sanitizer = New();

    /// <summary>An element around what is left.</summary>
    public static IElement Read(string html)
    {
        var document = new HtmlParser().ParseDocument($"<!DOCTYPE html><body>{html}");
        foreach (var element in document.All.Where(element => WithoutWords.Contains(element.LocalName)).ToList())
        {
            element.Remove();
        }

        foreach (var cell in document.QuerySelectorAll("td[style], th[style]"))
        {
            // So a table's rule says it in Markdown; all other styles go.
            cell.ClassName = cell.GetAttribute("style") switch
            {
                "text-align: right;" => Right,
                "text-align: center;" => Center,
                _ => "",
            };
        }

        lock (Sanitizer)
        {
            Sanitizer.SanitizeDom(document, document.Body);
        }

        var body = document.Body!;
        foreach (var element in body.QuerySelectorAll("a, img, [class]").ToList())
        {
            Tidy(element);
        }

        // A character that was written by its number is there only now.
        foreach (var text in body.Descendants<IText>())
        {
            text.Data = NoteText.Of(text.Data);
        }

        foreach (var said in body.QuerySelectorAll("[alt], [title], [lang]").SelectMany(element => element.Attributes))
        {
            said.Value = NoteText.Of(said.Value);
        }

        return body;
    }

    /// <summary>
    /// What is in an element that was read here. The invisible operators of formulas, which are all that is invisible by now, are written
    /// by their numbers.
    /// </summary>
    public static Html Markup(this IElement element)
    {
        var markup = new StringBuilder(element.InnerHtml.Trim('\n'));
        for (var sign = '\u2061'; sign <= '\u2064'; sign++)
        {
            markup.Replace(sign.ToString(), string.Create(CultureInfo.InvariantCulture, $"&#x{(int)sign:X};"));
        }

        return Html.Trusted(markup.ToString());
    }

    /// <summary>An element in place of another, with what is in that.</summary>
    public static void Unwrap(this IElement element) => element.Replace([.. element.ChildNodes]);

    /// <summary>Where a link leads; null where it would lead elsewhere than to the web or a mailbox.</summary>
    public static string? Target(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" or "mailto" ? uri.AbsoluteUri : null;

    private static HtmlSanitizer New()
    {
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(Elements, StringComparer.OrdinalIgnoreCase),
            AllowedAttributes = new HashSet<string>(Attributes, StringComparer.OrdinalIgnoreCase),
            AllowedSchemes = new HashSet<string>(["https", "http", "mailto"], StringComparer.OrdinalIgnoreCase),
            UriAttributes = new HashSet<string>(["href", "src"], StringComparer.OrdinalIgnoreCase),
        })
        {
            KeepChildNodes = true,
        };
        sanitizer.AllowedClasses.UnionWith(Classes);
        return sanitizer;
    }

    private static void Tidy(IElement element)
    {
        if (element.GetAttribute("class")?.Length == 0)
        {
            element.RemoveAttribute("class");
        }

        if (element is IHtmlAnchorElement && Target(element.GetAttribute("href")) is var target)
        {
            if (target is null)
            {
                element.Unwrap();
                return;
            }

            element.SetAttribute("href", target);
            element.SetAttribute("rel", "noreferrer");
        }
        else if (element is IHtmlImageElement picture)
        {
            Tidy(picture);
        }
    }

    /// <summary>One that is not to be had by https is a link to itself, or its words.</summary>
    private static void Tidy(IHtmlImageElement picture)
    {
        var words = picture.GetAttribute("alt") ?? "";
        var target = Target(picture.GetAttribute("src"));
        picture.SetAttribute("alt", words);
        if (target?.StartsWith("https:", StringComparison.Ordinal) == true)
        {
            picture.SetAttribute("src", target);
            picture.SetAttribute("loading", "lazy");
            picture.SetAttribute("referrerpolicy", "no-referrer");
        }
        else
        {
            AsLink(picture, target);
        }
    }

    /// <summary>A picture's words, as a link to it where it is to be had and stands in no link.</summary>
    public static void AsLink(IElement picture, string? target)
    {
        var document = picture.Owner!;
        var words = picture.GetAttribute("alt") is { Length: > 0 } said ? said : target ?? "";
        if (target is null || target.StartsWith("mailto:", StringComparison.Ordinal) || picture.Closest("a") is not null)
        {
            picture.Replace(document.CreateTextNode(words));
            return;
        }

        var link = document.CreateElement("a");
        link.SetAttribute("href", target);
        link.SetAttribute("rel", "noreferrer");
        link.TextContent = words;
        picture.Replace(link);
    }
}
