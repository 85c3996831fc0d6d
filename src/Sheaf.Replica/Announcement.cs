namespace Sheaf.Replica;

/// <summary>
/// When arXiv announces what it has received (field guide 8.1). By then a paper's page and its record over OAI-PMH are written, and that is
/// what they say of their last change: days after the submission at times, and never at it.
/// </summary>
internal static class Announcement
{
    private static readonly TimeSpan Deadline = TimeSpan.FromHours(14);
    private static readonly TimeSpan Evening = TimeSpan.FromHours(20);

    private static readonly TimeZoneInfo Eastern = TimeZoneInfo.TryFindSystemTimeZoneById("America/New_York", out var zone)
        ? zone
        : TimeZoneInfo.CreateCustomTimeZone("Eastern", TimeSpan.FromHours(-5), "Eastern", "Eastern");

    /// <summary>The evening on which a submission is announced.</summary>
    public static DateTimeOffset Of(DateTimeOffset submitted)
    {
        var local = TimeZoneInfo.ConvertTime(submitted, Eastern);
        var day = local.TimeOfDay < Deadline ? local.Date : local.Date.AddDays(1);
        var evening = day.DayOfWeek switch
        {
            DayOfWeek.Friday or DayOfWeek.Saturday => day.AddDays(2),
            DayOfWeek.Sunday => day.AddDays(1),
            _ => day,
        } + Evening;
        return new DateTimeOffset(evening, Eastern.GetUtcOffset(evening)).ToUniversalTime();
    }
}
