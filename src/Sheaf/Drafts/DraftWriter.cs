using Sheaf.Arxiv.Identifiers;
using Sheaf.Drafts.Model;
using Sheaf.Drafts.Styles;
using Sheaf.Files;
using Sheaf.Settings;
using Sheaf.Store.Drafts;

namespace Sheaf.Drafts;

/// <summary>Writes composed drafts into the workspace, where they are the editor's, and notes in the store that they were made.</summary>
internal sealed class DraftWriter(
    Workspace workspace, SheafSettings settings, DraftStore drafts, SuggestionStore sentences, TimeProvider time)
{
    /// <summary>The text of a composed draft in its style.</summary>
    /// <exception cref="BadInputException">There is no such style, or the template cannot be used.</exception>
    public string Render(MonthDraft made)
    {
        var name = made.Style.Name;
        var style = DraftStyles.Find(StyleName.IsFile(name) ? Path.GetFullPath(name, workspace.Folder) : name, settings.NamesShown);
        return style.Render(made.Draft);
    }

    /// <summary>A person's own page.</summary>
    /// <param name="template">The path of its template.</param>
    /// <exception cref="BadInputException">The template cannot be used.</exception>
    public Func<Draft, string> PageOf(string template) => HtmlTemplate.Read(template, settings.NamesShown).Render;

    /// <summary>Writes a draft; where a person has worked on it, what they did stays.</summary>
    /// <param name="made">The draft.</param>
    /// <param name="discardEdits">Whether to start over, with the old draft kept as a numbered copy.</param>
    /// <exception cref="IOException">The draft cannot be read or written; it is as it was.</exception>
    public DraftOutcome Write(MonthDraft made, bool discardEdits = false)
    {
        using var held = WorkspaceLock.Take(workspace.DecisionsLock, time, CancellationToken.None);
        var outcome = discardEdits ? FileOf(made).StartOver(Render(made)) : FileOf(made).Write(Render(made), made.Unknown);
        new DraftStyleMemory(workspace).Remember(made.Draft.Month, made.Style.Name, made.Grouping.Now);
        if (outcome.Kind != DraftOutcomeKind.Unchanged)
        {
            Remember(made);
        }

        return outcome;
    }

    /// <summary>What writing a draft would do.</summary>
    /// <exception cref="IOException">The draft cannot be read.</exception>
    public DraftPreview Preview(MonthDraft made) => FileOf(made).Preview(Render(made), made.Unknown);

    /// <summary>
    /// Enters into the store that the draft was made now. A draft that was already as it should be needs this only when it was owed.
    /// </summary>
    public void Remember(MonthDraft made)
    {
        sentences.Save(made.Chosen);
        drafts.Save(made.Draft.Month, time.GetUtcNow());
    }

    /// <summary>
    /// When a month's draft was last written; null where it never was. A draft that lies there although the store knows nothing of it was
    /// made before the store was lost, and counts as made now.
    /// </summary>
    public DateTimeOffset? WrittenAt(Month month, DateTimeOffset now) =>
        drafts.Find(month)?.Written ?? (File.Exists(workspace.DraftFile(month)) ? now : null);

    /// <summary>The draft as its editor has finished it, whatever is on the lists now; null where there is none.</summary>
    /// <exception cref="IOException">It cannot be read, or is no text.</exception>
    public FinishedDraft? ReadFinished(Month month) => FileOf(month).ReadFinished();

    private DraftFile FileOf(MonthDraft made) => FileOf(made.Draft.Month);

    private DraftFile FileOf(Month month) =>
        new(workspace.Drafts, month, new Patience(FilePace.Default, time, CancellationToken.None));
}
