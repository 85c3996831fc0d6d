using Sheaf.Arxiv.Identifiers;
using Sheaf.Lists;

namespace Sheaf.Editing;

/// <summary>A paper that is to be on a list.</summary>
/// <param name="Reference">With its version, if the list is to name one.</param>
/// <param name="Month">Whose list, where no list has it.</param>
/// <param name="Words">What is to stand beside it.</param>
internal sealed record WantedPaper(EprintReference Reference, Month Month, LineWords Words)
{
    /// <summary>The heading under which it is to stand if it is new on the list; null for the end.</summary>
    public string? Section { get; init; }

    /// <summary>Whether a star is to go from wherever it is listed.</summary>
    public bool IsStarless { get; init; }
}

/// <summary>Where a paper that was wanted stands.</summary>
/// <param name="List">The list's file name.</param>
/// <param name="Line">From 1.</param>
/// <param name="WasListed">Whether some list had it before.</param>
internal sealed record TakenPaper(string List, int Line, bool WasListed)
{
    /// <summary>Whether star, tags or note were written to a line that was there.</summary>
    public bool IsChanged { get; init; }

    /// <summary>The note that was not written, because the line has another, or no place for one; null where there was none.</summary>
    public string? NoteLeft { get; init; }

    /// <summary>Why the words could not be written to the line; null where they were.</summary>
    public string? Problem { get; init; }

    /// <summary>What it was before: <c>refused</c> or <c>later</c>; null for neither.</summary>
    public string? WasSetAside { get; init; }
}
