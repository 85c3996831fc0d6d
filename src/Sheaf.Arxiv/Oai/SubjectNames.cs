using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Arxiv.Oai;

/// <summary>
/// Finds the categories behind their names for readers. Some names stand for two categories (<c>Machine Learning</c>); then the sets of the
/// record tell which is meant. Until 2025 names had their archive before them, and sets were archives.
/// </summary>
internal static class SubjectNames
{
    private static readonly ILookup<string, Category> ByName = Taxonomy.Categories
        .SelectMany(
            category => new[] { category.FullName, $"{category.ArchiveName} - {category.FullName}" }.Distinct()
                .Select(name => (name, category)))
        .ToLookup(pair => pair.name, pair => pair.category.Canonical, StringComparer.Ordinal);

    /// <summary>Canonical names, the primary category first; null where that cannot be told.</summary>
    public static List<string>? CategoriesOf(IEnumerable<string> subjects, IReadOnlyList<string> sets)
    {
        var ofSets = sets.Select(CategoryOf).OfType<Category>().Distinct().ToList();
        var categories = new List<Category>();
        foreach (var (place, subject) in subjects.Index())
        {
            if (Meant(subject, ofSets, categories) is { } category)
            {
                categories.Add(category);
            }
            else if (place == 0)
            {
                return null;
            }
        }

        // Of two categories with one name the subjects may tell but one.
        return [.. categories.Union(ofSets.Where(category => category.IsActive)).Select(category => category.Name)];
    }

    private static Category? Meant(string subject, List<Category> ofSets, List<Category> taken)
    {
        var named = ByName[subject].Distinct().ToList();
        return ofSets.Find(category => named.Contains(category) && !taken.Contains(category))
            ?? (named is [var only] && !taken.Contains(only) ? only : null);
    }

    // "cs:cs:CL", "physics:hep-th" (field guide 3.2). An archive that is divided is no category.
    private static Category? CategoryOf(string set)
    {
        var levels = set.Split(':');
        return Category.TryParse(levels.Length == 3 ? $"{levels[1]}.{levels[2]}" : levels[^1], out var category)
            ? category.Canonical
            : null;
    }
}
