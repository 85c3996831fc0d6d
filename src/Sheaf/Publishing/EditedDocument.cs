using System.Text;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Drafts;
using Sheaf.Drafts.Edited;
using Sheaf.Settings;

namespace Sheaf.Publishing;

/// <summary>
/// An edited draft as a document to be handed on: Markdown without Sheaf's marks, a page, or a mail. Nothing is published.
/// </summary>
/// <param name="finished">The draft.</param>
/// <param name="issue">What is known of it.</param>
internal sealed class EditedDocument(FinishedDraft finished, EditedIssue issue)
{
    public const string Mail = "mail";

    /// <summary>What a format may be called.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["html", "htm", Mail, "markdown", "md"];

    public FinishedDraft Finished => finished;

    public static bool IsMarkdown(string format) => format is "markdown" or "md";

    /// <param name="month">The issue.</param>
    /// <param name="finished">Its draft.</param>
    /// <param name="format">One of <see cref="Formats"/>: with Markdown goes front matter, where the settings say so.</param>
    /// <param name="local">What is known of its papers.</param>
    public static EditedDocument Of(Month month, FinishedDraft finished, string format, LocalParts local) => new(
        finished,
        new EditedIssue(month, local.Eprints.Find([.. finished.Draft.Contents.Papers]))
        {
            Language = local.Settings.Look.Language,
            FrontMatter = IsMarkdown(format) ? FrontMatter(month, finished, local) : "",
        });

    /// <summary>The text in one of <see cref="Formats"/>; of a mail its HTML.</summary>
    public string Text(string format) =>
        IsMarkdown(format) ? issue.FrontMatter + EditedMarkdown.Render(finished.Draft)
        : format == Mail ? EditedMail.Html(finished.Draft, issue)
        : EditedHtml.Render(finished.Draft, issue);

    /// <summary>To be pasted into the editors of other programs.</summary>
    public string RichText() => EditedRichText.Html(finished.Draft, issue);

    /// <summary>The bytes of a file: Markdown as the draft is encoded, the rest as UTF-8.</summary>
    public byte[] File(string format) => IsMarkdown(format) ? finished.Text.Encode(Text(format)) : Encoding.UTF8.GetBytes(Text(format));

    /// <summary>What goes with a mail for readers who see no HTML.</summary>
    public byte[] MailText() => Encoding.UTF8.GetBytes(EditedMail.Text(finished.Draft, issue));

    /// <summary>As the issue will have it, if it is first published on the first day of the next month.</summary>
    private static string FrontMatter(Month month, FinishedDraft finished, LocalParts local)
    {
        var (style, markdown) = (local.Settings.Publish.FrontMatter, EditedMarkdown.Render(finished.Draft));
        return style == FrontMatterStyle.None ? ""
            : IssueFacts.FrontMatterOf(month, markdown, month.Next.FirstDay, new(local.Eprints, local.Lists))?.Write(style) ?? "";
    }
}
