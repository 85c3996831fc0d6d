using System.Text;

namespace Sheaf.Text;

/// <summary>Makes text from outside harmless on a terminal: no escape sequences, no control characters, nothing that turns text around or hides in it.</summary>
public static class SafeText
{
    /// <summary>The text on one line; what would do harm becomes a blank.</summary>
    public static string OneLine(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            safe.Append(IsHarmful(rune) ? " " : rune.ToString());
        }

        return safe.ToString();
    }

    /// <summary>Whether it is a control character, a break between lines, or invisible; the two joiners are not, which scripts and emoji need.</summary>
    internal static bool IsHarmful(Rune rune) => InvisibleCharacters.Contain(rune);
}
