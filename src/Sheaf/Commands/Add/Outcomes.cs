namespace Sheaf.Commands;

/// <summary>What becomes of a reference that <c>add</c> is given. The words are part of the contract.</summary>
internal static class Outcomes
{
    public const string Added = "added";

    /// <summary>Some list has it already.</summary>
    public const string AlreadyThere = "already-there";

    /// <summary>Its links can be read, and lead elsewhere.</summary>
    public const string NotArxiv = "not-arxiv";

    /// <summary>A paper in running prose, an abstract or a list of references, left out because the text has entries.</summary>
    public const string Mention = "mention";

    /// <summary>A damaged identifier.</summary>
    public const string Unreadable = "unreadable";

    /// <summary>An entry that names no paper.</summary>
    public const string NoPaper = "no-paper";
}
