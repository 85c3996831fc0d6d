namespace Sheaf.Desk;

/// <summary>What GET <c>/api/YYYY-MM/list</c> answers.</summary>
/// <param name="Entries">In the order of the files.</param>
internal sealed record ListJson(IReadOnlyList<ListEntryJson> Entries);

/// <summary>What PATCH <c>/api/entries/KEY</c> takes; what is left out stays.</summary>
internal sealed record EntryRequest
{
    public bool? Starred { get; init; }

    /// <summary>The same, as a decision names it.</summary>
    public bool? Star { get; init; }

    /// <summary>All of them, with or without their <c>#</c>.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>Empty for no note.</summary>
    public string? Note { get; init; }

    /// <summary>The heading to stand under; empty for none.</summary>
    public string? Section { get; init; }
}

/// <summary>What a change of an entry answers.</summary>
/// <param name="Edit">The edit's number; null where nothing changed.</param>
/// <param name="Entry">As it stands now; null where it was removed.</param>
/// <param name="Warnings">What a person should be told, in sentences.</param>
internal sealed record EntryChangeJson(int? Edit, ListEntryJson? Entry, IReadOnlyList<string> Warnings);

/// <summary>A problem document where an entry is not what the page showed.</summary>
/// <param name="Current">Its lines as they are; null where it is gone.</param>
/// <param name="Asked">What the change would have made of them; null where it has no place.</param>
/// <param name="Etag">What it is now; null where it is gone.</param>
internal sealed record EntryProblemJson(string Type, string Title, int Status, string Detail, string? Current, string? Asked, string? Etag);

/// <summary>What POST <c>/api/lists</c> takes.</summary>
/// <param name="Month">Whose list, as <c>2024-04</c>; null: each paper goes to its own.</param>
/// <param name="Text">Anything that names papers.</param>
internal sealed record PasteRequest(string? Month, string? Text);
