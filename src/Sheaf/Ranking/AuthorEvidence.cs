namespace Sheaf.Ranking;

/// <summary>How often the papers of each author were picked, of how many seen, up to a month; newer papers count more.</summary>
/// <remarks>
/// Only what is known is evidence: a paper whose authors are not known says nothing about anybody. An author never seen before has
/// <c>ln(0.01/0.01) = 0</c>; one seen often and never picked is below it.
/// </remarks>
internal sealed class AuthorEvidence
{
    /// <summary>In this many months a paper comes to count half.</summary>
    private const double HalfLife = 12;

    /// <summary>Evidence of this many picks and passed-over papers is put on both sides beforehand.</summary>
    private const double PriorPicks = 0.01;

    private readonly double[] _picked;
    private readonly double[] _seen;
    private readonly int[] _times;

    /// <param name="papers">Those of earlier months.</param>
    /// <param name="month">That which the evidence is for.</param>
    /// <param name="authors">How many authors have a number.</param>
    public AuthorEvidence(IEnumerable<ReadPaper> papers, int month, int authors)
    {
        (_picked, _seen, _times) = (new double[authors], new double[authors], new int[authors]);
        foreach (var paper in papers.Where(paper => paper.Authors.Length > 0))
        {
            var weight = paper.Weight * Math.Pow(0.5, (month - 1 - paper.Month) / HalfLife) / Math.Sqrt(paper.Authors.Length);
            foreach (var author in paper.Authors)
            {
                _seen[author] += weight;
                _picked[author] += paper.Pick is null ? 0 : weight;
                _times[author] += paper.Pick is null ? 0 : 1;
            }
        }
    }

    /// <summary>How many of an author's papers were picked.</summary>
    public int TimesPicked(int author) => _times[author];

    /// <summary>The evidence of one author in log-odds: <c>ln((picked + 0.01)/(seen − picked + 1)) − ln 0.01</c>.</summary>
    public double Of(int author) => Math.Log((_picked[author] + PriorPicks) / (_seen[author] - _picked[author] + 1)) - Math.Log(PriorPicks);

    /// <summary>
    /// What the authors of a paper speak for it: how many of them were picked, as <c>ln(1 + n)</c>, and the evidence of the three with the
    /// most.
    /// </summary>
    public (double Known, double Strongest) Of(int[] authors)
    {
        var strongest = authors.Select(Of).OrderDescending().Take(3).Sum();
        return (Math.Log(1 + authors.Count(author => _times[author] > 0)), strongest);
    }
}
