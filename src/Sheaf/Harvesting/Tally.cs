using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Harvesting;

/// <summary>Counts a run's pages as they are settled and tells whoever watches.</summary>
internal sealed class Tally(HarvestPlan plan, TimeSpan pageInterval, TimeProvider time, IProgress<HarvestProgress>? progress)
{
    private readonly List<(ArxivIdentifier Identifier, string Outcome)> _outcomes = [];
    private readonly long _started = time.GetTimestamp();

    public IReadOnlyList<(ArxivIdentifier Identifier, string Outcome)> Outcomes => _outcomes;

    public int Fetched => _outcomes.Count(one => one.Outcome == PageOutcome.Fetched);

    /// <summary>Why no more pages were asked for; null when all were.</summary>
    public string? CutShort { get; set; }

    /// <summary>Tells that the run begins.</summary>
    public void Start() => progress?.Report(new(0, plan.PageRequests, Left(), null, null));

    /// <summary>One paper is settled.</summary>
    public void Settle(ArxivIdentifier identifier, string outcome)
    {
        _outcomes.Add((identifier, outcome));
        progress?.Report(new(_outcomes.Count, plan.PageRequests, Left(), identifier, outcome));
    }

    /// <summary>The spacing of what is left is known in advance; only the transfer of a page is estimated, from those seen so far.</summary>
    private TimeSpan Left()
    {
        var left = plan.PageRequests - _outcomes.Count;
        if (_outcomes.Count == 0)
        {
            return pageInterval * Math.Max(0, left - 1);
        }

        var spacing = pageInterval * (_outcomes.Count - 1);
        var transfer = (time.GetElapsedTime(_started) - spacing) / _outcomes.Count;
        return left * (pageInterval + (transfer > TimeSpan.Zero ? transfer : TimeSpan.Zero));
    }
}
