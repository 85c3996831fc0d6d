using System.Globalization;
using Sheaf.TestKit.Storms;

namespace Sheaf.Benchmarks.Storms;

/// <summary>
/// <c>storm --seed N --minutes M [--count C] [--papers P] [--side-by-side S] [--kills]</c>: storm after storm, each with the next seed.
/// </summary>
internal static class StormProgram
{
    private const int MostShown = 3;

    public static async Task<int> RunAsync(IReadOnlyDictionary<string, string> options)
    {
        var first = Number(options, "seed", Random.Shared.Next(1_000_000));
        var until = TimeProvider.System.GetUtcNow()
            + TimeSpan.FromMinutes(double.Parse(options.GetValueOrDefault("minutes", "1"), CultureInfo.InvariantCulture));
        var count = Number(options, "count", int.MaxValue);
        var papers = Number(options, "papers", 0);
        var kills = options.ContainsKey("kills");
        var (storms, requests, faults, killed, stoodStill, violated) = (0, 0, 0, 0, 0, 0);
        var gate = new Lock();
        Console.WriteLine($"Storms from seed {first}");
        await Parallel.ForEachAsync(
            Enumerable.Range(0, count).TakeWhile(_ => TimeProvider.System.GetUtcNow() < until),
            new ParallelOptions { MaxDegreeOfParallelism = Number(options, "side-by-side", 4) },
            async (number, cancellationToken) =>
            {
                var seed = first + number;
                var report = await new Storm(seed, papers > 0 ? papers : 12 + (seed % 29), kills).RunAsync(cancellationToken);
                lock (gate)
                {
                    storms++;
                    requests += report.Requests;
                    faults += report.Faults;
                    killed += report.Kills;
                    stoodStill += report.StoodStill ? 1 : 0;
                    violated += report.Violations.Count > 0 ? 1 : 0;
                    foreach (var violation in report.Violations.Take(MostShown))
                    {
                        Console.WriteLine($"seed {seed}, {report.Papers} papers: {violation}");
                    }
                }
            });
        Console.WriteLine(
            $"{storms} storms, {requests} requests, {faults} faults, {killed} processes killed, {violated} storms with violations, "
            + $"{stoodStill} in which the machine stood still and spacing was not judged");
        return violated > 0 ? 1 : 0;
    }

    private static int Number(IReadOnlyDictionary<string, string> options, string name, int other) =>
        options.TryGetValue(name, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : other;
}
