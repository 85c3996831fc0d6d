using Sheaf.Arxiv.Identifiers;
using Sheaf.Lists;
using Sheaf.Store.Signals;

namespace Sheaf.Ranking;

/// <summary>What an editor may have missed in a month.</summary>
/// <param name="Month">The month.</param>
/// <param name="Considered">How many papers there are to decide on.</param>
/// <param name="Picks">How many picks of earlier months they were ranked by.</param>
/// <param name="Papers">The likeliest of them, as many as were asked for, each work once.</param>
internal sealed record MonthSuggestions(Month Month, int Considered, int Picks, IReadOnlyList<SuggestedPaper> Papers)
{
    /// <summary>Whether the picks were too few, and the ranking goes by their words and categories alone.</summary>
    public bool FallsBack => Picks < TasteModel.FewestPicks;

    /// <summary>How it stands with the ranking that is kept of the month.</summary>
    public KeptRanking Kept { get; init; }

    /// <summary>When the ranking was made that these are by; null where there is none.</summary>
    public DateTimeOffset? Ranked { get; init; }

    /// <summary>How many seconds that took.</summary>
    public double? Seconds { get; init; }

    /// <summary>Past issues in which nothing could be read: their papers may be suggested again.</summary>
    public IReadOnlyList<UnreadIssue> UnreadIssues { get; init; } = [];

    /// <summary>How many papers of the month are left out because they were put off.</summary>
    public int PutOff { get; init; }

    /// <summary>Lines of the lists of papers set aside, from 1, in which no paper can be read.</summary>
    public IReadOnlyList<(string File, int Line, string Text)> Unread { get; init; } = [];
}

/// <summary>How it stands with the ranking that is kept of a month.</summary>
internal enum KeptRanking
{
    /// <summary>It is up to date.</summary>
    Ready,

    /// <summary>It is out of date.</summary>
    Stale,

    /// <summary>There is none, or it is out of date, and a process is making one.</summary>
    Making,

    /// <summary>None is kept.</summary>
    None,
}

/// <param name="Ranked">The paper.</param>
/// <param name="Same">The same work under other identifiers.</param>
internal sealed record SuggestedPaper(RankedPaper Ranked, IReadOnlyList<ArxivIdentifier> Same)
{
    public TastePaper Paper => Ranked.Paper;

    /// <summary>What others said of it, by service and day.</summary>
    public IReadOnlyList<SignalRow> Signals { get; init; } = [];

    /// <summary>What speaks for it, the strongest first, as a sentence without capital and full stop; empty where nothing does.</summary>
    public string Why => string.Join("; ", Ranked.Reasons);

    /// <summary>The same without numbers that are others tomorrow.</summary>
    public string WhyInPrint =>
        string.Join("; ", Ranked.Reasons.Select(reason => reason is Reason.Listed listed ? listed with { Votes = null } : reason));
}
