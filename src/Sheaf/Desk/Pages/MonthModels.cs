using Microsoft.AspNetCore.Components;

namespace Sheaf.Desk.Pages;

/// <summary>Where a month stands, and what to do next.</summary>
/// <param name="Frame">What stands around it.</param>
/// <param name="Month">As <c>2024-04</c>.</param>
/// <param name="Next">What to do next.</param>
public sealed record MonthPageModel(DeskFrame Frame, string Month, NextStep Next)
{
    /// <summary>What is counted of the month, in the order in which it is shown.</summary>
    public IReadOnlyList<MonthCount> Counts { get; init; } = [];

    /// <summary>The pictures of the month with their tables; null where there is nothing to draw.</summary>
    public MarkupString? Figures { get; init; }

    /// <summary>All months that there is anything of, by year, the newest first.</summary>
    public IReadOnlyList<YearRow> Years { get; init; } = [];

    /// <summary>How it stands with the votes of a reading group.</summary>
    public required BallotState Ballot { get; init; }

    /// <summary>Papers that the lists ask for and that are not there.</summary>
    public IReadOnlyList<MissingPaper> Missing { get; init; } = [];

    /// <summary>What arXiv has changed since the draft was written.</summary>
    public IReadOnlyList<ChangedPaper> Changes { get; init; } = [];

    /// <summary>How it stands with the sweeps of the month, in sentences.</summary>
    public IReadOnlyList<string> Sweeps { get; init; } = [];

    /// <summary>What a person should know before all else, in sentences.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>When a run last came to an end, and when the next is due, in a sentence.</summary>
    public string Runs { get; init; } = "";
}

/// <summary>What to do next, and the one button for it.</summary>
/// <param name="Sentence">What stands and what is to be done.</param>
/// <param name="Name">Of the button; null where there is none.</param>
/// <param name="Path">Where it leads; null where it sends a form.</param>
/// <param name="Run">The kind of run that it starts; null where it leads somewhere.</param>
public sealed record NextStep(string Sentence, string? Name = null, string? Path = null, string? Run = null);

/// <summary>A number and what it counts.</summary>
/// <param name="Name">What is counted.</param>
/// <param name="Value">How many.</param>
/// <param name="Path">Where they are; null for no link.</param>
public sealed record MonthCount(string Name, string Value, string? Path = null);

/// <summary>A paper that a list asks for and that is not there.</summary>
/// <param name="Id">The identifier, or what was written.</param>
/// <param name="Reason">Why, for readers.</param>
/// <param name="Attempts">How often it was looked for, and when it will be again, for readers.</param>
/// <param name="CanBeAsked">Whether arXiv can be asked for it now.</param>
public sealed record MissingPaper(string Id, string Reason, string Attempts, bool CanBeAsked);

/// <summary>Something that arXiv has changed under words already written.</summary>
/// <param name="Id">The paper.</param>
/// <param name="What">What changed, for readers.</param>
/// <param name="Before">As it was; null for nothing.</param>
/// <param name="After">As it is; null for nothing.</param>
public sealed record ChangedPaper(string Id, string What, string? Before, string? After);

/// <summary>The months of a year.</summary>
/// <param name="Year">As 2024.</param>
/// <param name="Months">Twelve.</param>
public sealed record YearRow(int Year, IReadOnlyList<MonthCell> Months);

/// <summary>A month in the grid of all.</summary>
/// <param name="Month">As <c>2024-04</c>.</param>
/// <param name="Title">For readers.</param>
/// <param name="State">How far it is.</param>
/// <param name="IsPresent">Whether it is the one of the page.</param>
public sealed record MonthCell(string Month, string Title, MonthState State, bool IsPresent);

/// <summary>How far a month is.</summary>
public enum MonthState
{
    Nothing,

    /// <summary>Its papers are known, and it has no list.</summary>
    Swept,

    /// <summary>It has a list, and no draft.</summary>
    Listed,

    Drafted,

    Published,
}
