namespace Sheaf.Names;

/// <summary>Authors that are not persons: <c>The ATLAS Collaboration</c>, <c>Gemma Team</c>, <c>LG AI Research</c>.</summary>
internal static class Collaboration
{
    private static readonly HashSet<string> LastWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "Collaboration", "Collaborations", "Team", "Teams", "Group", "Consortium", "Community", "Initiative", "Project", "Network",
        "Alliance", "Lab", "Labs", "Laboratory", "Institute", "University", "Research", "Foundation", "Center", "Centre", "Inc.",
    };

    /// <summary>Whether the words of an author's name are those of a collaboration.</summary>
    public static bool IsOne(string[] words) =>
        words.Length > 1
        && (LastWords.Contains(words[^1]) || words[^1] == "AI" || words[0] is "The" or "the" or "Team" or "for" || Behalf(words) > 0);

    /// <summary>Its name, without <c>on behalf of the</c>.</summary>
    public static string NameOf(string[] words) => string.Join(' ', words[Behalf(words)..]);

    private static int Behalf(string[] words) => words switch
    {
        ["for" or "For", "the", _, ..] => 2,
        ["on" or "On", "behalf", "of", "the", _, ..] => 4,
        _ => 0,
    };
}
