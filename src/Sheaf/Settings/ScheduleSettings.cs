namespace Sheaf.Settings;

/// <summary>When the service does what. Cron expressions have five fields and are read in <see cref="TimeZone"/>.</summary>
internal sealed class ScheduleSettings
{
    private const string ArxivTimeZone = "America/New_York";

    private const string Unknown =
        $"Schedule:TimeZone is {ArxivTimeZone} (built in), which this machine does not know: install its time zones (tzdata), or set "
        + "another, such as UTC.";

    /// <summary>Default <c>30 22 * * 0-4</c>: after arXiv's announcement and its nightly OAI-PMH refresh (field guide 3, 8.1).</summary>
    public string Harvest { get; set; } = "30 22 * * 0-4";

    /// <summary>Default <c>0 6 2 * *</c>: on the second of a month, the draft of the month before.</summary>
    public string Draft { get; set; } = "0 6 2 * *";

    /// <summary>Default <c>America/New_York</c>, arXiv's own.</summary>
    /// <exception cref="BadInputException">None is set, and this machine does not know the default.</exception>
    public TimeZoneInfo TimeZone { get => field ??= Find(ArxivTimeZone) ?? throw new BadInputException(Unknown); set; }

    /// <summary>When the next harvest is due; null where this machine does not know the time zone.</summary>
    public DateTimeOffset? NextHarvest(DateTimeOffset after) => HasTimeZone ? CronSchedule.Next(Harvest, TimeZone, after) : null;

    private bool HasTimeZone
    {
        get
        {
            try
            {
                return TimeZone is not null;
            }
            catch (BadInputException)
            {
                return false;
            }
        }
    }

    private static TimeZoneInfo? Find(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null;
}
