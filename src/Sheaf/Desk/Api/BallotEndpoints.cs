using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Ballots;
using Sheaf.Desk.Pages;
using Sheaf.Text;

namespace Sheaf.Desk;

/// <summary>Votes: the editor opens and closes them and takes papers by them, readers give them.</summary>
internal static class BallotEndpoints
{
    /// <summary>The most characters of a word to a paper.</summary>
    public const int LongestComment = 500;

    /// <summary>A vote with the longest word, as forms encode it, has a tenth of that.</summary>
    private const int LargestVote = 64 << 10;

    public static void MapBallots(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods($"/{DeskPaths.MonthSegment}/ballot", DeskRequest.Reading, (
            HttpContext context, BallotPages pages, string month, string? edit = null) =>
            new DeskPage<BallotPage>(pages.Make(context, DeskRequest.MonthOf(month), edit)));
        routes.MapMethods($"/api/{DeskPaths.MonthSegment}/ballot", DeskRequest.Reading, (
            HttpContext context, DeskParts parts, BallotPages pages, string month) => DeskAnswer.Of(
            pages.JsonOf(context, parts.Ballots.Read(DeskRequest.MonthOf(month))), DeskJson.Default.BallotJson));
        routes.MapPost($"/api/{DeskPaths.MonthSegment}/ballot/open", OpenAsync);
        routes.MapPost($"/api/{DeskPaths.MonthSegment}/ballot/close", CloseAsync);
        routes.MapPost($"/api/{DeskPaths.MonthSegment}/ballot/take", TakeAsync);

        // What has no cookie of the desk: the guard lets everybody through to these, and the token decides.
        routes.MapMethods($"{DeskPaths.Voting}/{{token}}", DeskRequest.Reading, Show);
        routes.MapMethods($"{DeskPaths.VotingApi}/{{token}}", DeskRequest.Reading, Read);
        routes.MapPost($"{DeskPaths.VotingApi}/{{token}}", VoteAsync);
    }

    private static async Task<IResult> OpenAsync(HttpContext context, DeskParts parts, BallotPages pages, string month)
    {
        var sent = await DeskRequest.ReadAsync(
            context, DeskJson.Default.BallotRequest, form => new BallotRequest(DeskRequest.Field(form, "of")));
        var asked = DeskRequest.MonthOf(month);
        var of = BallotLine.OfNamed(sent.Of)
            ?? throw new BadInputException($"'{sent.Of}' cannot be put to the vote: say suggestions or list.");
        var ballot = parts.Ballots.Open(asked, of, pages.Offered(asked, of), context.RequestAborted);
        return await DeskRequest.AnswerAsync(
            context, pages.JsonOf(context, ballot), DeskJson.Default.BallotJson, DeskPaths.Ballot(asked));
    }

    private static async Task<IResult> CloseAsync(HttpContext context, DeskParts parts, BallotPages pages, string month)
    {
        var asked = DeskRequest.MonthOf(month);
        if (!parts.Ballots.Exist(asked))
        {
            return new DeskProblem(StatusCodes.Status409Conflict, $"Nothing of {asked} was put to the vote.");
        }

        var ballot = parts.Ballots.Close(asked, context.RequestAborted);
        return await DeskRequest.AnswerAsync(
            context, pages.JsonOf(context, ballot), DeskJson.Default.BallotJson, DeskPaths.Ballot(asked));
    }

    private static async Task<IResult> TakeAsync(
        HttpContext context, DeskParts parts, BallotPages pages, VisitorRules visitors, string month)
    {
        var sent = await DeskRequest.ReadAsync(
            context, DeskJson.Default.ByVotesRequest,
            form => new ByVotesRequest(int.TryParse(DeskRequest.Field(form, "votes"), out var number) ? number : null));
        var asked = DeskRequest.MonthOf(month);
        var votes = sent.Votes is { } wanted and >= 1 ? wanted : throw new BadInputException("Say how many votes, from 1.");
        var outcome = parts.Decisions.TakeAll(
            asked, pages.WithVotes(parts.Ballots.Read(asked), votes), $"by {Humanize.Count(votes, "vote")} or more",
            visitors.NameByProxy(context), context.RequestAborted);
        return await DeskRequest.AnswerAsync(
            context, new ByVotesJson(outcome.Edit, [.. outcome.Papers.Select(paper => paper.ToString())], outcome.Warnings),
            DeskJson.Default.ByVotesJson, $"{DeskPaths.Ballot(asked)}?edit={outcome.Edit?.ToString() ?? "none"}");
    }

