using System.Text;
using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Drafts.Edited;
using Sheaf.Drafts.Merging;
using Sheaf.Settings;
using Sheaf.Store.Eprints;

namespace Sheaf.Publishing;

/// <summary>A month in the forms in which it leaves the house.</summary>
/// <param name="draft">The draft.</param>
/// <param name="eprints">What is known of its papers.</param>
/// <param name="settings">Which forms.</param>
internal sealed class Issue(DraftToPublish draft, EprintStore eprints, PublishSettings settings)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The papers of the issue that the store knows.</summary>
    public IReadOnlyDictionary<ArxivIdentifier, Eprint> Papers => field ??= eprints.Find([.. draft.Text.Papers]);

    public string Title => IssueTitle.Of(draft.Draft.Text) ?? $"Notable arXiv papers, {draft.Month.Title}";

    /// <summary>The files, the Markdown first.</summary>
    /// <param name="firstPublished">The day of the first time.</param>
    public IReadOnlyList<IssueFile> Files(DateOnly firstPublished) =>
    [
        File("md", EditedMarkdown.Render(draft.Draft)),
    ];

    private bool IsHtml => settings.IsHtml;

    private IssueFile File(string ending, string text) => new($"{draft.Month}.{ending}", Utf8.GetBytes(text));
}
