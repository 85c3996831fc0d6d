using System.Text.RegularExpressions;

namespace Sheaf.Replica.Text;

/// <summary>Whose affiliation is whose in an author field.</summary>
internal static partial class AuthorAffiliations
{
    public static IReadOnlyList<ListedAuthor> Of(AuthorLine line)
    {
        var table = Table(line.Parts);
        var authors = new List<ListedAuthor>();
        foreach (var part in line.Parts)
        {
            if (part.Kind == AuthorPartKind.Name)
            {
                authors.Add(new ListedAuthor(PersonName.Parse(part.Text), []));
            }
            else if (part.Text == ": " && authors is [.., { Name.IsCollaboration: false }])
            {
                // "NVIDIA: A. One": arXiv takes the colon for a person.
                authors.Add(new ListedAuthor(new PersonName("", ":", ""), []));
            }
            else if (part.Kind == AuthorPartKind.Affiliation && authors.Count > 0 && !IsTable(part.Text))
            {
                authors[^1] = authors[^1] with
                {
                    Affiliations = [.. authors[^1].Affiliations, .. Resolve(part.Inner, table)],
                };
            }
        }

        return authors;
    }

    /// <summary>
    /// The authors as the query API lists them: one without affiliation gets that of the next who has one (field guide 2.3).
    /// </summary>
    public static IReadOnlyList<ListedAuthor> Propagated(AuthorLine line)
    {
        var authors = Of(line).ToArray();
        for (var i = authors.Length - 2; i >= 0; i--)
        {
            if (authors[i].Affiliations.Count == 0)
            {
                authors[i] = authors[i] with { Affiliations = authors[i + 1].Affiliations };
            }
        }

        return authors;
    }

    private static IEnumerable<string> Resolve(string text, Dictionary<string, string> table) =>
        table.Count > 0 && Numbers().IsMatch(text)
            ? Number().Matches(text).Select(number => table.GetValueOrDefault(number.Value, number.Value))
            : [text];

    // "((1) Gear Inst., (2) Cog Lab)" at the end of the field tells what the numbers mean.
    private static Dictionary<string, string> Table(IReadOnlyList<AuthorPart> parts)
    {
        var table = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in parts.Where(part => part.Kind == AuthorPartKind.Affiliation && IsTable(part.Text)))
        {
            foreach (Match line in TableLine().Matches(part.Inner))
            {
                table[line.Groups["number"].Value] = line.Groups["name"].Value.Trim().TrimEnd(',', ';').Trim();
            }
        }

        return table;
    }

    private static bool IsTable(string brackets) => TableStart().IsMatch(brackets);

    [GeneratedRegex(@"\A\(\s*\([0-9]+\)")]
    private static partial Regex TableStart();

    [GeneratedRegex(@"\((?<number>[0-9]+)\)(?<name>[^()]*)")]
    private static partial Regex TableLine();

    [GeneratedRegex(@"\A[0-9]+(?:(?:\s*,\s*|\s+and\s+)[0-9]+)*\z")]
    private static partial Regex Numbers();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Number();
}
