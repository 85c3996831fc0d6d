using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Drafts.Model;
using Sheaf.Languages;
using Sheaf.Markdown;
using Sheaf.Names;

namespace Sheaf.Drafts.Styles;

/// <summary>
/// The section of a paper treated in depth: what arXiv says of it, the editor's note from the list, and a place for more of the editor's
/// words.
/// </summary>
internal static class InDepthSection
{
    /// <summary>Blocks of Markdown in their order.</summary>
    public static IEnumerable<string> Blocks(DraftEntry entry, Draft draft)
    {
        var (eprint, language) = (entry.Eprint, draft.Language);
        var links = FoundLinks.Of(eprint);
        var authors = Authors(eprint);
        var names = string.Join(language.Names.Comma, authors.Take(DraftEntry.AuthorsInDepth));
        var isCut = authors.Count > DraftEntry.AuthorsInDepth;
        var others = isCut || eprint.HasOtherAuthors ? language.Names.EtAl : "";
        var number = eprint.HasOtherAuthors ? language.Labels.MoreAuthors : language.Labels.Authors;
        var count = isCut ? $" · {DraftLanguage.With(number, authors.Count)}" : "";
        return new[]
        {
            $"### {EntryText.Title(entry)}",
            $"{names}{others} ({EntryText.Day(entry, draft)}), {entry.Link}".TrimStart(),
            $"{Version(eprint, language)}{count} · {string.Join(", ", eprint.Categories.Select(Category))}",
            Labelled(language.Labels.Code, links.Code.Select(Link)),
            Labelled(language.Labels.Project, links.Project.Select(Link)),
            Labelled(language.Labels.PublishedIn, Venue.Of(eprint) is { } venue ? [MarkdownText.Of(venue)] : []),
            Quoted(eprint.Abstract),
            Labelled(language.Labels.Tags, entry.Tags.Select(MarkdownText.Of)),
            entry.Note?.Trim('\n') ?? "",
            EntryText.WriteHere,
        }.Where(block => !string.IsNullOrWhiteSpace(block));

        string Labelled(string label, IEnumerable<string> values) =>
            string.Join(", ", values) is { Length: > 0 } line ? $"{label}{language.Labels.Colon}{line}" : "";
    }

    private static List<string> Authors(Eprint eprint) =>
        [.. eprint.Authors.Select(author => AuthorLine.Escape(MarkdownText.Readable(author.Name)))
            .Where(name => name.Any(char.IsLetterOrDigit))];

    /// <summary>The most recent version, and its day where it is not the first: with the year, as years may lie between.</summary>
    private static string Version(Eprint eprint, DraftLanguage language)
    {
        var (words, last) = (language.Labels, DateOnly.FromDateTime(eprint.LastSubmitted.UtcDateTime));
        var day = words.OfDay.Replace("{day}", language.Days.ShortInYear(last), StringComparison.Ordinal);
        return DraftLanguage.With(words.Version, eprint.LatestVersion)
            + (eprint.LatestVersion == 1 ? "" : day) + (eprint.Withdrawn ? words.Withdrawn : "");
    }

    private static string Category(string name) => Arxiv.Identifiers.Category.TryParse(name, out var category)
        ? $"{category.FullName} ({name})"
        : MarkdownText.Of(name);

    private static string Link(Uri address) => $"<{address.AbsoluteUri}>";

    private static string Quoted(string text) => string.Join("\n>\n", text.Split('\n')
        .Select(MarkdownText.ParagraphOf)
        .Where(paragraph => paragraph.Length > 0)
        .Select(paragraph => $"> {paragraph}"));
}
