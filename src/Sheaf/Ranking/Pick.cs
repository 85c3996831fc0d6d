using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Ranking;

/// <summary>A paper that the editor has put on a list.</summary>
/// <param name="Paper">What was picked.</param>
/// <param name="Starred">Whether it was to be treated in depth; such a pick counts more.</param>
/// <param name="Month">That of the list.</param>
internal sealed record Pick(TastePaper Paper, bool Starred, Month Month);
