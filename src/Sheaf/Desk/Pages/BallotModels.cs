using Microsoft.AspNetCore.Components;

namespace Sheaf.Desk.Pages;

/// <summary>How it stands with the votes of a month, on any of its pages.</summary>
/// <param name="Month">As <c>2024-04</c>.</param>
/// <param name="Sentence">What is open or closed, and how many have voted; null where nothing was ever put to the vote.</param>
/// <param name="Offers">What may be put to the vote from here.</param>
public sealed record BallotState(string Month, string? Sentence, IReadOnlyList<BallotOffer> Offers)
{
    /// <summary>Whether votes are taken.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Where one votes, or sees the votes once the ballot is closed; null where nothing was put to the vote.</summary>
    public string? Path { get; init; }

    /// <summary>Why it cannot be told; null where it can.</summary>
    public string? Problem { get; init; }
}

/// <summary>Something that can be put to the vote.</summary>
/// <param name="Of">By the word of the API.</param>
/// <param name="Name">Of the button.</param>
public sealed record BallotOffer(string Of, string Name);

/// <summary>How people have voted on a paper.</summary>
/// <param name="Count">In words.</param>
/// <param name="Comments">What they said to it.</param>
public sealed record PaperVotes(string Count, IReadOnlyList<VoteComment> Comments);

/// <summary>A word to a paper.</summary>
/// <param name="Name">Whose.</param>
/// <param name="Vote">For readers.</param>
/// <param name="Text">The word.</param>
public sealed record VoteComment(string Name, string Vote, string Text);

/// <summary>The votes of a month, for its editor.</summary>
/// <param name="Frame">What stands around it.</param>
/// <param name="State">How it stands.</param>
/// <param name="Papers">Those with the most votes first.</param>
public sealed record BallotPageModel(DeskFrame Frame, BallotState State, IReadOnlyList<BallotRow> Papers)
{
    /// <summary>The whole address to share; null where there is none.</summary>
    public string? Address { get; init; }

    /// <summary>Why others cannot come by that address; null where they may.</summary>
    public string? AddressProblem { get; init; }

    /// <summary>Who has voted.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>How many papers there are to take for each number of votes.</summary>
    public IReadOnlyList<VotesToTake> Levels { get; init; } = [];

    /// <summary>What the last click did; null for nothing.</summary>
    public BallotEdit? Made { get; init; }

    /// <summary>What a person should know, in sentences.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}

/// <summary>A paper that was put to the vote.</summary>
/// <param name="Id">The canonical identifier.</param>
/// <param name="Title">With its formulas set.</param>
/// <param name="State">What the editor has decided, for readers; null for nothing.</param>
/// <param name="Votes">What people say.</param>
public sealed record BallotRow(string Id, MarkupString Title, string? State, PaperVotes Votes);

/// <summary>A number of votes, and what it would take.</summary>
/// <param name="Votes">So many, or more.</param>
/// <param name="Name">For readers.</param>
/// <param name="IsUsual">Whether it is the one that is proposed.</param>
public sealed record VotesToTake(int Votes, string Name, bool IsUsual);

/// <summary>What taking by votes did.</summary>
/// <param name="Number">Of the edit; null where nothing was changed.</param>
/// <param name="Sentence">What it was.</param>
/// <param name="IsUndone">Whether it was taken back.</param>
public sealed record BallotEdit(int? Number, string Sentence, bool IsUndone);

/// <summary>The page on which readers vote.</summary>
/// <param name="Path">Of the page itself.</param>
/// <param name="Action">Where votes go.</param>
/// <param name="Title">What is put to the vote, as a question.</param>
/// <param name="Papers">In their order.</param>
public sealed record VotingPageModel(string Path, string Action, string Title, IReadOnlyList<VotingRow> Papers)
{
    /// <summary>Whether votes are taken.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Under which name this browser votes; null where that is not known yet.</summary>
    public string? Name { get; init; }

    /// <summary>Whether the name is this browser's for good, as it has voted.</summary>
    public bool HasVoted { get; init; }

    /// <summary>The name that was asked for and cannot be had; null for none.</summary>
    public string? Refused { get; init; }

    /// <summary>Why something was not kept; null where nothing was refused.</summary>
    public string? Problem { get; init; }

    /// <summary>On how many papers this browser has voted.</summary>
    public int Done { get; init; }
}

/// <summary>A paper to vote on.</summary>
/// <param name="Id">The canonical identifier.</param>
/// <param name="Title">With its formulas set.</param>
/// <param name="Byline">Names and day.</param>
/// <param name="Abstract">With formulas set.</param>
public sealed record VotingRow(string Id, MarkupString Title, string Byline, MarkupString Abstract)
{
    /// <summary>This browser's: <c>yes</c>, <c>no</c>, <c>star</c>, or empty for none.</summary>
    public string Vote { get; init; } = "";

    /// <summary>Its word.</summary>
    public string Comment { get; init; } = "";

    /// <summary>Words that were sent and not kept; null for none.</summary>
    public string? Unkept { get; init; }

    /// <summary>The votes of all, once the ballot is closed.</summary>
    public PaperVotes? Votes { get; init; }

    /// <summary>What names the paper in attributes that take no slash.</summary>
    public string Anchor => Id.Replace('/', '-');
}
