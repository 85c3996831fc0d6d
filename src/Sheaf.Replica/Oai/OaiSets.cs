using Sheaf.Replica.Text;

namespace Sheaf.Replica.Oai;

/// <summary>The sets a paper is in: group, archive and category of each of its categories, and of the other name of each (field guide 3.2).</summary>
internal static class OaiSets
{
    private static readonly string[] s_groups = ["cs", "econ", "eess", "math", "q-bio", "q-fin", "stat"];

    // Both halves of the pairs whose names are in use alike.
    private static readonly string[][] s_pairs =
        [["math-ph", "math.MP"], ["math.ST", "stat.TH"], ["cs.IT", "math.IT"], ["econ.GN", "q-fin.EC"], ["eess.SY", "cs.SY"], ["math.NA", "cs.NA"]];

    public static IEnumerable<string> Of(CorpusPaper paper) =>
        OaiRecord.Categories(paper).SelectMany(BothNames).Select(Of).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> BothNames(string category)
    {
        var pair = s_pairs.FirstOrDefault(pair => pair.Contains(category));
        return pair is null ? [Taxonomy.Shown(category)] : pair.OrderBy(name => name != category);
    }

    private static string Of(string category)
    {
        var archive = Taxonomy.ArchiveOf(category);
        var group = s_groups.Contains(archive) ? archive : "physics";
        return archive == category ? $"{group}:{archive}" : $"{group}:{archive}:{category[(archive.Length + 1)..]}";
    }
}
