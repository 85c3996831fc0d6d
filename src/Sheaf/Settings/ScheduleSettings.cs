namespace Sheaf.Settings;

/// <summary>When the service does what. Cron expressions have five fields and are read in <see cref="TimeZone"/>.</summary>
public sealed class ScheduleSettings
{
    /// <summary>Default <c>30 22 * * 0-4</c>: after arXiv's announcement and its nightly OAI-PMH refresh (field guide 3, 8.1).</summary>
    public string Harvest { get; set; } = "30 22 * * 0-4";

    /// <summary>Default <c>0 6 2 * *</c>: on the second of a month, the draft of the month before.</summary>
    public string Draft { get; set; } = "0 6 2 * *";

    /// <summary>Default <c>America/New_York</c>, arXiv's own.</summary>
    public TimeZoneInfo TimeZone { get => field ??= TimeZoneInfo.FindSystemTimeZoneById("America/New_York"); set; }
}
