using System.Text;
using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Drafts.Edited;
using Sheaf.Lists;
using Sheaf.Markdown;
using Sheaf.Settings;
using Sheaf.Store.Eprints;

namespace Sheaf.Publishing;

/// <summary>A month in the forms in which it leaves the house.</summary>
/// <param name="draft">The draft.</param>
/// <param name="sources">What is known of its papers.</param>
/// <param name="settings">Which forms, and their language.</param>
internal sealed class Issue(DraftToPublish draft, IssueSources sources, SheafSettings settings)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The papers of the issue that the store knows.</summary>
    public IReadOnlyDictionary<ArxivIdentifier, Eprint> Papers => field ??= sources.Eprints.Find([.. draft.Text.Papers]);

    public string Title => field ??= IssueFacts.TitleOf(draft.Month, EditedMarkdown.Render(draft.Draft));

    /// <summary>The files, the Markdown first.</summary>
    /// <param name="firstPublished">The day of the first time.</param>
    public IReadOnlyList<IssueFile> Files(DateOnly firstPublished)
    {
        var markdown = EditedMarkdown.Render(draft.Draft);
        var facts = new EditedIssue(draft.Month, Papers) { Language = settings.Look.Language };
        return
        [
            File("md", FrontMatterBefore(markdown, firstPublished) + markdown),
            .. settings.Publish.IsHtml ? [File("html", EditedHtml.Render(draft.Draft, facts))] : Array.Empty<IssueFile>(),
            .. settings.Publish.IsMail
                ? [File("mail.html", EditedMail.Html(draft.Draft, facts)), File("mail.txt", EditedMail.Text(draft.Draft, facts))]
                : Array.Empty<IssueFile>(),
        ];
    }

    private string FrontMatterBefore(string markdown, DateOnly day) => settings.Publish.FrontMatter == FrontMatterStyle.None ? ""
        : IssueFacts.FrontMatterOf(draft.Month, markdown, day, sources)?.Write(settings.Publish.FrontMatter) ?? "";

    private IssueFile File(string ending, string text) => new($"{draft.Month}.{ending}", Utf8.GetBytes(text));
}

/// <summary>Where facts of papers come from that an issue tells of itself.</summary>
/// <param name="Eprints">What arXiv says.</param>
/// <param name="Lists">The editor's tags.</param>
internal sealed record IssueSources(EprintStore Eprints, CuratedFolder Lists);
