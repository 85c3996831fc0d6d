using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Ballots;
using Sheaf.Desk.Pages;
using Sheaf.Drafts.Formats;
using Sheaf.Formulas;
using Sheaf.Text;

namespace Sheaf.Desk;

/// <summary>
/// Makes what those see who vote: the papers and their own votes. What others have said they see when the ballot is closed, so that nobody
/// follows anybody.
/// </summary>
internal sealed class VotingPages(DeskParts parts, BallotLinks links)
{
    private const int NamesShown = 8;

    /// <param name="ballot">The ballot.</param>
    /// <param name="browser">The digest of what the browser keeps; null for nothing.</param>
    /// <param name="name">The name that was asked for; null for none.</param>
    /// <param name="unkept">The vote that was just refused, with its words; null for none.</param>
    /// <param name="problem">Why.</param>
    public VotingPageModel Make(Ballot ballot, string? browser, string? name, VoteRequest? unkept = null, string? problem = null)
    {
        var voter = ballot.FindBrowser(browser);
        string? refusal = null;
        if (voter is null && name is not null && ballot.IsOpen)
        {
            refusal = RefusalOf(ballot, name, browser);
        }

        FormulaSetter.Shared.Prepare();
        var (papers, formulas, path) = (ballot.Opening!.Papers, PageFormulas.Begin(), links.PathOf(ballot)!);
        var known = parts.Local.Eprints.Find(papers);
        var own = voter?.Name ?? (refusal is null ? name : null);
        return new(
            path, $"/api{path}",
            ballot.Opening.Of == BallotOf.List
                ? $"What do you think of the papers of {ballot.Month.Title}?"
                : $"Which of these belong on the list of {ballot.Month.Title}?",
            [.. papers.Select(paper => Row(ballot, paper, known.GetValueOrDefault(paper), voter?.Name, unkept, formulas))])
        {
            IsOpen = ballot.IsOpen,
            Name = own,
            HasVoted = voter is not null,
            Refused = refusal is null ? voter is null ? unkept?.Name : null : name,
            Problem = problem ?? refusal,
            Done = voter is null ? 0 : papers.Count(paper => ballot.VoteOf(voter.Name, paper) is not null),
        };
    }

    /// <summary>The same for programs.</summary>
    public VotingJson JsonOf(Ballot ballot, string? browser)
    {
        var (voter, papers) = (ballot.FindBrowser(browser), ballot.Opening!.Papers);
        var known = parts.Local.Eprints.Find(papers);
        return new(
            ballot.Month.ToString(), ballot.IsOpen ? "open" : "closed", BallotLine.NameOf(ballot.Opening.Of), voter?.Name,
            [
                .. papers.Select(paper =>
                {
                    var (eprint, vote) = (known.GetValueOrDefault(paper), voter is null ? null : ballot.VoteOf(voter.Name, paper));
                    return new VotingPaperJson(
                        paper.ToString(), eprint is null ? paper.ToString() : PaperText.Title(eprint),
                        eprint is null ? [] : [.. PaperText.Authors(eprint)], eprint is null ? [] : PaperText.Abstract(eprint),
                        vote is null ? null : BallotLine.NameOf(vote.Choice), vote?.Comment,
                        ballot.IsOpen ? null : [.. ballot.VotesFor(paper).Select(VoteJson.Of)]);
                }),
            ]);
    }

    private static VotingRow Row(
        Ballot ballot, ArxivIdentifier paper, Eprint? eprint, string? name, VoteRequest? unkept, PageFormulas formulas)
    {
        var vote = name is null ? null : ballot.VoteOf(name, paper);
        return new(
            paper.ToString(), DeskMarkup.Of(TexHtml.From(eprint is null ? $"arXiv {paper}" : PaperText.Title(eprint), formulas)),
            eprint is null ? "" : $"{NamesOf(eprint)}, {DayText.Short(eprint.FirstSubmitted)}",
            DeskMarkup.Of(Html.Lines((eprint is null ? [] : PaperText.Abstract(eprint)).Select(
                paragraph => (Html)$"<p>{TexHtml.From(paragraph, formulas)}</p>"))))
        {
            Vote = vote is null ? "" : BallotLine.NameOf(vote.Choice),
            Comment = vote?.Comment ?? "",
            Unkept = unkept is { Comment.Length: > 0 } && unkept.Id == paper.ToString() ? SafeText.OneLine(unkept.Comment) : null,
            Votes = ballot.IsOpen ? null : BallotPages.VotesOn(ballot, paper),
        };
    }

    private static string? RefusalOf(Ballot ballot, string name, string? browser)
    {
        try
        {
            MonthBallots.RefuseName(ballot, name, browser);
            return null;
        }
        catch (BallotRefusedException taken)
        {
            return taken.Message;
        }
    }

    private static string NamesOf(Eprint paper)
    {
        var names = PaperText.Authors(paper).ToList();
        return string.Join(", ", names.Take(NamesShown)) + (names.Count > NamesShown || paper.HasOtherAuthors ? " et al." : "");
    }
}
