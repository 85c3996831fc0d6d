namespace Sheaf.Text;

/// <summary>
/// English words that hold a sentence together and say nothing of its subject. Three rules leave such words out: what a title is compared
/// by, what an editor's taste is learnt from, and what the sentences of an abstract are about. Here is what they share; each adds its own.
/// Two of them were trained with just their words, so that a word added here changes what they were trained for.
/// </summary>
internal static class LittleWords
{
    /// <summary>Little words of all three.</summary>
    public static IReadOnlyList<string> OfAnyText { get; } = Split(
        """
        a an and are as at be by can do does for from how in into is not of on or that the to toward using via what why with
        """);

    /// <summary>Those of running text, which tell titles apart.</summary>
    public static IReadOnlyList<string> OfSentences { get; } = Split(
        """
        about across all among any been being between both but could did each either even every few had has have here if just
        least less many may might more most much must neither no nor one only onto other out over own per same several should so
        some than then there through two under up upon very was were when where which while who whom whose will within without
        would
        """);

    /// <summary>Those of titles and of taste; within an abstract they tell who speaks, or point at something.</summary>
    public static IReadOnlyList<string> OfTitles { get; } = Split(
        """
        it its our their this towards we you your
        """);

    /// <summary>Words with blanks and line breaks between them.</summary>
    public static string[] Split(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
