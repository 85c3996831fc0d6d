namespace Sheaf.Desk.Pages;

/// <summary>Runs: the one under way, the plan of another, those before.</summary>
/// <param name="Frame">What stands around it.</param>
public sealed record RunsPageModel(DeskFrame Frame)
{
    /// <summary>The run under way; null for none.</summary>
    public RunUnderWay? Current { get; init; }

    /// <summary>How it stands with arXiv, in a sentence; null where there is nothing to say.</summary>
    public string? Gate { get; init; }

    /// <summary>The kind of run that is planned.</summary>
    public string Kind { get; init; } = "harvest";

    /// <summary>Its months, as they were typed.</summary>
    public string Months { get; init; } = "";

    /// <summary>What the run would do, in sentences; empty where none was asked for.</summary>
    public IReadOnlyList<string> Plan { get; init; } = [];

    /// <summary>Why there is no plan; null else.</summary>
    public string? Problem { get; init; }

    /// <summary>Runs that have ended, the latest first.</summary>
    public IReadOnlyList<PastRun> Past { get; init; } = [];
}

/// <summary>A run that waits or is under way.</summary>
/// <param name="Number">By which it is stopped.</param>
/// <param name="Name">What it does, for readers.</param>
/// <param name="Sentence">What it is doing.</param>
/// <param name="Done">How far it is.</param>
/// <param name="Total">Of how much; null where that is not known.</param>
public sealed record RunUnderWay(long Number, string Name, string Sentence, int? Done, int? Total);

/// <summary>A run that has ended.</summary>
/// <param name="Name">What it did, for readers.</param>
/// <param name="Started">When it began, for readers.</param>
/// <param name="Outcome">How it ended, for readers.</param>
/// <param name="IsWell">Whether it ended well.</param>
public sealed record PastRun(string Name, string Started, string Outcome, bool IsWell);
