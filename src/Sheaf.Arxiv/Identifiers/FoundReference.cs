using Sheaf.Arxiv.Identifiers.Repair;

namespace Sheaf.Arxiv.Identifiers;

/// <summary>One place in a text that names an e-print, or was evidently meant to.</summary>
/// <param name="Index">Where it begins in the text.</param>
/// <param name="Length">How much of the text it takes, with a link's query and fragment, without the punctuation after it.</param>
/// <param name="Text">It as written.</param>
/// <param name="Reference">What it names; null where it is malformed or can only be guessed.</param>
/// <param name="Problem">
/// Why it is malformed, one sentence without capital and full stop: <c>2404.9990 has four digits; since January 2015 there are five</c>;
/// where there is a guess, the question a person has to answer; null where it has a reference.
/// </param>
public sealed record FoundReference(int Index, int Length, string Text, EprintReference? Reference, string? Problem)
{
    /// <summary>
    /// What had to be mended; null where it is written as it should be. Any kind of link, prefix, percent-encoding, file suffix or case is
    /// as it should be.
    /// </summary>
    public ReferenceRepair? Repair { get; init; }

    /// <summary>
    /// Where the identifier is damaged: the identifiers that may have been meant, likeliest first, for a person to choose from. Empty where
    /// there is a reference, or nothing can be guessed.
    /// </summary>
    public IReadOnlyList<ArxivIdentifier> MayMean { get; init; } = [];
}
