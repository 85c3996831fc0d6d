using Sheaf.Ranking;
using Sheaf.Signals;
using Sheaf.Text;

namespace Sheaf.Answers;

/// <summary>What <c>suggest</c> writes under <c>--json</c>.</summary>
/// <param name="Month">The month.</param>
/// <param name="Ranking">
/// How it stands with the kept ranking: <c>ready</c>; <c>stale</c> or <c>making</c> where it is out of date, in the second case with a
/// process at it; <c>none</c>. Without <c>--kept</c> it is <c>ready</c>, unless what was made could not be kept.
/// </param>
/// <param name="Ranked">When the ranking was made that the suggestions are by; null where there is none.</param>
/// <param name="Seconds">How long that took.</param>
/// <param name="Considered">How many papers there are to decide on.</param>
/// <param name="Picks">How many picks of earlier months the taste was learnt from.</param>
/// <param name="FallsBack">Whether these were too few, and only their words and categories count.</param>
/// <param name="Suggestions">The likeliest first.</param>
internal sealed record SuggestJson(
    string Month, string Ranking, string? Ranked, double? Seconds, int Considered, int Picks, bool FallsBack,
    IReadOnlyList<SuggestedJson> Suggestions)
{
    /// <param name="found">What was suggested.</param>
    /// <param name="firstRank">Of the first of them.</param>
    internal static SuggestJson Of(MonthSuggestions found, int firstRank = 1) => new(
        found.Month.ToString(), found.Kept.ToString().ToLowerInvariant(), found.Ranked is { } ranked ? UtcText.From(ranked) : null,
        found.Seconds, found.Considered, found.Picks, found.FallsBack,
        [.. found.Papers.Select((paper, index) => SuggestedJson.Of(index + firstRank, paper))]);
}

/// <param name="Rank">From 1.</param>
/// <param name="Id">The identifier.</param>
/// <param name="Title">One line, TeX intact.</param>
/// <param name="Authors">In natural order.</param>
/// <param name="Day">Of version 1: <c>2024-04-30</c>.</param>
/// <param name="Link">Its abstract page.</param>
/// <param name="Score">0 to 1, higher is likelier.</param>
/// <param name="Reasons">Parts of a sentence, the strongest first.</param>
/// <param name="Same">The same work under other identifiers.</param>
/// <param name="Signals">Who listed it among what people noticed.</param>
internal sealed record SuggestedJson(
    int Rank, string Id, string Title, IReadOnlyList<string> Authors, string Day, string Link, double Score, IReadOnlyList<string> Reasons,
    IReadOnlyList<string> Same, IReadOnlyList<SignalJson> Signals)
{
    internal static SuggestedJson Of(int rank, SuggestedPaper suggested) => new(
        rank,
        suggested.Paper.Identifier.ToString(),
        suggested.Paper.Title,
        suggested.Paper.Authors,
        UtcText.Day(suggested.Paper.Submitted),
        $"https://arxiv.org/abs/{suggested.Paper.Identifier}",
        Math.Round(suggested.Ranked.Score, 6),
        [.. suggested.Ranked.Reasons.Select(reason => reason.ToString())],
        [.. suggested.Same.Select(same => same.ToString())],
        SignalJson.Of(suggested.Signals));
}

/// <summary>What <c>suggest --backtest</c> writes under <c>--json</c>.</summary>
/// <param name="Month">The month; null where there was none to judge.</param>
/// <param name="Considered">How many papers were ranked, the picks among them.</param>
/// <param name="Top">How far down was looked.</param>
/// <param name="Picks">How many of the papers ranked were picked.</param>
/// <param name="PicksInTop">How many of these were in the top.</param>
/// <param name="Starred">How many were picked with a star.</param>
/// <param name="StarredInTop">How many of these were in the top.</param>
/// <param name="Sentence">The same in words; null where there was nothing to judge.</param>
internal sealed record BacktestJson(
    string? Month, int Considered, int Top, int Picks, int PicksInTop, int Starred, int StarredInTop, string? Sentence)
{
    /// <summary>What it added to the log-odds of a paper that others noticed it; null where nobody has said what they noticed.</summary>
    public double? SignalWeight { get; init; }

    /// <summary>How many of the picks would have been in the top had others noticed nothing; null likewise.</summary>
    public int? PicksInTopWithoutSignals { get; init; }

    /// <summary>How many of the starred.</summary>
    public int? StarredInTopWithoutSignals { get; init; }
}
