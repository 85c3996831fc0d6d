namespace Sheaf.Drafts;

public enum DraftOutcomeKind
{
    /// <summary>The draft is new, or was as Sheaf last wrote it, and holds the text now.</summary>
    Written,

    /// <summary>The draft held exactly this text already, and was not touched.</summary>
    Unchanged,

    /// <summary>A person has edited the draft. It was not touched; the text lies beside it.</summary>
    Beside,
}
