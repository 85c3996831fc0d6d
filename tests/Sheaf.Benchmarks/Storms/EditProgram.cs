using System.Globalization;
using Sheaf.TestKit.Storms;

namespace Sheaf.Benchmarks.Storms;

/// <summary><c>edits --seed N --saves S [--kills]</c>: editors of every manner beside the commands that change the same files.</summary>
internal static class EditProgram
{
    public static async Task<int> RunAsync(IReadOnlyDictionary<string, string> options)
    {
        var seed = Number(options, "seed", Random.Shared.Next(1_000_000));
        var saves = Number(options, "saves", 400);
        var failed = false;
        Console.WriteLine($"Editors from seed {seed}");
        foreach (var manner in Enum.GetValues<SavingManner>())
        {
            var report = await new EditStorm(seed++, saves, options.ContainsKey("kills")).RunAsync(manner, CancellationToken.None);
            var exits = string.Join(", ", report.Exits.OrderBy(exit => exit.Key).Select(exit => $"{exit.Value} with {exit.Key}"));
            Console.WriteLine(
                $"{manner}: {report.Saves} saves, {report.Lost.Count} lost; {report.Commands} commands ({exits}), {report.Added} added");
            failed |= report.Lost.Count > 0 || report.Violations.Count > 0;
            foreach (var line in report.Lost.Take(5).Concat(report.Violations.Take(5)))
            {
                Console.WriteLine($"  {line}");
            }
        }

        return failed ? 1 : 0;
    }

    private static int Number(IReadOnlyDictionary<string, string> options, string name, int other) =>
        options.TryGetValue(name, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : other;
}
