using Sheaf.Arxiv.Eprints;

namespace Sheaf.Drafts.Model;

/// <summary>One paper of a draft, from however many places of the curated lists.</summary>
/// <param name="Eprint">The paper.</param>
/// <param name="Note">The editor's words in Markdown; null where there are none.</param>
/// <param name="Starred">To be treated in depth.</param>
/// <param name="Tags">Without <c>#</c>, each once.</param>
/// <param name="Section">The heading of the curated list; null for none.</param>
/// <param name="Suggestion">
/// In place of a note, one sentence of the abstract on one line, TeX intact; null where there is a note, or no sentence that could be printed.
/// </param>
public sealed record DraftEntry(Eprint Eprint, string? Note, bool Starred, IReadOnlyList<string> Tags, string? Section, string? Suggestion)
{
    /// <summary>Of the authors of a paper in depth so many are named, and their number is told: a collaboration may have thousands.</summary>
    public const int AuthorsInDepth = 10;

    /// <summary>The day of version 1, UTC.</summary>
    public DateOnly Day => DateOnly.FromDateTime(Eprint.FirstSubmitted.UtcDateTime);

    /// <summary>The paper's page, always of its most recent version.</summary>
    public string Link => $"https://arxiv.org/abs/{Eprint.Identifier}";
}
