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

/// <summary>An author's name in the parts by which programs that cite sort and print it.</summary>
/// <param name="Given">Empty where there is none.</param>
/// <param name="Particle">What is written small before the family name, <c>van der</c>; empty where there is none.</param>
/// <param name="Family">The family name with its capital particles, or the whole name of a collaboration.</param>
/// <param name="Suffix"><c>Jr.</c>, <c>II</c>; empty where there is none.</param>
/// <param name="IsGroup">Whether it is a collaboration.</param>
internal sealed partial record PersonName(string Given, string Particle, string Family, string Suffix, bool IsGroup)
{
    private static readonly char[] Marks = [',', ';', '†', '‡', '*', '§', '¶'];

    /// <summary>The family name with all its particles.</summary>
    public string Surname => Particle.Length == 0 ? Family : $"{Particle} {Family}";

    /// <summary>
    /// Reads a name in natural order and Unicode. Which of two last names are one surname (<c>Ander Campos</c>) no name tells: the last is
    /// taken.
    /// </summary>
    /// <returns>Null where there is no name, only punctuation or a remark.</returns>
    public static PersonName? Parse(string name)
    {
        var first = name.Split(':')[0];
        var words = (first.Contains('(') ? Remark().Replace(first, " ") : first)
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (!words.Any(word => word.Any(char.IsLetterOrDigit)))
        {
            return null;
        }

        return Collaboration.IsOne(words)
            ? new PersonName("", "", Collaboration.NameOf(words), "", IsGroup: true)
            : OfPerson([.. words.Select(word => word.TrimEnd(Marks)).Where(word => word.Length > 0)]);
    }

    /// <summary>Divides a name that is written <c>Last, First</c> or <c>Last, Jr., First</c>; null where it is in natural order.</summary>
    internal static (string Last, string First)? Inverted(string name) =>
        name.Split(',', StringSplitOptions.TrimEntries) is [{ Length: > 0 } last, .., { Length: > 0 } first]
            && !Names.Surname.IsSuffix(first)
            ? (last, first)
            : null;

    private static PersonName OfPerson(string[] words)
    {
        var end = Names.Surname.EndIn(words);
        var start = Names.Surname.StartIn(words[..end]);
        var family = start;
        while (family < end - 1
            && char.IsLower(words[family].TrimStart('\'', '’').FirstOrDefault())
            && Names.Surname.IsParticle(words[family]))
        {
            family++;
        }

        return new(Join(words[..start]), Join(words[start..family]), Join(words[family..end]), Join(words[end..]), IsGroup: false);
    }

    private static string Join(string[] words) => string.Join(' ', words);

    [GeneratedRegex(@"\([^()]*\)")]
    private static partial Regex Remark();
}
