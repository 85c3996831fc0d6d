using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Lists;

/// <summary>One paper as an editor put it on a curated list.</summary>
/// <param name="Line">Where the reference stands, from 1.</param>
/// <param name="Raw">The reference as written.</param>
/// <param name="Reference">What it names; null where it is malformed.</param>
/// <param name="Problem">Why it is malformed, one sentence without its final stop; null where it is not.</param>
/// <param name="ClaimedTitle">
/// The text of the Markdown link to the paper; null where there is none or it is no title (<c>pdf</c>, an identifier).
/// </param>
/// <param name="Starred">To be treated in depth.</param>
/// <param name="Tags">Without <c>#</c>, as spelled, each once.</param>
/// <param name="Note">The editor's own words in Markdown, lines separated by <c>\n</c>; null where there are none.</param>
/// <param name="Section">The heading it stands under, as written; null where there is none but the file's title.</param>
/// <param name="IsMention">Whether it stands in running prose, and is not an item of the list.</param>
internal sealed record CuratedEntry(
    int Line,
    string Raw,
    EprintReference? Reference,
    string? Problem,
    string? ClaimedTitle,
    bool Starred,
    IReadOnlyList<string> Tags,
    string? Note,
    string? Section,
    bool IsMention)
{
    /// <summary>The lines that it takes up, from 1: of an item those of its note, too.</summary>
    internal IReadOnlyList<int> Lines { get; init; } = [Line];

    /// <summary>Where in its line the reference stands.</summary>
    internal EntryColumns Columns { get; init; }

    /// <summary>Whether it stands in the row of a table.</summary>
    internal bool IsRow { get; init; }
}

/// <summary>Where in its line a reference stands.</summary>
/// <param name="Text">Where the text of the item or the cell begins.</param>
/// <param name="Start">Where the reference begins, with all that spells it.</param>
/// <param name="End">After it.</param>
internal readonly record struct EntryColumns(int Text, int Start, int End);
