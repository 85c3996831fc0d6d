using Microsoft.AspNetCore.Components;

namespace Sheaf.Desk.Pages;

/// <summary>What a search of the store found.</summary>
/// <param name="Frame">What stands around it.</param>
/// <param name="Query">As it was typed.</param>
/// <param name="Author">Of whom the papers must be; empty for anybody.</param>
/// <param name="Category">Which category they must have; empty for any.</param>
/// <param name="Found">The best first; null where nothing was looked for.</param>
public sealed record SearchPageModel(DeskFrame Frame, string Query, string Author, string Category, IReadOnlyList<FoundRow>? Found)
{
    /// <summary>Why nothing could be looked for; null else.</summary>
    public string? Problem { get; init; }
}

/// <summary>A paper that was found.</summary>
/// <param name="Id">The canonical identifier.</param>
/// <param name="Title">With what was looked for marked.</param>
/// <param name="Authors">The first of them.</param>
/// <param name="Day">Of version 1.</param>
/// <param name="Categories">The primary one first.</param>
/// <param name="Excerpt">A piece of the abstract with what was looked for marked.</param>
/// <param name="State">What was decided on it, for readers; null for nothing.</param>
public sealed record FoundRow(
    string Id, MarkupString Title, string Authors, string Day, IReadOnlyList<string> Categories, MarkupString Excerpt, string? State);

/// <summary>One paper.</summary>
/// <param name="Frame">What stands around it.</param>
/// <param name="Id">The canonical identifier.</param>
/// <param name="Title">With its formulas set.</param>
/// <param name="Abstract">With its formulas set.</param>
/// <param name="Facts">What else is known, with names, in the order in which it is shown.</param>
/// <param name="Month">Of its first version, as <c>2024-04</c>.</param>
/// <param name="State"><c>open</c>, <c>taken</c>, <c>starred</c>, <c>later</c> or <c>refused</c>.</param>
public sealed record PaperPageModel(
    DeskFrame Frame, string Id, MarkupString Title, MarkupString Abstract, IReadOnlyList<PaperFact> Facts, string Month, string State);

/// <summary>Something that is known of a paper.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">What it says.</param>
/// <param name="Path">Where it leads; null for no link.</param>
public sealed record PaperFact(string Name, string Value, string? Path = null);
