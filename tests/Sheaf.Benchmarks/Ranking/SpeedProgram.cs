using System.Diagnostics;
using System.Globalization;
using Sheaf.TestKit.Ranking;

namespace Sheaf.Benchmarks.Ranking;

/// <summary>
/// Learning from 2,000 picks and 78,000 papers passed over and ranking 25,000: Sheaf against recipe (c) in scikit-learn, each in a process
/// of its own and over the same file. Judged by the time of the processor, so that what else the machine does counts for neither.
/// </summary>
/// <param name="referenceData">Where <c>months</c> and <c>curated</c> lie; without them the papers are invented.</param>
/// <param name="output">Seconds, ratio and memory.</param>
internal sealed class SpeedProgram(string referenceData, TextWriter output)
{
    private const double LeastRatio = 4;
    private const double MostMegabytes = 300;
    private const double MostSeconds = 8;

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
            WriteData(file);
            return Compare(file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private void WriteData(string file)
    {
        var months = Path.Combine(referenceData, "months");
        var papers = Directory.Exists(months)
            ? MonthFiles.Read(months).Select(paper => paper.Paper).Where(paper => paper.Abstract.Length > 0).ToList()
            : [];
        var curator = papers.Count > 0
            ? Curator.ReadAll(Path.Combine(referenceData, "curated"))
                .MaxBy(curator => papers.Count(paper => curator.Picks.ContainsKey(paper.Identifier)))
            : null;
        SpeedData.Write(
            file,
            [.. papers.Where(paper => curator?.Picks.ContainsKey(paper.Identifier) is true)],
            [.. papers.Where(paper => curator?.Picks.ContainsKey(paper.Identifier) is false)]);
        output.WriteLine(
            $"{SpeedData.Picks:N0} picks, {SpeedData.PassedOver:N0} passed over, {SpeedData.Candidates:N0} to rank; texts "
            + $"{(curator is null ? "invented" : $"from the reference months and {curator.Name}'s picks")}");
    }

    private int Compare(string file)
    {
        var sheaf = Measure("Sheaf", Environment.ProcessPath!, [.. Host, "taste", "speed-side", file])
            ?? throw new InvalidOperationException("Sheaf's side did not end well.");
        var isLight = sheaf.Megabytes <= MostMegabytes && sheaf.Seconds <= MostSeconds;
        output.WriteLine(
            $"goal: at most {MostMegabytes} MB {(sheaf.Megabytes <= MostMegabytes ? "met" : "MISSED")}, "
            + $"at most {MostSeconds} s by the clock {(sheaf.Seconds <= MostSeconds ? "met" : "MISSED")}");
        if (!HasRecipe())
        {
            output.WriteLine($"no comparison: {Python} has no scikit-learn (Debian: python3-sklearn)");
            return isLight ? 0 : 1;
        }

        var recipe = Measure("recipe (c)", Python, ["-c", Recipe, file])
            ?? throw new InvalidOperationException("The recipe did not end well.");
        var isFast = recipe.Processor >= LeastRatio * sheaf.Processor;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{recipe.Processor / sheaf.Processor:F2} times as fast by the processor, {recipe.Seconds / sheaf.Seconds:F2} by the clock "
            + $"(goal: at least {LeastRatio}) {(isFast ? "met" : "MISSED")}"));
        return isLight && isFast ? 0 : 1;
    }

    /// <summary>The program's own file where it runs as an argument of <c>dotnet</c>.</summary>
    private static string[] Host =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(SpeedProgram).Assembly.Location] : [];

    private static bool HasRecipe() => File.Exists(Python) && Output(Python, ["-c", "import sklearn"]) is not null;

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
