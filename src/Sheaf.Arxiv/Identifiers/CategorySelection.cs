namespace Sheaf.Arxiv.Identifiers;

/// <summary>
/// Some of arXiv's categories, as a person chooses them: <c>cs.CL, cs.LG</c>, whole archives as <c>cs.*</c> or <c>astro-ph</c>, or <c>*</c>
/// for everything. A category that has two names (field guide 7.2) is chosen by either.
/// </summary>
public sealed class CategorySelection
{
    private const string Everything = "*";

    private static readonly string[] ArchivesThatAreGroups = ["cs", "econ", "eess", "math", "q-bio", "q-fin", "stat"];

    private readonly HashSet<string> _names;
    private readonly IReadOnlyList<string> _archives;

    private CategorySelection(IReadOnlyList<string> archives, IReadOnlyList<string> singles)
    {
        _archives = archives;
        _names = [.. archives.SelectMany(Within).Concat(singles)];
        Name = string.Join(' ', archives.Select(archive => archive == Everything ? archive : $"{archive}.*").Concat(singles));
        Terms = archives.Contains(Everything) ? [] : [.. archives.SelectMany(TermsOf).Concat(singles.SelectMany(BothNames)).Distinct()];
        Set = SetAbove([.. archives.Select(SetOf), .. singles.Select(SetOf)]);
    }

    /// <summary>No category at all.</summary>
    public static CategorySelection None { get; } = new([], []);

    /// <summary>The same text for every way to write the same choice; empty for none.</summary>
    public string Name { get; }

    public bool IsEmpty => Name.Length == 0;

    /// <summary>
    /// What a search of the query API names, any of it: <c>cs.*</c>, <c>math.NA</c>, <c>cs.NA</c>. None where everything is chosen.
    /// </summary>
    public IReadOnlyList<string> Terms { get; }

    /// <summary>
    /// The smallest set of OAI-PMH that holds all of it, <c>cs:cs:LG</c> (field guide 3.2); null where only everything does.
    /// </summary>
    public string? Set { get; }

    /// <summary>How many categories in use it covers.</summary>
    public int Count => _archives.Contains(Everything) ? Category.Active.Count : Category.Active.Count(category => Covers(category.Name));

    /// <summary>Reads a choice: names separated by commas, semicolons or blanks. An empty text is none.</summary>
    /// <exception cref="FormatException">A name is none of arXiv's. The message says what a choice is.</exception>
    public static CategorySelection Parse(string text)
    {
        var names = text.Split([',', ';', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        var archives = names.Select(ArchiveOf).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList();
        archives = archives.Contains(Everything) ? [Everything] : archives;
        var singles = names.Where(name => ArchiveOf(name) is null).Select(Single).Distinct();
        return new CategorySelection(
            archives,
            [.. singles.Where(name => !archives.Any(archive => archive == Everything || Within(archive).Contains(name)))
                .Order(StringComparer.Ordinal)]);
    }

    /// <summary>Whether one of an e-print's categories, under whatever name, is chosen.</summary>
    public bool Matches(IEnumerable<string> categories) => _archives.Contains(Everything) || categories.Any(Covers);

    /// <inheritdoc cref="Name"/>
    public override string ToString() => Name;

    // A category that is younger than this program's table is in its archive all the same.
    private bool Covers(string name) =>
        _names.Contains(Canonical(name)) || _archives.Any(archive => name.StartsWith($"{archive}.", StringComparison.Ordinal));

    private static string? ArchiveOf(string name)
    {
        var archive = name.EndsWith(".*", StringComparison.Ordinal) ? name[..^2] : name;
        return archive == Everything || Divided(archive).Any() ? archive : null;
    }

    private static string Single(string name) =>
        Category.TryParse(name.EndsWith(".*", StringComparison.Ordinal) ? name[..^2] : name, out var category)
        ? category.Canonical.Name
        : throw new FormatException(
            "a choice of arXiv's categories, such as cs.CL, cs.LG, or cs.* for a whole archive, or * for everything");

    private static IEnumerable<Category> Divided(string archive) =>
        Taxonomy.Categories.Where(category => category.Archive == archive && category.Name != archive);

    /// <summary>Canonical names of the categories of an archive, among them those that arXiv shows under another.</summary>
    private static IEnumerable<string> Within(string archive) =>
        Divided(archive).Select(category => category.Canonical.Name).Append(archive).Distinct();

    private static IEnumerable<string> TermsOf(string archive)
    {
        var bare = Category.TryParse(archive, out _) ? [archive] : Array.Empty<string>();
        var elsewhere = Within(archive).SelectMany(BothNames)
            .Where(name => name != archive && !name.StartsWith($"{archive}.", StringComparison.Ordinal));
        return [$"{archive}.*", .. bare, .. elsewhere];
    }

    private static IEnumerable<string> BothNames(string canonical) =>
        [canonical, .. Taxonomy.Aliases.Where(alias => alias.Value == canonical).Select(alias => alias.Key)];

    private static string Canonical(string name) => Category.TryParse(name, out var category) ? category.Canonical.Name : name;

    private static string SetOf(string name)
    {
        var archive = name.Split('.')[0];
        var group = ArchivesThatAreGroups.Contains(archive) ? archive : "physics";
        return name == Everything ? "" : archive == name ? $"{group}:{archive}" : $"{group}:{archive}:{name[(archive.Length + 1)..]}";
    }

    private static string? SetAbove(IReadOnlyList<string> sets)
    {
        for (var levels = 3; levels > 0 && sets.Count > 0; levels--)
        {
            var above = sets.Select(set => string.Join(':', set.Split(':').Take(levels))).Distinct().ToList();
            if (above is [{ Length: > 0 } only])
            {
                return only;
            }
        }

        return null;
    }
}
