using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Editing;

/// <summary>An entry of a list as a page shows it.</summary>
/// <param name="Key">
/// Names it for as long as its file and paper stay, whatever happens to the file's other lines; safe in an address.
/// </param>
/// <param name="File">The list, below the workspace, with <c>/</c> on every system.</param>
/// <param name="Line">Where its reference stands, from 1.</param>
/// <param name="Paper">Which paper it is; null where the reference is malformed.</param>
/// <param name="Written">The reference as written.</param>
/// <param name="Starred">To be treated in depth.</param>
/// <param name="Tags">Without <c>#</c>, as spelled, each once.</param>
/// <param name="Note">In Markdown, lines separated by <c>\n</c>; null for none.</param>
/// <param name="Section">The heading it stands under, as written; null for none but the file's title.</param>
/// <param name="Etag">Changes when one of its own lines does, and only then; hexadecimal.</param>
internal sealed record ListEntry(
    string Key, string File, int Line, ArxivIdentifier? Paper, string Written, bool Starred, IReadOnlyList<string> Tags, string? Note,
    string? Section, string Etag)
{
    /// <summary>Its own lines as they are, separated by <c>\n</c>.</summary>
    public required string Text { get; init; }

    /// <summary>Why the reference is malformed, one sentence without its final stop; null where it is not.</summary>
    public string? Problem { get; init; }

    /// <summary>Whether it stands in running prose, where nothing of it can be changed at its place.</summary>
    public bool IsMention { get; init; }
}
