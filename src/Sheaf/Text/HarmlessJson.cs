using System.Buffers;
using System.Globalization;
using System.Text;

namespace Sheaf.Text;

/// <summary>
/// JSON in which letters stand as themselves, for people who read it on a terminal or in an editor, without characters that would turn
/// other text around or hide in it: those are written as escapes, so that nothing of the value is lost.
/// </summary>
internal static class HarmlessJson
{
    /// <summary>
    /// All that are invisible but the two joiners, which scripts and emoji need. JSON's own writer escapes those beyond U+FFFF.
    /// </summary>
    private static readonly SearchValues<char> Invisible = SearchValues.Create(
        [.. Enumerable.Range(0x80, 0xFF80).Where(code => Rune.IsValid(code) && InvisibleCharacters.Contain(new Rune(code)))
            .Select(code => (char)code)]);

    /// <summary>
    /// The same JSON, made harmless. In JSON such characters stand in strings only, where an escape may take the place of any.
    /// </summary>
    public static string From(string json)
    {
        if (!json.AsSpan().ContainsAny(Invisible))
        {
            return json;
        }

        var harmless = new StringBuilder(json.Length + 64);
        foreach (var letter in json)
        {
            if (Invisible.Contains(letter))
            {
                harmless.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:X4}");
            }
            else
            {
                harmless.Append(letter);
            }
        }

        return harmless.ToString();
    }
}
