using System.Text.Json;
using Sheaf.Replica.Faults;

namespace Sheaf.TestKit.Storms;

/// <summary>The table of faults and outcomes as the README of the benchmarks has it: each of its cells is a test.</summary>
internal static class FaultTable
{
    private static readonly string[] Moments = ["once", "always"];

    /// <summary>The trials of a table, with the outcome that its cell tells.</summary>
    /// <param name="markdown">The text in which the table stands.</param>
    public static IEnumerable<(FaultTrial Trial, string Outcome)> Read(string markdown) =>
        from line in markdown.Split('\n')
        let cells = line.Split('|', StringSplitOptions.TrimEntries)
        where cells.Length == FaultTrial.Stages.Count + 4 && Moments.Contains(cells[2])
        let fault = Enum.GetValues<FaultKind>().Single(kind => NameOf(kind) == cells[1])
        from stage in FaultTrial.Stages.Index()
        select (new FaultTrial(fault, cells[2] == Moments[1], stage.Item), cells[3 + stage.Index]);

    /// <summary>The trials that a whole table has.</summary>
    public static IEnumerable<FaultTrial> All =>
        from fault in FaultKinds.OfAnyAnswer
        from moment in Moments
        from stage in FaultTrial.Stages
        select new FaultTrial(fault, moment == Moments[1], stage);

    /// <summary><c>faults</c>: tries everything and writes the table.</summary>
    public static async Task<int> WriteAsync()
    {
        Console.WriteLine(
            $"| fault | when | {string.Join(" | ", FaultTrial.Stages)} |\n|---|---|{string.Concat(FaultTrial.Stages.Select(_ => "---|"))}");
        foreach (var row in All.Chunk(FaultTrial.Stages.Count))
        {
            var outcomes = new List<string>();
            foreach (var trial in row)
            {
                outcomes.Add(await trial.RunAsync(CancellationToken.None));
            }

            Console.WriteLine($"| {NameOf(row[0].Fault)} | {Moments[row[0].IsEndless ? 1 : 0]} | {string.Join(" | ", outcomes)} |");
        }

        return 0;
    }

    private static string NameOf(FaultKind kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());
}
