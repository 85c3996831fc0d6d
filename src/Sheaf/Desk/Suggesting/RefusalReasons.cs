using Sheaf.Lists;

namespace Sheaf.Desk;

/// <summary>Reasons for a no that one key gives: the editor's own that she uses most, and some that most editors have.</summary>
internal static class RefusalReasons
{
    /// <summary>The ninth is free for other words.</summary>
    private const int Most = 8;
    private const int MostOwn = 5;
    private const int LongestOwn = 60;

    private static readonly string[] Usual =
    [
        "off topic", "not new enough", "too narrow", "weak evidence", "a survey", "an application", "a benchmark or data set",
        "covered elsewhere",
    ];

    /// <param name="refused">With the words beside them.</param>
    public static IReadOnlyList<string> Of(SetAsidePapers refused)
    {
        var own = refused.Reasons.Values.Where(reason => reason.Length <= LongestOwn).CountBy(reason => reason)
            .Where(reason => reason.Value > 1).OrderByDescending(reason => reason.Value)
            .ThenBy(reason => reason.Key, StringComparer.Ordinal)
            .Take(MostOwn).Select(reason => reason.Key);
        return [.. own.Concat(Usual).Distinct(StringComparer.OrdinalIgnoreCase).Take(Most)];
    }
}
