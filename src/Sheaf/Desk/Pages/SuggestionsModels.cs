using Microsoft.AspNetCore.Components;

namespace Sheaf.Desk.Pages;

/// <summary>A window of a month's suggestions.</summary>
/// <param name="Frame">What stands around it.</param>
/// <param name="Month">As <c>2024-04</c>.</param>
/// <param name="Pile">Which are shown: <c>open</c>, <c>later</c>, <c>refused</c> or <c>taken</c>.</param>
/// <param name="Rows">The papers, the likeliest first.</param>
public sealed record SuggestionsPageModel(DeskFrame Frame, string Month, string Pile, IReadOnlyList<PaperRow> Rows)
{
    /// <summary>The piles with how many papers they hold.</summary>
    public IReadOnlyList<DeskTab> Piles { get; init; } = [];

    /// <summary>How it stands with the ranking, where a person should know; null else.</summary>
    public string? Ranking { get; init; }

    /// <summary>Whether a button may have the month ranked.</summary>
    public bool OffersRanking { get; init; }

    /// <summary>When one may stop, by what past months tell; null where they tell nothing.</summary>
    public string? Stop { get; init; }

    /// <summary>Where the picks of past months stood, drawn and as a table; null where there are too few.</summary>
    public MarkupString? Ranks { get; init; }

    /// <summary>How many of the pile stand above the first row.</summary>
    public int Above { get; init; }

    /// <summary>Where those are.</summary>
    public string? AbovePath { get; init; }

    /// <summary>Where the rest is; null where there is none.</summary>
    public string? MorePath { get; init; }

    /// <summary>How it stands with the votes of a reading group.</summary>
    public required BallotState Ballot { get; init; }

    /// <summary>The last decision, to be taken back; null where there is none.</summary>
    public LastDecision? Last { get; init; }

    /// <summary>Where this window is.</summary>
    public string Here { get; init; } = "";

    /// <summary>
    /// What tells the ranking of the undecided papers from those before it; null for other piles, and where there is
    /// none.
    /// </summary>
    public string? Version { get; init; }

    /// <summary>Whether a browser keeps this page for when nobody answers.</summary>
    public bool IsKept { get; init; }
}

/// <summary>The decision that would be taken back next.</summary>
/// <param name="Edit">Its number.</param>
/// <param name="Sentence">What it was.</param>
public sealed record LastDecision(int Edit, string Sentence);

/// <summary>A paper in a row.</summary>
/// <param name="Rank">From 1.</param>
/// <param name="Id">The canonical identifier.</param>
/// <param name="Title">With its formulas set.</param>
/// <param name="Authors">The first of them, and how many more.</param>
/// <param name="Day">Of version 1, for readers.</param>
/// <param name="IsoDay">The same as <c>2024-04-30</c>.</param>
/// <param name="Categories">The primary one first.</param>
/// <param name="Reasons">What speaks for it.</param>
/// <param name="State"><c>open</c>, <c>taken</c>, <c>starred</c>, <c>later</c> or <c>refused</c>.</param>
public sealed record PaperRow(
    int Rank, string Id, MarkupString Title, string Authors, string Day, string IsoDay, IReadOnlyList<string> Categories,
    IReadOnlyList<ReasonLink> Reasons, string State)
{
    /// <summary>The editor's words beside a paper that was set aside; null for none.</summary>
    public string? Words { get; init; }

    /// <summary>The same work under other identifiers.</summary>
    public IReadOnlyList<string> Same { get; init; } = [];

    /// <summary>What a reading group says of it; null where nobody has voted on it.</summary>
    public PaperVotes? Votes { get; init; }

    /// <summary>A piece of the abstract with what was looked for marked; null for none.</summary>
    public MarkupString? Excerpt { get; init; }

    /// <summary>Where it is an entry.</summary>
    public IReadOnlyList<PlaceLink> Places { get; init; } = [];

    /// <summary>Whose list a decision goes to, as <c>2024-04</c>; null for the page's month.</summary>
    public string? Month { get; init; }

    /// <summary>The months that may be chosen instead, that one among them; none where there is nothing to choose.</summary>
    public IReadOnlyList<MonthChoice> Months { get; init; } = [];

    /// <summary>Where the page is to be when a form has been sent; null for where the page is.</summary>
    public string? Back { get; init; }

    /// <summary>All that is told of the paper, if it is open; null where it is not.</summary>
    public PaperDetail? Detail { get; init; }

    /// <summary>Whether the paper is closed, though all is told of it.</summary>
    public bool IsFolded { get; init; }

    /// <summary>What names the paper in attributes that take no slash.</summary>
    public string Anchor => Id.Replace('/', '-');
}

/// <summary>Something that speaks for a paper, as a link to what it is about.</summary>
/// <param name="Before">The words before the link.</param>
/// <param name="Text">The link's.</param>
/// <param name="Path">Where it leads; null for no link.</param>
/// <param name="After">The words behind it.</param>
public sealed record ReasonLink(string Before, string Text, string? Path, string After);

/// <summary>All that is told of a paper when it is open.</summary>
/// <param name="Id">The canonical identifier.</param>
/// <param name="Month">Of the page, as <c>2024-04</c>.</param>
/// <param name="Abstract">With formulas set, and the words marked that speak for it.</param>
/// <param name="Authors">All of them; null where the row has them.</param>
public sealed record PaperDetail(string Id, string Month, MarkupString Abstract, string? Authors)
{
    /// <summary>The authors' comment; null for none.</summary>
    public string? Comment { get; init; }

    /// <summary>Where its code is, as the paper says.</summary>
    public IReadOnlyList<string> Code { get; init; } = [];

    /// <summary>Other papers that are the same work.</summary>
    public IReadOnlyList<string> Same { get; init; } = [];

    /// <summary>Reasons to refuse it by one key each, from 1 on.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>Where the page is to be when a form has been sent.</summary>
    public string Back { get; init; } = "";
}
