namespace Sheaf.Editing;

/// <summary>An entry of a list and what stands there.</summary>
/// <param name="Id">The canonical identifier.</param>
/// <param name="List">The list's file name.</param>
/// <param name="Line">From 1.</param>
/// <param name="Text">Its lines as they are, with their endings.</param>
internal sealed record EntryPlace(string Id, string List, int Line, string Text)
{
    /// <summary>The other papers that these lines name, and no other entry, as words; empty for none.</summary>
    public string AlsoNames { get; init; } = "";
}

/// <summary>A paper would be taken off a list together with words that a person wrote there; nothing was written.</summary>
internal sealed class WordsAtStakeException(IReadOnlyList<EntryPlace> places) : Exception("A person's words stand in a line that is to go.")
{
    public IReadOnlyList<EntryPlace> Places { get; } = places;
}
