using AngleSharp.Dom;
using Sheaf.Drafts.Formats;

namespace Sheaf.Drafts.Edited;

/// <summary>
/// Gives harmless HTML the form that programs for mail keep: looks in the elements themselves, no classes, pictures as links, the numbers
/// of footnotes as text, and what can be folded laid open.
/// </summary>
internal static class MailHtml
{
    private const string Rule = "1px solid #c8c8c8";

    /// <summary>Short, and no more than is seen: a mail may have 102 KB.</summary>
    private static readonly Dictionary<string, string> Styles = new()
    {
        ["p"] = "margin:0 0 10px",
        ["ul"] = "margin:0 0 10px;padding-left:22px",
        ["ol"] = "margin:0 0 10px;padding-left:22px",
        ["blockquote"] = $"margin:0 0 10px;padding-left:12px;border-left:2px solid #c8c8c8",
        ["h3"] = "margin:22px 0 6px;font-size:18px",
        ["h4"] = "margin:18px 0 6px;font-size:16px",
        ["h5"] = "margin:18px 0 6px;font-size:15px",
        ["h6"] = "margin:18px 0 6px;font-size:15px",
        ["table"] = "margin:0 0 10px;border-collapse:collapse;font-size:14px",
        ["th"] = $"padding:4px 12px 4px 0;border-bottom:{Rule};vertical-align:top;text-align:left",
        ["td"] = $"padding:4px 12px 4px 0;border-bottom:{Rule};vertical-align:top",
        ["hr"] = $"margin:22px 0;border:0;border-top:{Rule}",
    };

    private static readonly Dictionary<string, string> Folded = new() { ["details"] = "div", ["summary"] = "p" };

    /// <summary>What is in an element, as it stands in a mail; the element is changed.</summary>
    public static Html Of(IElement element)
    {
        foreach (var picture in element.QuerySelectorAll("img").ToList())
        {
            CleanHtml.AsLink(picture, picture.GetAttribute("src"));
        }

        foreach (var code in element.QuerySelectorAll("pre").ToList())
        {
            WrapLines(code);
        }

        foreach (var inner in element.QuerySelectorAll("*").ToList())
        {
            Dress(inner);
        }

        return element.Markup();
    }

    /// <summary>Code that cannot wrap would make the whole mail as wide as its longest line.</summary>
    private static void WrapLines(IElement code)
    {
        var (document, lines) = (code.Owner!, code.TextContent.TrimEnd('\n').Split('\n'));
        var paragraph = document.CreateElement("p");
        for (var at = 0; at < lines.Length; at++)
        {
            var words = document.CreateElement("code");
            var indent = lines[at].Length - lines[at].TrimStart(' ').Length;
            words.TextContent = new string('\u00a0', indent) + lines[at][indent..];
            paragraph.Append(at > 0 ? [document.CreateElement("br"), words] : [words]);
        }

        code.Replace(paragraph);
    }

    private static void Dress(IElement element)
    {
        if (Folded.TryGetValue(element.LocalName, out var name))
        {
            var open = element.Owner!.CreateElement(name);
            open.Append([.. element.ChildNodes]);
            element.Replace(open);
            element = open;
        }

        var kind = element.ClassName;
        element.RemoveAttribute("class");
        element.RemoveAttribute("rel");
        if (kind == ProseHtml.NoteClass)
        {
            element.TextContent = $"[{element.TextContent}]";
        }

        var style = Styles.GetValueOrDefault(element.LocalName);
        style = kind switch
        {
            BodyEntry.IdentifierClass => "white-space:nowrap",
            BodyHeading.FactClass => "margin:0 0 4px;font-size:13px",
            CleanHtml.Right or CleanHtml.Center => $"{style?.Replace(";text-align:left", "", StringComparison.Ordinal)};text-align:{kind}",
            _ => style,
        };
        if (style is not null)
        {
            element.SetAttribute("style", style);
        }
    }
}
