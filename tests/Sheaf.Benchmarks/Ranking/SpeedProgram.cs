using System.Diagnostics;
using System.Globalization;
using Sheaf.TestKit.Ranking;

namespace Sheaf.Benchmarks.Ranking;

/// <summary>
/// Learning from 2,000 picks and 78,000 papers passed over and ranking 25,000. By the command, <c>sheaf suggest --again</c> over a store:
/// time by the clock and the most memory its process ever had. Against recipe (c) in scikit-learn, each in a process of its own and over
/// the same file: by the time of the processor, so that what else the machine does counts for neither. And what the model finds of real
/// curators' months.
/// </summary>
/// <param name="referenceData">Where <c>months</c> and <c>curated</c> lie; without them the papers are invented.</param>
/// <param name="output">Seconds, ratio, memory, recall.</param>
internal sealed class SpeedProgram(string referenceData, TextWriter output)
{
    private const double LeastRatio = 4;
    private const double MostMegabytes = 300;
    private const double MostSeconds = 8;
    private const int Calls = 3;

    /// <summary>What the daily curator's months had on average before learning was made lighter, and how much less they may have.</summary>
    private const double RecallBefore = 0.7265;
    private const double AucBefore = 0.9814;
    private const double Tolerance = 0.005;

    /// <summary>That of the system, which sees Debian's python3-sklearn.</summary>
    private const string Python = "/usr/bin/python3";

    private const string Recipe = """
        import gc, resource, sys, time
        from sklearn.feature_extraction.text import TfidfVectorizer
        from sklearn.svm import LinearSVC
        past, picked, candidates = [], [], []
        for line in open(sys.argv[1], encoding="utf-8"):
            kind, _, _, _, title, text = line.rstrip("\n").split("\t")
            if kind == "candidate":
                candidates.append(title + " " + text)
            else:
                past.append(title + " " + text)
                picked.append(kind != "passed")
        gc.collect()
        start, worked = time.perf_counter(), time.process_time()
        vectorizer = TfidfVectorizer(min_df=20, max_df=0.10, max_features=20000, sublinear_tf=True, ngram_range=(1, 2),
                                     stop_words="english")
        machine = LinearSVC(C=0.01, class_weight="balanced")
        machine.fit(vectorizer.fit_transform(past), picked)
        learnt = time.perf_counter()
        scores = machine.decision_function(vectorizer.transform(candidates))
        order = scores.argsort()[::-1]
        end, worked = time.perf_counter(), time.process_time() - worked
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6
        print(f"{end - start:.2f} {worked:.2f} {peak:.0f} {len(order)} papers;",
              f"learning {learnt - start:.2f} s, ranking {end - learnt:.2f} s")
        """;

    /// <returns>1 where a goal is missed.</returns>
    public int Run()
    {
        var file = Path.Combine(Path.GetTempPath(), $"sheaf-taste-{Guid.NewGuid():N}.tsv");
        try
        {
            output.WriteLine(SpeedData.Write(file, referenceData));
            return IsLight(file) & IsFast(file) & FindsAsMuch() ? 0 : 1;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private bool IsLight(string file)
    {
        using var workspace = new RankedWorkspace(file);
        var calls = Enumerable.Range(0, Calls)
            .Select(_ => MeasuredProcess.Sheaf(workspace.Folder, "suggest", $"{SpeedData.Month}", "--again", "--json")).ToList();
        foreach (var call in calls)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"suggest --again: {call.Wall.TotalSeconds,6:F2} s by the clock, {call.Processor.TotalSeconds,6:F2} s of the processor, "
                + $"peak {call.Peak,4:F0} MB, exit code {call.Exit}"));
        }

        var seconds = calls.Select(call => call.Wall.TotalSeconds).Order().ElementAt(Calls / 2);
        return Judge($"by the clock, median {seconds:F2} s (goal: at most {MostSeconds})", seconds <= MostSeconds)
            & Judge(
                $"memory of the whole process, at most {calls.Max(call => call.Peak):F0} MB (goal: {MostMegabytes})",
                calls.Max(call => call.Peak) <= MostMegabytes);
    }

    private bool IsFast(string file)
    {
        var sheaf = Measure("Sheaf", Environment.ProcessPath!, [.. Host, "taste", "speed-side", file])
            ?? throw new InvalidOperationException("Sheaf's side did not end well.");
        if (!HasRecipe())
        {
            output.WriteLine($"no comparison with the recipe, not judged: {Python} has no scikit-learn (Debian: python3-sklearn)");
            return true;
        }

        var recipe = Measure("recipe (c)", Python, ["-c", Recipe, file])
            ?? throw new InvalidOperationException("The recipe did not end well.");
        var ratio = recipe.Processor / sheaf.Processor;
        return Judge(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{ratio:F2} times as fast as the recipe by the processor, {recipe.Seconds / sheaf.Seconds:F2} by the clock "
                + $"(goal: at least {LeastRatio})"),
            ratio >= LeastRatio);
    }

    private bool FindsAsMuch()
    {
        if (!Directory.Exists(Path.Combine(referenceData, "months")))
        {
            output.WriteLine("recall and AUC not judged: they need the reference data");
            return true;
        }

        var mean = new TasteProgram(referenceData, TextWriter.Null).Evaluate(["Sheaf"])["rosinality"];
        var recall = mean.Recall[Standing.Depths.Index().Single(depth => depth.Item == 100).Index];
        return Judge(
                $"recall@100 of the daily curator's months {recall:F4} (before: {RecallBefore})", recall >= RecallBefore - Tolerance)
            & Judge($"AUC of these {mean.Auc:F4} (before: {AucBefore})", mean.Auc >= AucBefore - Tolerance);
    }

    private bool Judge(string what, bool isMet)
    {
        output.WriteLine($"{what}: {(isMet ? "met" : "MISSED")}");
        return isMet;
    }

    /// <summary>The program's own file where it runs as an argument of <c>dotnet</c>.</summary>
    private static string[] Host =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(SpeedProgram).Assembly.Location] : [];

    private static bool HasRecipe() => File.Exists(Python)
        && Output(Python, ["-c", "import importlib.util, sys; sys.exit(importlib.util.find_spec('sklearn') is None)"]) is not null;

    private (double Seconds, double Processor, double Megabytes)? Measure(string name, string program, string[] arguments)
    {
        if (Output(program, arguments)?.Trim().Split(' ', 4) is not [var seconds, var processor, var megabytes, var rest])
        {
            return null;
        }

        output.WriteLine($"{name,-10} {seconds,6} s, {processor,6} s of the processor, peak {megabytes,4} MB: {rest}");
        return (Number(seconds), Number(processor), Number(megabytes));
    }

    /// <summary>Null where it fails. The runtime is set as it is for Sheaf itself.</summary>
    private static string? Output(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };
        (start.Environment["DOTNET_gcConcurrent"], start.Environment["DOTNET_TieredPGO"]) = ("0", "0");
        start.Environment["DOTNET_GCGen0MaxBudget"] = "800000";
        start.Environment["OMP_NUM_THREADS"] = "1";
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? said : null;
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
