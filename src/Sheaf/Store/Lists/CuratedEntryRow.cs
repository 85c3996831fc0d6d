using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Store.Lists;

/// <summary>One entry of a curated file. Exactly one of <see cref="Identifier"/> and <see cref="Problem"/> is given.</summary>
public sealed record CuratedEntryRow
{
    /// <summary>From 1.</summary>
    public required int Line { get; init; }

    /// <summary>The reference as written.</summary>
    public required string Raw { get; init; }

    /// <summary>Null where the reference is malformed.</summary>
    public ArxivIdentifier? Identifier { get; init; }

    /// <summary>Why the reference is malformed; null where it is not.</summary>
    public string? Problem { get; init; }

    /// <summary>The version the reference names; null where it names none.</summary>
    public int? Version { get; init; }

    public bool Starred { get; init; }

    /// <summary>Without <c>#</c>.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    public string? Note { get; init; }

    /// <summary>The text of a Markdown link; null where there is none.</summary>
    public string? ClaimedTitle { get; init; }

    /// <summary>The heading it stands under; null where there is none.</summary>
    public string? Section { get; init; }

    /// <summary>Whether the reference stands in running prose and is not an item of the list.</summary>
    public bool IsMention { get; init; }
}
