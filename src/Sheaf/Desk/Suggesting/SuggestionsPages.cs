using System.Globalization;
using Microsoft.AspNetCore.Components;
using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Desk.Pages;
using Sheaf.Drafts.Formats;
using Sheaf.Drafts.Model;
using Sheaf.Formulas;
using Sheaf.Markdown;
using Sheaf.Ranking;
using Sheaf.Text;

namespace Sheaf.Desk;

/// <summary>Makes the page of a month's suggestions, windows of it, and what is told of one paper.</summary>
internal sealed class SuggestionsPages(DeskParts parts, DeskFrames frames, BallotPages ballots)
{
    /// <summary>So many rows at a time; the page takes 5 s to load where all 25,000 of a month are in it.</summary>
    public const int Window = 50;

    /// <param name="month">The month.</param>
    /// <param name="pile">Which are shown.</param>
    /// <param name="after">How many are passed over from the top; null: where the editor stopped.</param>
    /// <param name="behind">The paper behind which the window begins, which goes before <paramref name="after"/>; null for none.</param>
    /// <param name="open">The paper that is open; null for none.</param>
    public SuggestionsPageModel Make(
        Month month, SuggestionPile pile, int? after, ArxivIdentifier? behind, ArxivIdentifier? open)
    {
        parts.EnsureReadable(month);
        FormulaSetter.Shared.Prepare();
        var (recent, formulas) = (new RecentDecisions(parts), PageFormulas.Begin());
        var (found, start) = behind is { } paper
            ? parts.Suggestions.ReadBehind(month, pile, paper, Window)
            : Read(month, pile, after ?? (pile == SuggestionPile.Open ? Resume(month, recent) : 0));
        var counts = parts.Suggestions.Count(month);
        var all = parts.Suggestions.Pile(month, pile).Count;
        var name = PileName.Of(pile);
        IReadOnlyList<int> ranks = pile == SuggestionPile.Open ? parts.Suggestions.RanksOfPicksBefore(month) : [];
        var path = DeskPaths.Suggestions(month);
        var here = $"{path}?show={name}&after={Number(start)}";
        var ballot = ballots.Find(month, out var unreadVotes);
        return new(
            frames.OfMonth(month, $"Suggestions, {month.Title}", "suggestions"), month.ToString(), name,
            [.. found.Papers.Select((suggested, index) => Row(month, pile, start + index + 1, suggested, open, here, formulas) with
            {
                Votes = BallotPages.VotesOn(ballot, suggested.Paper.Identifier),
            })])
        {
            Piles =
            [
                new("Undecided", $"{path}?show=open", "open", counts.Open),
                new("Later", $"{path}?show=later", "later", counts.Later),
                new("Taken", $"{path}?show=taken", "taken", counts.Taken),
                new("Refused", $"{path}?show=refused", "refused", counts.Refused),
            ],
            Ranking = Sentence(found, month),
            OffersRanking = found.Kept is KeptRanking.None or KeptRanking.Stale,
            Stop = pile == SuggestionPile.Open ? StopAdvice.Sentence(ranks, recent.SinceTaken) : null,
            Ranks = ranks.Count >= StopAdvice.FewestPicks ? DeskMarkup.Of(RankChart.From(ranks)) : null,
            Above = pile == SuggestionPile.Open ? start : 0,
            AbovePath = $"{path}?show={name}&after={Number(Math.Max(0, start - Window))}",
            MorePath = start + found.Papers.Count < all ? $"{path}?show={name}&after={Number(start + Window)}" : null,
            Ballot = ballots.StateOf(month, ballot, unreadVotes, counts.Open, listed: 0),
            Last = recent.Last,
            Here = here,
            Version = pile == SuggestionPile.Open ? found.Ranked?.UtcTicks.ToString(CultureInfo.InvariantCulture) : null,
        };
    }

    /// <summary>
    /// The page that a browser keeps for when nobody answers: undecided papers from where the editor stopped, and all that is told of
    /// each. What needs an answer at once is not on it.
    /// </summary>
    /// <param name="month">The month.</param>
    /// <param name="cancel">Ends it between two papers: nobody waits for this page.</param>
    public SuggestionsPageModel MakeKept(Month month, CancellationToken cancel)
    {
        var last = Math.Max(0, parts.Suggestions.Pile(month, SuggestionPile.Open).Count - Window);
        var model = Make(month, SuggestionPile.Open, Math.Min(Resume(month, new RecentDecisions(parts)), last), null, null);
        return model with
        {
            IsKept = true,
            Rows = [.. model.Rows.Select(row => Folded(row, month, model.Here, cancel))],
            Ranking = null,
            Stop = null,
            Above = 0,
            MorePath = null,
            Last = null,
        };
    }

