using System.Globalization;
using Sheaf.Benchmarks.Archive;
using Sheaf.Replica;
using Sheaf.TestKit.Sweeping;

namespace Sheaf.Benchmarks.Sweeping;

/// <summary>
/// A sweep by the built program as a process of its own, the local arXiv in this one: its memory, and the time of the processor of the
/// sweep and of the text index together, against arxiv.py, or the parser under it, that stores the same into SQLite with FTS5.
/// </summary>
internal static class SweepProcess
{
    private const double MostMemory = 150e6;
    private const double MostProcessor = 0.8;
    private const int Turns = 3;

    /// <summary>
    /// arxiv.py; what was under it up to its third edition and is less than it; what has been under it since, which is far less than it and
    /// is not judged by.
    /// </summary>
    private static readonly string[] Parsers = ["arxiv.py", "feedparser", "lxml"];

    /// <returns>Whether it keeps within both goals; the second counts where Python has arxiv.py or feedparser.</returns>
    public static async Task<bool> IsLightAsync(int papers, TimeSpan interval, string python)
    {
        var isGood = true;
        var ours = new List<double>();
        var theirs = Parsers.ToDictionary(parser => parser, _ => new List<double>());
        for (var turn = 0; turn < Turns; turn++)
        {
            isGood &= await SweepAsync(papers, interval, [], ours);
            foreach (var parser in Parsers)
            {
                if (await ByPythonAsync(papers, interval, python, parser) is { } run)
                {
                    theirs[parser].Add(run.Cost.Processor.TotalSeconds);
                    Say($"{run.Output.Trim()} papers, {Of(run)}");
                }
            }
        }

        isGood &= await SweepAsync(papers, interval, ["--set", "Sweep:Interface=oai"], []);
        foreach (var (parser, seconds) in theirs.Where(side => side.Value.Count > 0))
        {
            Say(string.Create(
                CultureInfo.InvariantCulture,
                $"Time of the processor over that of {parser} with sqlite3 and FTS5: {Median(ours) / Median(seconds):F2}"));
        }

        if (Parsers[..2].FirstOrDefault(parser => theirs[parser].Count > 0) is not { } judge)
        {
            Say("No Python with arxiv.py or feedparser here: the time of the processor is not judged.");
            return isGood;
        }

        var isMet = Median(ours) <= MostProcessor * Median(theirs[judge]);
        Say($"Goal against {judge}: {MostProcessor.ToString(CultureInfo.InvariantCulture)}, {Met(isMet)}");
        return isGood && isMet;
    }

    private static async Task<bool> SweepAsync(int papers, TimeSpan interval, string[] more, List<double> seconds)
    {
        await using var trial = await SweepTrial.StartAsync(papers, new ReplicaOptions(), interval, CancellationToken.None);
        var sweep = await ProgramRun.RunAsync(
            ["backfill", "--from", $"{SweepTrial.Month}", "--to", $"{SweepTrial.Month}", "--sweep", "--quiet", .. trial.Options, .. more]);
        var index = await ProgramRun.RunAsync(["search", "gears", .. trial.Options]);
        var kept = await trial.KeptAsync(CancellationToken.None);
        seconds.Add((sweep.Cost.Processor + index.Cost.Processor).TotalSeconds);
        var isGood = sweep.Exit == 0 && kept.SetEquals(trial.Truth) && sweep.Cost.Peak <= MostMemory;
        Say(
            $"sheaf{(more is [] ? "" : ", OAI-PMH")}: {kept.Count} of {trial.Truth.Count} papers, {Of(sweep)} (goal 150 MB, "
            + $"{Met(isGood)}); text index {Of(index)}");
        return isGood;
    }

    private static async Task<ProgramRun?> ByPythonAsync(int papers, TimeSpan interval, string python, string parser)
    {
        await using var trial = await SweepTrial.StartAsync(papers, new ReplicaOptions(), interval, CancellationToken.None);
        var script = Path.Combine(trial.Folder, "sweep.py");
        await using (var text = typeof(SweepProcess).Assembly.GetManifestResourceStream("sweep.py")!)
        await using (var file = File.Create(script))
        {
            await text.CopyToAsync(file);
        }

        // Parts of a month, as no search may have more than 10,000 rows.
        var days = Enumerable.Range(0, 6).Select(part => SweepTrial.Month.Start.AddDays(Math.Min(part * 7, 31)))
            .Select(day => day.ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture));
        var run = await ProgramRun.TryAsync(
            python,
            [
                script, parser, trial.Arxiv.ApiBase.AbsoluteUri, InventedMonth.Categories.Replace(" ", "", StringComparison.Ordinal),
                string.Join(',', days), interval.TotalSeconds.ToString(CultureInfo.InvariantCulture),
                Path.Combine(trial.Folder, "python.db"),
            ]);
        return run is { Exit: 0 } ? run : null;
    }

    private static string Of(ProgramRun run) => string.Create(
        CultureInfo.InvariantCulture,
        $"{run.Took.TotalSeconds:F2} s, {run.Cost.Processor.TotalSeconds:F2} s of the processor, {run.Cost.Peak / 1e6:N0} MB");

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static string Met(bool isMet) => isMet ? "met" : "MISSED";

    private static void Say(string line) => Console.Out.WriteLine(line);
}
