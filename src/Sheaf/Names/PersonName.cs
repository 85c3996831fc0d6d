using System.Text.RegularExpressions;

namespace Sheaf.Names;

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
