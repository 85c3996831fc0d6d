using Sheaf.Arxiv.Eprints;
using Sheaf.Markdown;

namespace Sheaf.Names;

/// <summary>The authors of a paper as a line of a list names them.</summary>
internal static class AuthorLine
{
    /// <summary>
    /// Surnames as Markdown: <c>A</c>, <c>A and B</c>, <c>A, B, and C</c>. Where more than one would be left out, the first
    /// <paramref name="namesShown"/> and <c>et al.</c>; where arXiv's own list ends so, all the names it gives and <c>et al.</c>
    /// </summary>
    /// <param name="authors">All of them, in their order.</param>
    /// <param name="namesShown">At least 1.</param>
    /// <param name="hasOthers">Whether there are others, whom arXiv does not name.</param>
    /// <returns>Empty where no author has a name.</returns>
    public static string Write(IReadOnlyList<Author> authors, int namesShown, bool hasOthers = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(namesShown, 1);
        var names = authors
            .Select(author => Surname.From(MarkdownText.Readable(author.Name)))
            .Where(name => name.Length > 0)
            .Select(Escape)
            .ToList();
        return names switch
        {
            [] => "",
            _ when hasOthers => $"{string.Join(", ", names)}, et al.",
            [var only] => only,
            [var first, var second] => $"{first} and {second}",
            _ when names.Count <= namesShown + 1 => $"{string.Join(", ", names[..^1])}, and {names[^1]}",
            _ => $"{string.Join(", ", names[..namesShown])}, et al.",
        };
    }

    /// <summary>A name as Markdown; a name is no place for a quotation or the end of a tag.</summary>
    public static string Escape(string name) => MarkdownText.Escape(name).Replace(">", @"\>", StringComparison.Ordinal);
}
