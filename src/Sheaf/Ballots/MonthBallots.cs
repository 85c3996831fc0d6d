using System.Buffers.Text;
using System.Security.Cryptography;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Ballots;

/// <summary>What can be done with the ballot of a month: it is opened, voted in, and closed. The same again adds nothing.</summary>
/// <param name="file">Where it is kept.</param>
/// <param name="time">By which its lines are dated.</param>
internal sealed class MonthBallots(BallotFile file, TimeProvider time)
{
    /// <summary>A reading group, and no crowd.</summary>
    public const int MostNames = 50;

    /// <summary>So many lines of one name, changes of mind among them.</summary>
    public const int MostLines = 1_000;

    private const int NumberLength = 16;

    /// <inheritdoc cref="BallotFile.Exists"/>
    public bool Exist(Month month) => file.Exists(month);

    /// <inheritdoc cref="BallotFile.Read"/>
    public Ballot Read(Month month) => file.Read(month);

    /// <summary>Opens it. Votes of an earlier time count on, and names stay with their browsers.</summary>
    /// <param name="month">Whose.</param>
    /// <param name="of">What is put to the vote.</param>
    /// <param name="papers">The papers, in the order in which they are offered.</param>
    /// <param name="cancellationToken">Ends the waiting for others.</param>
    /// <exception cref="BallotRefusedException">It is open and of something else, or there are no papers.</exception>
    /// <inheritdoc cref="BallotFile.Add"/>
    public Ballot Open(Month month, BallotOf of, IReadOnlyList<ArxivIdentifier> papers, CancellationToken cancellationToken) => file.Add(
        month,
        ballot => ballot switch
        {
            { IsOpen: true } => ballot.Opening!.Of == of ? null : throw new BallotRefusedException(
                BallotRefusal.Open, $"The ballot of {month} is open, and of something else: close it first."),
            _ when papers.Count == 0 => throw new BallotRefusedException(
                BallotRefusal.Empty,
                of == BallotOf.List ? "There is nothing on the list to vote on." : "There is no undecided suggestion to vote on."),
            _ => BallotLine.Open(
                new(of, Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(NumberLength)), papers), time.GetUtcNow()),
        },
        cancellationToken);

    /// <summary>Closes it; one that is not open stays as it is.</summary>
    /// <inheritdoc cref="BallotFile.Add"/>
    public Ballot Close(Month month, CancellationToken cancellationToken) =>
        file.Add(month, ballot => ballot.IsOpen ? BallotLine.Close(time.GetUtcNow()) : null, cancellationToken);

    /// <summary>Keeps a vote.</summary>
    /// <param name="month">In which ballot.</param>
    /// <param name="number">Its <see cref="Opening.Number"/>, by which one came.</param>
    /// <param name="wanted">The vote; its comment is null where the one that stands is to stay, and empty where it is to go.</param>
    /// <param name="browser">The digest of what the browser keeps.</param>
    /// <param name="cancellationToken">Ends the waiting for others; nothing is kept then.</param>
    /// <returns>The vote as it stands.</returns>
    /// <exception cref="BallotRefusedException">It is not kept.</exception>
    /// <inheritdoc cref="BallotFile.Add"/>
    public Vote Cast(Month month, string number, Vote wanted, string browser, CancellationToken cancellationToken) => file
        .Add(
            month,
            ballot =>
            {
                Refuse(ballot, number, wanted, browser);
                var before = ballot.VoteOf(wanted.Name, wanted.Paper);
                var vote = wanted with
                {
                    Name = ballot.FindVoter(wanted.Name)?.Name ?? wanted.Name,
                    Comment = wanted.Comment switch { null => before?.Comment, "" => null, var said => said },
                };
                return vote == before ? null : BallotLine.Cast(vote, browser, time.GetUtcNow());
            },
            cancellationToken)
        .VoteOf(wanted.Name, wanted.Paper)!;

    private static void Refuse(Ballot ballot, string number, Vote wanted, string browser)
    {
        if (!ballot.IsOpen || ballot.Opening!.Number != number)
        {
            throw new BallotRefusedException(
                BallotRefusal.Closed, "This ballot is closed, so the vote was not kept: ask who sent you the link.");
        }

        if (!ballot.Opening.Papers.Contains(wanted.Paper))
        {
            throw new BallotRefusedException(BallotRefusal.NotOffered, $"{wanted.Paper} is not put to the vote here.");
        }

        var voter = ballot.FindVoter(wanted.Name);
        RefuseName(ballot, wanted.Name, browser);
        if (voter is null && ballot.Voters.Count >= MostNames)
        {
            throw new BallotRefusedException(
                BallotRefusal.Full, $"{MostNames} people vote here already, and no more can: ask who sent you the link.");
        }

        if (voter?.Lines >= MostLines)
        {
            throw new BallotRefusedException(
                BallotRefusal.Full, $"{voter.Name} has voted {MostLines} times here, and the last votes stand.");
        }
    }

    /// <summary>Whether a browser may vote under a name.</summary>
    /// <param name="ballot">Where.</param>
    /// <param name="name">The name.</param>
    /// <param name="browser">The digest of what the browser keeps; null where it keeps nothing yet.</param>
    /// <exception cref="BallotRefusedException">The name belongs to another browser, or the browser to another name.</exception>
    public static void RefuseName(Ballot ballot, string name, string? browser)
    {
        if (ballot.FindVoter(name) is { Browser: { } owner } voter && owner != browser)
        {
            throw new BallotRefusedException(
                BallotRefusal.Taken,
                $"Somebody votes as {voter.Name} in another browser: take another name, or go on in that browser.");
        }

        if (ballot.FindBrowser(browser) is { } own && !own.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        {
            throw new BallotRefusedException(BallotRefusal.Taken, $"This browser votes as {own.Name} here, and under no second name.");
        }
    }
}
