using System.Globalization;
using Sheaf.TestKit.Fuzzing;

namespace Sheaf.Benchmarks.Fuzzing;

/// <summary>
/// <c>fuzz --seed N --runs R [--parser NAME]</c>: damaged inputs for one parser or all of them. What fails is written beside.
/// </summary>
internal static class FuzzProgram
{
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(30);

    public static int Run(IReadOnlyDictionary<string, string> options)
    {
        var seed = int.Parse(options.GetValueOrDefault("seed", "1"), CultureInfo.InvariantCulture);
        var runs = int.Parse(options.GetValueOrDefault("runs", "10000"), CultureInfo.InvariantCulture);
        var data = Environment.GetEnvironmentVariable("SHEAF_REFERENCE_DATA") ?? "../shared/data";
        var chosen = FuzzTargets.All.Where(target => !options.TryGetValue("parser", out var name) || name.Split(',').Contains(target.Name))
            .ToList();
        var failed = chosen.Count(target => !Passes(target, data, seed, runs));
        Console.WriteLine($"{chosen.Count} parsers, {failed} with a fault");
        return failed > 0 || chosen.Count == 0 ? 1 : 0;
    }

    private static bool Passes(FuzzTarget target, string data, int seed, int runs)
    {
        var real = Directory.Exists(data) ? ReferenceSeeds.Of(target, data) : [];
        var fuzzer = new Fuzzer(target, [.. target.Seeds, .. real], seed);
        var start = TimeProvider.System.GetTimestamp();
        using var watch = TimeProvider.System.CreateTimer(_ => EndIfHung(target, fuzzer), null, Hang, Hang);
        var found = fuzzer.Run(runs, CancellationToken.None);
        var took = TimeProvider.System.GetElapsedTime(start);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{target.Name,-12} {fuzzer.Runs,9} runs in {took.TotalSeconds,7:F1} s from {target.Seeds.Count} invented and {real.Count} "
            + $"real inputs{(found is null ? "" : $": {found.Value.Fault}")}"));
        if (found is not null)
        {
            Keep(target, found.Value.Input);
        }

        return found is null;
    }

    /// <summary>Nothing ends a parser that does not end by itself; but its input is known.</summary>
    private static void EndIfHung(FuzzTarget target, Fuzzer fuzzer)
    {
        if (fuzzer.UnderWay is { } underWay && TimeProvider.System.GetElapsedTime(underWay.Since) > Hang)
        {
            Console.WriteLine($"{target.Name} does not come to an end");
            Keep(target, underWay.Input);
            Environment.Exit(1);
        }
    }

    private static void Keep(FuzzTarget target, byte[] input)
    {
        var file = Path.Combine(Path.GetTempPath(), $"sheaf-fuzz-{target.Name}-{Environment.ProcessId}.bin");
        File.WriteAllBytes(file, input);
        Console.WriteLine($"The input is in {file}");
    }
}
