using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Commands;

/// <summary>The month whose list a paper goes to.</summary>
/// <param name="Month">The month.</param>
/// <param name="Why">Where it comes from, as words that can follow "April 2024, ".</param>
internal sealed record ListMonth(Month Month, string Why)
{
    /// <summary>
    /// What was named goes first; then the month of the first version where the store knows it, the heading above the entry, and the
    /// identifier's own month, which is that of the announcement and may be the one after (field guide 8.2).
    /// </summary>
    /// <param name="paper">A paper with a reference.</param>
    /// <param name="named">By <c>--month</c>; null where it was not.</param>
    /// <param name="known">The paper in the store; null where it has none.</param>
    public static ListMonth For(NamedPaper paper, Month? named, Eprint? known) =>
        named is { } said ? new(said, "as --month says")
        : known is not null ? new(known.Month, "when its first version came")
        : paper.HeadingMonth is { } heading ? new(heading, "by the heading above it")
        : new(paper.Reference!.Value.Identifier.AnnouncedIn, "by its identifier");
}
