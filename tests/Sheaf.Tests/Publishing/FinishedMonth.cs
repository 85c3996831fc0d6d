using System.Text.Json;
using Sheaf.Tests.Checking;

namespace Sheaf.Tests.Publishing;

/// <summary>A workspace whose draft of April 2024 is in the editor's words, with two papers.</summary>
internal static class FinishedMonth
{
    public const string Month = "2024-04";

    private const string Draft =
        """
        # Gears of April

        2 papers on the list.

        A word before all.

        ## Papers

        * A Survey on the Wear of Clockwork Escapements by Ejemplo and Li (2 Apr), https://arxiv.org/abs/2404.00002

          It wears.

        * Grinding Wooden Gears with Patient Hands by Specimen and van der Berg (1 Apr), https://arxiv.org/abs/2404.00001

          Patience pays.

        """;

    public static async Task<Workbench> StartAsync() => await InAsync(await Workbench.StartAsync(GearPapers.All));

    public static async Task<Workbench> InAsync(Workbench bench)
    {
        bench.List("2024-04.md", "- 2404.00001\n- 2404.00002\n");
        await bench.RunAsync("harvest");
        await bench.RunAsync("draft", Month);
        Edit(bench, _ => Draft);
        return bench;
    }

    /// <summary>What the editor does to the draft.</summary>
    public static void Edit(Workbench bench, Func<string, string> edit)
    {
        var path = bench.PathOf("drafts", $"{Month}.md");
        File.WriteAllText(path, edit(File.ReadAllText(path)));
    }

    public static Task<CommandResult> PublishAsync(this Workbench bench, params string[] options) =>
        bench.RunAsync(["publish", Month, .. options]);

    public static string Published(this Workbench bench, string ending = "md") => bench.PathOf("published", $"{Month}.{ending}");

    public static string Receipt(this Workbench bench) => bench.PathOf("published", ".sheaf", $"{Month}.json");

    /// <summary>What is published, without the receipts: names and texts.</summary>
    public static IReadOnlyList<string> Issue(this Workbench bench) => !Directory.Exists(bench.PathOf("published")) ? []
        : [.. Directory.EnumerateFiles(bench.PathOf("published")).Where(path => Path.GetFileName(path)[0] != '.')
            .Order(StringComparer.Ordinal).Select(path => $"{Path.GetFileName(path)}: {File.ReadAllText(path)}")];

    /// <summary>All files below <c>published/</c> with their bytes and times.</summary>
    public static IReadOnlyList<string> Everything(this Workbench bench) =>
        [.. Directory.EnumerateFiles(bench.PathOf("published"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => $"{path} {File.GetLastWriteTimeUtc(path):O} {Convert.ToHexString(File.ReadAllBytes(path))}")];

    /// <summary>Copies that were kept of what files held.</summary>
    public static IReadOnlyList<string> Kept(this Workbench bench) =>
        [.. Directory.EnumerateFiles(bench.PathOf("published", ".sheaf"), $"{Month}.*.md").Select(File.ReadAllText).Order()];

    public static async Task<JsonElement> StatusAsync(this Workbench bench) =>
        JsonElement.Parse((await bench.RunAsync("status", Month, "--json")).Output).GetProperty("published");
}
