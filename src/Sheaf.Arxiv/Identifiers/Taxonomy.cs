namespace Sheaf.Arxiv.Identifiers;

/// <summary>The categories and archives of <see cref="CategoryTable"/>, by name.</summary>
internal static class Taxonomy
{
    // Bare archive names by which e-prints were classified before the archive was divided (field guide 7.2).
    private static readonly string[] DividedArchives = ["astro-ph", "cond-mat", "q-bio"];

    private static readonly Dictionary<string, Category> ByName = new(StringComparer.Ordinal);
    private static readonly HashSet<string> Archives = new(StringComparer.Ordinal);
    private static readonly Dictionary<string, string> Successors = new(StringComparer.Ordinal);
    private static readonly HashSet<string> NamesInAnyCase;

    /// <summary>The second name of a category that belongs to two archives, and the name arXiv shows (field guide 7.2).</summary>
    public static IReadOnlyDictionary<string, string> Aliases { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["math.MP"] = "math-ph",
        ["stat.TH"] = "math.ST",
        ["math.IT"] = "cs.IT",
        ["q-fin.EC"] = "econ.GN",
        ["cs.SY"] = "eess.SY",
        ["cs.NA"] = "math.NA",
    };

    static Taxonomy()
    {
        var group = "";
        (string Name, string FullName) archive = default;
        var lines = CategoryTable.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        for (var line = 0; line < lines.Length; line++)
        {
            var (key, name) = Divide(lines[line], ": ");
            if (key.StartsWith("# ", StringComparison.Ordinal))
            {
                group = key[2..];
            }
            else if (IsSubject(key))
            {
                Add($"{archive.Name}.{key.Trim()}", name, archive, group, isActive: true);
            }
            else
            {
                archive = AddArchive(key, name, group, isDivided: line + 1 < lines.Length && IsSubject(lines[line + 1]));
            }
        }

        NamesInAnyCase = new(ByName.Keys, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>In the order of the table.</summary>
    public static IReadOnlyCollection<Category> Categories => ByName.Values;

    public static Category? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>Whether arXiv has or had an archive of this name.</summary>
    public static bool IsArchive(string name) => Archives.Contains(name);

    /// <summary>Whether this is a category in some case: arXiv reads <c>MATH.gt/0309136</c> too.</summary>
    public static bool IsCategoryInAnyCase(string name) => NamesInAnyCase.Contains(name);

    public static Category CanonicalOf(Category category) =>
        Aliases.TryGetValue(category.Name, out var canonical) || Successors.TryGetValue(category.Name, out canonical)
            ? ByName[canonical]
            : category;

    private static bool IsSubject(string line) => line.StartsWith(' ');

    private static (string Name, string FullName) AddArchive(string key, string name, string group, bool isDivided)
    {
        var (archive, successor) = Divide(key, " > ");
        Archives.Add(archive);
        if (successor.Length > 0)
        {
            Successors[archive] = successor;
        }

        if (!isDivided || DividedArchives.Contains(archive))
        {
            Add(archive, name, (archive, name), group, isActive: !isDivided && successor.Length == 0);
        }

        return (archive, name);
    }

    private static void Add(string name, string fullName, (string Name, string FullName) archive, string group, bool isActive) =>
        ByName[name] = new()
        {
            Name = name,
            FullName = fullName,
            Archive = archive.Name,
            ArchiveName = archive.FullName,
            Group = group,
            IsActive = isActive,
        };

    private static (string Left, string Right) Divide(string line, string separator)
    {
        var at = line.IndexOf(separator, StringComparison.Ordinal);
        return at < 0 ? (line, "") : (line[..at], line[(at + separator.Length)..]);
    }
}
