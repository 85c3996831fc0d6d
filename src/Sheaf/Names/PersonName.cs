using System.Text.RegularExpressions;

namespace Sheaf.Names;

/// <summary>The name by which an author is cited.</summary>
internal static partial class Surname
{
    /// <summary>
    /// Kept with the surname in either case (field guide, section 10): <c>van der Berg</c>, <c>Van Durme</c>, <c>Le Bras</c>.
    /// </summary>
    private static readonly HashSet<string> Particles = new(StringComparer.OrdinalIgnoreCase)
    {
        "van", "von", "der", "den", "de", "del", "della", "dalla", "di", "da", "dos", "du", "la", "le", "lo", "mac", "san", "st",
        "st.", "al", "el", "ben", "ibn", "dem", "ter", "vaziri",
    };

    /// <summary>Particles only as written here: capital, they are more often given names (<c>Xue Bin Peng</c>) or another word.</summary>
    private static readonly HashSet<string> LowerCaseParticles =
        ["das", "bin", "ten", "te", "zu", "zur", "zum", "af", "av", "'t", "’t", "y", "e"];

    /// <summary>Given names in between, beside a Vietnamese family name: <c>Hien Van Nguyen</c>.</summary>
    private static readonly HashSet<string> VietnameseMiddleNames = ["Van", "Le"];

    private static readonly HashSet<string> VietnameseNames =
    [
        "Nguyen", "Nguyễn", "Tran", "Trần", "Pham", "Phạm", "Hoang", "Hoàng", "Huynh", "Huỳnh", "Phan", "Vu", "Vũ", "Vo", "Võ",
        "Dang", "Đặng", "Bui", "Bùi", "Do", "Đỗ", "Ngo", "Ngô", "Duong", "Dương", "Ly", "Lý", "Dinh", "Đinh", "Trinh", "Trịnh",
        "Dao", "Đào", "Truong", "Trương",
    ];

    /// <summary>
    /// The surname of a name in natural order and Unicode, with its particles, without suffixes. A collaboration, and a name of one word,
    /// is its own surname.
    /// </summary>
    /// <returns>Empty where there is no name, only punctuation or a remark.</returns>
    public static string From(string name) => PersonName.Parse(name)?.Surname ?? "";

    /// <summary>
    /// The surname of a name in either order: what stands before the comma of <c>Last, First</c>, which says itself what the surname is;
    /// of any other name as <see cref="From"/>.
    /// </summary>
    public static string InEitherOrder(string name) => PersonName.Inverted(name)?.Last ?? From(name);

    /// <summary>Where the surname begins in the words of a name without suffixes.</summary>
    internal static int StartIn(string[] words)
    {
        var start = words.Length - 1;
        var isVietnamese = words.Any(VietnameseNames.Contains);
        while (start > 1 && IsParticle(words[start - 1]) && !(isVietnamese && VietnameseMiddleNames.Contains(words[start - 1])))
        {
            start--;
        }

        // y and e stand between two surnames: Agüera y Arcas.
        return start - (start > 1 && words[start] is "y" or "e" ? 1 : 0);
    }

    /// <summary>Where the suffixes of a name begin; the number of its words where it has none.</summary>
    internal static int EndIn(ReadOnlySpan<string> words)
    {
        var count = words.Length;
        while (count > 1 && IsSuffix(words[..count]))
        {
            count--;
        }

        return count;
    }

    /// <summary>Whether a word may belong to the surname that follows it.</summary>
    internal static bool IsParticle(string word) => LowerCaseParticles.Contains(word) || Particles.Contains(word);

    /// <summary>Whether a word follows a name wherever it stands: <c>Jr.</c>, <c>II</c>.</summary>
    internal static bool IsSuffix(string word) => Suffix().IsMatch(word);

    /// <summary>I and V are suffixes only after a whole name; in <c>Arunkumar V</c> and <c>Jyothir S V</c> they are initials.</summary>
    private static bool IsSuffix(ReadOnlySpan<string> words) =>
        IsSuffix(words[^1]) || (words[^1] is "I" or "V" && words.Length > 2 && words[^2].TrimEnd('.').Length > 1);

    [GeneratedRegex(
        @"^((?i:jr|sr)\.?|II\.?|III\.?|IV\.?|M\.?D\.?|Ph\.?D\.?)\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Suffix();
}
