namespace Sheaf.Importing;

/// <summary>
/// Compares the papers of a file that was read to its end with those that snapshots have ever brought. arXiv takes out a few papers a
/// month, from here and there: a file that lacks more, or most of what was given out together, is part of a snapshot.
/// </summary>
/// <param name="file">The papers of the file.</param>
/// <param name="toldBefore">Papers that are known to be gone.</param>
internal sealed class LackingPapers(IdentifierSet file, IReadOnlySet<string> toldBefore)
{
    /// <summary>A whole snapshot lacks at most one in so many papers of the earlier ones,</summary>
    private const int OneIn = 20;

    /// <summary>or, where there are few, so many and no more than half;</summary>
    private const int Few = 10;

    /// <summary>and of so many papers that were given out together, at most half.</summary>
    private const int TellingGroup = 20;

    /// <summary>So many are kept in memory: more than any whole snapshot lacks.</summary>
    private const int MostKept = 200_000;

    private readonly List<string> _papers = [];
    private string _group = "";
    private int _ofGroup;
    private int _lackingOfGroup;
    private bool _lacksGroups;

    /// <summary>How many of all papers are not in the file, without those that were told before.</summary>
    public int Count { get; private set; }

    /// <summary>How many papers there are in all.</summary>
    public int All { get; private set; }

    /// <summary>The lacking papers, in their order: all of them, if the file may be a whole snapshot.</summary>
    public IReadOnlyList<string> Papers => _papers;

    /// <param name="papers">All that snapshots have brought, in the order of their identifiers.</param>
    public void Seek(IEnumerable<string> papers)
    {
        foreach (var paper in papers)
        {
            var group = IdentifierSet.GroupOf(paper);
            if (!group.SequenceEqual(_group))
            {
                EndGroup();
                _group = group.ToString();
            }

            All++;
            _ofGroup++;
            if (!file.Contains(paper) && !toldBefore.Contains(paper))
            {
                Lacks(paper);
            }
        }

        EndGroup();
    }

    /// <summary>Whether the file lacks so many that it can be no whole snapshot.</summary>
    /// <param name="earlier">Papers that earlier snapshots had brought.</param>
    public bool IsPart(int earlier) =>
        _lacksGroups || Count > MostKept || Count > Math.Max(earlier / OneIn, Math.Min(Few, earlier / 2));

    private void Lacks(string paper)
    {
        Count++;
        _lackingOfGroup++;
        if (_papers.Count < MostKept)
        {
            _papers.Add(paper);
        }
    }

    private void EndGroup()
    {
        _lacksGroups |= _ofGroup >= TellingGroup && _lackingOfGroup > _ofGroup / 2;
        (_ofGroup, _lackingOfGroup) = (0, 0);
    }
}
