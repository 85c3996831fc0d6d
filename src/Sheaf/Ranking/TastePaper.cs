using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Ranking;

/// <summary>A paper as taste is learnt from it, or as it is ranked.</summary>
/// <param name="Identifier">Of the paper.</param>
/// <param name="Title">As arXiv gives it, TeX and all; never a list's words for it.</param>
/// <param name="Abstract">Empty where it is not known; a beginning of it will do.</param>
/// <param name="Authors">Names in natural order. Empty where they are not known, which says nothing about the paper.</param>
/// <param name="Categories">The primary one first; empty where they are not known.</param>
/// <param name="Submitted">The UTC day of version 1; where it is not known, the first of the month coded in the identifier.</param>
internal sealed record TastePaper(ArxivIdentifier Identifier, string Title, string Abstract, IReadOnlyList<string> Authors, IReadOnlyList<string> Categories, DateOnly Submitted);
