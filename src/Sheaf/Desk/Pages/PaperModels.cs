namespace Sheaf.Desk.Pages;

/// <summary>One paper.</summary>
/// <param name="Frame">What stands around it.</param>
/// <param name="Row">As in a row of papers, open.</param>
/// <param name="Standing">Where it stands, and what was decided on it.</param>
public sealed record PaperPageModel(DeskFrame Frame, PaperRow Row, PaperStandingModel Standing)
{
    /// <summary>What is known of it where the store does not have it; null where it does.</summary>
    public string? Absent { get; init; }

    /// <summary>The month whose harvest asks arXiv for it, as <c>2024-04</c>; null where none does.</summary>
    public string? LookUp { get; init; }

    /// <summary>What else is known, in the order in which it is shown.</summary>
    public IReadOnlyList<PaperFact> Facts { get; init; } = [];

    /// <summary>Its versions, the oldest first.</summary>
    public IReadOnlyList<string> Versions { get; init; } = [];

    /// <summary>What arXiv changed since Sheaf had first read it.</summary>
    public IReadOnlyList<PaperChangeRow> Changes { get; init; } = [];

    /// <summary>Who listed it among what people noticed, in sentences.</summary>
    public IReadOnlyList<string> Signals { get; init; } = [];
}

/// <summary>Where a paper stands, and what was decided on it.</summary>
/// <param name="Id">The canonical identifier.</param>
/// <param name="Places">Lists, drafts and past issues.</param>
/// <param name="Decisions">The latest first.</param>
public sealed record PaperStandingModel(string Id, IReadOnlyList<PlaceLink> Places, IReadOnlyList<PaperDecided> Decisions);

/// <summary>A decision of the journal.</summary>
/// <param name="Edit">Its number.</param>
/// <param name="Made">When, for readers.</param>
/// <param name="What">What was decided.</param>
/// <param name="IsUndone">Whether it has been taken back.</param>
public sealed record PaperDecided(int Edit, string Made, string What, bool IsUndone);

/// <summary>Something that is known of a paper.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">What it says.</param>
/// <param name="Source">Which of arXiv's interfaces said so; null where none did.</param>
/// <param name="Path">Where it leads; null for no link.</param>
public sealed record PaperFact(string Name, string Value, string? Source = null, string? Path = null);

/// <summary>Something that arXiv changed.</summary>
/// <param name="What">Which field.</param>
/// <param name="Before">As it was; empty for nothing.</param>
/// <param name="After">As it is.</param>
/// <param name="Noticed">When Sheaf heard of it.</param>
public sealed record PaperChangeRow(string What, string Before, string After, string Noticed);
