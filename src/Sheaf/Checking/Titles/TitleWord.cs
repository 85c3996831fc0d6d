using Sheaf.Text;

namespace Sheaf.Checking.Titles;

/// <summary>One word of a title, ready to be compared.</summary>
/// <param name="Text">Plain letters and digits; <see cref="TitleWords.Glyph"/> where something was lost.</param>
/// <param name="Stem">In American spelling and the singular: what two spellings of one word have in common.</param>
internal sealed record TitleWord(string Text, string Stem)
{
    private static readonly HashSet<string> Little = [.. LittleWords.OfAnyText, .. LittleWords.OfTitles];

    private static readonly (string British, string American)[] Endings =
    [
        ("isation", "ization"), ("ising", "izing"), ("ised", "ized"), ("iser", "izer"), ("ise", "ize"), ("ysing", "yzing"), ("ysed", "yzed"), ("yse", "yze"),
        ("elling", "eling"), ("elled", "eled"), ("eller", "eler"), ("tre", "ter"), ("bre", "ber"), ("ogue", "og"), ("ence", "ense"), ("amme", "am"), ("gement", "gment"),
    ];

    /// <summary>What it counts: little words tell titles apart badly.</summary>
    public double Weight => IsLittle ? 0.25 : 1;

    public bool IsLittle => Little.Contains(Text);

    public bool HasDigit => Text.Any(char.IsAsciiDigit);

    public bool IsDamaged => Text.Contains(TitleWords.Glyph);

    public static TitleWord Of(string text) => new(text, StemOf(text));

    /// <summary>Both titles go through this, so it need not make true words, only the same one of two spellings.</summary>
    private static string StemOf(string text)
    {
        if (text.Length < 4 || text.Any(char.IsAsciiDigit))
        {
            return text;
        }

        var stem = text.EndsWith('s') && !text.EndsWith("ss", StringComparison.Ordinal) ? text[..^1] : text;
        stem = stem.Length > 5 ? stem.Replace("our", "or", StringComparison.Ordinal) : stem;
        var ending = Endings.FirstOrDefault(ending => stem.EndsWith(ending.British, StringComparison.Ordinal));
        return ending.British is null ? stem : stem[..^ending.British.Length] + ending.American;
    }
}
