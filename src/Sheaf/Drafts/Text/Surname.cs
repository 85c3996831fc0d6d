using System.Text.RegularExpressions;

namespace Sheaf.Drafts.Text;

/// <summary>The name by which an author is cited.</summary>
public static partial class Surname
{
    /// <summary>Kept with the surname in either case (field guide, section 10): <c>van der Berg</c>, <c>Van Durme</c>, <c>Le Bras</c>.</summary>
    private static readonly HashSet<string> Particles = new(StringComparer.OrdinalIgnoreCase)
    {
        "van", "von", "der", "den", "de", "del", "della", "dalla", "di", "da", "dos", "du", "la", "le", "lo", "mac", "san", "st",
        "st.", "al", "el", "ben", "ibn", "dem", "ter", "vaziri",
    };

    /// <summary>Particles only as written here: capital, they are more often given names (<c>Xue Bin Peng</c>) or another word.</summary>
    private static readonly HashSet<string> LowerCaseParticles = ["das", "bin", "ten", "te", "zu", "zur", "zum", "af", "av", "'t", "’t", "y", "e"];

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
    /// is its own surname. Which of two last names are one surname (<c>Ander Campos</c>) no name tells: the last is taken.
    /// </summary>
    /// <returns>Empty where there is no name, only punctuation or a remark.</returns>
    public static string Of(string name)
    {
        var words = Remark().Replace(name.Split(':')[0], " ").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (!words.Any(word => word.Any(char.IsLetterOrDigit)))
        {
            return "";
        }

        return Collaboration.IsOne(words) ? Collaboration.NameOf(words) : Join(WithoutSuffix(words));
    }

    private static string Join(string[] words)
    {
        var start = words.Length - 1;
        var isVietnamese = words.Any(VietnameseNames.Contains);
        while (start > 1 && IsParticle(words[start - 1], isVietnamese))
        {
            start--;
        }

        // y and e stand between two surnames: Agüera y Arcas.
        start -= start > 1 && words[start] is "y" or "e" ? 1 : 0;
        return string.Join(' ', words[start..]);
    }

    private static bool IsParticle(string word, bool isVietnamese) =>
        LowerCaseParticles.Contains(word) || (Particles.Contains(word) && !(isVietnamese && VietnameseMiddleNames.Contains(word)));

    private static string[] WithoutSuffix(string[] words)
    {
        var bare = words.Select(word => word.TrimEnd(',', ';', '†', '‡', '*', '§', '¶')).Where(word => word.Length > 0).ToArray();
        var count = bare.Length;
        while (count > 1 && IsSuffix(bare.AsSpan(0, count)))
        {
            count--;
        }

        return bare[..count];
    }

    /// <summary>I and V are suffixes only after a whole name; in <c>Arunkumar V</c> and <c>Jyothir S V</c> they are initials.</summary>
    private static bool IsSuffix(ReadOnlySpan<string> words) =>
        Suffix().IsMatch(words[^1]) || (words[^1] is "I" or "V" && words.Length > 2 && words[^2].TrimEnd('.').Length > 1);

    [GeneratedRegex(@"\([^()]*\)")]
    private static partial Regex Remark();

    [GeneratedRegex(@"^((?i:jr|sr)\.?|II\.?|III\.?|IV\.?|M\.?D\.?|Ph\.?D\.?)\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Suffix();
}
