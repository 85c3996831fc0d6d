namespace Sheaf.Replica.Text;

/// <summary>arXiv's archives and categories with their names, and which categories are second names of others.</summary>
internal static class Taxonomy
{
    // Both halves of the pairs whose names are in use alike.
    private static readonly string[][] s_pairs =
        [
            ["math-ph", "math.MP"], ["math.ST", "stat.TH"], ["cs.IT", "math.IT"], ["econ.GN", "q-fin.EC"], ["eess.SY", "cs.SY"],
            ["math.NA", "cs.NA"],
        ];

    private static readonly Lazy<(Dictionary<string, string> Names, Dictionary<string, string> Shown)> s_table = new(Read);

    /// <summary>The category that arXiv's pages and Atom feed show for a stored one: <c>cs.IT</c> for <c>math.IT</c>.</summary>
    public static string Shown(string category) => s_table.Value.Shown.GetValueOrDefault(category, category);

    /// <summary>The shown categories of a paper, the primary first, each once.</summary>
    public static IReadOnlyList<string> Shown(CorpusPaper paper) =>
        [.. paper.Categories.Prepend(paper.PrimaryCategory ?? paper.Categories[0]).Select(Shown).Distinct(StringComparer.Ordinal)];

    /// <summary>The category and its other name, where both are in use; else the one that is shown.</summary>
    public static IEnumerable<string> BothNames(string category)
    {
        var pair = s_pairs.FirstOrDefault(pair => pair.Contains(category));
        return pair is null ? [Shown(category)] : pair.OrderBy(name => name != category);
    }

    /// <summary>The name of an archive or category; a code arXiv does not have is its own name.</summary>
    public static string NameOf(string code) => s_table.Value.Names.GetValueOrDefault(code, code);

    /// <summary>Whether a text ends in the name of an archive or category, those that are closed or second names among them.</summary>
    public static bool EndsInName(ReadOnlySpan<char> text)
    {
        foreach (var name in s_table.Value.Names.Keys.Concat(s_table.Value.Shown.Keys))
        {
            if (text.EndsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    public static bool Knows(string code) => s_table.Value.Names.ContainsKey(code);

    /// <summary>The archives and categories in use, in the order of the table.</summary>
    public static IEnumerable<string> Open =>
        s_table.Value.Names.Keys.Where(code => code.Contains('.', StringComparison.Ordinal) || Shown(code) == code);

    /// <summary>Whether an archive has categories below it.</summary>
    public static bool IsDivided(string archive) =>
        s_table.Value.Names.Keys.Any(code => code.StartsWith(archive + ".", StringComparison.Ordinal));

    /// <summary>The part of a category before the dot.</summary>
    public static string ArchiveOf(string category) =>
        category.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? category[..dot] : category;

    /// <summary>The heading above a paper: archive and category, or the archive where it has only one.</summary>
    public static string HeadingOf(string category) => ArchiveOf(category) is var archive && archive == category
        ? NameOf(category)
        : $"{NameOf(archive)} > {NameOf(category)}";

    private static (Dictionary<string, string> Names, Dictionary<string, string> Shown) Read()
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var shown = new Dictionary<string, string>(StringComparer.Ordinal);
        using var table = new StreamReader(typeof(Taxonomy).Assembly.GetManifestResourceStream("Taxonomy.txt")!);
        while (table.ReadLine() is { } line)
        {
            if (line.Split('\t') is [var code, var name])
            {
                names[code] = name;
            }
            else if (!line.StartsWith('#') && line.Split('=') is [var alias, var canonical])
            {
                shown[alias] = canonical;
            }
        }

        return (names, shown);
    }
}
