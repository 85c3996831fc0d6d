namespace Sheaf.Desk.Pages;

/// <summary>What a check of a month has found.</summary>
/// <param name="Frame">What stands around it.</param>
/// <param name="Month">As <c>2024-04</c>.</param>
/// <param name="Groups">By severity and kind.</param>
public sealed record CheckPageModel(DeskFrame Frame, string Month, IReadOnlyList<FindingGroup> Groups)
{
    /// <summary>How it stands, in a sentence.</summary>
    public string Sentence { get; init; } = "";

    /// <summary>How many can be mended for certain.</summary>
    public int Certain { get; init; }

    /// <summary>What the store does not know, in sentences.</summary>
    public IReadOnlyList<string> Unchecked { get; init; } = [];
}

/// <summary>Findings of a kind.</summary>
/// <param name="Title">The kind, for readers.</param>
/// <param name="Findings">By file and line.</param>
public sealed record FindingGroup(string Title, IReadOnlyList<FindingRow> Findings);

/// <summary>One finding.</summary>
/// <param name="Key">Stays while it does.</param>
/// <param name="Place">File and line, for readers.</param>
/// <param name="Message">What is wrong and what to do.</param>
/// <param name="Before">The line as it is, where it can be mended for certain; else null.</param>
/// <param name="After">The line as it would be; null where it would go.</param>
public sealed record FindingRow(string Key, string Place, string Message, string? Before, string? After);
