using Sheaf.Drafts.Model;

namespace Sheaf.Drafts.Styles;

/// <summary>
/// The style <c>categorised</c>: short lines under the headings of the curated list, oldest first: <c>8 Feb, Title, &lt;link&gt;</c>. It shows
/// the editor's notes and suggests none.
/// </summary>
internal sealed class CategorisedStyle(int namesShown) : DraftStyle(namesShown)
{
    public override string Render(Draft draft) => DraftLayout.Render(draft, entries => Blocks(entries, draft));

    private static IEnumerable<string> Blocks(IReadOnlyList<DraftEntry> entries, Draft draft)
    {
        // Lines without notes stand close together; a note makes room around it.
        var lines = new List<string>();
        foreach (var entry in entries.Reverse())
        {
            lines.Add($"* {EntryText.Day(entry, draft.Month)}, {EntryText.Title(entry)}, <{entry.Link}>");
            if (entry.Note is { } note && !draft.IsInDepth(entry))
            {
                yield return string.Join('\n', lines);
                yield return EntryText.Indented(note);
                lines.Clear();
            }
        }

        if (lines.Count > 0)
        {
            yield return string.Join('\n', lines);
        }
    }
}
