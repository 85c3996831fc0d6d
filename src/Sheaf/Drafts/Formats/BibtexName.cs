using Sheaf.Arxiv.Eprints;
using Sheaf.Names;

namespace Sheaf.Drafts.Formats;

/// <summary>
/// Authors' names as BibTeX takes them apart: <c>van der Berg, Jr., Jan</c>; a collaboration in braces, which keep it whole.
/// </summary>
internal static class BibtexName
{
    /// <summary>
    /// The authors of a paper, joined by <c>and</c>, at the end <c>others</c> where there are some; empty where none has a name. What TeX
    /// would take for a command is left out: nobody is called so, and programs that make initials of names cut commands in two.
    /// </summary>
    public static string Of(Eprint paper) =>
        string.Join(
            " and ",
            PaperText.Authors(paper).Select(name => PersonName.Parse(string.Concat(name.Split('{', '}', '\\', '$', '^', '~'))))
                .OfType<PersonName>().Select(Of)
                .Concat(paper.HasOtherAuthors ? ["others"] : []));

    private static string Of(PersonName name)
    {
        if (name.IsGroup)
        {
            return Whole(name.Family);
        }

        // After small words at its beginning BibTeX looks for the name itself; small words inside must not be looked at.
        var family = name.Family.Contains(' ') && name.Family.Split(' ').Any(word => !char.IsUpper(word[0]))
            ? Whole(name.Family)
            : Part(name.Family);
        var whole = name.Particle.Length == 0 ? family : $"{Part(name.Particle)} {family}";
        string[] parts = name.Suffix.Length == 0 ? [whole] : [whole, Part(name.Suffix)];
        return name.Given.Length == 0
            ? (parts.Length == 1 && !name.Family.Contains(' ') ? parts[0] : Whole(name.Surname))
            : string.Join(", ", [.. parts, Part(name.Given)]);
    }

    /// <summary>
    /// As it is where it is words of letters; anything else goes into braces, so that no comma and no "and" of it is BibTeX's.
    /// </summary>
    private static string Part(string words) => words.Split(' ').All(IsPlain) ? words : Whole(words);

    private static bool IsPlain(string word) =>
        word.All(letter => char.IsLetter(letter) || letter is '.' or '-' or '\'' or '’')
        && !word.Equals("and", StringComparison.OrdinalIgnoreCase) && !word.Equals("others", StringComparison.OrdinalIgnoreCase);

    private static string Whole(string words) => $"{{{LatexText.Of(words)}}}";
}
