using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Ballots;

/// <summary>
/// A month's votes as its file has them at one moment. The last vote of a name for a paper counts, through all times that the ballot was
/// opened; a name belongs to the browser that first used it.
/// </summary>
internal sealed class Ballot
{
    private readonly Dictionary<ArxivIdentifier, Dictionary<string, Vote>> _votes = [];
    private readonly Dictionary<string, Voter> _voters = new(StringComparer.OrdinalIgnoreCase);

    private Ballot(Month month, IReadOnlyList<UnreadLine> unread) => (Month, Unread) = (month, unread);

    public Month Month { get; }

    /// <summary>The last time it was opened; null where it never was.</summary>
    public Opening? Opening { get; private set; }

    /// <summary>Whether votes are taken at this moment.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Lines of the file that are none of a ballot: damaged, or written by others.</summary>
    public IReadOnlyList<UnreadLine> Unread { get; }

    /// <summary>Who has voted, in the order of their first votes.</summary>
    public IReadOnlyCollection<Voter> Voters => _voters.Values;

    /// <summary>The votes for a paper that count, one for each name, in the order in which the names came.</summary>
    public IReadOnlyList<Vote> VotesFor(ArxivIdentifier paper) => _votes.TryGetValue(paper, out var votes) ? [.. votes.Values] : [];

    /// <summary>The vote of a name for a paper; null where there is none.</summary>
    public Vote? VoteOf(string name, ArxivIdentifier paper) => _votes.GetValueOrDefault(paper)?.GetValueOrDefault(name);

    /// <summary>Who votes under a name, in whatever letters; null where nobody does.</summary>
    public Voter? FindVoter(string name) => _voters.GetValueOrDefault(name);

    /// <summary>Who votes in a browser; null where nobody does yet.</summary>
    /// <param name="browser">The digest by which the file knows it.</param>
    public Voter? FindBrowser(string? browser) =>
        browser is null ? null : _voters.Values.FirstOrDefault(voter => voter.Browser == browser);

    /// <summary>What the lines of a file say, read in their order.</summary>
    /// <param name="month">Whose file it is.</param>
    /// <param name="lines">Those that could be read.</param>
    /// <param name="unread">Those that could not.</param>
    public static Ballot Of(Month month, IEnumerable<BallotLine> lines, IReadOnlyList<UnreadLine> unread)
    {
        var ballot = new Ballot(month, unread);
        foreach (var line in lines)
        {
            ballot.Heed(line);
        }

        return ballot;
    }

    private void Heed(BallotLine line)
    {
        switch (line.Kind)
        {
            case BallotLine.Opened:
                (Opening, IsOpen) = (line.ToOpening(), true);
                break;
            case BallotLine.Closed:
                IsOpen = false;
                break;
            default:
                Count(line.ToVote(), line.Browser);
                break;
        }
    }

    private void Count(Vote vote, string? browser)
    {
        var voter = _voters.GetValueOrDefault(vote.Name) ?? new Voter(vote.Name, browser, 0);
        _voters[vote.Name] = voter with { Browser = voter.Browser ?? browser, Lines = voter.Lines + 1 };
        if (!_votes.TryGetValue(vote.Paper, out var votes))
        {
            _votes[vote.Paper] = votes = new(StringComparer.OrdinalIgnoreCase);
        }

        votes[vote.Name] = vote with { Name = voter.Name };
    }
}

/// <summary>What papers were put to the vote.</summary>
internal enum BallotOf
{
    /// <summary>The likeliest of the month's undecided suggestions.</summary>
    Suggestions,

    /// <summary>The papers of its list.</summary>
    List,
}

/// <summary>What a reader says of a paper.</summary>
internal enum Choice
{
    No,
    Yes,

    /// <summary>Yes, and to be treated in depth.</summary>
    Star,
}

/// <summary>A ballot was opened.</summary>
/// <param name="Of">What was put to the vote.</param>
/// <param name="Number">Random, another one each time: what the link is made from, together with what only the service knows.</param>
/// <param name="Papers">Those that are offered, in their order: they stay while it is open, whatever ranking and list become.</param>
internal sealed record Opening(BallotOf Of, string Number, IReadOnlyList<ArxivIdentifier> Papers);

/// <summary>A vote for a paper, or against it.</summary>
/// <param name="Name">Of who votes, as it was first spelled.</param>
/// <param name="Paper">The paper.</param>
/// <param name="Choice">Yes, no or a star.</param>
/// <param name="Comment">A word to it, on one line; null for none.</param>
internal sealed record Vote(string Name, ArxivIdentifier Paper, Choice Choice, string? Comment);

/// <summary>Somebody who votes.</summary>
/// <param name="Name">As it was first spelled.</param>
/// <param name="Browser">The digest of what the browser keeps that first used it; null where no browser did.</param>
/// <param name="Lines">How many lines of the file are of this name.</param>
internal sealed record Voter(string Name, string? Browser, int Lines);

/// <summary>A line of the file that is none of a ballot.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Why">A part of a sentence.</param>
internal sealed record UnreadLine(int Line, string Why);
