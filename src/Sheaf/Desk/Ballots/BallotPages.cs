using System.Globalization;
using Microsoft.AspNetCore.Http;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Ballots;
using Sheaf.Desk.Pages;
using Sheaf.Drafts.Formats;
using Sheaf.Editing;
using Sheaf.Formulas;
using Sheaf.Ranking;
using Sheaf.Text;

namespace Sheaf.Desk;

/// <summary>Makes what the editor sees of the votes: their page, and what other pages show of them.</summary>
internal sealed class BallotPages(DeskParts parts, BallotLinks links, DeskFrames frames, DeskReach reach, VisitorRules visitors)
{
    /// <summary>More than eight people read in an evening.</summary>
    public const int MostSuggestions = 50;

    /// <summary>All papers of a list, where it is one that people read.</summary>
    public const int MostOfList = 200;

    private const int UsualVotes = 3;
    private const int EditsLookedAt = 200;

    /// <summary>What would be put to the vote now, in its order.</summary>
    public IReadOnlyList<ArxivIdentifier> Offered(Month month, BallotOf of) => of == BallotOf.List
        ? [.. parts.Entries.Read(month, parts.MonthOf).Where(entry => !entry.IsMention).Select(entry => entry.Paper)
            .OfType<ArxivIdentifier>().Distinct().Take(MostOfList)]
        : [.. parts.Suggestions.Pile(month, SuggestionPile.Open).Take(MostSuggestions)
            .Select(work => ArxivIdentifier.Parse(work.Row.Identifier))];

    /// <summary>The ballot of a month; null where there never was one, or it cannot be read.</summary>
    /// <param name="month">The month.</param>
    /// <param name="problem">Why it cannot be read; null where it can.</param>
    public Ballot? Find(Month month, out string? problem)
    {
        problem = null;
        try
        {
            return parts.Ballots.Exist(month) ? parts.Ballots.Read(month) : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            problem = SafeText.OneLine($"The votes cannot be read: {failure.Message.TrimEnd('.')}.");
            return null;
        }
    }

    /// <summary>How it stands, for a page.</summary>
    /// <param name="month">The month.</param>
    /// <param name="ballot">Its ballot; null for none.</param>
    /// <param name="problem">Why it cannot be read; null where it can.</param>
    /// <param name="suggestions">How many undecided suggestions may be put to the vote there.</param>
    /// <param name="listed">How many papers of the list.</param>
    public BallotState StateOf(Month month, Ballot? ballot, string? problem, int suggestions, int listed) => new(
        month.ToString(), ballot is null ? null : SentenceOf(ballot),
        ballot is { IsOpen: true } || problem is not null ? [] : [.. OffersOf(suggestions, listed)])
    {
        IsOpen = ballot is { IsOpen: true },
        Path = ballot is null ? null : links.PathOf(ballot),
        Problem = problem,
    };

    /// <summary>What people say of a paper; null where nobody has voted on it.</summary>
    public static PaperVotes? VotesOn(Ballot? ballot, ArxivIdentifier? paper) =>
        ballot is null || paper is not { } id || ballot.VotesFor(id) is not { Count: > 0 } votes ? null : Shown(votes);

    /// <param name="context">By which address the editor came.</param>
    /// <param name="month">The month.</param>
    /// <param name="edit">The edit that the last click made; null for none.</param>
    public BallotPageModel Make(HttpContext context, Month month, string? edit)
    {
        var (ballot, problem) = (Find(month, out var why), why);
        var frame = frames.OfMonth(month, $"Votes, {month.Title}", "ballot");
        var state = StateOf(
            month, ballot, problem, parts.Suggestions.Count(month).Open, parts.Entries.Read(month, parts.MonthOf).Count);
        if (ballot is null)
        {
            return new(frame, state, []);
        }

        var (states, formulas) = (parts.States(), PageFormulas.Begin());
        var papers = ballot.Opening?.Papers ?? [];
        var known = parts.Local.Eprints.Find(papers);
        return new(
            frame, state,
            [
                .. papers.Select(paper => (Paper: paper, Votes: ballot.VotesFor(paper)))
                    .OrderByDescending(one => For(one.Votes)).ThenByDescending(one => Stars(one.Votes))
                    .ThenBy(one => one.Votes.Count(vote => vote.Choice == Choice.No))
                    .Select(one => new BallotRow(
                        one.Paper.ToString(),
                        DeskMarkup.Of(TexHtml.From(
                            known.TryGetValue(one.Paper, out var eprint) ? PaperText.Title(eprint) : one.Paper.ToString(), formulas)),
                        Decided(states.Of(one.Paper)), Shown(one.Votes))),
            ])
        {
            Address = AddressOf(context, state.Path),
            AddressProblem = ballot.IsOpen ? ProblemOf(context.Request.Host) : null,
            Names = [.. ballot.Voters.Select(voter => SafeText.OneLine(voter.Name))],
            Levels = [.. LevelsOf(ballot, states)],
            Made = MadeBy(edit),
            Warnings = WarningsOf(ballot),
        };
    }

