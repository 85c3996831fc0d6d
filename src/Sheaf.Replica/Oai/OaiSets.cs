using Sheaf.Replica.Text;

namespace Sheaf.Replica.Oai;

/// <summary>
/// The sets a paper is in: group, archive and category of each of its categories, and of the other name of each (field guide 3.2).
/// </summary>
internal static class OaiSets
{
    private static readonly string[] s_groups = ["cs", "econ", "eess", "math", "q-bio", "q-fin", "stat"];

    private static readonly string[] s_inOrder = ["physics", "math", "q-bio", "cs", "q-fin", "stat", "eess", "econ"];

    /// <summary>
    /// Groups, then archives, then categories, each with its name; an archive that is a category itself stands there twice, as at arXiv's.
    /// </summary>
    public static IReadOnlyList<(string Set, string Name)> All { get; } =
    [
        .. s_inOrder.Select(group => (group, Taxonomy.NameOf(group))),
        .. Taxonomy.Open.Where(IsArchive).Select(Named),
        .. Taxonomy.Open.Where(code => !IsArchive(code) || !Taxonomy.IsDivided(code)).Select(Named),
    ];

    /// <summary>The sets of a paper, and the archives and groups above them.</summary>
    public static HashSet<string> OfAllLevels(CorpusPaper paper) => [.. Of(paper).SelectMany(WithThoseAbove)];

    public static IEnumerable<string> Of(CorpusPaper paper) =>
        OaiRecord.Categories(paper).SelectMany(Taxonomy.BothNames).Select(Of).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> WithThoseAbove(string set)
    {
        for (var colon = set.Length; colon > 0; colon = set.LastIndexOf(':', colon - 1))
        {
            yield return set[..colon];
        }
    }

    private static bool IsArchive(string code) => !code.Contains('.', StringComparison.Ordinal);

    private static (string Set, string Name) Named(string code) => (Of(code), Taxonomy.NameOf(code));

    private static string Of(string category)
    {
        var archive = Taxonomy.ArchiveOf(category);
        var group = s_groups.Contains(archive) ? archive : "physics";
        return archive == category ? $"{group}:{archive}" : $"{group}:{archive}:{category[(archive.Length + 1)..]}";
    }
}
