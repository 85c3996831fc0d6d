using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Editing;

/// <summary>What can be decided about a paper.</summary>
internal enum DecisionAction
{
    /// <summary>On the month's list, without a star.</summary>
    Take,

    /// <summary>On the month's list, with a star.</summary>
    Star,

    /// <summary>Never to be suggested again.</summary>
    Refuse,

    /// <summary>Not to be suggested for now.</summary>
    Later,

    /// <summary>As if nothing had been decided.</summary>
    Reset,
}

/// <summary>One decision about one paper.</summary>
/// <param name="Month">Whose list it goes to, where no list has it.</param>
/// <param name="Paper">The paper.</param>
/// <param name="Action">What is decided.</param>
internal sealed record Decision(Month Month, ArxivIdentifier Paper, DecisionAction Action)
{
    /// <summary>
    /// The same work under other identifiers: refused, put off and made open together with the paper; when it is taken they are refused
    /// or put off no longer.
    /// </summary>
    public IReadOnlyList<ArxivIdentifier> Same { get; init; } = [];

    /// <summary>Why it is refused or put off, in the editor's words, put on one line; null for none.</summary>
    public string? Reason { get; init; }

    /// <summary>What is to stand beside it on the list, of one line or more; null for nothing more.</summary>
    public string? Note { get; init; }

    /// <summary>Tags to be added on the list, each one word with or without its <c>#</c>.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>
    /// The heading under which it is to stand if it is new on the month's list; made at the end if need be. Null for the end of the list.
    /// </summary>
    public string? Section { get; init; }

    /// <summary>Whether lines of a list may go with words that a person wrote into them.</summary>
    public bool IsConfirmed { get; init; }

    /// <summary>What makes it, for the journal.</summary>
    public string Command { get; init; } = "desk";

    /// <summary>Who makes it, for the journal; null where that is not known.</summary>
    public string? Person { get; init; }
}

/// <summary>A paper that is taken together with others.</summary>
/// <param name="Paper">The paper.</param>
/// <param name="IsStarred">Whether it gets a star.</param>
/// <param name="Same">As <see cref="Decision.Same"/>.</param>
internal sealed record PaperToTake(ArxivIdentifier Paper, bool IsStarred, IReadOnlyList<ArxivIdentifier> Same);

/// <summary>What became of a decision.</summary>
/// <param name="Edit">The number of the edit in the journal; null where nothing was changed, or there is no journal.</param>
/// <param name="Before">What the paper was.</param>
/// <param name="Now">What it is.</param>
/// <param name="Entry">Its entry on a list as it stands now; null where it is on none.</param>
internal sealed record DecisionOutcome(int? Edit, PaperState Before, PaperState Now, ListEntry? Entry)
{
    /// <summary>Whether any file was changed.</summary>
    public bool IsChanged { get; init; }

    /// <summary>
    /// The note that was not written, because the line has another or no place for one; then nothing was written to it at all. Else null.
    /// </summary>
    public string? NoteLeft { get; init; }

    /// <summary>Why the words could not be written to the line, as a part of a sentence; null where they were.</summary>
    public string? Problem { get; init; }

    /// <summary>The reason that was not written, because the paper had a line of its own before; else null.</summary>
    public string? ReasonLeft { get; init; }

    /// <summary>What a person should be told beside it, in sentences.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}

/// <summary>What became of papers that were decided on together.</summary>
/// <param name="Edit">The number of the one edit in the journal; null where nothing was changed, or there is no journal.</param>
/// <param name="Papers">Those that were open and are so no longer, in the order given.</param>
/// <param name="Warnings">What a person should be told.</param>
internal sealed record JointOutcome(int? Edit, IReadOnlyList<ArxivIdentifier> Papers, IReadOnlyList<string> Warnings);
