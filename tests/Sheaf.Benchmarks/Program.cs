using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Sheaf.Benchmarks;

// Each class is measured against its own baseline in the same run; the goal is the least share of the baseline's speed.
(Type Class, double Goal)[] benchmarks = [(typeof(AtomAnswers), 0.5), (typeof(AbstractPages), 0.8), (typeof(Upserts), 0.6)];

var job = Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(5).WithIterationCount(15);
var config = ManualConfig.CreateEmpty()
    .AddJob(job)
    .AddLogger(ConsoleLogger.Default)
    .AddColumnProvider(DefaultColumnProviders.Instance)
    .AddExporter(MarkdownExporter.Console);
var verdicts = benchmarks
    .Where(benchmark => args.Length == 0 || args.Contains(benchmark.Class.Name))
    .Select(benchmark => Verdict(BenchmarkRunner.Run(benchmark.Class, config), benchmark.Class.Name, benchmark.Goal))
    .ToList();

Console.WriteLine();
Console.WriteLine("| benchmark | share of the baseline's speed (medians) | goal | |");
Console.WriteLine("|---|---|---|---|");
verdicts.ForEach(Console.WriteLine);

static string Verdict(Summary summary, string name, double goal)
{
    var baseline = summary.Reports.Single(report => report.BenchmarkCase.Descriptor.Baseline).ResultStatistics!.Median;
    var ours = summary.Reports.Single(report => !report.BenchmarkCase.Descriptor.Baseline).ResultStatistics!.Median;
    var share = baseline / ours;
    return FormattableString.Invariant($"| {name} | {share:F2} | {goal:F1} | {(share >= goal ? "met" : "missed")} |");
}
