using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Tex;
using Sheaf.Markdown;
using Sheaf.Names;
using Sheaf.Text;

namespace Sheaf.Drafts.Formats;

/// <summary>
/// What arXiv says of a paper as plain text: TeX's accents are letters, mathematics stays TeX, nothing invisible is left.
/// </summary>
internal static class PaperText
{
    /// <summary>
    /// Where a tilde is no space: in addresses. It is put out of the way of the reader of TeX as a character that no text has.
    /// </summary>
    private const string Home = "/~", HomeAside = "/\ue000";

    public static string Title(Eprint paper) => MarkdownText.Readable(paper.Title);

    /// <summary>The paragraphs of the abstract, each on one line; none where it is empty.</summary>
    public static IReadOnlyList<string> Abstract(Eprint paper) =>
        [.. paper.Abstract.Split('\n').Select(Line).Where(line => line.Length > 0)];

    /// <summary>Text other than a title on one line; null where nothing is left of it.</summary>
    public static string? LineOf(string? text) => text is not null && Line(text) is { Length: > 0 } line ? line : null;

    /// <summary>The authors in natural order, without those that are only punctuation.</summary>
    public static IEnumerable<string> Authors(Eprint paper) =>
        paper.Authors.Select(author => MarkdownText.Readable(author.Name)).Where(name => name.Any(char.IsLetterOrDigit));

    /// <summary>The authors by the parts of their names.</summary>
    public static IEnumerable<PersonName> Names(Eprint paper) =>
        paper.Authors.Select(author => PersonName.Parse(MarkdownText.Readable(author.Name))).OfType<PersonName>();

    /// <summary>
    /// By which the paper is known in lists of literature. It stays the same whatever else is on the list, and when title or authors are
    /// corrected.
    /// </summary>
    public static string Key(Eprint paper) => $"arXiv:{paper.Identifier}";

    /// <summary>arXiv's own, which names the e-print; a publisher's names what became of it.</summary>
    public static string Doi(Eprint paper) => $"10.48550/arXiv.{paper.Identifier}";

    /// <summary>Where it was published, for readers; null where arXiv does not know.</summary>
    public static string? Published(Eprint paper)
    {
        var dois = paper.Dois.Select(doi => $"doi:{PlainLine.Of(doi)}");
        var where = string.Join(", ", LineOf(paper.JournalRef) is { } journal ? dois.Prepend(journal) : dois);
        return where.Length == 0 ? null : $"Published as {where}";
    }

    private static string Line(string text) =>
        PlainLine.Of(
            TexText.ToUnicode(PlainLine.Of(text).Replace(Home, HomeAside, StringComparison.Ordinal))
                .Replace(HomeAside, Home, StringComparison.Ordinal));
}
