using System.Globalization;
using Sheaf.Replica;
using Sheaf.Replica.Faults;
using Sheaf.Sweeping;
using Sheaf.TestKit.Sweeping;

namespace Sheaf.Benchmarks.Sweeping;

/// <summary>
/// Sweeps a simulated month of 25,000 papers in calm weather, under faults and with rows that move, and says what it cost.
/// </summary>
internal static class SweepProgram
{
    private static readonly (string Name, FaultRule[] Faults, string[] More)[] Weathers =
    [
        ("first run, compiles", [], []),
        ("calm", [], []),
        ("page faults", [.. PageFaults], []),
        ("moving rows", [Rule(FaultKind.Moved, 3), Rule(FaultKind.Moved, 7), Rule(FaultKind.Moved, 10)], []),
        ("OAI-PMH, calm", [], ["--set", "Sweep:Interface=oai"]),
        ("OAI-PMH, moving and expiring", [.. OaiFaults], ["--set", "Sweep:Interface=oai"]),
    ];

    private static FaultRule[] PageFaults =>
    [
        Rule(FaultKind.Shortened, 2), Rule(FaultKind.Vacant, 4), Rule(FaultKind.Repeated, 6), Rule(FaultKind.Empty, 8),
        Rule(FaultKind.Truncated, 10),
        Rule(FaultKind.Forgetful, 12), Rule(FaultKind.Unavailable, 14), Rule(FaultKind.Dropped, 16), Rule(FaultKind.Garbled, 18),
    ];

    private static FaultRule[] OaiFaults =>
        [
            Rule(FaultKind.Moved, 3), Rule(FaultKind.Expired, 5), Rule(FaultKind.Shortened, 7), Rule(FaultKind.Vacant, 9),
            Rule(FaultKind.Repeated, 11),
        ];

    /// <returns>1 where a sweep missed a paper, or cost more than it may.</returns>
    public static async Task<int> RunAsync(IReadOnlyDictionary<string, string> options)
    {
        var papers = int.Parse(options.GetValueOrDefault("papers", "25000"), CultureInfo.InvariantCulture);
        var interval = TimeSpan.FromSeconds(double.Parse(options.GetValueOrDefault("interval", "0.2"), CultureInfo.InvariantCulture));
        var failed = false;
        foreach (var (name, faults, more) in options.ContainsKey("process") ? [] : Weathers)
        {
            await using var trial = await SweepTrial.StartAsync(
                papers, new ReplicaOptions { Faults = faults }, interval, CancellationToken.None);
            var (exit, output, took) = await trial.SweepAsync(CancellationToken.None, [.. more, "--quiet"]);
            var kept = await trial.KeptAsync(CancellationToken.None);
            var (all, faulty) = trial.Requests;
            var isAtom = more.Length == 0;
            var least = isAtom ? (trial.Truth.Count + AtomPages.Size - 1) / AtomPages.Size : 0;
            var limit = (1.02 * all * interval) + TimeSpan.FromSeconds(2);
            var isGood = exit == 0
                && kept.SetEquals(trial.Truth)
                && (!isAtom || all <= least + 1 + faulty)
                && (name.StartsWith("first", StringComparison.Ordinal) || took <= limit);
            failed |= !isGood;
            Console.Out.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name,-30} {kept.Count,6:N0} of {trial.Truth.Count,6:N0} papers, {all,2} requests ({faulty} "
                + $"faulty{(isAtom ? $", least {least}" : "")}), {took.TotalSeconds:F2} s (limit {limit.TotalSeconds:F2} s) "
                + $"{(isGood ? "met" : "MISSED")}"));
            var served = trial.Arxiv.Requests.Sum(request => (request.End - request.Start).TotalSeconds);
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  the local arXiv took {served:F2} s of it"));
            Console.Out.WriteLine(
                "  " + output.Trim().Split('\n').FirstOrDefault(line => line.StartsWith("Sweep of", StringComparison.Ordinal)));
        }

        return await SweepProcess.IsLightAsync(papers, interval, options.GetValueOrDefault("python", "python3")) && !failed ? 0 : 1;
    }

    private static FaultRule Rule(FaultKind fault, int nth) => new(fault) { Nth = nth + 1 };
}
