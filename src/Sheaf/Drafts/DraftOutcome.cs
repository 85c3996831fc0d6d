using Sheaf.Drafts.Merging;

namespace Sheaf.Drafts;

/// <summary>What writing a draft did.</summary>
/// <param name="Kind">Which of the three.</param>
/// <param name="Path">The draft.</param>
public sealed record DraftOutcome(DraftOutcomeKind Kind, string Path)
{
    /// <summary>What it did to the papers in the draft; nothing where all was written anew.</summary>
    public DraftChanges Changes { get; init; } = DraftChanges.None;

    /// <summary>The copy of the old draft, which the person gave up; null where none was made.</summary>
    public string? OldCopy { get; init; }

    /// <summary>Files that keep what the draft held, or what another program wrote to it, while it was saved over at the same time.</summary>
    public IReadOnlyList<string> SetAside { get; init; } = [];
}
