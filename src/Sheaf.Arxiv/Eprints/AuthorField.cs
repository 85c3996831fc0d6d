using System.Text;
using System.Text.RegularExpressions;
using Sheaf.Arxiv.Tex;

namespace Sheaf.Arxiv.Eprints;

/// <summary>
/// The author field as arXiv stores it, one string in TeX, split as arXiv's own parser splits it (field guide 10): commas, colons,
/// <c>and</c> and <c>&amp;</c> part names, except inside of brackets. The time grows with the length only.
/// </summary>
internal static partial class AuthorField
{
    /// <summary>The authors in order, in Unicode and in natural order; empty where the field names nobody.</summary>
    public static List<Author> Parse(string field) => PlainAuthors.TryParse(field) ?? ParseAny(field);

    /// <summary>Whatever the field may hold.</summary>
    internal static List<Author> ParseAny(string field)
    {
        var parts = WithSuffixes(Parts(field));
        var names = parts.Where(IsName).Select(Tidy).ToList();
        var authors = names.ConvertAll(name => new Author(name));
        if (field.Contains('('))
        {
            // Put together again with nothing but commas between the names, which is how affiliations are looked up.
            var affiliations = Affiliations.Parse(string.Join(' ', parts));
            affiliations.SpreadOver(authors, names.TakeWhile(Affiliations.IsGroup).Count());
        }

        return AuthorName.Tidy(InUnicode(authors));
    }

    // Neighbours share their affiliations; converted once for all of them, a list that is long cannot cost its length for each author.
    private static List<Author> InUnicode(List<Author> authors)
    {
        IReadOnlyList<string> affiliations = [], converted = [];
        return authors.ConvertAll(author =>
        {
            if (!ReferenceEquals(affiliations, author.Affiliations))
            {
                (affiliations, converted) = (author.Affiliations, [.. author.Affiliations.Select(InUnicode)]);
            }

            return new Author(InUnicode(author.Name), converted);
        });
    }

    // Names, brackets and the separators between them.
    private static List<string> Parts(string field)
    {
        var parts = new List<string>();
        var (depth, start) = (0, 0);
        for (var at = 0; at < field.Length; at++)
        {
            if (field[at] == '(' && depth++ == 0)
            {
                AddNames(parts, field[start..at]);
                start = at;
            }
            else if (field[at] == ')' && depth > 0 && --depth == 0)
            {
                parts.Add(Spaces().Replace(field[start..(at + 1)], " "));
                start = at + 1;
            }
        }

        if (depth == 0)
        {
            AddNames(parts, field[start..]);
        }
        else
        {
            parts.Add(Spaces().Replace(field[start..], " "));
        }

        return parts;
    }

    private static void AddNames(List<string> parts, string text) =>
        parts.AddRange(
            Separator().Split(Conjunction().Replace(Spaces().Replace(text, " "), ",")).Select(part => part.Trim())
                .Where(part => part.Length > 0));

    // "B. Example, Jr." is one person.
    private static List<string> WithSuffixes(List<string> parts)
    {
        var whole = new List<string>(parts.Count);
        foreach (var part in parts)
        {
            if (whole is [.., var name, ","] && IsName(name) && Suffix().IsMatch(part))
            {
                whole.RemoveRange(whole.Count - 2, 2);
                whole.Add($"{name}, {part}");
            }
            else
            {
                whole.Add(part);
            }
        }

        return whole;
    }

    private static bool IsName(string part) => part[0] != '(' && !part.AsSpan().Trim(":;,.)").IsEmpty
        && !EtAl().IsMatch(part) && !part.Equals("others", StringComparison.OrdinalIgnoreCase);

    // A dot ends a word, unless it is an accent of TeX: "H.C. Rosu" is "H. C. Rosu".
    private static string Tidy(string name) => Dot().Replace(name, ". ");

    private static string InUnicode(string tex) => MetadataText.OneLine(TexText.ToUnicode(tex));

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(",? (?:and|&) ")]
    private static partial Regex Conjunction();

    [GeneratedRegex("([,:])")]
    private static partial Regex Separator();

    [GeneratedRegex(@"^(?:[JS]r\.?|[IV]{2,})\z")]
    private static partial Regex Suffix();

    [GeneratedRegex(@"^et(?:\. ?| )al\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EtAl();

    [GeneratedRegex(@"(?<!\\)\.(?=\S)")]
    private static partial Regex Dot();
}
