using System.Text;

namespace Sheaf.Text;

/// <summary>
/// Makes text from outside harmless on a terminal: no escape sequences, no control characters, nothing that turns text around or hides in
/// it.
/// </summary>
internal static class SafeText
{
    /// <summary>The text on one line; what would do harm becomes a blank.</summary>
    public static string OneLine(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            safe.Append(InvisibleCharacters.Contain(rune) ? " " : rune.ToString());
        }

        return safe.ToString();
    }
}
