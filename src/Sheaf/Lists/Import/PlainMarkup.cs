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
        var lines = ListLine.Split(part.Text).Select((line, at) => new ShownLine(line.Text, part.Line + at));
        foreach (var line in LatexItems.Indent(InlineHtml.Show(Quotations.Open(HtmlComments.StrikeOut([.. lines])))))
        {
            shown.AddLine(LinkMarkup.ToMarkdown(line.Text), line.Line);
        }
    }
}
