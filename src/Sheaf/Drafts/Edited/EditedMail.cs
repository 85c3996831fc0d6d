using AngleSharp.Dom;
using Sheaf.Drafts.Formats;
using Sheaf.Text;

namespace Sheaf.Drafts.Edited;

/// <summary>
/// An edited draft as a mail: the HTML of one column that Gmail, Outlook and Apple Mail keep, and the plain text beside it. Colours are
/// those of the reader's program, which knows whether it is dark; no picture is loaded, no script runs, no address tells who has read it.
/// </summary>
internal static class EditedMail
{
    private const string Column = "max-width:600px;margin:0 auto";

    private const string Letters = "font-family:Georgia,'Times New Roman',serif;font-size:16px;line-height:1.5;word-break:break-word";

    /// <summary>HTML with LF line endings, ending with one newline. Equal drafts give equal text.</summary>
    public static string Html(EditedDraft draft, EditedIssue issue)
    {
        var body = EditedBody.Of(draft);
        var title = PlainLine.Of(body.Title?.TextContent ?? "") is { Length: > 0 } said ? said : issue.Title;
        var heading = body.Title is { } words ? MailHtml.Of(words) : (Html)$"{title}";
        Formats.Html mail = $"""
            <!DOCTYPE html>
            <html lang="{issue.Language.Code}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{title}</title>
            </head>
            <body style="margin:0;padding:0">
            <div role="main">
            <table role="presentation" align="center" width="100%" cellpadding="0" cellspacing="0" border="0" style="{Column}">
            <tr><td style="padding:24px 16px;{Letters}">
            <h1 style="margin:0 0 10px;font-size:26px;line-height:1.25">{heading}</h1>
            {Formats.Html.Lines(body.Introduction.Select(MailHtml.Of))}
            {Formats.Html.Lines(body.Parts.Select(Part))}
            {Footnotes(body)}
            </td></tr>
            </table>
            </div>
            </body>
            </html>

            """;
        return mail.ToString();
    }

    /// <summary>The plain text with LF line endings, ending with one newline. Equal drafts give equal text.</summary>
    public static string Text(EditedDraft draft, EditedIssue issue) => MailText.Of(EditedBody.Of(draft), issue.Title);

    private static Html? Part(BodyPart part) => part switch
    {
        BodyHeading heading => Heading(heading),
        BodyEntry entry => Entry(entry),
        BodyProse prose => MailHtml.Of(prose.Flow),
        _ => null,
    };

    private static Html Heading(BodyHeading heading)
    {
        var style = heading.Level == 2 ? "margin:36px 0 12px;font-size:21px" : "margin:26px 0 6px;font-size:18px";
        var words = heading is { Paper: { } paper } && heading.Words.QuerySelector("a, img") is null
            ? (Html)$"""<a href="https://arxiv.org/abs/{paper.ToString()}">{MailHtml.Of(heading.Words)}</a>"""
            : MailHtml.Of(heading.Words);
        return Titled(heading.Level, style, words);
    }

    private static Html Entry(BodyEntry entry)
    {
        var below = entry.Below is { } words ? MailHtml.Of(words) : null;
        if (entry.Line is not { } line)
        {
            return Formats.Html.Lines(
                [entry.Whole is { } whole ? (Html)$"""<p style="margin:22px 0 6px">{MailHtml.Of(whole)}</p>""" : null, below]);
        }

        Html title = $"""<a href="{line.Address}">{MailHtml.Of(line.Title)}</a>""";
        return Formats.Html.Lines(
        [
            Titled(entry.Level, "margin:22px 0 2px;font-size:17px;line-height:1.3", title),
            line.Byline is { } byline
                ? (Html)$"""<p style="margin:0 0 6px;font-size:13px">{MailHtml.Of(byline)}</p>"""
                : null,
            below,
        ]);
    }

    private static Html? Footnotes(EditedBody body) => body.Footnotes.Count == 0 ? null : Formats.Html.Lines(
    [
        $"""<hr style="margin:30px 0 14px;border:0;border-top:1px solid #c8c8c8">""",
        .. body.Footnotes.Select((note, at) => (Html)$"""
            <p style="margin:0;font-size:14px">[{at + 1}]</p>
            <div style="margin:0 0 6px 22px;font-size:14px">
            {MailHtml.Of(note)}
            </div>
            """),
    ]);

    private static Html Titled(int level, string style, Html words) => $"""<h{level} style="{style}">{words}</h{level}>""";
}
