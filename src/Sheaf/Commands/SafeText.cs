using System.Text;

namespace Sheaf.Commands;

/// <summary>Makes text from outside harmless on a terminal: no escape sequences, no control characters, no bidirectional overrides.</summary>
public static class SafeText
{
    /// <summary>The text on one line.</summary>
    public static string OneLine(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            safe.Append(IsHarmful(rune) ? " " : rune.ToString());
        }

        return safe.ToString();
    }

    private static bool IsHarmful(Rune rune) =>
        Rune.IsControl(rune) || rune.Value is (>= 0x200E and <= 0x200F) or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x2028 or 0x2029;
}
