using System.Text.Json.Serialization;
using Sheaf.Ballots;

namespace Sheaf.Desk;

/// <summary>What POST <c>/api/YYYY-MM/ballot/open</c> takes.</summary>
/// <param name="Of"><c>suggestions</c> or <c>list</c>.</param>
internal sealed record BallotRequest(string? Of);

/// <summary>A month's ballot, for its editor.</summary>
/// <param name="Month">As <c>2024-04</c>.</param>
/// <param name="State"><c>open</c>, <c>closed</c>, or <c>none</c> where it was never opened.</param>
/// <param name="Of">What was last put to the vote; null for nothing.</param>
/// <param name="Link">The address to share; null where there is none.</param>
/// <param name="Names">Who has voted.</param>
/// <param name="Papers">Those that were last offered, in their order.</param>
/// <param name="Warnings">What a person should be told, in sentences.</param>
internal sealed record BallotJson(
    string Month, string State, string? Of, string? Link, IReadOnlyList<string> Names, IReadOnlyList<BallotPaperJson> Papers,
    IReadOnlyList<string> Warnings);

/// <summary>The votes for a paper.</summary>
/// <param name="Id">The canonical identifier.</param>
/// <param name="Yes">How many say yes.</param>
/// <param name="Star">How many give it a star.</param>
/// <param name="No">How many say no.</param>
/// <param name="Votes">One for each name.</param>
internal sealed record BallotPaperJson(string Id, int Yes, int Star, int No, IReadOnlyList<VoteJson> Votes)
{
    internal static BallotPaperJson Of(Ballot ballot, Arxiv.Identifiers.ArxivIdentifier paper)
    {
        var votes = ballot.VotesFor(paper);
        return new(
            paper.ToString(), votes.Count(vote => vote.Choice == Choice.Yes), votes.Count(vote => vote.Choice == Choice.Star),
            votes.Count(vote => vote.Choice == Choice.No), [.. votes.Select(VoteJson.Of)]);
    }
}

/// <summary>What POST <c>/api/YYYY-MM/ballot/take</c> takes.</summary>
/// <param name="Votes">So many of yes and star together, or more.</param>
internal sealed record ByVotesRequest(int? Votes);

/// <summary>What POST <c>/api/YYYY-MM/ballot/take</c> answers.</summary>
/// <param name="Edit">The number of the one edit; null where nothing changed.</param>
/// <param name="Papers">Those that were taken, or given a star.</param>
/// <param name="Warnings">What a person should be told, in sentences.</param>
internal sealed record ByVotesJson(int? Edit, IReadOnlyList<string> Papers, IReadOnlyList<string> Warnings);

/// <summary>What POST <c>/api/ballot/TOKEN</c> takes.</summary>
/// <param name="Name">Of who votes.</param>
/// <param name="Id">The paper.</param>
/// <param name="Vote"><c>yes</c>, <c>no</c> or <c>star</c>.</param>
/// <param name="Comment">A word to it; absent: the one that was given stays, empty: it goes.</param>
internal sealed record VoteRequest(string? Name, string? Id, string? Vote, string? Comment = null);

/// <summary>A vote as it stands.</summary>
/// <param name="Name">As it was first spelled.</param>
/// <param name="Id">The paper.</param>
/// <param name="Vote"><c>yes</c>, <c>no</c> or <c>star</c>.</param>
/// <param name="Comment">A word to it; null for none.</param>
internal sealed record VoteJson(string Name, string Id, string Vote, string? Comment)
{
    internal static VoteJson Of(Vote vote) =>
        new(vote.Name, vote.Paper.ToString(), BallotLine.NameOf(vote.Choice), vote.Comment);
}

/// <summary>What GET <c>/api/ballot/TOKEN</c> answers to who votes.</summary>
/// <param name="Month">As <c>2024-04</c>.</param>
/// <param name="State"><c>open</c> or <c>closed</c>.</param>
/// <param name="Of"><c>suggestions</c> or <c>list</c>.</param>
/// <param name="Name">Under which this browser votes; null for none yet.</param>
/// <param name="Papers">In their order.</param>
internal sealed record VotingJson(string Month, string State, string Of, string? Name, IReadOnlyList<VotingPaperJson> Papers);

/// <summary>A paper to vote on.</summary>
/// <param name="Id">The canonical identifier.</param>
/// <param name="Title">As plain text with its TeX; the identifier where the paper is not known.</param>
/// <param name="Authors">All of them.</param>
/// <param name="Abstract">Its paragraphs.</param>
/// <param name="Vote">This browser's; null for none.</param>
/// <param name="Comment">Its word; null for none.</param>
/// <param name="Votes">Those of all, once the ballot is closed; absent before.</param>
internal sealed record VotingPaperJson(
    string Id, string Title, IReadOnlyList<string> Authors, IReadOnlyList<string> Abstract, string? Vote, string? Comment,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<VoteJson>? Votes);
