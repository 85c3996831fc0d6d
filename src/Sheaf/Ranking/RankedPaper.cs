namespace Sheaf.Ranking;

/// <summary>A candidate, how likely it is to be picked, and why.</summary>
/// <param name="Paper">The candidate.</param>
/// <param name="Score">0 to 1, higher is likelier; the order of the ranking.</param>
/// <param name="Reasons">What spoke for it, the strongest first; at most four, and none where nothing did.</param>
internal sealed record RankedPaper(TastePaper Paper, double Score, IReadOnlyList<Reason> Reasons);
