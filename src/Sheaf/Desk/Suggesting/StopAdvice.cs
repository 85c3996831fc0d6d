using System.Globalization;
using Sheaf.Text;

namespace Sheaf.Desk;

/// <summary>When one may stop: how far down the picks of past months stood, and how long nothing was taken.</summary>
internal static class StopAdvice
{
    /// <summary>Fewer tell nothing.</summary>
    public const int FewestPicks = 10;

    /// <param name="ranks">Where the picks of earlier months stood, from 1.</param>
    /// <param name="seen">Papers decided on since the last one that was taken.</param>
    /// <returns>Null where neither tells anything.</returns>
    public static string? Sentence(IReadOnlyList<int> ranks, int seen)
    {
        var since = seen > 0 ? $"{Humanize.Count(seen, "paper")} seen since your last take" : null;
        var past = ranks.Count >= FewestPicks
            ? $"in past months 9 of 10 picks came before rank {Humanize.Number(NineTenths(ranks))}"
            : null;
        return string.Join("; ", new[] { since, past }.OfType<string>()) is { Length: > 0 } sentence
            ? string.Create(CultureInfo.InvariantCulture, $"{char.ToUpperInvariant(sentence[0])}{sentence[1..]}.")
            : null;
    }

    private static int NineTenths(IReadOnlyList<int> ranks)
    {
        var ordered = ranks.Order().ToList();
        return ordered[(int)Math.Ceiling(ordered.Count * 0.9) - 1] + 1;
    }
}
