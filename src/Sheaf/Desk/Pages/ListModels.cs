using Microsoft.AspNetCore.Components;

namespace Sheaf.Desk.Pages;

/// <summary>A month's list.</summary>
/// <param name="Frame">What stands around it.</param>
/// <param name="Month">As <c>2024-04</c>.</param>
/// <param name="Sections">In the order of the files.</param>
public sealed record ListPageModel(DeskFrame Frame, string Month, IReadOnlyList<ListSection> Sections)
{
    /// <summary>The headings that an entry may be put under.</summary>
    public IReadOnlyList<string> Headings { get; init; } = [];

    /// <summary>How it stands with the votes of a reading group.</summary>
    public required BallotState Ballot { get; init; }

    /// <summary>What became of a text that was pasted, a sentence for each reference.</summary>
    public IReadOnlyList<string> Answers { get; init; } = [];

    /// <summary>Papers for which two lists have different notes, in sentences.</summary>
    public IReadOnlyList<string> Conflicts { get; init; } = [];
}

/// <summary>Entries under one heading of one file.</summary>
/// <param name="Title">The heading; null for none.</param>
/// <param name="File">The list, below the workspace.</param>
/// <param name="Entries">In their order.</param>
public sealed record ListSection(string? Title, string File, IReadOnlyList<ListRow> Entries);

/// <summary>One entry of a list.</summary>
/// <param name="Key">By which it is changed.</param>
/// <param name="Etag">What it was when it was shown.</param>
/// <param name="Id">The paper; null where the reference names none.</param>
/// <param name="Title">With its formulas set; what was written where the paper is not known.</param>
/// <param name="Facts">Names and day, for readers; empty where the paper is not known.</param>
/// <param name="Starred">To be treated in depth.</param>
/// <param name="Tags">With <c>#</c>, parted by blanks.</param>
/// <param name="Note">The editor's; empty for none.</param>
/// <param name="Section">The heading it stands under; empty for none.</param>
/// <param name="Line">From 1.</param>
public sealed record ListRow(
    string Key, string Etag, string? Id, MarkupString Title, string Facts, bool Starred, string Tags, string Note, string Section, int Line)
{
    /// <summary>Why the reference names no paper; null where it does.</summary>
    public string? Problem { get; init; }

    /// <summary>Why the paper is not there; null where it is.</summary>
    public string? Missing { get; init; }

    /// <summary>Whether it stands in running prose, where nothing of it can be changed here.</summary>
    public bool IsMention { get; init; }

    /// <summary>What a reading group says of the paper; null where nobody has voted on it.</summary>
    public PaperVotes? Votes { get; init; }

    /// <summary>Where a form comes back to.</summary>
    public string Back { get; init; } = "";
}
