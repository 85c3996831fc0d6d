using Sheaf.Arxiv.Identifiers;
using Sheaf.Settings;
using Sheaf.Store.Signals;
using Sheaf.Text;

namespace Sheaf.Signals;

/// <summary>What is known of a service's lists of one month, in <c>status</c>.</summary>
/// <param name="Source">The service.</param>
/// <param name="Papers">On its lists, as far as they are known.</param>
/// <param name="Unknown">Days that have begun and whose list is not known yet.</param>
/// <param name="Asked">When the last of the lists that are known was read; null while none is.</param>
/// <param name="Problem">Why the last that is not known could not be read; null where nobody has tried, or all are known.</param>
internal sealed record SignalStatus(string Source, int Papers, IReadOnlyList<string> Unknown, string? Asked, string? Problem)
{
    /// <summary>For readers.</summary>
    public string Sentence
    {
        get
        {
            var why = Problem is null ? "" : $" ({SafeText.OneLine(Problem)})";
            var papers = $"{Papers} {(Papers == 1 ? "paper" : "papers")}";
            return (Asked, Unknown) switch
            {
                (null, _) => $"{SignalSource.Name(Source)}: not known yet{why}.",
                (_, []) => $"{SignalSource.Name(Source)}: {papers}, asked {Asked}.",
                (_, [var one]) => $"{SignalSource.Name(Source)}: {papers}, asked {Asked}; {one} is not known yet{why}.",
                _ => $"{SignalSource.Name(Source)}: {papers}, asked {Asked}; {Unknown.Count} days are not known yet, the first {Unknown[0]}"
                    + $"{why}.",
            };
        }
    }

    /// <summary>Of each service that is set; none before the month begins.</summary>
    public static IReadOnlyList<SignalStatus> Of(SignalStore store, SignalSettings settings, Month month, DateTimeOffset now)
    {
        var days = SignalDays.Of([month], now);
        return days.Count == 0 ? [] : [.. settings.Sources.Select(source => Of(store, source, month, days))];
    }

    private static SignalStatus Of(SignalStore store, string source, Month month, IReadOnlyList<DateOnly> days)
    {
        var tried = store.Days(source, month.FirstDay, month.LastDay);
        var known = tried.Where(day => day.Asked is not null).ToList();
        return new(
            source,
            store.Count(source, month.FirstDay, month.LastDay),
            [.. days.Except(known.Select(day => day.Day)).Select(UtcText.Day)],
            UtcText.From(known.Max(day => day.Asked)),
            tried.Where(day => day.Asked is null).Select(day => day.Problem).LastOrDefault());
    }
}
