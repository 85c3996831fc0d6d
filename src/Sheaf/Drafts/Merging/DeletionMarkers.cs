using System.Text.RegularExpressions;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Drafts.Merging;

/// <summary>
/// Papers that Sheaf writes no more in a draft, as the base remembers them in a comment at its end: what the editor deleted and the list
/// has no more, which must not come back when it is listed again; and what the editor wrote before Sheaf did.
/// </summary>
/// <param name="Listed">Entries of the list.</param>
/// <param name="InDepth">Sections of a paper.</param>
internal sealed partial record DeletionMarkers(IReadOnlySet<ArxivIdentifier> Listed, IReadOnlySet<ArxivIdentifier> InDepth)
{
    public static DeletionMarkers Nothing { get; } = new(new HashSet<ArxivIdentifier>(), new HashSet<ArxivIdentifier>());

    public bool IsNothing => Listed.Count + InDepth.Count == 0;

    /// <summary>Takes the comment off a base.</summary>
    public static (string Text, DeletionMarkers Left) Read(string text)
    {
        if (Comment().Match(text) is not { Success: true } comment)
        {
            return (text, Nothing);
        }

        return (text[..comment.Index], new(Papers(comment.Groups["listed"]), Papers(comment.Groups["depth"])));
    }

    /// <summary>Puts the comment on a base; without anything to remember, the text as it is.</summary>
    public string Written(string text) =>
        IsNothing ? text : $"{text}<!-- left to the editor:{Names(Listed)}; in depth:{Names(InDepth)} -->\n";

    public bool Has(ArxivIdentifier paper, bool inDepth) => (inDepth ? InDepth : Listed).Contains(paper);

    private static HashSet<ArxivIdentifier> Papers(Group names) =>
        [.. names.Value.Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Select(name => ArxivIdentifier.TryParse(name, out var paper) ? paper : (ArxivIdentifier?)null).OfType<ArxivIdentifier>()];

    private static string Names(IEnumerable<ArxivIdentifier> papers) => string.Concat(papers.Order().Select(paper => $" {paper}"));

    [GeneratedRegex(
        @"<!-- left to the editor:(?<listed>[^;<>]*); in depth:(?<depth>[^;<>]*) -->\s*\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Comment();
}
