using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Text;

namespace Sheaf.Drafts.Edited;

/// <summary>
/// An edited draft as plain text for a mail: lines of at most 72 characters where words allow it, links with their addresses behind them,
/// code and tables as they are.
/// </summary>
internal sealed class MailText
{
    private const int Width = 72;

    private readonly StringBuilder _text = new();

    private MailText()
    {
    }

    public static string Of(EditedBody body, string title)
    {
        var mail = new MailText();
        var heading = body.Title is { } words ? LineOf(words) : title;
        mail.Block(Underlined(heading, '='));
        foreach (var flow in body.Introduction)
        {
            mail.Flow(flow, "");
        }

        for (var at = 0; at < body.Parts.Count; at++)
        {
            mail.Part(body.Parts[at], body.Parts.ElementAtOrDefault(at + 1));
        }

        for (var at = 0; at < body.Footnotes.Count; at++)
        {
            mail.Item(body.Footnotes[at], string.Create(CultureInfo.InvariantCulture, $"[{at + 1}] "), "");
        }

        return mail._text.ToString();
    }

    private void Part(BodyPart part, BodyPart? next)
    {
        switch (part)
        {
            case BodyHeading heading:
                Block(Underlined(LineOf(heading.Words), heading.Level == 2 ? '=' : '-'));
                if (heading.Paper is { } paper
                    && !(next is BodyProse prose && prose.Flow.TextContent.Contains(AddressOf(paper), StringComparison.Ordinal)))
                {
                    Block([AddressOf(paper)]);
                }

                break;
            case BodyEntry { Line: { } line } entry:
                Block([
                    .. Wrapped(LineOf(line.Title), ""),
                    .. line.Byline is { } byline ? Wrapped(LineOf(byline), "") : [],
                    line.Address,
                ]);
                Below(entry.Below);
                break;
            case BodyEntry entry:
                if (entry.Whole is { } whole)
                {
                    Block(Wrapped(LineOf(whole), ""));
                }

                Below(entry.Below);
                break;
            case BodyProse { Flow: var flow }:
                Flow(flow, "");
                break;
        }
    }

    private static string AddressOf(ArxivIdentifier paper) => $"https://arxiv.org/abs/{paper}";

    private void Below(IElement? words)
    {
        if (words is not null)
        {
            Flow(words, "  ");
        }
    }

    private static IEnumerable<string> Underlined(string words, char sign)
    {
        var lines = Wrapped(words, "").ToList();
        return lines.Append(new string(sign, Math.Min(Width, lines.Max(line => line.Length))));
    }

    /// <summary>Blocks below one another; what stands between them in one line is a paragraph.</summary>
    private void Flow(IElement around, string indent)
    {
        var inline = new List<INode>();
        foreach (var node in around.ChildNodes)
        {
            if (node is not IElement element || !IsBlock(element))
            {
                inline.Add(node);
                continue;
            }

            Paragraph();
            Element(element, indent);
        }

        Paragraph();

        void Paragraph()
        {
            if (LineOf(inline) is { Length: > 0 } words)
            {
                Block(Wrapped(words, indent));
            }

            inline.Clear();
        }
    }

    private static bool IsBlock(IElement element) => element.LocalName is "p" or "div" or "ul" or "ol" or "dl" or "dt" or "dd" or "table"
        or "blockquote" or "pre" or "hr" or "details" or "summary" or "figure" or "figcaption"
        or "h1" or "h2" or "h3" or "h4" or "h5" or "h6"
        || element.Children.Any(IsBlock);

    private void Element(IElement element, string indent)
    {
        switch (element.LocalName)
        {
            case "ul":
                foreach (var item in element.Children)
                {
                    Item(item, "* ", indent);
                }

                break;
            case "ol":
                var number = int.TryParse(element.GetAttribute("start"), CultureInfo.InvariantCulture, out var start) ? start : 1;
                foreach (var item in element.Children)
                {
                    Item(item, string.Create(CultureInfo.InvariantCulture, $"{number++}. "), indent);
                }

                break;
            case "blockquote":
                Flow(element, $"{indent}> ");
                break;
            case "pre":
                Block(element.TextContent.TrimEnd('\n').Split('\n').Select(line => indent + line));
                break;
            case "hr":
                Block([$"{indent}----"]);
                break;
            case "table":
                Table(element, indent);
                break;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                Block(Wrapped(LineOf(element), indent));
                break;
            default:
                Flow(element, indent);
                break;
        }
    }

