using Sheaf.Store.Signals;
using Sheaf.Text;

namespace Sheaf.Signals;

/// <summary>A signal as programs read it, beside a paper.</summary>
/// <param name="Source">The service, as <c>Signals:Sources</c> names it.</param>
/// <param name="Day">On whose list the paper was: <c>2025-05-12</c>.</param>
/// <param name="Votes">The most that were seen; null where the service has not said.</param>
/// <param name="Asked">When it said so.</param>
internal sealed record SignalJson(string Source, string Day, int? Votes, string Asked)
{
    public static SignalJson Of(SignalRow row) => new(row.Source, UtcText.Day(row.Day), row.Votes, UtcText.From(row.Asked));

    public static IReadOnlyList<SignalJson> Of(IEnumerable<SignalRow> rows) => [.. rows.Select(Of)];
}
