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
        var works = new List<(RankedPaper Paper, IReadOnlyList<ArxivIdentifier> Same)>(ranked.Count);
        var prints = new List<PaperFingerprint>(ranked.Count);
        var buckets = new Dictionary<ulong, List<int>>();
        foreach (var paper in ranked)
        {
            var print = PaperFingerprint.Of(paper.Paper);
            if (Find(print, prints, buckets) is { } work)
            {
                works[work] = (works[work].Paper, [.. works[work].Same, paper.Paper.Identifier]);
                continue;
            }

            Keep(print, works.Count, buckets);
            works.Add((paper, []));
            prints.Add(print);
        }

        return works;
    }

    /// <summary>The best ranked work that this is; null where it is new.</summary>
    private static int? Find(PaperFingerprint print, List<PaperFingerprint> prints, Dictionary<ulong, List<int>> buckets)
    {
        var near = new SortedSet<int>(print.Buckets.SelectMany(bucket => buckets.GetValueOrDefault(bucket, [])));
        return near.Where(work => print.IsSameWork(prints[work])).Cast<int?>().FirstOrDefault();
    }

    private static void Keep(PaperFingerprint print, int work, Dictionary<ulong, List<int>> buckets)
    {
        foreach (var bucket in print.Buckets)
        {
            if (!buckets.TryGetValue(bucket, out var works))
            {
                buckets.Add(bucket, works = []);
            }

            if (works.Count < MostInBucket)
            {
                works.Add(work);
            }
        }
    }
}
