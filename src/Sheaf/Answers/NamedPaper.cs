using Sheaf.Arxiv.Identifiers;
using Sheaf.Lists.Import;

namespace Sheaf.Answers;

/// <summary>One reference that a person typed, or one place of a text that names a paper or was meant to.</summary>
/// <param name="Written">As typed or found.</param>
/// <param name="Reference">What it names; null where it cannot be read or is not on arXiv.</param>
/// <param name="Problem">Why it is not added, one sentence without capital and full stop; null where it may be.</param>
internal sealed record NamedPaper(string Written, EprintReference? Reference, string? Problem)
{
    /// <summary>Why it is not added, as the contract's outcomes have it; null where it may be.</summary>
    public string? LeftAs { get; init; }

    /// <summary>The text it was found in; null where it was typed.</summary>
    public string? Source { get; init; }

    /// <summary>Where in that text, from 1.</summary>
    public int? Line { get; init; }

    /// <summary>What that text calls it; null where it does not.</summary>
    public string? Title { get; init; }

    /// <summary>What that text claims of it; null where it was typed, and where the text names no identifier.</summary>
    public Claim? Claim { get; init; }

    /// <summary>The month that the heading above it names.</summary>
    public Month? HeadingMonth { get; init; }

    /// <summary>The papers that a damaged identifier may mean.</summary>
    public IReadOnlyList<ArxivIdentifier> MayMean { get; init; } = [];

    /// <summary>The paper that its title names, which nobody has said yes to.</summary>
    public SuggestionJson? Suggestion { get; init; }

    /// <summary>Whether it is only told where titles are looked up: any item of words could be one.</summary>
    public bool IsOnlyWords { get; init; }

    public static NamedPaper Typed(string text) =>
        IdentifierFinder.TryReadReference(text, out var reference) ? new(text, reference, null)
        : ElsewhereEntries.Find(text) is not null ? new(text, null, "it leads elsewhere than to arXiv") { LeftAs = Outcomes.NotArxiv }
        : new(
            text, null,
            EprintReference.ExplainMalformed(text))
        {
            LeftAs = Outcomes.Unreadable,
            MayMean = IdentifierFinder.ReadToken(text)?.MayMean ?? [],
        };

    /// <summary>
    /// Every place of a text, in their order. A link to one version of a paper stands for the paper: which version a stranger had before
    /// him does not matter to the editor. What the text says once more of a paper that it lists is part of that entry.
    /// </summary>
    public static IEnumerable<NamedPaper> FoundIn(string source, ReadList list)
    {
        var listed = list.Listed.ToHashSet(ReferenceEqualityComparer.Instance);
        var known = list.Listed.Select(claim => claim.Reference.Reference?.Identifier).OfType<ArxivIdentifier>().ToHashSet();
        var claims = list.Claims
            .Where(claim => listed.Contains(claim) || claim.Reference.Reference is not { } reference || known.Add(reference.Identifier))
            .Select(claim => Of(claim, listed.Contains(claim)));
        return claims.Concat(list.Paperless.Select(Of)).Select(paper => paper with { Source = source }).OrderBy(paper => paper.Line);
    }

    /// <summary>How it was written, where a reader would not see the identifier in that: a reference that was repaired, for one.</summary>
    public string? Spelling =>
        Reference is { } reference && Written.Contains(reference.Identifier.ToString(), StringComparison.OrdinalIgnoreCase)
            ? null
            : Written;

    private static NamedPaper Of(Claim claim, bool isListed)
    {
        var (leftAs, problem) = (isListed, claim.Reference.Problem) switch
        {
            (true, { } damage) => (Outcomes.Unreadable, damage),
            (true, null) => (null, null),
            (false, { } damage) when !claim.IsInRecord => (Outcomes.Unreadable, damage),
            _ => (Outcomes.Mention, claim.IsInRecord ? "it stands in a record of another paper"
                : claim.IsAside ? "it belongs to the entry of another paper, or stands in code or in a comment"
                : "it stands in running prose, and the text has entries"),
        };
        return new(claim.Reference.Text, claim.Reference.Reference is { } reference ? reference with { Version = null } : null, problem)
        {
            LeftAs = leftAs,
            Line = claim.Line,
            Title = claim.Title,
            Claim = claim,
            HeadingMonth = claim.HeadingMonth,
            MayMean = claim.Reference.MayMean,
        };
    }

    private static NamedPaper Of(PaperlessEntry entry)
    {
        var problem = entry.Reason switch
        {
            PaperlessReason.LeadsElsewhere => "it leads elsewhere than to arXiv",
            PaperlessReason.OpaqueLink => "its link hides where it leads: open it, and add the paper by its own link",
            PaperlessReason.NoIdentifier => "there is no identifier in a field that was made for one",
            _ => "it has no link and no identifier",
        };
        return new(entry.Text, null, problem)
        {
            LeftAs = entry.Reason == PaperlessReason.LeadsElsewhere ? Outcomes.NotArxiv : Outcomes.NoPaper,
            Line = entry.Line,
            Title = entry.Title,
            IsOnlyWords = entry.Reason == PaperlessReason.Words,
        };
    }
}

/// <summary>What becomes of a reference that <c>add</c> is given. The words are part of the contract.</summary>
internal static class Outcomes
{
    public const string Added = "added";

    /// <summary>Some list has it already.</summary>
    public const string AlreadyThere = "already-there";

    /// <summary>Its links can be read, and lead elsewhere.</summary>
    public const string NotArxiv = "not-arxiv";

    /// <summary>A paper in running prose, an abstract or a list of references, left out because the text has entries.</summary>
    public const string Mention = "mention";

    /// <summary>A damaged identifier.</summary>
    public const string Unreadable = "unreadable";

    /// <summary>An entry that names no paper.</summary>
    public const string NoPaper = "no-paper";
}
