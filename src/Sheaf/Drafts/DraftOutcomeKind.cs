namespace Sheaf.Drafts;

public enum DraftOutcomeKind
{
    /// <summary>The draft is new, or was as Sheaf last wrote it, and is as Sheaf would write it now.</summary>
    Written,

    /// <summary>The draft was as it should be already, and was not touched.</summary>
    Unchanged,

    /// <summary>A person has worked on the draft. That stays, and the rest was brought up to date.</summary>
    Merged,
}
