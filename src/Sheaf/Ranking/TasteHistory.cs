using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Ranking;

/// <summary>What an editor had before them and what they made of it.</summary>
/// <param name="Picks">What is on the lists.</param>
/// <param name="PassedOver">What is known of the same months, or of others, and is on no list; a paper that was picked does no harm here.
/// Read once, in any order; it need not lie in memory.</param>
internal sealed record TasteHistory(IReadOnlyList<Pick> Picks, IEnumerable<TastePaper> PassedOver)
{
    /// <summary>Papers that others noticed. Default none.</summary>
    public Listings Listings { get; init; } = Listings.None;

    /// <summary>
    /// Whether a paper is of the editor's own field; only such papers come first for being listed where there are few picks. Default: all.
    /// </summary>
    public Func<TastePaper, bool> IsOfField { get; init; } = _ => true;
}

/// <summary>A paper that the editor has put on a list.</summary>
/// <param name="Paper">What was picked.</param>
/// <param name="Starred">Whether it was to be treated in depth; such a pick counts more.</param>
/// <param name="Month">That of the list.</param>
internal sealed record Pick(TastePaper Paper, bool Starred, Month Month);

/// <summary>A paper as taste is learnt from it, or as it is ranked.</summary>
/// <param name="Identifier">Of the paper.</param>
/// <param name="Title">As arXiv gives it, TeX and all; never a list's words for it.</param>
/// <param name="Abstract">Empty where it is not known; a beginning of it will do.</param>
/// <param name="Authors">Names in natural order. Empty where they are not known, which says nothing about the paper.</param>
/// <param name="Categories">The primary one first; empty where they are not known.</param>
/// <param name="Submitted">The UTC day of version 1; where it is not known, the first of the month coded in the identifier.</param>
internal sealed record TastePaper(
    ArxivIdentifier Identifier, string Title, string Abstract, IReadOnlyList<string> Authors, IReadOnlyList<string> Categories,
    DateOnly Submitted);
