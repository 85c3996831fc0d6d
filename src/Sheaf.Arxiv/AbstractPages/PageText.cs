using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Sheaf.Arxiv.AbstractPages;

/// <summary>
/// The text of a part of the page: without descriptors, tooltips and scripts, with links put back as the author wrote them
/// (field guide 5.2, 5.4), and with single spaces.
/// </summary>
internal static partial class PageText
{
    /// <summary>The text on one line.</summary>
    internal static string Line(INode part) => Collapse(Read(part));

    /// <summary>The text cut at each <c>br</c>, each piece on one line, empty pieces left out.</summary>
    internal static List<string> Paragraphs(INode part) =>
        [.. Read(part).Split('\n').Select(Collapse).Where(paragraph => paragraph.Length > 0)];

    /// <summary>One line: a run of white space is one space, none at the ends, and control characters are gone (field guide 10).</summary>
    internal static string Collapse(string text)
    {
        var line = new StringBuilder(text.Length);
        var gap = false;
        foreach (var character in text)
        {
            if (char.IsWhiteSpace(character))
            {
                gap = line.Length > 0;
            }
            else if (!char.IsControl(character))
            {
                if (gap)
                {
                    line.Append(' ');
                    gap = false;
                }

                line.Append(character);
            }
        }

        return line.ToString();
    }

    /// <summary>Whether the element carries the class, as one word of its <c>class</c> attribute.</summary>
    internal static bool HasClass(IElement element, string name)
    {
        var names = element.ClassName.AsSpan();
        foreach (var word in names.Split(' '))
        {
            if (names[word].SequenceEqual(name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What the author wrote where arXiv shows this link.</summary>
    internal static string Link(IElement link)
    {
        if (link.GetAttribute("data-doi") is { } doi)
        {
            return doi.Trim();
        }

        var text = Collapse(link.TextContent);
        var target = link.GetAttribute("href") ?? text;
        return text switch
        {
            "this http URL" when NoHost().Match(target) is { Success: true } word => word.Groups["name"].Value,
            "this http URL" or "this https URL" or "this ftp URL" => target,
            _ => text,
        };
    }

    private static string Read(INode part)
    {
        var text = new StringBuilder();
        Append(part, text);
        return text.ToString();
    }

    private static void Append(INode node, StringBuilder text)
    {
        var children = node.ChildNodes;
        for (var index = 0; index < children.Length; index++)
        {
            switch (children[index])
            {
                case IText words:
                    text.Append(words.Data.Replace('\n', ' '));
                    break;
                case IElement { LocalName: "br" }:
                    text.Append('\n');
                    break;
                case IElement element when IsFurniture(element):
                    break;
                case IElement { LocalName: "a" } link:
                    text.Append(Link(link));
                    break;
                case IElement element:
                    Append(element, text);
                    break;
            }
        }
    }

    /// <summary>What stands in the part for the reader's sake and is not its content; the last opens a long author list.</summary>
    private static bool IsFurniture(IElement element) =>
        element.LocalName is "script" or "noscript" or "button" or "svg" or "style"
        || HasClass(element, "descriptor")
        || HasClass(element, "button-and-tooltip")
        || (element.LocalName == "a" && element.Id == "toggle");

    // arXiv takes "aastex.cls" for a host without scheme and links it as http://aastex.cls, and "P.R.China" likewise. No host ends so.
    [GeneratedRegex(@"^http://(?<name>[^/]+\.(cls|sty|bst|tex|eps|pdf|[A-Z][a-z]+))\z", RegexOptions.ExplicitCapture)]
    private static partial Regex NoHost();
}
