using Perfolizer.Horology;

namespace Sheaf.Benchmarks;

/// <summary>
/// Counts the time that this process has the processor, not the time that passes: what else the machine is doing, and how fast its disk
/// is, does not change the ratios.
/// </summary>
internal sealed class ProcessorTime : IClock
{
    public string Title => "processor time";

    public bool IsAvailable => !OperatingSystem.IsBrowser();

    public Frequency Frequency => new(TimeSpan.TicksPerSecond);

    public long GetTimestamp() => Environment.CpuUsage.TotalTime.Ticks;
}
