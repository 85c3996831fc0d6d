using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Drafts.Edited;

/// <summary>
/// The line of an entry in its parts, where it has the shape of one: <c>TITLE by NAMES (DAY), LINK</c>, <c>DAY, TITLE, LINK</c> or a title
/// that is the link, with anything behind it. The link is then the title's, and every other character is in one of the parts.
/// </summary>
/// <param name="Title">The title's words.</param>
/// <param name="Address">The paper's page, as the editor links it.</param>
/// <param name="Byline">What stands before and behind the title, in its order; null where nothing does.</param>
internal sealed partial record EntryLine(IElement Title, string Address, IElement? Byline)
{
    /// <summary>Elements that may be within a link.</summary>
    private static readonly string[] InTitles =
        ["b", "code", "del", "em", "i", "kbd", "mark", "s", "small", "span", "strong", "sub", "sup", "u"];

    /// <summary>Reads a line and takes it apart; null where it has another shape, and is as it was.</summary>
    public static EntryLine? Of(IElement line, ArxivIdentifier paper)
    {
        var nodes = line.ChildNodes.Where(node => !string.IsNullOrWhiteSpace(node.TextContent) || node is IElement).ToList();
        var at = nodes.FindIndex(node => IsLinkTo(node, paper));
        return at < 0 ? null
            : at == nodes.Count - 1 && at > 0 && IsAddress(nodes[at]) ? OfAddress(line, (IElement)nodes[at])
            : at == 0 && !IsAddress(nodes[at]) && IsTitle(nodes[at].ChildNodes) ? OfLinkedTitle(line, (IElement)nodes[at])
            : null;
    }

    /// <summary>An address with anything else in it is left where it can be read: somebody has typed there.</summary>
    private static bool IsLinkTo(INode node, ArxivIdentifier paper) => node is IElement { LocalName: "a" } link
        && link.GetAttribute("href") is { } address
        && PaperOf(address) == paper.ToString();

    /// <summary>The identifier in the address of a paper; null where an address is not one, or has anything more in it.</summary>
    public static string? PaperOf(string address) =>
        PaperAddress().Match(address) is { Success: true } match ? match.Groups["id"].Value : null;

    private static bool IsAddress(INode link) => link.TextContent.Contains("arxiv.org/", StringComparison.OrdinalIgnoreCase);

    private static bool IsTitle(IEnumerable<INode> nodes) => nodes.All(
        node => node is IText || (node is IElement element && InTitles.Contains(element.LocalName) && IsTitle(element.ChildNodes)));

    private static EntryLine? OfAddress(IElement line, IElement link)
    {
        if (link.PreviousSibling is not IText before || End().Match(before.Data) is not { Success: true } end)
        {
            return null;
        }

        var (title, byline) = (line.Owner!.CreateElement("span"), line.Owner.CreateElement("span"));
        var head = line.ChildNodes.TakeWhile(node => node != link).ToList();
        if (!end.Groups["day"].Success)
        {
            if (head[0] is not IText first || LeadingDay().Match(first.Data) is not { Success: true } day || !IsTitle(head))
            {
                return null;
            }

            title.Append([.. head]);
            first.Data = first.Data[day.Length..];
            ((IText)title.LastChild!).Data = Comma().Replace(((IText)title.LastChild).Data, "");
            byline.TextContent = day.Groups["day"].Value;
            return Made(title, link, byline);
        }

        var by = head.FindLastIndex(node => node is IText text && By().IsMatch(text.Data));
        if (by < 0 ? !IsTitle(head) : !IsTitle(head.Take(by)))
        {
            return null;
        }

        before.Data = Comma().Replace(before.Data, "");
        if (by < 0)
        {
            before.Data = before.Data[..end.Groups["day"].Index].TrimEnd();
            title.Append([.. head]);
            byline.TextContent = end.Groups["day"].Value;
            return Made(title, link, byline);
        }

        var words = (IText)head[by];
        var names = By().Match(words.Data).Index;
        var rest = line.Owner.CreateTextNode(words.Data[names..]);
        words.Data = words.Data[..names].TrimEnd();
        title.Append([.. head.Take(by + 1)]);
        byline.Append([rest, .. head.Skip(by + 1)]);
        return Made(title, link, byline);
    }

    private static EntryLine? OfLinkedTitle(IElement line, IElement link)
    {
        var (title, byline) = (line.Owner!.CreateElement("span"), line.Owner.CreateElement("span"));
        byline.Append([.. line.ChildNodes.SkipWhile(node => node != link).Skip(1)]);
        title.Append([.. link.ChildNodes]);
        return Made(title, link, string.IsNullOrWhiteSpace(byline.TextContent) && byline.ChildElementCount == 0 ? null : byline);
    }

    private static EntryLine? Made(IElement title, IElement link, IElement? byline) =>
        new(title, link.GetAttribute("href")!, byline);

    [GeneratedRegex(
        @"\Ahttps?://(www\.|export\.)?arxiv\.org/(abs|pdf|html)/"
            + @"(?<id>[0-9]{4}\.[0-9]{4,5}|[a-z-]+(\.[A-Z]{2})?/[0-9]{7})(v[0-9]{1,3})?(\.pdf)?/?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex PaperAddress();

    /// <summary>What stands before the link at the end: a comma, and most often a day.</summary>
    [GeneratedRegex(@"(?<day>\([^()]*[0-9][^()]*\))?\s*,\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex End();

    [GeneratedRegex(@"\s*,\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Comma();

    [GeneratedRegex(
        @"\A\s*(?<day>[0-9]{1,2}(er|\.)? \p{L}{3,9}\.?( [0-9]{4})?|([0-9]{4}年)?[0-9]{1,2}月[0-9]{1,2}日),\s",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex LeadingDay();

    /// <summary>
    /// Before the names, in every language of drafts. The last one: titles have the word, too, and names do not. Some names do have the
    /// German one, so that it counts only with a day as German writes it, and not where it belongs to a name behind another.
    /// </summary>
    [GeneratedRegex(
        @"(?<=\s)((by|par|por)\s|(作者|著者)：|(?<!(,|by|und|von)\s)von\s(?=[^()]*\([0-9]{1,2}\. ))",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.RightToLeft)]
    private static partial Regex By();
}
