namespace Sheaf.Drafts.Merging;

/// <summary>What bringing a draft up to date does, by the identifiers of papers, each once.</summary>
/// <param name="Added">New in the draft.</param>
/// <param name="Updated">What Sheaf wrote of them, and nobody touched, says something else now.</param>
/// <param name="Removed">No longer on the list, and gone from the draft.</param>
/// <param name="Left">No longer on the list, but worked on by the person: still in the draft.</param>
/// <param name="Kept">Changed or moved by the person, and left as they are.</param>
/// <param name="ChangedUnderEdits">What Sheaf would say differently now where the person has worked.</param>
public sealed record DraftChanges(
    IReadOnlyList<string> Added, IReadOnlyList<string> Updated, IReadOnlyList<string> Removed, IReadOnlyList<string> Left, IReadOnlyList<string> Kept,
    IReadOnlyList<FactChange> ChangedUnderEdits)
{
    public static DraftChanges None { get; } = new([], [], [], [], [], []);
}

/// <summary>Something that Sheaf would say differently now.</summary>
/// <param name="Id">The paper.</param>
/// <param name="Was">What Sheaf last wrote, on one line.</param>
/// <param name="Now">What it would write now, on one line.</param>
public sealed record FactChange(string Id, string Was, string Now);
