using Sheaf.Drafts.Model;

namespace Sheaf.Drafts.Styles;

/// <summary>What the styles have in common: title, counts, the papers in depth, and the list in its parts.</summary>
internal static class DraftLayout
{
    /// <summary>The heading of papers that came in after their own month's issue.</summary>
    public const string LateArrivals = "Late arrivals";

    /// <summary>Markdown with LF line endings, ending with one newline. Equal drafts give equal text.</summary>
    /// <param name="draft">The month.</param>
    /// <param name="list">The blocks that list the papers of one part; never asked for none.</param>
    public static string Render(Draft draft, Func<IReadOnlyList<DraftEntry>, IEnumerable<string>> list) => string.Join("\n\n",
    [
        $"# {draft.Title}",
        Opening(draft),
        .. draft.InDepth.Count == 0 ? [] : draft.InDepth.SelectMany(entry => InDepthSection.Blocks(entry, draft.Month)).Prepend("## In depth"),
        .. draft.Sections.SelectMany(section => list(section.Entries).Prepend($"## {section.Title}")),
        .. draft.LateArrivals.Count == 0 ? [] : list(draft.LateArrivals).Prepend($"## {LateArrivals}"),
    ]) + "\n";

    private static string Opening(Draft draft)
    {
        var papers = draft.Count switch { 0 => "No papers", 1 => "1 paper", var count => $"{count} papers" };
        var inDepth = draft.InDepth.Count == 0 ? "" : $", {draft.InDepth.Count} in depth";
        var late = draft.LateArrivals.Count switch { 0 => "", 1 => ", 1 late arrival", var count => $", {count} late arrivals" };
        return $"{papers} on the list{inDepth}{late}.";
    }
}
