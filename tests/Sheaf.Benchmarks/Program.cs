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
using Sheaf.Benchmarks.Archive;
using Sheaf.Benchmarks.Atom;
using Sheaf.Benchmarks.Desk;
using Sheaf.Benchmarks.Drafts;
using Sheaf.Benchmarks.Fuzzing;
using Sheaf.Benchmarks.Lists;
using Sheaf.Benchmarks.Publishing;
using Sheaf.Benchmarks.Ranking;
using Sheaf.Benchmarks.Sentences;
using Sheaf.Benchmarks.StartUp;
using Sheaf.Benchmarks.Store;
using Sheaf.Benchmarks.Storms;
using Sheaf.Benchmarks.Sweeping;
using Sheaf.TestKit.Storms;

if (args is ["storm", ..])
{
    return await StormProgram.RunAsync(RunOptions.Of(args[1..]));
}

if (args is ["edits", ..])
{
    return await EditProgram.RunAsync(RunOptions.Of(args[1..]));
}

if (args is ["sweep", ..])
{
    return await SweepProgram.RunAsync(RunOptions.Of(args[1..]));
}

if (args is ["faults"])
{
    return await FaultTable.WriteAsync();
}

if (args is ["fuzz", ..])
{
    return FuzzProgram.Run(RunOptions.Of(args[1..]));
}

if (args is ["import", ..])
{
    return await ImportProgram.RunAsync(RunOptions.Of(args[1..]));
}

if (args is ["growth", ..])
{
    return await GrowthProgram.RunAsync(RunOptions.Of(args[1..]));
}

if (args is ["search", ..])
{
    return await SearchProgram.RunAsync(RunOptions.Of(args[1..]));
}

if (args is ["site", ..])
{
    using var program = new SiteProgram(Console.Out);
    return program.Run(RunOptions.Of(args[1..]));
}

if (args is ["lists"])
{
    return ListsProgram.Run(Console.Out);
}

if (args is ["start", ..])
{
    return StartProgram.Run(RunOptions.Of(args[1..]));
}

if (args is ["titles"])
{
    new TitleCloseness(Environment.GetEnvironmentVariable("SHEAF_REFERENCE_DATA") ?? Path.Combine("..", "shared", "data"), Console.Out)
        .Run();
    return 0;
}

if (args is ["taste", ..])
{
    var referenceData = Environment.GetEnvironmentVariable("SHEAF_REFERENCE_DATA") ?? Path.Combine("..", "shared", "data");
    switch (args[1..])
    {
        case ["speed"]:
            return new SpeedProgram(referenceData, Console.Out).Run();
        case ["speed-side", var file]:
            new SpeedSide(file).Run(Console.Out);
            return 0;
        case ["train", .. var where]:
            new TasteProgram(referenceData, Console.Out)
                .Train(where is [var named] ? named : Path.Combine("src", "Sheaf", "Ranking", "warm-start.tsv"));
            return 0;
        default:
            new TasteProgram(referenceData, Console.Out).Evaluate(args[1..]);
            return 0;
    }
}

if (args is ["signals"])
{
    return new SignalsProgram(
        Environment.GetEnvironmentVariable("SHEAF_REFERENCE_DATA") ?? Path.Combine("..", "shared", "data"), Console.Out).Run();
}

if (args is ["ranking"])
{
    return new RankingProgram(
        Environment.GetEnvironmentVariable("SHEAF_REFERENCE_DATA") ?? Path.Combine("..", "shared", "data"), Console.Out).Run();
}

if (args is ["desk"])
{
    return await new DeskProgram(
        Environment.GetEnvironmentVariable("SHEAF_REFERENCE_DATA") ?? Path.Combine("..", "shared", "data"), Console.Out).RunAsync();
}

if (args is ["sentences", ..])
{
    var program = new SentenceProgram(
        Environment.GetEnvironmentVariable("SHEAF_REFERENCE_DATA") ?? Path.Combine("..", "shared", "data"), Console.Out);
    if (args is [_, "train", ..])
    {
        program.Train(args.Length > 2 ? args[2] : Path.Combine("src", "Sheaf", "Drafts", "Sentences", "sentence-model.tsv"));
    }
    else
    {
        program.Evaluate(validates: args is [_, "validate"]);
    }

    return 0;
}

Goal[] goals =
[
    new("Atom answer of 1,000 entries, against a bare XmlReader", 0.5, AtomAnswer.Sides),
    new("Abstract page, against AngleSharp's bare parse", 0.8, AbstractPage.Sides),
    new("1,000 records into the store, against bare inserts of the rows", 0.6, Saving.Sides),
    new("Identifiers in prose, against a bare search for full stops", 0.2, IdentifierScan.Sides),
    new("A draft of 2,000 of 100,000 papers, against bare reads of their rows", 0.5, DraftedMonth.Sides),
    new("A draft of 4,000 papers, against four of 1,000", 0.8, DraftedMonth.Growth),
];
if (args is ["goals", ..])
{
    foreach (var goal in goals.Where(goal => args.Length == 1 || goal.Title.Contains(args[1], StringComparison.OrdinalIgnoreCase)))
    {
        Console.WriteLine(goal.Judge());
    }

    return 0;
}

var verdicts = goals.Select(goal => goal.Judge()).ToList();

// Times, spread and memory of each side. In one process, because minutes matter.
var job = Job.Default
    .WithToolchain(InProcessEmitToolchain.Instance)
    .WithClock(new ProcessorTime())
    .WithWarmupCount(5)
    .WithIterationCount(10)
    .WithIterationTime(TimeInterval.FromMilliseconds(250));
var config = ManualConfig.CreateEmpty()
    .AddJob(job)
    .AddColumnProvider(DefaultColumnProviders.Instance)
    .AddDiagnoser(MemoryDiagnoser.Default)
    .AddLogger(ConsoleLogger.Default)
    .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "sheaf-benchmarks"));
BenchmarkRunner.Run([typeof(AtomAnswer), typeof(AbstractPage), typeof(Saving), typeof(IdentifierScan), typeof(DraftedMonth)], config);

Console.WriteLine();
Console.WriteLine("Throughput over that of the floor, by processor time, in turns:");
verdicts.ForEach(Console.WriteLine);
return 0;
