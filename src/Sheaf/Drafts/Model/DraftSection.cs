namespace Sheaf.Drafts.Model;

/// <summary>A part of the list under one heading.</summary>
/// <param name="Title">The heading of the curated list, as written; <see cref="Unsectioned"/> for papers that stand under none.</param>
/// <param name="Entries">Newest first by the day of version 1 in UTC; of one day, the highest identifier first.</param>
public sealed record DraftSection(string Title, IReadOnlyList<DraftEntry> Entries)
{
    /// <summary>The heading of papers without a section.</summary>
    public const string Unsectioned = "Papers";

    /// <summary>The heading of the papers treated in depth.</summary>
    public const string InDepth = "In depth";

    /// <summary>The heading of papers that are on no list and that the editor may like.</summary>
    public const string MayHaveMissed = "You may have missed";

    /// <summary>The heading of papers that came in after their own month's issue.</summary>
    public const string LateArrivals = "Late arrivals";
}
