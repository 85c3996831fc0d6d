using Microsoft.AspNetCore.Http;
using Sheaf.Ballots;

namespace Sheaf.Desk;

/// <summary>Lets votes in: how many at a time, and from which browser.</summary>
internal sealed class BallotDoor(DeskParts parts, BallotLimit limit, VisitorRules visitors)
{
    /// <summary>How long no vote is taken from this browser; null where one is.</summary>
    public TimeSpan? WaitFor(HttpContext context, Ballot ballot) =>
        limit.Begin(ballot.FindBrowser(VoterCookie.DigestOf(context))?.Browser);

    /// <summary>
    /// The digest of what the browser keeps, which it is given where it keeps nothing: with the page, so that a first vote whose answer is
    /// lost on the way is no stranger's when it is sent again.
    /// </summary>
    public string Know(HttpContext context)
    {
        if (VoterCookie.DigestOf(context) is { } known)
        {
            return known;
        }

        var (kept, digest) = VoterCookie.Make();
        VoterCookie.Give(context, kept, visitors.IsHttps(context));
        return digest;
    }

    /// <summary>Keeps a vote.</summary>
    /// <inheritdoc cref="MonthBallots.Cast"/>
    public Vote Cast(HttpContext context, Ballot ballot, Vote wanted) =>
        parts.Ballots.Cast(ballot.Month, ballot.Opening!.Number, wanted, Know(context), context.RequestAborted);
}
