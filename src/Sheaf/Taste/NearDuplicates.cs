using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Taste;

/// <summary>The same work under several identifiers, shown once.</summary>
public static class NearDuplicates
{
    /// <summary>The best ranked of each work, in the order given, with the other identifiers of the same work.</summary>
    public static IReadOnlyList<(RankedPaper Paper, IReadOnlyList<ArxivIdentifier> Same)> Fold(IReadOnlyList<RankedPaper> ranked) =>
    [
        .. ranked
            .GroupBy(paper => paper.Paper.Title.Trim().ToLowerInvariant(), StringComparer.Ordinal)
            .Select(group => (group.First(), (IReadOnlyList<ArxivIdentifier>)[.. group.Skip(1).Select(paper => paper.Paper.Identifier)])),
    ];
}