    /// <summary>What is told of a paper when it is open; null where the store does not have it.</summary>
    public PaperDetail? Detail(Month month, ArxivIdentifier paper, string back)
    {
        if (parts.Local.Eprints.Find(paper) is not { } eprint)
        {
            return null;
        }

        var work = parts.Suggestions.Pile(month, SuggestionPile.Open).FirstOrDefault(one => one.Row.Identifier == paper.ToString());
        var words = work?.Row.Reasons.SelectMany(ReasonLinks.WordsOf).ToList() ?? [];
        return PaperTold.Of(eprint, month, (paragraph, formulas) => MarkedText.Of(paragraph, formulas, words)) with
        {
            Same = [.. (work?.Same ?? []).Select(same => same.ToString())],
            Reasons = RefusalReasons.Of(parts.Suggestions.Refused),
            Back = back,
        };
    }

    private PaperRow Folded(PaperRow row, Month month, string here, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        return row with { Detail = Detail(month, ArxivIdentifier.Parse(row.Id), here), IsFolded = true, Votes = null };
    }

    private PaperRow Row(Month month, SuggestionPile pile, int rank, SuggestedPaper suggested, ArxivIdentifier? open, string here,
        PageFormulas formulas)
    {
        var paper = suggested.Paper;
        var title = MarkdownText.Readable(paper.Title);
        return new(
            rank, paper.Identifier.ToString(),
            DeskMarkup.Of(TexHtml.From(title.Length == 0 ? paper.Identifier.ToString() : title, formulas)),
            PaperTold.NamesOf([.. paper.Authors.Select(MarkdownText.Readable)]),
            DayText.Short(paper.Submitted), UtcText.Day(paper.Submitted), paper.Categories,
            [
                .. suggested.Ranked.Reasons.Select(
                    reason => ReasonLinks.Of(SafeText.OneLine(reason.ToString()!), paper.Identifier.ToString())),
            ],
            StateOf(pile, paper.Identifier))
        {
            Words = pile == SuggestionPile.Refused ? parts.Suggestions.Refused.Reasons.GetValueOrDefault(paper.Identifier)
                : pile == SuggestionPile.Later ? parts.Suggestions.Later.Reasons.GetValueOrDefault(paper.Identifier)
                : null,
            Same = [.. suggested.Same.Select(same => same.ToString())],
            Detail = open == paper.Identifier ? Detail(month, paper.Identifier, here) : null,
        };
    }

    private string StateOf(SuggestionPile pile, ArxivIdentifier paper) => pile switch
    {
        SuggestionPile.Taken => parts.Suggestions.IsStarred(paper) ? "starred" : "taken",
        _ => PileName.Of(pile),
    };

    private (MonthSuggestions Found, int After) Read(Month month, SuggestionPile pile, int after) =>
        (parts.Suggestions.Read(month, pile, after, Window), after);

    /// <summary>How many of a pile stand above the place behind a paper, whatever has been decided on that.</summary>
    private int PlaceBehind(Month month, SuggestionPile pile, ArxivIdentifier paper) => parts.Suggestions.CountThrough(month, pile, paper);

    /// <summary>Behind the paper that was decided on last, if anything is left there.</summary>
    private int Resume(Month month, RecentDecisions recent)
    {
        var place = recent.Papers.Select(paper => parts.Suggestions.PlaceOf(month, paper) is null
            ? (int?)null
            : PlaceBehind(month, SuggestionPile.Open, paper)).FirstOrDefault(found => found is not null) ?? 0;
        return place < parts.Suggestions.Pile(month, SuggestionPile.Open).Count ? place : 0;
    }

    private static string? Sentence(MonthSuggestions found, Month month) => found.Kept switch
    {
        KeptRanking.None => $"{month.Title} has not been ranked yet: that takes some seconds, after its papers have been swept.",
        KeptRanking.Stale => "Papers or picks have come since this was ranked.",
        KeptRanking.Making => "The month is being ranked at this moment.",
        _ => null,
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
