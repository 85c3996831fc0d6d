using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Drafts.Model;

/// <summary>The unpublished list of a month, composed: what every style and format is rendered from.</summary>
/// <param name="Month">The issue.</param>
/// <param name="Sections">In the order of the curated list, papers without a section last; none is empty.</param>
/// <param name="InDepth">The starred papers, newest first; each stands in its section too.</param>
public sealed record Draft(Month Month, IReadOnlyList<DraftSection> Sections, IReadOnlyList<DraftEntry> InDepth)
{
    /// <summary>Papers of the month before that came onto a list after that month's issue, newest first; they are not counted as on this list.</summary>
    public IReadOnlyList<DraftEntry> LateArrivals { get; init; } = [];

    /// <summary>Papers on no list that the editor may like, the likeliest first; no part of the issue until they are put on a list.</summary>
    public IReadOnlyList<DraftEntry> MayHaveMissed { get; init; } = [];

    /// <summary>Every paper once: those on the list in its order, then the late arrivals.</summary>
    public IEnumerable<DraftEntry> Papers => Sections.SelectMany(section => section.Entries).Concat(LateArrivals);

    public string Title => $"Notable arXiv papers, {Month.Title}";

    /// <summary>Under the title, how many papers there are: <c>59 papers on the list, 2 in depth.</c></summary>
    public string Opening => new DraftFigures(Count, InDepth.Count, LateArrivals.Count).ToString();

    /// <summary>Whether a paper has a section of its own; then its line in the list goes without words.</summary>
    public bool IsInDepth(DraftEntry entry) => InDepth.Contains(entry);

    /// <summary>How many papers are on the list.</summary>
    public int Count => Sections.Sum(section => section.Entries.Count);
}
