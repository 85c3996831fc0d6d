namespace Sheaf.Store.Eprints;

/// <summary>
/// Numbers of papers in the text index: in the order of the days on which their first versions came, so that a range of days is a range of
/// numbers, which costs a search nothing.
/// </summary>
internal static class PaperNumber
{
    private const int DayShift = 24;

    private static readonly DateOnly Beginning = new(1991, 1, 1);

    public static long FirstOf(DateOnly day) => (long)Math.Max(0, day.DayNumber - Beginning.DayNumber) << DayShift;

    public static long LastOf(DateOnly day) => day < Beginning ? -1 : FirstOf(day) + (1L << DayShift) - 1;
}
