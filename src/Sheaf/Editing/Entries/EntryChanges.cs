using Sheaf.Lists;

namespace Sheaf.Editing;

/// <summary>What a page wants of an entry; what is null stays as it is.</summary>
internal sealed record WantedEntry
{
    public bool? Starred { get; init; }

    /// <summary>All of them, each one word with or without its <c>#</c>; none for no tag.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>In Markdown, of one line or more; empty for no note.</summary>
    public string? Note { get; init; }

    /// <summary>
    /// The heading that it is to stand under, in the same file, made at the end if need be; empty for what stands before the first heading.
    /// </summary>
    public string? Section { get; init; }
}

/// <summary>What became of an entry.</summary>
/// <param name="Edit">The number of the edit in the journal; null where nothing was changed, or there is no journal.</param>
/// <param name="Entry">As it stands now; null where it was removed.</param>
/// <param name="Warnings">What a person should be told, in sentences.</param>
internal sealed record EntryOutcome(int? Edit, ListEntry? Entry, IReadOnlyList<string> Warnings);

/// <summary>An entry is not what the page showed, so nothing was written.</summary>
/// <param name="now">As it stands now; null where it is not there any more.</param>
/// <param name="asked">The lines that the change would make of it now; null where it has no place for it, or was to go.</param>
internal sealed class EntryChangedException(ListEntry? now, string? asked)
    : Exception(now is null ? "The entry is not on the list any more." : "The entry has been changed since it was shown.")
{
    public ListEntry? Now => now;

    public string? Asked => asked;
}
