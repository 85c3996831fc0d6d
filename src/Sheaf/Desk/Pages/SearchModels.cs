namespace Sheaf.Desk.Pages;

/// <summary>What the form of a search holds, as it was typed; empty is any.</summary>
/// <param name="Query">Words, an identifier or a link.</param>
/// <param name="Author">Of whom the papers must be.</param>
/// <param name="Category">Which they must have.</param>
/// <param name="From">The first day of first versions, whole or in part.</param>
/// <param name="To">The last one.</param>
public sealed record SearchFields(string Query, string Author, string Category, string From, string To)
{
    /// <summary><c>all</c>, <c>listed</c> or <c>open</c>.</summary>
    public string Show { get; init; } = "all";

    /// <summary><c>best</c> or <c>newest</c>.</summary>
    public string Order { get; init; } = "best";
}

/// <summary>What a search of the store found.</summary>
/// <param name="Frame">What stands around it.</param>
/// <param name="Fields">Of its form.</param>
public sealed record SearchPageModel(DeskFrame Frame, SearchFields Fields)
{
    /// <summary>A window of what was found; null where nothing was looked for.</summary>
    public IReadOnlyList<PaperRow>? Rows { get; init; }

    /// <summary>How many there are in all.</summary>
    public string Total { get; init; } = "";

    /// <summary>Why not all of them are in this order; null where they are.</summary>
    public string? Bound { get; init; }

    /// <summary>The paper that was named and that the store does not have; null for none.</summary>
    public string? Unknown { get; init; }

    /// <summary>Why nothing could be looked for; null else.</summary>
    public string? Problem { get; init; }

    /// <summary>Where this window is.</summary>
    public string Here { get; init; } = "/search";

    /// <summary>Where the window before it is; null for none.</summary>
    public string? PreviousPath { get; init; }

    /// <summary>Where the next one is; null for none.</summary>
    public string? NextPath { get; init; }
}

/// <summary>A month whose list a paper may go to.</summary>
/// <param name="Month">As <c>2024-04</c>.</param>
/// <param name="Title">For readers.</param>
public sealed record MonthChoice(string Month, string Title);

/// <summary>Where a paper is an entry.</summary>
/// <param name="Text">For readers.</param>
/// <param name="Path">Where that is; null for no link.</param>
/// <param name="IsList">Whether it is a list, and no past issue.</param>
public sealed record PlaceLink(string Text, string? Path, bool IsList);