    private static IResult Show(
        HttpContext context, BallotLinks links, VotingPages pages, BallotDoor door, string token, string? name = null)
    {
        if (links.Find(token) is not { } ballot)
        {
            return NoBallot;
        }

        var model = pages.Make(ballot, door.Know(context), name is null ? null : NameOf(name));
        return new DeskPage<VotingPage>(model, model.Refused is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);
    }

    private static IResult Read(HttpContext context, BallotLinks links, VotingPages pages, BallotDoor door, string token) =>
        links.Find(token) is { } ballot
            ? DeskAnswer.Of(pages.JsonOf(ballot, door.Know(context)), DeskJson.Default.VotingJson)
            : NoBallot;

    private static async Task<IResult> VoteAsync(
        HttpContext context, BallotLinks links, VotingPages pages, BallotDoor door, string token)
    {
        if (links.Find(token) is not { } ballot)
        {
            return NoBallot;
        }

        await DeskRequest.AllowAsync(context, LargestVote, LargestVote);
        var sent = await DeskRequest.ReadAsync(context, DeskJson.Default.VoteRequest, OfForm);
        if (door.WaitFor(context, ballot) is { } wait)
        {
            return new DeskProblem(StatusCodes.Status429TooManyRequests, "Too many votes at once: go on in a minute.")
            {
                RetryAfter = (int)Math.Ceiling(wait.TotalSeconds),
            };
        }

        try
        {
            var vote = door.Cast(context, ballot, VoteOf(sent));
            return DeskRequest.IsForm(context.Request)
                ? new SeeOther($"{links.PathOf(ballot)}#p-{vote.Paper.ToString().Replace('/', '-')}")
                : DeskAnswer.Of(VoteJson.Of(vote), DeskJson.Default.VoteJson);
        }
        catch (BallotRefusedException refused) when (DeskRequest.IsForm(context.Request) && links.Find(token) is { } now)
        {
            // The page says why, with what was written in its box.
            return new DeskPage<VotingPage>(
                pages.Make(now, VoterCookie.DigestOf(context), null, sent, refused.Message), DeskProblem.Of(refused)!.Status);
        }
    }

    private static VoteRequest OfForm(IFormCollection form) => new(
        DeskRequest.Field(form, "name"), DeskRequest.Field(form, "id"), DeskRequest.Field(form, "vote"),
        form.TryGetValue("comment", out var comment) ? comment.ToString() : null);

    private static Vote VoteOf(VoteRequest sent) => new(
        NameOf(sent.Name ?? ""),
        DeskRequest.PaperOf(sent.Id),
        BallotLine.ChoiceNamed(sent.Vote) ?? throw new BadInputException($"'{sent.Vote}' is no vote: yes, no or star."),
        sent.Comment is null ? null
        : PlainLine.Of(sent.Comment) is { Length: <= LongestComment } comment ? comment
        : throw new BadInputException($"A word to a paper has at most {LongestComment} characters."));

    /// <exception cref="BadInputException">It is no name.</exception>
    private static string NameOf(string text) => PlainLine.Of(text) switch
    {
        "" => throw new BadInputException("Say under which name you vote."),
        { Length: > BallotLine.LongestName } => throw new BadInputException($"A name has at most {BallotLine.LongestName} characters."),
        var name => name,
    };

    private static DeskProblem NoBallot => new(
        StatusCodes.Status404NotFound, "This link opens no ballot, or none any more: ask who sent it to you for the new one.");
}
