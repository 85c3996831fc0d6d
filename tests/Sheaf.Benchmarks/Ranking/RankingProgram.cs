using System.Globalization;
using System.Text.Json.Nodes;

namespace Sheaf.Benchmarks.Ranking;

/// <summary>
/// The kept ranking of 25,000 papers: <c>sheaf suggest</c> against <c>sheaf status</c> of the same month, started in turns, as it was made
/// and after each kind of decision; and whether it says what a new one says.
/// </summary>
/// <param name="referenceData">Where <c>months</c> and <c>curated</c> lie; without them the papers are invented.</param>
/// <param name="output">A line for each state.</param>
internal sealed class RankingProgram(string referenceData, TextWriter output)
{
    private const double MostTimes = 2;
    private const int Rounds = 15;

    private static readonly string Month = SpeedData.Month.ToString();

    /// <returns>1 where a goal is missed.</returns>
    public int Run()
    {
        var file = Path.Combine(Path.GetTempPath(), $"sheaf-taste-{Guid.NewGuid():N}.tsv");
        try
        {
            output.WriteLine(SpeedData.Write(file, referenceData));
            using var workspace = new RankedWorkspace(file);
            return Run(workspace.Folder) ? 0 : 1;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private bool Run(string workspace)
    {
        var papers = Answer(workspace, "suggest", Month, "--json", "--top", "100")["suggestions"]!.AsArray()
            .Select(paper => paper!["id"]!.GetValue<string>()).ToList();
        (string Name, string[] Command)[] decisions =
        [
            ("add", ["add", papers[0], "--month", Month]), ("refuse", ["refuse", papers[1]]), ("later", ["later", papers[50]]),
            ("undo", ["undo"]),
        ];
        var isMet = Judge(workspace, "as made");
        foreach (var (name, command) in decisions)
        {
            if (MeasuredProcess.Sheaf(workspace, [.. command, "--quiet"]) is { Exit: not 0 } failed)
            {
                throw new InvalidOperationException($"{name} ended with exit code {failed.Exit}: {failed.Output}");
            }

            isMet &= Judge(workspace, $"after {name}");
        }

        return isMet;
    }

    private bool Judge(string workspace, string state)
    {
        var turns = Enumerable.Range(0, Rounds)
            .Select(_ => (
                Suggest: MeasuredProcess.Sheaf(workspace, "suggest", Month), Status: MeasuredProcess.Sheaf(workspace, "status", Month)))
            .ToList();
        var times = Median(turns.Select(turn => turn.Suggest.Wall / turn.Status.Wall));
        var kept = WithoutTimes(Answer(workspace, "suggest", Month, "--json"));
        var isSame = kept == WithoutTimes(Answer(workspace, "suggest", Month, "--again", "--json"));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{state,-12} suggest {Median(turns.Select(turn => turn.Suggest.Wall.TotalMilliseconds)):F0} ms, status "
            + $"{Median(turns.Select(turn => turn.Status.Wall.TotalMilliseconds)):F0} ms, {times:F2} times as long (goal: at most "
            + $"{MostTimes}) {(times <= MostTimes ? "met" : "MISSED")}; by the processor "
            + $"{Median(turns.Select(turn => turn.Suggest.Processor / turn.Status.Processor)):F2}; memory "
            + $"{turns.Max(turn => turn.Suggest.Peak):F0} and {turns.Max(turn => turn.Status.Peak):F0} MB; --json as --again --json "
            + $"{(isSame ? "met" : "MISSED")}"));
        return times <= MostTimes && isSame;
    }

    private static JsonNode Answer(string workspace, params string[] command)
    {
        var ran = MeasuredProcess.Sheaf(workspace, command);
        return ran.Exit == 0
            ? JsonNode.Parse(ran.Output)!
            : throw new InvalidOperationException($"{string.Join(' ', command)} ended with exit code {ran.Exit}: {ran.Output}");
    }

    private static string WithoutTimes(JsonNode answer)
    {
        var all = answer.AsObject();
        return all.Remove("ranked") && all.Remove("seconds")
            ? all.ToJsonString()
            : throw new InvalidOperationException("The answer does not say when the ranking was made.");
    }

    private static double Median(IEnumerable<double> figures) => figures.Order().ElementAt(Rounds / 2);
}
