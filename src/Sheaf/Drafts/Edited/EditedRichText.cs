using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Sheaf.Drafts.Edited;

/// <summary>
/// An edited draft as rich text to be pasted into other programs: Substack, Ghost, Word, Gmail. It is the mail without its looks, so
/// headings, paragraphs, links, emphasis and lists. Such programs drop MathML and keep its letters, which would leave 105 of a power of
/// ten, so formulas are TeX; they drop tables, too, and would join the cells, so the rows of one are a list.
/// </summary>
internal static class EditedRichText
{
    private static readonly string[] Attributes = ["href", "start", "lang", "dir"];

    /// <summary>A piece of HTML without a head. Equal drafts give equal text.</summary>
    public static string Html(EditedDraft draft, EditedIssue issue)
    {
        var column = new HtmlParser().ParseDocument(EditedMail.Html(draft, issue)).QuerySelector("td")!;

        // One that lies in another comes after it.
        foreach (var table in column.QuerySelectorAll("table").Reverse().ToList())
        {
            table.Replace(AsList(table));
        }

        foreach (var element in column.QuerySelectorAll("*").ToList())
        {
            foreach (var attribute in element.Attributes.Where(one => !Attributes.Contains(one.Name)).ToList())
            {
                element.RemoveAttribute(attribute.Name);
            }

            if (element is { LocalName: "span", Attributes.Length: 0 })
            {
                element.Unwrap();
            }
        }

        return column.InnerHtml.Trim();
    }

    private static INode[] AsList(IElement table)
    {
        var (document, list) = (table.Owner!, table.Owner!.CreateElement("ul"));
        foreach (var row in table.QuerySelectorAll("tr"))
        {
            var item = document.CreateElement("li");
            foreach (var cell in row.Children.Where(cell => !string.IsNullOrWhiteSpace(cell.TextContent)).ToList())
            {
                item.Append([.. item.HasChildNodes ? [document.CreateTextNode(" | ")] : Array.Empty<INode>(), .. cell.ChildNodes]);
            }

            list.Append(item);
        }

        if (table.QuerySelector("caption") is not { } caption)
        {
            return [list];
        }

        var title = document.CreateElement("p");
        title.Append([.. caption.ChildNodes]);
        return [title, list];
    }
}
