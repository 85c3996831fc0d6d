namespace Sheaf.Drafts;

/// <summary>What writing a draft did.</summary>
/// <param name="Kind">Which of the three.</param>
/// <param name="Path">The file that holds the text now.</param>
public sealed record DraftOutcome(DraftOutcomeKind Kind, string Path);
