using Microsoft.AspNetCore.Components;

namespace Sheaf.Desk.Pages;

/// <summary>What a check of a month has found.</summary>
/// <param name="Frame">What stands around it.</param>
/// <param name="Month">As <c>2024-04</c>.</param>
/// <param name="Groups">By severity and kind.</param>
public sealed record CheckPageModel(DeskFrame Frame, string Month, IReadOnlyList<FindingGroup> Groups)
{
    /// <summary>How it stands, in a sentence.</summary>
    public string Sentence { get; init; } = "";

    /// <summary>When arXiv was last asked, in a sentence.</summary>
    public string Asked { get; init; } = "";

    /// <summary>What a click has changed; null for none.</summary>
    public MadeEdit? Made { get; init; }

    /// <summary>How many can be mended for certain.</summary>
    public int Certain { get; init; }

    /// <summary>What the store does not know, in sentences.</summary>
    public IReadOnlyList<string> Unchecked { get; init; } = [];
}

/// <summary>What was changed in the editor's files at once, and can be taken back at once.</summary>
/// <param name="Sentence">What was done, or taken back.</param>
/// <param name="Number">The edit's; null where nothing was changed.</param>
/// <param name="IsUndone">Whether it has been taken back.</param>
/// <param name="Files">File by file.</param>
public sealed record MadeEdit(string Sentence, int? Number, bool IsUndone, IReadOnlyList<MadeChange> Files);

/// <summary>Lines that were changed.</summary>
/// <param name="File">Below the workspace.</param>
/// <param name="Before">As they were; empty where lines came.</param>
/// <param name="After">As they became; empty where lines went.</param>
public sealed record MadeChange(string File, string Before, string After);

/// <summary>Findings of a kind.</summary>
/// <param name="Code">The kind: <c>no-words</c>.</param>
/// <param name="Title">The kind and how many there are, for readers.</param>
/// <param name="Severity">For readers.</param>
/// <param name="Findings">By file and line.</param>
public sealed record FindingGroup(string Code, string Title, string Severity, IReadOnlyList<FindingRow> Findings)
{
    /// <summary>What is said of all of them alike; null where each has words of its own.</summary>
    public string? Message { get; init; }

    /// <summary>How many sentences of it can be kept as they are.</summary>
    public int Keepable => Findings.Count(finding => finding.CanKeep);

    /// <summary>Whether bringing the draft up to date settles them.</summary>
    public bool WantsDraft { get; init; }
}

/// <summary>One finding.</summary>
/// <param name="Key">Stays while it does.</param>
/// <param name="Place">File and line, for readers.</param>
/// <param name="Message">What is wrong and what to do; null where its group says it.</param>
/// <param name="Line">The line as it is; null where it cannot be shown.</param>
public sealed record FindingRow(string Key, string Place, string? Message, string? Line)
{
    /// <summary>The line's number, from 1.</summary>
    public int Number { get; init; }

    /// <summary>The paper that it is about, as linked; null for none.</summary>
    public string? Id { get; init; }

    /// <summary>The paper's title; null where the store does not have it.</summary>
    public MarkupString? Title { get; init; }

    /// <summary>The paper's row on the page of the list; null where it is on none.</summary>
    public string? ListPath { get; init; }

    /// <summary>The place on the page of the draft; null where it stands in none.</summary>
    public string? DraftPath { get; init; }

    /// <summary>The paper that was meant, for readers; null where none is proposed.</summary>
    public string? Meant { get; init; }

    /// <summary>Its identifier.</summary>
    public string? MeantId { get; init; }

    /// <summary>Whether how to mend it is certain.</summary>
    public bool CanMend { get; init; }

    /// <summary>The line as it would be once it is mended; null where it would go.</summary>
    public string? After { get; init; }

    /// <summary>Whether it is a sentence that can be kept as it is, without its mark.</summary>
    public bool CanKeep { get; init; }

    /// <summary>The finding below, to which the page goes on; null for the last.</summary>
    public string? Next { get; init; }
}
