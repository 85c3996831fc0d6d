using Sheaf.Text;

namespace Sheaf.Ranking;

/// <summary>Words that say nothing about what a paper is about; no pair of words goes across one.</summary>
internal static class CommonWords
{
    public static IReadOnlyCollection<string> All { get; } = new HashSet<string>(
    [
        .. LittleWords.OfAnyText, .. LittleWords.OfSentences, .. LittleWords.OfTitles,
        .. LittleWords.Split(
            """
            above after again against almost along already also although always around because before behind below cannot
            despite doing done due during else enough especially etc ever first further having he hence her his however i
            indeed instead itself last let like made mainly make me moreover mostly my namely never nevertheless next none
            nothing now off often once others otherwise perhaps quite rather re see seem she show since still such take them
            thereby therefore these they those though throughout thus together too until us use used uses well whereas whether
            whole yet
            """),
    ]);
}
