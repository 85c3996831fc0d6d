using System.Text.Json.Nodes;
using Sheaf.Drafts.Formats;

namespace Sheaf.Tests.Hostile;

/// <summary>A title of a megabyte, twenty thousand authors, a name and an abstract without end: from arXiv to every way out.</summary>
public sealed class PapersBeyondMeasure
{
    /// <summary>No measure of speed: each command takes a second or two, and in quadratic time it would not end.</summary>
    private static readonly TimeSpan Hangs = TimeSpan.FromMinutes(2);

    private static readonly DateTimeOffset Day = new(2024, 4, 3, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Come_through_every_command()
    {
        await using var bench = await Workbench.StartAsync(
        [
            InventedPapers.One("2404.00001", Day, ("title", Long("Gears turn ", 1 << 20))),
            InventedPapers.One(
                "2404.00002", Day,
                ("authors", new JsonArray(
                    [.. Enumerable.Range(0, 20_000).Select(number => (JsonNode)InventedPapers.Author($"Ada Specimen{number}"))]))),
            InventedPapers.One("2404.00003", Day, ("abstract", Long("Gears (turn, ", 1 << 18)), ("comment", Long("$x$ ", 1 << 18))),
            InventedPapers.One("2404.00004", Day, ("authors", new JsonArray(InventedPapers.Author(Long("van Jr ", 1 << 18))))),
        ]);
        bench.List(
            "2024-04.md",
            "- [Gears turn](https://arxiv.org/abs/2404.00001)\n- [Widgets](https://arxiv.org/abs/2404.00002) by Nobody\n- 2404.00003\n"
            + "- [Widgets](https://arxiv.org/abs/2404.00004) by van Jr\n");

        string[] drafts = [.. DraftFormat.All.Select(format => $"draft 2024-04 --format {format.Name} --output -")];
        foreach (var command in
            (string[])
            [
                "harvest", "draft 2024-04", .. drafts, "show 2404.00001", "show 2404.00002", "export papers --format csv", "check 2024-04",
            ])
        {
            var ran = await bench.RunAsync(command.Split(' ')).WaitAsync(Hangs, TestContext.Current.CancellationToken);
            Assert.True(ran.Exit is 0 or 1, $"{command}: {ran.Error}");
        }

        Assert.Equal("4", await bench.AskStoreAsync("SELECT count(*) FROM papers"));
        Assert.Contains(
            " by Specimen0, Specimen1, Specimen2, et al. (3 Apr), https://arxiv.org/abs/2404.00002\n", bench.Read("drafts", "2024-04.md"),
            StringComparison.Ordinal);
    }

    private static string Long(string piece, int length) => string.Concat(Enumerable.Repeat(piece, length / piece.Length)).TrimEnd();
}
