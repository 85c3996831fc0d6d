namespace Sheaf.Replica;

/// <summary>The versions of a paper, oldest first; never empty.</summary>
internal sealed record History(IReadOnlyList<CorpusVersion> Versions)
{
    public CorpusVersion First => Versions[0];

    public CorpusVersion Latest => Versions[^1];

    public static History Of(CorpusPaper paper)
    {
        CorpusVersion[] versions = paper.Versions.Count > 0 ? [.. paper.Versions] : Assumed(paper);
        if (paper.Withdrawn)
        {
            versions[^1] = versions[^1] with { Withdrawn = true };
        }

        return new History(versions);
    }

    /// <summary>The version of that number, or null.</summary>
    public CorpusVersion? Find(int number) => number >= 1 && number <= Versions.Count ? Versions[number - 1] : null;

    // A corpus without histories tells the first and the last day only; what lies between is put on the last.
    private static CorpusVersion[] Assumed(CorpusPaper paper) =>
    [
        .. Enumerable.Range(1, Math.Max(1, paper.LatestVersion ?? 1))
            .Select(number => new CorpusVersion(number, number == 1 ? paper.FirstSubmitted : paper.LastSubmitted ?? paper.FirstSubmitted)),
    ];
}
