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

    /// <param name="identifier">The paper just settled; null at the start.</param>
    /// <param name="outcome">How it ended.</param>
    public void Report(ArxivIdentifier? identifier, string? outcome)
    {
        if (identifier is { } id && outcome is not null)
        {
            _outcomes.Add((id, outcome));
        }

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
