using Sheaf.Arxiv.Eprints;

namespace Sheaf.Arxiv.AbstractPages;

/// <summary>
/// The authors as arXiv's own parser splits them (field guide 10). The head of the page names them one by one and completely, however
/// many they are; the line below the title has the affiliations.
/// </summary>
internal static class AuthorLine
{
    private static readonly string[] Groups = [" collaboration", " group", " team"];

    /// <param name="citations">The <c>citation_author</c> entries: <c>Evans II, Neal J.</c></param>
    /// <param name="line">The line below the title, whole.</param>
    internal static List<Author> Parse(IReadOnlyList<string> citations, string line)
    {
        var names = citations.Select(ShownText.Collapse).ToList();
        var authors = names.ConvertAll(name => new Author(Natural(name)));
        if (line.Contains('('))
        {
            var affiliations = Affiliations.Parse(line);
            Spread(authors, affiliations, names.TakeWhile(IsLeadingGroup).Count());
        }

        authors.RemoveAll(author => IsPunctuation(author.Name));
        return authors;
    }

    // A suffix can bring a comma of its own, "Liang, Jr., Jingyun": forenames begin after the last.
    private static string Natural(string name) =>
        name.LastIndexOf(", ", StringComparison.Ordinal) is > 0 and var comma ? $"{name[(comma + 2)..]} {name[..comma]}" : name;

    /// <summary>
    /// An author without an affiliation has that of the next who has one: "A, B (X)" means X for both. Collaborations have none.
    /// </summary>
    private static void Spread(List<Author> authors, Affiliations affiliations, int groups)
    {
        IReadOnlyList<string> following = [];
        for (var index = authors.Count - 1; index >= groups; index--)
        {
            var own = affiliations.Of(authors[index].Name);
            following = own.Count > 0 ? own : following;
            authors[index] = authors[index] with { Affiliations = following };
        }
    }

    private static bool IsLeadingGroup(string name) =>
        !name.Contains(", ", StringComparison.Ordinal) && Groups.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));

    // "NVIDIA: A. One" makes an author ":" of the colon (field guide 2.3).
    private static bool IsPunctuation(string name) => name.All(character => character is ':' or ';' or ',' or '.');
}
