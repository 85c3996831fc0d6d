using Microsoft.AspNetCore.Components;

namespace Sheaf.Desk.Pages;

/// <summary>A month's draft: its text, and beside it the page that it makes.</summary>
/// <param name="Frame">What stands around it.</param>
/// <param name="Month">As <c>2024-04</c>.</param>
public sealed record DraftPageModel(DeskFrame Frame, string Month)
{
    /// <summary>What the box holds; null where there is no draft.</summary>
    public string? Text { get; init; }

    /// <summary>The version that is in the box; empty for none.</summary>
    public string Etag { get; init; } = "";

    /// <summary>The draft, below the workspace.</summary>
    public string File { get; init; } = "";

    /// <summary>As it will look.</summary>
    public MarkupString Rendered { get; init; }

    /// <summary>What can be moved, in its order.</summary>
    public IReadOnlyList<DraftBlockRow> Blocks { get; init; } = [];

    /// <summary>What bringing it up to date would change.</summary>
    public IReadOnlyList<DraftHunk> Hunks { get; init; } = [];

    /// <summary>What arXiv says differently now where she has worked.</summary>
    public IReadOnlyList<DraftDifference> Changed { get; init; } = [];

    /// <summary>Why it cannot be brought up to date, in a sentence; null where it can.</summary>
    public string? Problem { get; init; }

    /// <summary>Whether the file cannot be written here.</summary>
    public bool IsUnreadable { get; init; }

    /// <summary>What stood in the way of saving; null for nothing.</summary>
    public DraftConflict? Conflict { get; init; }

    /// <summary>The line that was asked for; null for none.</summary>
    public DraftPlace? Place { get; init; }
}

/// <summary>A line of a draft.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Text">What it says; null where the draft ends before it.</param>
public sealed record DraftPlace(int Line, string? Text);

/// <summary>A part of a draft that can be moved.</summary>
/// <param name="Key">By which it is moved.</param>
/// <param name="Label">Its first line, for readers.</param>
/// <param name="Level">Of a heading; 0 for an entry.</param>
/// <param name="Up">What it comes to stand before one step up, empty for the end; null for no such step.</param>
/// <param name="Down">The same one step down.</param>
public sealed record DraftBlockRow(string Key, string Label, int Level, string? Up, string? Down);

/// <summary>Neighbouring changes.</summary>
/// <param name="Header">Which lines they are about.</param>
/// <param name="Lines">In their order.</param>
public sealed record DraftHunk(string Header, IReadOnlyList<DraftHunkLine> Lines);

/// <param name="Sign">A blank, <c>-</c> or <c>+</c>.</param>
/// <param name="Text">The line, on one line.</param>
public sealed record DraftHunkLine(char Sign, string Text);

/// <summary>The same place in two texts.</summary>
/// <param name="One">Hers, or what it was.</param>
/// <param name="Other">The file's, or what it is now.</param>
public sealed record DraftDifference(string One, string Other)
{
    /// <summary>The paper; null where it is about none.</summary>
    public string? Id { get; init; }
}

/// <summary>Words that could not be saved, as the draft was changed elsewhere.</summary>
/// <param name="Sentence">What has happened.</param>
/// <param name="Merged">Both texts together; null where she must choose.</param>
/// <param name="Differences">Where they differ: hers, and the file's.</param>
public sealed record DraftConflict(string Sentence, string? Merged, IReadOnlyList<DraftDifference> Differences);
