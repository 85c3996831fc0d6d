using Sheaf.Arxiv.Identifiers;
using Sheaf.Markdown;

namespace Sheaf.Drafts.Model;

/// <summary>What the sections of a draft are made by.</summary>
internal enum DraftGrouping
{
    /// <summary>The headings of the editor's list.</summary>
    Section,

    /// <summary>The first tag of each paper.</summary>
    Tag,

    /// <summary>The primary category of each paper.</summary>
    Category,
}

/// <summary>Sections made by something else than the editor's headings.</summary>
internal static class DraftGroups
{
    public static IReadOnlyList<string> Names { get; } = ["tag", "category", "section"];

    /// <summary>Finds one by its name; null where there is none.</summary>
    public static DraftGrouping? Named(string name) => name switch
    {
        "section" => DraftGrouping.Section,
        "tag" => DraftGrouping.Tag,
        "category" => DraftGrouping.Category,
        _ => null,
    };

    public static string NameOf(DraftGrouping grouping) => grouping.ToString().ToLowerInvariant();

    /// <summary>
    /// The draft with its papers in such sections, each paper once, sections by their names; what has no tag stands last, under the heading
    /// of papers without a section.
    /// </summary>
    public static Draft Group(Draft draft, DraftGrouping grouping)
    {
        if (grouping == DraftGrouping.Section)
        {
            return draft;
        }

        Func<DraftEntry, string?> nameOf = grouping == DraftGrouping.Tag ? FirstTag : CategoryOf;
        var none = draft.Language.Headings.Papers;
        var sections = draft.Sections.SelectMany(section => section.Entries)
            .OrderByDescending(entry => entry.Day).ThenByDescending(entry => entry.Eprint.Identifier)
            .GroupBy(entry => nameOf(entry) ?? none, StringComparer.OrdinalIgnoreCase)
            .OrderBy(group => group.Key == none).ThenBy(group => group.Key, StringComparer.OrdinalIgnoreCase)
            .Select(group => new DraftSection(group.Key, [.. group]));
        return draft with { Sections = [.. sections] };
    }

    private static string? FirstTag(DraftEntry entry) => entry.Tags is [var first, ..] ? MarkdownText.Of(first) : null;

    private static string? CategoryOf(DraftEntry entry) => Category.TryParse(entry.Eprint.PrimaryCategory, out var category)
        ? $"{category.FullName} ({entry.Eprint.PrimaryCategory})"
        : MarkdownText.Of(entry.Eprint.PrimaryCategory) is { Length: > 0 } name ? name : null;
}
