namespace Sheaf.Ranking;

/// <summary>What an editor had before them and what they made of it.</summary>
/// <param name="Picks">What is on the lists.</param>
/// <param name="PassedOver">What is known of the same months, or of others, and is on no list; a paper that was picked does no harm here. Read once, in any order; it need not lie in memory.</param>
internal sealed record TasteHistory(IReadOnlyList<Pick> Picks, IEnumerable<TastePaper> PassedOver);
