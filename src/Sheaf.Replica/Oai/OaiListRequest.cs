using System.Globalization;

namespace Sheaf.Replica.Oai;

/// <summary>The first request for a list, checked as arXiv checks it (field guide 3.2).</summary>
internal static class OaiListRequest
{
    private const int MostLevels = 3;

    private static readonly string[] s_allowed = ["verb", "metadataPrefix", "set", "from", "until"];

    private static readonly HashSet<string> s_sets = [.. OaiSets.All.Select(set => set.Set)];

    /// <exception cref="OaiRefusedException">The request is wrong.</exception>
    public static OaiSelection Of(OaiArguments arguments, DateTimeOffset now)
    {
        if (arguments.Names.Except(s_allowed, StringComparer.Ordinal).Any())
        {
            throw OaiRefusedException.BadArgument($"Unallowed parameter. Allowed parameters: {string.Join(", ", s_allowed)}");
        }

        var prefix = arguments["metadataPrefix"] ?? throw OaiRefusedException.BadArgument("metadataPrefix required.");
        return OaiFormats.Find(prefix) is null
            ? throw OaiRefusedException.NoSuchFormat(arguments.Accepted("verb"))
            : WithDays(new OaiSelection(arguments.Verb, prefix) { Set = Set(arguments["set"]) }, arguments, now);
    }

    private static OaiSelection WithDays(OaiSelection selection, OaiArguments arguments, DateTimeOffset now)
    {
        var (from, until) = (Day(arguments, "from"), Day(arguments, "until"));
        var tomorrow = OaiDocument.Day(now.AddDays(1));
        return from is not null && string.CompareOrdinal(from, OaiDocument.Earliest) < 0
            ? throw OaiRefusedException.BadArgument("start date too early")
            : until is not null && string.CompareOrdinal(until, tomorrow) > 0 ? throw OaiRefusedException.BadArgument("until date too late")
            : from is not null && string.CompareOrdinal(until ?? OaiDocument.Day(now), from) < 0
                ? throw OaiRefusedException.BadArgument("until date must be greater than or equal to from date")
            : selection with { FromAsked = from, UntilAsked = until };
    }

    private static string? Set(string? set) =>
        set is null || s_sets.Contains(set) ? set
        : set.Split(':').Length > MostLevels ? throw OaiRefusedException.BadArgument("Set has too many levels")
        : throw OaiRefusedException.BadArgument("Set does not exist");

    private static string? Day(OaiArguments arguments, string name) =>
        arguments[name] is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? text
        : throw OaiRefusedException.BadArgument($"{name} date format must be YYYY-MM-DD");
}
