using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;
using Sheaf.Benchmarks;
using Sheaf.Benchmarks.AbstractPages;
using Sheaf.Benchmarks.Atom;
using Sheaf.Benchmarks.Store;

// In one process, because both sides of each ratio are to be had from the same one, and minutes matter.
var job = Job.Default
    .WithToolchain(InProcessEmitToolchain.Instance)
    .WithWarmupCount(5)
    .WithIterationCount(15)
    .WithIterationTime(TimeInterval.FromMilliseconds(250));
var config = ManualConfig.CreateEmpty()
    .AddJob(job)
    .AddColumnProvider(DefaultColumnProviders.Instance)
    .AddDiagnoser(MemoryDiagnoser.Default)
    .AddLogger(ConsoleLogger.Default)
    .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "sheaf-benchmarks"));

Goal[] goals =
[
    new("Atom answer of 1,000 entries, against a bare XmlReader", typeof(AtomAnswer), 0.5),
    new("Abstract page, against AngleSharp's bare parse", typeof(AbstractPage), 0.8),
    new("1,000 records into the store, against bare inserts of the rows", typeof(Saving), 0.6),
];
var results = goals.Select(goal => goal.Judge(BenchmarkRunner.Run(goal.Benchmark, config))).ToList();
Console.WriteLine();
results.ForEach(Console.WriteLine);
return results.TrueForAll(result => result.Measured) ? 0 : 1;
