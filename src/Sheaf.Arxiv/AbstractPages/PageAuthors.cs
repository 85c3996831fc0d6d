using Sheaf.Arxiv.Eprints;

namespace Sheaf.Arxiv.AbstractPages;

/// <summary>
/// The authors as arXiv's own parser splits them (field guide 10). The head of the page names them one by one and completely, however
/// many they are; the line below the title has the affiliations.
/// </summary>
internal static class PageAuthors
{
    /// <param name="citations">The <c>citation_author</c> entries: <c>Evans II, Neal J.</c></param>
    /// <param name="line">The line below the title, whole.</param>
    internal static List<Author> Parse(IReadOnlyList<string> citations, string line)
    {
        var names = citations.Select(PageText.Collapse).ToList();
        if (names.Exists(name => name.AsSpan().ContainsAny('(', ')')))
        {
            // A bracket too many has led arXiv's parser astray; ours reads on behind it.
            return AuthorField.Parse(line);
        }

        var authors = names.ConvertAll(name => new Author(Natural(name)));
        if (line.Contains('('))
        {
            Affiliations.Parse(line).SpreadOver(authors, names.TakeWhile(IsLeadingGroup).Count());
        }

        return AuthorName.Tidy(authors);
    }

    // A suffix can bring a comma of its own, "Liang, Jr., Jingyun": forenames begin after the last.
    private static string Natural(string name) =>
        name.LastIndexOf(", ", StringComparison.Ordinal) is > 0 and var comma ? $"{name[(comma + 2)..]} {name[..comma]}" : name;

    private static bool IsLeadingGroup(string name) => !name.Contains(", ", StringComparison.Ordinal) && Affiliations.IsGroup(name);
}
