namespace Sheaf.Checking.Titles;

/// <summary>How much two words are the same word, from 0 to 1.</summary>
internal static class WordLikeness
{
    /// <summary>Letters that a lost glyph may stand for.</summary>
    private const int MostLost = 2;

    /// <summary>
    /// 1 for the same word in any spelling; a little less for a slip of one letter in five or two in eight. What tells papers apart is no
    /// slip: digits are compared exactly (GPT-3, GPT-4), short words too (LoRA, DoRA), and the first letter must agree (symmetric,
    /// asymmetric).
    /// </summary>
    public static double Of(TitleWord one, TitleWord other)
    {
        if (one.Text == other.Text || one.Stem == other.Stem)
        {
            return 1;
        }

        if (one.IsDamaged || other.IsDamaged)
        {
            return Fits(one.Text, other.Text) || Fits(other.Text, one.Text) ? 1 : 0;
        }

        var shorter = Math.Min(one.Text.Length, other.Text.Length);
        var slips = shorter switch { < 5 => 0, < 8 => 1, _ => 2 };
        if (slips == 0 || one.Stem[0] != other.Stem[0] || one.HasDigit || other.HasDigit)
        {
            return 0;
        }

        return EditDistance.Between(one.Stem, other.Stem, slips) switch { 1 => 0.9, 2 when slips == 2 => 0.85, _ => 0 };
    }

    /// <summary>Whether a word with glyphs in it can have been this one. Linear: a glyph takes as few letters as it can.</summary>
    private static bool Fits(string damaged, string word)
    {
        if (!damaged.Contains(TitleWords.Glyph))
        {
            return false;
        }

        var parts = damaged.Split(TitleWords.Glyph);
        var at = parts[0].Length;
        if (!word.StartsWith(parts[0], StringComparison.Ordinal) || parts.All(part => part.Length == 0))
        {
            return false;
        }

        foreach (var part in parts[1..])
        {
            var next = part.Length == 0 ? word.Length : word.IndexOf(part, at, StringComparison.Ordinal);
            if (next < 0 || next - at > MostLost)
            {
                return false;
            }

            at = next + part.Length;
        }

        return at == word.Length;
    }
}
