using System.Globalization;
using Sheaf.Arxiv;
using Sheaf.Arxiv.Politeness;
using Sheaf.Text;

namespace Sheaf.Commands;

/// <summary>What moves and what stands still at the request gate, for readers.</summary>
internal static class GateView
{
    /// <summary>Says nothing while nobody asks, nobody waits and arXiv wishes nothing.</summary>
    public static void Show(Terminal terminal, GateReport gate)
    {
        if (gate.Stopped is { } stop)
        {
            terminal.Say($"All requests are stopped: arXiv answered 403 to {SafeText.OneLine(ShownAddress.Of(stop.Address))} at {Local(stop.Since)}. Find out why, then run: sheaf doctor --resume");
        }

        var busy = gate.UnderWay is not null || gate.Waiting.Count > 0;
        string?[] parts =
        [
            gate.UnderWay is { } asking ? $"arXiv is being asked by {Name(asking)}" : null,
            gate.Waiting.Count > 0 ? $"{gate.Waiting.Count} {(gate.Waiting.Count == 1 ? "waits" : "wait")}: {string.Join(", ", gate.Waiting.Select(Name))}" : null,
            busy || gate.IsHeld ? NotBefore("API request", gate.ApiNotBefore) : null,
            busy || gate.IsHeld ? NotBefore("page", gate.PageNotBefore) : null,
        ];
        var sentence = string.Join("; ", parts.OfType<string>());
        if (sentence.Length > 0)
        {
            terminal.Say($"At the gate: {sentence}.");
        }
    }

    private static string? NotBefore(string what, DateTimeOffset? moment) => moment is { } until ? $"no {what} before {Local(until)}" : null;

    private static string Name(GateAsker asker) =>
        $"{(asker.Command.Length > 0 ? SafeText.OneLine(asker.Command) : "sheaf")} (process {asker.Process.ToString(CultureInfo.InvariantCulture)})";

    // A wait may end tomorrow.
    private static string Local(DateTimeOffset moment) => moment.ToLocalTime().ToString("d MMM HH:mm:ss", CultureInfo.InvariantCulture);
}
