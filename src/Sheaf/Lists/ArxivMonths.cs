using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Lists;

/// <summary>The months that a list, a draft or an issue may be of.</summary>
internal static class ArxivMonths
{
    private const int FirstYear = 1991;

    /// <summary>
    /// Whether there can be papers of it: arXiv began in 1991. What is far ahead is let through, but for the end of the calendar.
    /// </summary>
    public static bool Contain(Month month) => month.Year is >= FirstYear and < 9998;

    /// <summary>
    /// Whether a paper of which the identifier alone is known may be of a month: its identifier has that month or, submitted in the month's
    /// last days, the next one (field guide 8.2).
    /// </summary>
    public static bool MayHold(Month month, ArxivIdentifier identifier) =>
        identifier.AnnouncedIn == month || identifier.AnnouncedIn == month.Next;
}
