using System.Text.RegularExpressions;
using Sheaf.Markdown;

namespace Sheaf.Lists.Import;

/// <summary>
/// A plain text or Markdown as the text it shows. What people mix into it, HTML, quotations, links and items of org-mode, reStructuredText
/// and LaTeX, becomes the Markdown that means the same, so that one grammar reads all of it.
/// </summary>
internal static class PlainMarkup
{
    /// <param name="text">The list.</param>
    public static ShownText Show(string text)
    {
        var inlined = ReferenceLinks.Inline(text);
        var parts = HtmlBlocks.Divide(inlined);
        var shown = new ShownText();
        foreach (var part in parts)
        {
            if (part.IsHtml)
            {
                shown.AddLine("", part.Line);
                shown.Append(HtmlPageText.ReadPart(part.Text), part.Line - 1);
                shown.AddLine("", part.Line);
            }
            else
            {
                AddLines(shown, part);
            }
        }

        return shown;
    }

    private static void AddLines(ShownText shown, HtmlBlocks.Part part)
    {
        var lines = MarkdownLine.Split(part.Text).Select((line, at) => new ShownLine(line.Text, part.Line + at));
        foreach (var line in LatexItems.Indent(InlineHtml.Show(Quotations.Open(HtmlComments.StrikeOut([.. lines])))))
        {
            shown.AddLine(LinkMarkup.ToMarkdown(line.Text), line.Line);
        }
    }
}

/// <summary>Entries that somebody took out of a Markdown list by a comment of HTML around them.</summary>
internal static class HtmlComments
{
    /// <summary>Strikes out the lines of comments that name papers, as <c>//</c> does. A comment that is never closed is text.</summary>
    public static IReadOnlyList<ShownLine> StrikeOut(IReadOnlyList<ShownLine> lines)
    {
        var struck = new bool[lines.Count];
        var close = -1;
        for (var at = lines.Count - 1; at >= 0; at--)
        {
            var text = lines[at].Text.Trim();
            close = text.Contains("-->", StringComparison.Ordinal) ? at : close;
            if (close >= 0
                && text.StartsWith("<!--", StringComparison.Ordinal)
                && lines[close].Text.TrimEnd().EndsWith("-->", StringComparison.Ordinal))
            {
                for (var line = at; line <= close && !struck[line]; line++)
                {
                    struck[line] = true;
                }
            }
        }

        return Array.IndexOf(struck, true) < 0
            ? lines
            : [.. lines.Select((line, at) => struck[at] && NamesPaper(line) ? line with { Text = $"// {line.Text}" } : line)];
    }

    private static bool NamesPaper(ShownLine line) => ReferenceMark.FindAll(line.Text).Count > 0;
}

/// <summary>
/// Quotations of Markdown, and of mails: the marks before the lines of one that holds items or names papers are taken off.
/// </summary>
internal static partial class Quotations
{
    public static IEnumerable<ShownLine> Open(IReadOnlyList<ShownLine> lines)
    {
        for (var at = 0; at < lines.Count;)
        {
            var end = at;
            while (end < lines.Count && Mark().IsMatch(lines[end].Text))
            {
                end++;
            }

            var opened = lines.Take(at..end).Select(line => line with { Text = Mark().Replace(line.Text, "", 1) }).ToList();
            var isList = opened.Exists(
                line => new MarkdownLine(line.Line, line.Text) is var one
                    && (one.ItemText is not null || ReferenceMark.FindAll(one.Text).Count > 0));
            for (var quoted = at; quoted < end; quoted++)
            {
                yield return isList ? opened[quoted - at] : lines[quoted];
            }

            if (end == at)
            {
                yield return lines[end++];
            }

            at = end;
        }
    }

    [GeneratedRegex(@"^ {0,3}(>[ \t]?){1,20}", RegexOptions.ExplicitCapture)]
    private static partial Regex Mark();
}
