using Sheaf.Arxiv.Eprints;
using Sheaf.Languages;
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
    /// <param name="language">English where it is null.</param>
    /// <returns>Empty where no author has a name.</returns>
    public static string Write(IReadOnlyList<Author> authors, int namesShown, bool hasOthers = false, LanguageNames? language = null) =>
        Join([.. Surnames(authors).Select(Escape)], namesShown, hasOthers, language);

    /// <summary>As <see cref="Write"/>, but not yet Markdown.</summary>
    public static string Plain(IReadOnlyList<Author> authors, int namesShown, bool hasOthers, LanguageNames language) =>
        Join([.. Surnames(authors)], namesShown, hasOthers, language);

    private static IEnumerable<string> Surnames(IReadOnlyList<Author> authors) =>
        authors.Select(author => Surname.From(MarkdownText.Readable(author.Name))).Where(name => name.Length > 0);

    private static string Join(List<string> names, int namesShown, bool hasOthers, LanguageNames? language)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(namesShown, 1);
        var isCut = !hasOthers && names.Count > Math.Max(2, namesShown + 1);
        return (language ?? DraftLanguages.English.Names).Join(isCut ? names[..namesShown] : names, hasOthers || isCut);
    }

    /// <summary>A name as Markdown; a name is no place for a quotation or the end of a tag.</summary>
    public static string Escape(string name) => MarkdownText.Escape(name).Replace(">", @"\>", StringComparison.Ordinal);
}
