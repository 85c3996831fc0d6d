using Sheaf.Arxiv.Identifiers;
using Sheaf.Ballots;

namespace Sheaf.Desk;

/// <summary>
/// The links of ballots. The token in one is made of the number that stands in the file and of what only this service knows, so that nobody
/// can read it from a file that is kept in Git; it names its month, and opens that month's ballot as it was last opened and nothing else.
/// </summary>
internal sealed class BallotLinks(DeskToken token, DeskParts parts)
{
    private const int MonthLength = 7;

    /// <summary>Where one votes, a path of the desk; null where the ballot was never opened.</summary>
    public string? PathOf(Ballot ballot) => ballot.Opening is { } opening
        ? $"{DeskPaths.Voting}/{ballot.Month}.{token.BallotKey(KeyOf(ballot.Month, opening))}"
        : null;

    /// <summary>The ballot that a token opens; null where it opens none, any more.</summary>
    /// <inheritdoc cref="BallotFile.Read"/>
    public Ballot? Find(string text) =>
        text.Length is > MonthLength + 1 and < 100 && text[MonthLength] == '.' && Month.TryParse(text[..MonthLength], out var month)
            && parts.Ballots.Read(month) is { Opening: { } opening } ballot
            && token.IsBallotKey(text[(MonthLength + 1)..], KeyOf(month, opening))
            ? ballot
            : null;

    private static string KeyOf(Month month, Opening opening) => $"{month} {opening.Number}";
}
