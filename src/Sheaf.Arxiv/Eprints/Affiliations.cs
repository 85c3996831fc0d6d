using System.Globalization;
using System.Text.RegularExpressions;

namespace Sheaf.Arxiv.Eprints;

/// <summary>
/// The affiliations in an author line: in brackets behind a name, in words or as numbers that a list at the end of the line resolves
/// (field guide 10).
/// </summary>
internal sealed partial class Affiliations
{
    private static readonly string[] Groups = [" collaboration", " group", " team"];

    private readonly Dictionary<string, string> _byName = [];
    private readonly Dictionary<string, string> _byNumber = [];

    private Affiliations()
    {
    }

    internal static Affiliations Parse(string line)
    {
        var affiliations = new Affiliations();
        affiliations.ReadBrackets(line);
        if (EnumerationStart().Match(line) is { Success: true } start)
        {
            affiliations.ReadEnumeration(line[(start.Index + start.Length)..]);
        }

        return affiliations;
    }

    /// <summary>Those given behind this very name; none where its bracket holds a number that is not in the list.</summary>
    internal IReadOnlyList<string> Of(string name)
    {
        if (!_byName.TryGetValue(Key(name), out var text))
        {
            return [];
        }

        // arXiv joins "A and B" in one bracket into one affiliation "A,B"; its API does the same.
        var joined = Conjunction().Replace(text.Trim(), ",");
        return Numbers().IsMatch(joined)
            ? [.. joined.Split(',').Select(number => _byNumber.GetValueOrDefault(number.Trim())).OfType<string>()]
            : [joined];
    }

    /// <summary>
    /// An author without an affiliation has that of the next who has one: "A, B (X)" means X for both. The collaborations that open a
    /// line, <paramref name="groups"/> of them, have none.
    /// </summary>
    internal void SpreadOver(List<Author> authors, int groups)
    {
        IReadOnlyList<string> following = [];
        for (var index = authors.Count - 1; index >= groups; index--)
        {
            var own = Of(authors[index].Name);
            following = own.Count > 0 ? own : following;
            authors[index] = authors[index] with { Affiliations = following };
        }
    }

    /// <summary>Whether the name is one of a group of people.</summary>
    internal static bool IsGroup(string name) => Groups.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));

    // Spaces do not tell names apart: the head of the page has "P. A. Evans" where the line has "P.A. Evans".
    private static string Key(string name) =>
        string.Concat(name.Where(character => !char.IsWhiteSpace(character))).ToUpper(CultureInfo.InvariantCulture);

    /// <summary>Keeps, for each name in the line with a bracket behind it, the bracket's text up to the next bracket.</summary>
    private void ReadBrackets(string line)
    {
        var (depth, nameStart) = (0, 0);
        for (var at = 0; at < line.Length; at++)
        {
            switch (line[at])
            {
                case '(':
                    if (depth++ == 0)
                    {
                        Keep(line[nameStart..at], line.AsSpan(at + 1));
                    }

                    break;
                case ')':
                    depth = Math.Max(0, depth - 1);
                    nameStart = at + 1;
                    break;
                case ',' or ':' when depth == 0:
                    nameStart = at + 1;
                    break;
            }
        }
    }

    private void Keep(string name, ReadOnlySpan<char> bracket)
    {
        var end = bracket.IndexOfAny('(', ')');
        var text = end < 0 ? bracket : bracket[..end];
        if (!string.IsNullOrWhiteSpace(name) && !text.IsWhiteSpace())
        {
            _byName.TryAdd(Key(name), text.ToString());
        }
    }

    /// <summary>Reads <c>1) Gear Inst., (2) Cog Lab)</c>, the rest of a line after the list's first two brackets.</summary>
    private void ReadEnumeration(string list)
    {
        var inner = list.TrimEnd();
        inner = inner.EndsWith(')') ? inner[..^1] : inner;
        foreach (var item in inner.Split('('))
        {
            if (EnumerationItem().Match(item) is { Success: true } match)
            {
                _byNumber[match.Groups["number"].Value] = match.Groups["name"].Value.TrimEnd('.', ',', ' ');
            }
        }
    }

    [GeneratedRegex(@"\(\s*\(")]
    private static partial Regex EnumerationStart();

    [GeneratedRegex(@"^(?<number>[0-9]+)\)\s*(?<name>\S.*\S)\s*\z", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex EnumerationItem();

    [GeneratedRegex(@"\s+(&|and)\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Conjunction();

    [GeneratedRegex(@"^[0-9,\s]+\z")]
    private static partial Regex Numbers();
}