    /// <summary>Rows as lines where all fit, else the cells of each below one another.</summary>
    private void Table(IElement table, string indent)
    {
        var rows = table.QuerySelectorAll("caption, tr").Select(row => row.LocalName == "caption" ? [row] : row.Children.ToList())
            .Select(cells => cells.Select(LineOf).Where(cell => cell.Length > 0).ToList()).ToList();
        var lines = rows.Select(cells => $"{indent}{string.Join(" | ", cells)}").ToList();
        if (lines.TrueForAll(line => line.Length <= Width && !line.Contains('\n')))
        {
            Block(lines);
            return;
        }

        foreach (var cells in rows)
        {
            Block(cells.SelectMany(cell => Wrapped(cell, indent)));
        }
    }

    private void Item(IElement item, string sign, string indent)
    {
        var before = _text.Length;
        Flow(item, indent + new string(' ', sign.Length));
        if (_text.Length == before)
        {
            return;
        }

        var start = before == 0 ? 0 : before + (_text[before] == '\n' ? 1 : 0);
        _text.Remove(start + indent.Length, sign.Length).Insert(start + indent.Length, sign);
    }

    /// <summary>Lines, after an empty one.</summary>
    private void Block(IEnumerable<string> lines)
    {
        var block = string.Concat(lines.Select(line => line.TrimEnd() + "\n"));
        if (block.Trim().Length > 0)
        {
            _text.Append(_text.Length > 0 ? "\n" : "").Append(block);
        }
    }

    /// <summary>Lines of at most the width; a word that is longer has one of its own.</summary>
    private static IEnumerable<string> Wrapped(string text, string indent)
    {
        foreach (var paragraph in text.Split('\n'))
        {
            var line = new StringBuilder(indent);
            foreach (var word in paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (line.Length > indent.Length && line.Length + 1 + word.Length > Width)
                {
                    yield return line.ToString();
                    line.Clear().Append(indent);
                }

                line.Append(line.Length > indent.Length ? " " : "").Append(word);
            }

            yield return line.ToString();
        }
    }

    private static string LineOf(INode node) => LineOf(node.ChildNodes);

    /// <summary>Words with single blanks between them; only a break that somebody meant begins a line.</summary>
    private static string LineOf(IEnumerable<INode> nodes)
    {
        var words = new StringBuilder();
        foreach (var node in nodes)
        {
            Add(words, node);
        }

        return string.Join('\n', words.ToString().Split('\v').Select(PlainLine.Of)).Trim('\n');
    }

    private static void Add(StringBuilder words, INode node)
    {
        switch (node)
        {
            case IText text:
                words.Append(text.Data);
                break;
            case IElement { LocalName: "br" }:
                words.Append('\v');
                break;
            case IElement { LocalName: "img" } picture:
                words.Append(CultureInfo.InvariantCulture, $"{picture.GetAttribute("alt")} <{picture.GetAttribute("src")}>");
                break;
            case IElement { LocalName: "sup", ClassName: ProseHtml.NoteClass }:
                words.Append(CultureInfo.InvariantCulture, $"[{node.TextContent}]");
                break;
            case IElement element:
                foreach (var child in element.ChildNodes)
                {
                    Add(words, child);
                }

                if (element.ClassName == BodyEntry.IdentifierClass)
                {
                    words.Length -= element.TextContent.Length;
                    words.Append(element.GetAttribute("href"));
                }
                else if (element is { LocalName: "a" } && element.GetAttribute("href") is { } address && !IsSaid(element, address))
                {
                    words.Append(CultureInfo.InvariantCulture, $" <{address}>");
                }

                break;
        }
    }

    private static bool IsSaid(IElement link, string address) =>
        link.TextContent.Trim() is var said && (said == address || $"mailto:{said}" == address || $"{said}/" == address);
}
