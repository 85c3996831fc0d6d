using Sheaf.Store.Sweeps;

namespace Sheaf.Sweeping;

/// <summary>How a sweep ended.</summary>
internal sealed record SweepReport
{
    /// <summary>The months that were to be looked at, each as it stands now; those that were not due too.</summary>
    public required IReadOnlyList<SweepRow> Months { get; init; }

    /// <summary>Requests sent in this run, tries included.</summary>
    public required int Requests { get; init; }

    public required TimeSpan Took { get; init; }

    /// <summary>Why it ended before all was listed; null when it did not. What was listed is kept.</summary>
    public string? CutShort { get; init; }

    public ExitCode Exit => CutShort is not null ? ExitCode.Unavailable
        : Months.Any(month => !month.IsComplete) ? ExitCode.NeedsAPerson
        : ExitCode.Done;
}

/// <summary>How far a running sweep is.</summary>
/// <param name="Months">For readers.</param>
/// <param name="Seen">Papers seen.</param>
/// <param name="Total">Papers that there are; null where nobody counts them.</param>
internal sealed record SweepProgress(string Months, int Seen, int? Total);
