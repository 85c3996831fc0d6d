using Sheaf.Replica;

namespace Sheaf.Tests.Service.Runs;

/// <summary>A workspace with a list of five of six papers of April 2024, none of them harvested.</summary>
internal static class FivePapers
{
    public const string List = "- 2404.00001\n- 2404.00002\n- 2404.00003\n- 2404.00004\n- 2404.00005\n";

    public static async Task<Workbench> StartAsync(ReplicaOptions? options = null)
    {
        var bench = await Workbench.StartAsync(InventedPapers.Many(6), options);
        bench.List("2024-04.md", List);
        return bench;
    }

    /// <summary>The pages that were asked for, in order.</summary>
    public static List<string> PagesOf(Workbench bench) =>
        [.. bench.Arxiv.Requests.Where(request => request.Kind == LoggedKind.Page).Select(request => request.Target)];
}
