using System.Text.Json.Nodes;
using Sheaf.Tests.Support;

namespace Sheaf.Tests.Hostile;

/// <summary>A title of a megabyte and a hundred thousand authors, from arXiv to every way out.</summary>
public sealed class PapersBeyondMeasure
{
    private static readonly DateTimeOffset Day = new(2024, 4, 3, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> Commands =>
        ["draft 2024-04", "draft 2024-04 --format json --output -", "show 2404.00001", "show 2404.00002", "export papers", "export papers --format csv", "check 2024-04", "status 2024-04"];

    [Fact]
    public async Task Come_through_every_command()
    {
        await using var bench = await Workbench.StartAsync(
        [
            InventedPapers.One("2404.00001", Day, ("title", Long("Gears turn "))),
            InventedPapers.One("2404.00002", Day, ("authors", new JsonArray([.. Enumerable.Range(0, 100_000).Select(number => (JsonNode)InventedPapers.Author($"Ada Specimen{number}"))]))),
            InventedPapers.One("2404.00003", Day, ("abstract", Long("Gears (turn, ")), ("comment", Long("$x$ "))),
            InventedPapers.One("2404.00004", Day, ("authors", new JsonArray(InventedPapers.Author(Long("van Jr "))))),
        ]);
        bench.List("2024-04.md", "- [Gears turn](https://arxiv.org/abs/2404.00001)\n- [Widgets](https://arxiv.org/abs/2404.00002) by Nobody\n- 2404.00003\n- 2404.00004\n");

        var harvest = await bench.RunAsync("harvest");
        Console.WriteLine(harvest.Output[..Math.Min(1500, harvest.Output.Length)]);
        foreach (var command in Commands)
        {
            var w = System.Diagnostics.Stopwatch.StartNew();
            var ran = await bench.RunAsync(command.Data.Split(' '));
            Console.WriteLine($"PROBE {command.Data} {w.ElapsedMilliseconds} {ran.Exit} {ran.Output.Length}");
            Assert.InRange(ran.Exit, 0, 1);
        }
    }

    private static string Long(string piece) => string.Concat(Enumerable.Repeat(piece, (1 << 20) / piece.Length)).TrimEnd();
}
