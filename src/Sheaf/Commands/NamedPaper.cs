using Sheaf.Arxiv.Identifiers;
using Sheaf.Curation.Readers;

namespace Sheaf.Commands;

/// <summary>One reference that a person typed, or that was found in a text.</summary>
/// <param name="Written">As typed or found.</param>
/// <param name="Reference">What it names; null where it cannot be read or is not on arXiv.</param>
/// <param name="Problem">Why it cannot be read; null where it can, and where it names something that is not on arXiv.</param>
internal sealed record NamedPaper(string Written, EprintReference? Reference, string? Problem)
{
    /// <summary>The text it was found in; null where it was typed.</summary>
    public string? Source { get; init; }

    /// <summary>Where in that text, from 1.</summary>
    public int? Line { get; init; }

    /// <summary>What that text calls it; null where it does not.</summary>
    public string? Title { get; init; }

    public static NamedPaper Typed(string text) =>
        IdentifierFinder.TryReadReference(text, out var reference) ? new(text, reference, null)
        : ElsewhereEntries.Find(text) is not null ? new(text, null, null)
        : new(text, null, EprintReference.ExplainMalformed(text));

    /// <summary>
    /// The entries of a text in their order; the mentions where it has no entries at all, as in a curated list. A link to one version of a
    /// paper stands for the paper: which version a stranger had before him does not matter to the editor.
    /// </summary>
    public static IEnumerable<NamedPaper> FoundIn(string source, ReadList list)
    {
        var claims = list.Listed.Select(claim => new NamedPaper(
            claim.Reference.Text,
            claim.Reference.Reference is { } reference ? reference with { Version = null } : null,
            claim.Reference.Problem)
        { Source = source, Line = claim.Line, Title = claim.Title });
        var others = list.Paperless.Select(entry => new NamedPaper(entry.Text, null, null) { Source = source, Line = entry.Line });
        return claims.Concat(others).OrderBy(paper => paper.Line);
    }

    /// <summary>How it was written, where a reader would not see the identifier in that: a reference that was repaired, for one.</summary>
    public string? Spelling => Reference is { } reference && Written.Contains(reference.Identifier.ToString(), StringComparison.OrdinalIgnoreCase) ? null : Written;
}
