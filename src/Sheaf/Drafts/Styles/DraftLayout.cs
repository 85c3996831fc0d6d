using Sheaf.Drafts.Model;

namespace Sheaf.Drafts.Styles;

/// <summary>What the styles have in common: title, counts, the papers in depth, and the list in its parts.</summary>
internal static class DraftLayout
{
    /// <summary>Markdown with LF line endings, ending with one newline. Equal drafts give equal text.</summary>
    /// <param name="draft">The month.</param>
    /// <param name="list">The blocks that list the papers of one part; never asked for none.</param>
    public static string Render(Draft draft, Func<IReadOnlyList<DraftEntry>, IEnumerable<string>> list) => string.Join("\n\n",
    [
        $"# {draft.Title}",
        draft.Opening,
        .. draft.InDepth.Count == 0 ? [] : draft.InDepth.SelectMany(entry => InDepthSection.Blocks(entry, draft.Month)).Prepend($"## {DraftSection.InDepth}"),
        .. draft.Sections.SelectMany(section => list(section.Entries).Prepend($"## {section.Title}")),
        .. draft.LateArrivals.Count == 0 ? [] : list(draft.LateArrivals).Prepend($"## {DraftSection.LateArrivals}"),
        .. draft.MayHaveMissed.Count == 0 ? [] : list(draft.MayHaveMissed).Prepend($"## {DraftSection.MayHaveMissed}"),
    ]) + "\n";
}