    /// <summary>The same for programs.</summary>
    public BallotJson JsonOf(HttpContext context, Ballot ballot) => new(
        ballot.Month.ToString(), ballot.IsOpen ? "open" : ballot.Opening is null ? "none" : "closed",
        ballot.Opening is { } opening ? BallotLine.NameOf(opening.Of) : null, AddressOf(context, links.PathOf(ballot)),
        [.. ballot.Voters.Select(voter => voter.Name)],
        [.. (ballot.Opening?.Papers ?? []).Select(paper => BallotPaperJson.Of(ballot, paper))],
        WarningsOf(ballot));

    /// <summary>The papers of a ballot that have so many votes, each with whether as many are stars.</summary>
    public IReadOnlyList<PaperToTake> WithVotes(Ballot ballot, int votes) =>
    [
        .. (ballot.Opening?.Papers ?? []).Where(paper => For(ballot.VotesFor(paper)) >= votes).Select(paper => new PaperToTake(
            paper, Stars(ballot.VotesFor(paper)) >= votes, parts.Suggestions.SameAs(ballot.Month, paper))),
    ];

    private IEnumerable<VotesToTake> LevelsOf(Ballot ballot, PaperStates states)
    {
        var most = (ballot.Opening?.Papers ?? []).Select(paper => For(ballot.VotesFor(paper))).DefaultIfEmpty().Max();
        return Enumerable.Range(1, most).Select(votes => new VotesToTake(
            votes,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Humanize.Count(votes, "vote")}: {Humanize.Count(
                    WithVotes(ballot, votes).Count(one => PaperDecisions.MayBeTaken(states.Of(one.Paper), one.IsStarred)), "paper")}"),
            votes == Math.Min(UsualVotes, most)));
    }

    private BallotEdit? MadeBy(string? edit)
    {
        if (edit is null)
        {
            return null;
        }

        return int.TryParse(edit, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && parts.Files.Latest(EditsLookedAt).FirstOrDefault(row => row.Number == number) is { } made
            ? new(number, SafeText.OneLine($"{(made.IsUndone ? "Taken back" : "Done")}: {made.What}."), made.IsUndone)
            : new(null, "No paper with so many votes was left to take.", IsUndone: false);
    }

    private static IReadOnlyList<string> WarningsOf(Ballot ballot) =>
    [
        .. ballot.Unread.Select(line =>
            $"ballots/{ballot.Month}.jsonl, line {line.Line} is no line of a ballot, as {line.Why}: it was left as it is and counts "
            + "for nothing."),
    ];

    private string? AddressOf(HttpContext context, string? path) =>
        path is null ? null : $"{(visitors.IsHttps(context) ? "https" : "http")}://{context.Request.Host.Value}{path}";

    private string? ProblemOf(HostString host) =>
        !HostRules.IsLoopback(host.Host) ? null
        : reach.IsLoopbackOnly
            ? "This address works on this machine only, as Serve:Url listens nowhere else (Help, desk: Votes)."
            : $"Others need a name or an address of this machine in the place of {host.Host}: one that stands in Desk:Hosts.";

    private static string SentenceOf(Ballot ballot)
    {
        var papers = ballot.Opening?.Papers ?? [];
        var votes = papers.Sum(paper => ballot.VotesFor(paper).Count);
        return $"{(ballot.IsOpen ? "Open" : "Closed")} for votes: {Humanize.Count(papers.Count, "paper")} of the "
            + $"{(ballot.Opening?.Of == BallotOf.List ? "list" : "suggestions")}, {Humanize.Count(votes, "vote")} of "
            + $"{Humanize.Count(ballot.Voters.Count, "person", "people")}.";
    }

    private static IEnumerable<BallotOffer> OffersOf(int suggestions, int listed)
    {
        if (suggestions > 0)
        {
            yield return new(
                BallotLine.NameOf(BallotOf.Suggestions),
                suggestions > MostSuggestions
                    ? $"Open the first {MostSuggestions} suggestions for votes"
                    : $"Open {Humanize.Count(suggestions, "suggestion")} for votes");
        }

        if (listed > 0)
        {
            yield return new(
                BallotLine.NameOf(BallotOf.List),
                listed > MostOfList ? $"Open the first {MostOfList} papers of the list for votes" : "Open the list for votes");
        }
    }

    private static PaperVotes Shown(IReadOnlyList<Vote> votes) => new(
        votes.Count == 0 ? "No votes yet"
        : $"{Humanize.Count(Stars(votes), "star")}, {For(votes) - Stars(votes)} yes, {votes.Count(vote => vote.Choice == Choice.No)} no",
        [
            .. votes.Where(vote => vote.Comment is not null).Select(vote => new VoteComment(
                SafeText.OneLine(vote.Name), BallotLine.NameOf(vote.Choice), SafeText.OneLine(vote.Comment!))),
        ]);

    private static int For(IReadOnlyList<Vote> votes) => votes.Count(vote => vote.Choice != Choice.No);

    private static int Stars(IReadOnlyList<Vote> votes) => votes.Count(vote => vote.Choice == Choice.Star);

    private static string? Decided(PaperState state) => state switch
    {
        PaperState.Starred => "on the list with a star",
        PaperState.Taken => "on the list",
        PaperState.Later => "put off",
        PaperState.Refused => "refused",
        _ => null,
    };
}
