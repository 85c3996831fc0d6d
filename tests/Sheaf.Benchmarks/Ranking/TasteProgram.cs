using System.Diagnostics;
using System.Globalization;
using System.Text;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Ranking;
using Sheaf.TestKit.Ranking;

namespace Sheaf.Benchmarks.Ranking;

/// <summary>
/// Says how much of each curator's later months the model would have found, against newest first, keywords and the recipe of
/// arxiv-sanity-lite.
/// </summary>
/// <param name="referenceData">Where <c>months</c> and <c>curated</c> lie.</param>
/// <param name="output">The table.</param>
internal sealed class TasteProgram(string referenceData, TextWriter output)
{
    /// <summary>Weights of the warm start: what fits into some 200 KB.</summary>
    private const int MostWeights = 9_000;

    private static readonly Month LastOfWarmStart = Month.Parse("2025-04");
    private static readonly Month First = Month.Parse("2025-05");

    /// <summary>
    /// Writes the warm start anew, the same bytes every time, from all lists together and what lies up to <see cref="LastOfWarmStart"/>.
    /// </summary>
    public void Train(string file)
    {
        var papers = MonthFiles.Read(Path.Combine(referenceData, "months")).Where(paper => paper.Month.CompareTo(LastOfWarmStart) <= 0)
            .ToList();
        var picks = Curator.ReadAll(Path.Combine(referenceData, "curated"))
            .SelectMany(curator => curator.Picks)
            .Where(pick => pick.Value.Month.CompareTo(LastOfWarmStart) <= 0)
            .ToLookup(pick => pick.Key, pick => pick.Value);
        var history = new TasteHistory(
            [.. papers.SelectMany(paper => picks[paper.Paper.Identifier].Select(pick => new Pick(paper.Paper, pick.Starred, pick.Month)))],
            papers.Where(paper => !picks.Contains(paper.Paper.Identifier)).Select(paper => paper.Paper));
        using var text = new StringWriter();
        WarmStartFile.Write(WarmStartTraining.Train(history, LastOfWarmStart, MostWeights), text);
        File.WriteAllText(file, text.ToString(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        output.WriteLine($"{file}: {history.Picks.Count} picks, {text.GetStringBuilder().Length} characters");
    }

    /// <param name="methods">Names of those to run; empty for all.</param>
    /// <returns>By curator, of those with several months, the mean of the last method.</returns>
    public IReadOnlyDictionary<string, Standing> Evaluate(IReadOnlyCollection<string> methods)
    {
        var papers = MonthFiles.Read(Path.Combine(referenceData, "months"));
        output.WriteLine(
            $"| curator | month | papers | picks | ranking | {string.Join(" | ", Standing.Depths.Select(depth => $"recall@{depth}"))} | "
            + $"AUC | seconds |");
        output.WriteLine($"|{string.Concat(Enumerable.Repeat(" --- |", Standing.Depths.Count + 7))}");
        var means = new Dictionary<string, Standing>();
        foreach (var curator in Curator.ReadAll(Path.Combine(referenceData, "curated")))
        {
            if (Evaluate(curator, papers, methods) is { } mean)
            {
                means.Add(curator.Name, mean);
            }
        }

        return means;
    }

    private Standing? Evaluate(Curator curator, IReadOnlyList<MonthPaper> papers, IReadOnlyCollection<string> methods)
    {
        var results = new Dictionary<string, List<Standing>>();
        foreach (var month in papers.Select(paper => paper.Month).Distinct().Where(month => month.CompareTo(First) >= 0))
        {
            var trial = new TasteTrial(curator, papers, month);
            foreach (var (name, rank) in trial.Picks == 0
                ? []
                : trial.Methods.Where(method => methods.Count == 0 || methods.Contains(method.Name)))
            {
                var watch = Stopwatch.StartNew();
                var standing = Standing.Of(rank());
                Say(curator.Name, month.ToString(), $"{trial.Candidates} | {trial.Picks} | {name}", standing, watch.Elapsed.TotalSeconds);
                results.TryAdd(name, []);
                results[name].Add(standing);
            }
        }

        Standing? last = null;
        foreach (var (name, standings) in results.Where(result => result.Value.Count > 1))
        {
            last = Standing.Mean(standings);
            Say(curator.Name, "mean", $" | | {name}", last, null);
        }

        return last;
    }

    private void Say(string curator, string month, string what, Standing standing, double? seconds) => output.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"| {curator} | {month} | {what} | "
        + $"{string.Join(" | ", standing.Recall.Select(recall => recall.ToString("F2", CultureInfo.InvariantCulture)))} | "
        + $"{standing.Auc:F4} | {seconds:F1} |"));
}
