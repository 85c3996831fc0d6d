namespace Sheaf.Ranking;

/// <summary>Words that say nothing about what a paper is about; no pair of words goes across one.</summary>
internal static class CommonWords
{
    private static readonly HashSet<string> All =
    [
        .. """
            a about above across after again against all almost along already also although always among an and any are around as at be
            because been before behind being below between both but by can cannot could despite did do does doing done due during each
            either else enough especially etc even ever every few first for from further had has have having he hence her here his how
            however i if in indeed instead into is it its itself just last least less let like made mainly make many may me might more
            moreover most mostly much must my namely neither never nevertheless next no none nor not nothing now of off often on once one
            only onto or other others otherwise our out over own per perhaps quite rather re same see seem several she should show since
            so some still such take than that the their them then there thereby therefore these they this those though through throughout
            thus to together too toward towards two under until up upon us use used uses using very via was we well were what when where
            whereas whether which while who whole whom whose why will with within without would yet you your
            """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
    ];

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = All.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Contains(ReadOnlySpan<char> word) => Lookup.Contains(word);
}
