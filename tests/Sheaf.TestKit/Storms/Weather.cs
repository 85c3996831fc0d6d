using Sheaf.Replica;
using Sheaf.Replica.Faults;

namespace Sheaf.TestKit.Storms;

/// <summary>Random rules of faults, of every kind and on every interface.</summary>
internal static class Weather
{
    private static readonly FaultKind[] Kinds = [.. FaultKinds.OfAnyAnswer];
    private static readonly string[] Interfaces = ["/api/query", "/oai", "/abs/"];

    /// <param name="random">The same weather for the same seed.</param>
    /// <param name="papers">Some rules strike only what is asked about one of these.</param>
    public static IReadOnlyList<FaultRule> Of(Random random, IReadOnlyList<string> papers) =>
        [.. Enumerable.Range(0, 1 + random.Next(8)).Select(_ => Rule(random, papers))];

    /// <summary>The same without what takes its time on a clock that does not hurry.</summary>
    public static IReadOnlyList<FaultRule> OnRealClock(IEnumerable<FaultRule> weather) =>
        [.. weather.Where(rule => rule.Fault != FaultKind.Stalled).Select(rule => rule with { RetryAfter = null })];

    private static FaultRule Rule(Random random, IReadOnlyList<string> papers)
    {
        var fault = Kinds[random.Next(Kinds.Length)];
        var rule = Timed(
            new FaultRule(fault)
            {
                Seed = (ulong)random.Next(),
                Times = MostTimes(fault, random),
                After = random.Next(3) * random.Next(8),
            }, random);
        rule = random.Next(5) switch
        {
            0 => rule,
            1 => rule with { Kind = LoggedKind.Api },
            2 => rule with { Kind = LoggedKind.Page },
            3 => rule with { Target = Interfaces[random.Next(Interfaces.Length)] },
            _ => rule with { Target = papers.Count == 0 ? null : papers[random.Next(papers.Count)] },
        };
        return fault is FaultKind.RateExceeded or FaultKind.Unavailable or FaultKind.NotAcceptable && random.Next(3) == 0
            ? rule with { RetryAfter = random.Next(12) == 0 ? 601 + random.Next(7200) : 1 + random.Next(20) }
            : rule;
    }

    private static FaultRule Timed(FaultRule rule, Random random) => random.Next(4) switch
    {
        0 => rule with { Nth = 1 + random.Next(12), After = 0 },
        1 => rule with { Every = 1 + random.Next(5) },
        2 => rule with { Probability = 0.05 + (0.6 * random.NextDouble()) },
        _ => rule,
    };

    /// <summary>What takes long or much is not to fill the whole storm, and after a 403 nothing happens at all.</summary>
    private static int? MostTimes(FaultKind fault, Random random) => fault switch
    {
        FaultKind.Endless or FaultKind.Bomb or FaultKind.Stalled or FaultKind.AccessDenied => 1 + random.Next(2),
        _ => random.Next(3) == 0 ? null : 1 + random.Next(12),
    };
}
