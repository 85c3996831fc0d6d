using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Drafts.Model;
using Sheaf.Markdown;
using Sheaf.Names;
using Sheaf.Text;

namespace Sheaf.Drafts.Styles;

/// <summary>
/// The section of a paper treated in depth: what arXiv says of it, the editor's note from the list, and a place for more of the editor's
/// words.
/// </summary>
internal static class InDepthSection
{
    /// <summary>Blocks of Markdown in their order.</summary>
    public static IEnumerable<string> Blocks(DraftEntry entry, Month issue)
    {
        var eprint = entry.Eprint;
        var links = FoundLinks.Of(eprint);
        var authors = Authors(eprint);
        var names = string.Join(", ", authors.Take(DraftEntry.AuthorsInDepth));
        var isCut = authors.Count > DraftEntry.AuthorsInDepth;
        var others = isCut || eprint.HasOtherAuthors ? ", et al." : "";
        var count = isCut ? FormattableString.Invariant($" · {(eprint.HasOtherAuthors ? "more than " : "")}{authors.Count} authors") : "";
        return new[]
        {
            $"### {EntryText.Title(entry)}",
            $"{names}{others} ({EntryText.Day(entry, issue)}), {entry.Link}".TrimStart(),
            $"{Version(eprint)}{count} · {string.Join(", ", eprint.Categories.Select(Category))}",
            Labelled("Code", links.Code.Select(Link)),
            Labelled("Project", links.Project.Select(Link)),
            Labelled("Published in", Venue.Of(eprint) is { } venue ? [MarkdownText.Of(venue)] : []),
            Quoted(eprint.Abstract),
            Labelled("Tags", entry.Tags.Select(MarkdownText.Of)),
            entry.Note?.Trim('\n') ?? "",
            EntryText.WriteHere,
        }.Where(block => !string.IsNullOrWhiteSpace(block));
    }

    private static List<string> Authors(Eprint eprint) =>
        [.. eprint.Authors.Select(author => AuthorLine.Escape(MarkdownText.Readable(author.Name)))
            .Where(name => name.Any(char.IsLetterOrDigit))];

    /// <summary>The most recent version, and its day where it is not the first: with the year, as years may lie between.</summary>
    private static string Version(Eprint eprint)
    {
        var day = DayText.Short(eprint.LastSubmitted);
        return $"Version {eprint.LatestVersion}{(eprint.LatestVersion == 1 ? "" : $" of {day}")}{(eprint.Withdrawn ? ", withdrawn" : "")}";
    }

    private static string Category(string name) => Arxiv.Identifiers.Category.TryParse(name, out var category)
        ? $"{category.FullName} ({name})"
        : MarkdownText.Of(name);

    private static string Link(Uri address) => $"<{address.AbsoluteUri}>";

    private static string Labelled(string label, IEnumerable<string> values) =>
        string.Join(", ", values) is { Length: > 0 } line ? $"{label}: {line}" : "";

    private static string Quoted(string text) => string.Join("\n>\n", text.Split('\n')
        .Select(MarkdownText.ParagraphOf)
        .Where(paragraph => paragraph.Length > 0)
        .Select(paragraph => $"> {paragraph}"));
}
