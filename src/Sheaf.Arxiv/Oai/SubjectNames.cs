using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Arxiv.Oai;

/// <summary>
/// Finds the categories behind their names for readers. Some names stand for two categories (<c>Machine Learning</c>); then the sets of the
/// record tell which is meant. Until 2025 names had their archive before them, and sets were archives.
/// </summary>
internal static class SubjectNames
{
    private static readonly ILookup<string, string> ByName = Category.Active
        .SelectMany(category => new[] { category.FullName, $"{category.ArchiveName} - {category.FullName}" }.Distinct().Select(name => (name, category)))
        .ToLookup(pair => pair.name, pair => Category.Canonicalise(pair.category.Name), StringComparer.Ordinal);

    /// <summary>Canonical names, the primary category first; null where that cannot be told.</summary>
    public static List<string>? CategoriesOf(IEnumerable<string> subjects, IReadOnlyList<string> sets)
    {
        var ofSets = sets.Select(CategoryOf).OfType<string>().Distinct().ToList();
        var categories = new List<string>();
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

        return [.. categories.Union(ofSets)];
    }

    private static string? Meant(string subject, List<string> ofSets, List<string> taken)
    {
        var named = ByName[subject].Distinct().ToList();
        return ofSets.Find(category => named.Contains(category) && !taken.Contains(category))
            ?? (named is [var only] && !taken.Contains(only) ? only : null);
    }

    // "cs:cs:CL", "physics:hep-th" (field guide 3.2). An archive alone is no category, unless it has one category only.
    private static string? CategoryOf(string set)
    {
        var levels = set.Split(':');
        var name = levels.Length == 3 ? $"{levels[1]}.{levels[2]}" : levels[^1];
        return Category.TryParse(name, out var category) && category.IsActive ? Category.Canonicalise(category.Name) : null;
    }
}
