using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Ranking;

/// <summary>The same work under several identifiers, shown once.</summary>
/// <remarks>
/// Only papers that meet in a bucket are compared (<see cref="PaperFingerprint.Buckets"/>), and a bucket holds only so many, so that the
/// time grows with the number of papers and not with its square.
/// </remarks>
internal static class NearDuplicates
{
    /// <summary>What so many different works have in common says nothing.</summary>
    private const int MostInBucket = 40;

    /// <summary>The best ranked of each work, in the order given, with the other identifiers of the same work.</summary>
    public static IReadOnlyList<(RankedPaper Paper, IReadOnlyList<ArxivIdentifier> Same)> Fold(IReadOnlyList<RankedPaper> ranked)
    {
        var works = new WorksOfARanking();
        var folded = new Dictionary<string, (RankedPaper Paper, List<ArxivIdentifier> Same)>();
        var prints = ranked.Select(paper => (paper.Paper.Identifier, PaperFingerprint.Of(paper.Paper))).ToList();
        foreach (var (paper, above) in ranked.Zip(Above(prints)))
        {
            var identifier = paper.Paper.Identifier;
            if (works.Find(identifier.ToString(), above) is { } work)
            {
                folded[work].Same.Add(identifier);
            }
            else
            {
                folded.Add(identifier.ToString(), (paper, []));
            }
        }

        return [.. folded.Values.Select(work => (work.Paper, (IReadOnlyList<ArxivIdentifier>)work.Same))];
    }

    /// <summary>For each paper those ranked above it that are the same work, the best ranked first.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Above(IReadOnlyList<(ArxivIdentifier Identifier, PaperFingerprint Print)> ranked)
    {
        var buckets = new Dictionary<ulong, List<int>>();
        var above = new List<IReadOnlyList<string>>(ranked.Count);
        foreach (var (at, (_, print)) in ranked.Index())
        {
            var near = new SortedSet<int>(print.Buckets.SelectMany(bucket => buckets.GetValueOrDefault(bucket, [])));
            above.Add(
                [.. near.Where(paper => print.IsSameWork(ranked[paper].Print)).Select(paper => ranked[paper].Identifier.ToString())]);
            Keep(print, at, buckets);
        }

        return above;
    }

    private static void Keep(PaperFingerprint print, int paper, Dictionary<ulong, List<int>> buckets)
    {
        foreach (var bucket in print.Buckets)
        {
            if (!buckets.TryGetValue(bucket, out var papers))
            {
                buckets.Add(bucket, papers = []);
            }

            if (papers.Count < MostInBucket)
            {
                papers.Add(paper);
            }
        }
    }
}

/// <summary>The works of a ranking, or of a part of it, as it is gone through from its top.</summary>
internal sealed class WorksOfARanking
{
    private readonly HashSet<string> _works = [];

    /// <summary>The work that a paper is, of those gone through before; null where the paper is a work of its own.</summary>
    /// <param name="paper">The next one.</param>
    /// <param name="above">Those above it in the whole ranking that are the same work, the best ranked first.</param>
    public string? Find(string paper, IReadOnlyList<string> above)
    {
        var work = above.FirstOrDefault(_works.Contains);
        if (work is null)
        {
            _works.Add(paper);
        }

        return work;
    }
}
