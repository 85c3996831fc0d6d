using Sheaf.Arxiv.Eprints;

namespace Sheaf.Searching;

/// <summary>A paper that a search found.</summary>
/// <param name="Paper">The paper.</param>
/// <param name="Score">The higher, the better it fits; of one search only comparable with others of it.</param>
/// <param name="Title">In Unicode, with what was looked for.</param>
/// <param name="Excerpt">Of the abstract; empty where it has none.</param>
internal sealed record FoundPaper(Eprint Paper, double Score, IReadOnlyList<ExcerptPart> Title, IReadOnlyList<ExcerptPart> Excerpt);
