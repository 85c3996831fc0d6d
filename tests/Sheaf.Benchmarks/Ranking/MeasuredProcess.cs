using System.Diagnostics;
using System.Globalization;

namespace Sheaf.Benchmarks.Ranking;

/// <summary>What a process said and took, from its start to its end.</summary>
/// <param name="Exit">Its exit code.</param>
/// <param name="Output">What it wrote.</param>
/// <param name="Wall">By the clock.</param>
/// <param name="Processor">Of the processor, to a hundredth of a second.</param>
/// <param name="Peak">The most memory it ever had, in MB of a million bytes; looked at every few milliseconds, on Linux.</param>
internal sealed record MeasuredProcess(int Exit, string Output, TimeSpan Wall, TimeSpan Processor, double Peak)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(5);

    /// <summary>The program itself, as <c>dotnet run</c> and an editor start it.</summary>
    public static MeasuredProcess Sheaf(string workspace, params string[] command) =>
        Run(new("dotnet", [Path.Combine(AppContext.BaseDirectory, "sheaf.dll"), .. command, "--workspace", workspace]));

    /// <summary>One after the other: the time of the processor is that of all children of this process that have ended.</summary>
    public static MeasuredProcess Run(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        var (before, watch) = (ProcessorOfChildren(), Stopwatch.StartNew());
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEndAsync();
        var peak = 0.0;
        while (!process.WaitForExit(BetweenLooks))
        {
            peak = Math.Max(peak, PeakOf(process.Id));
        }

        process.WaitForExit();
        var wall = watch.Elapsed;
        return new(process.ExitCode, said.GetAwaiter().GetResult(), wall, ProcessorOfChildren() - before, peak);
    }

    /// <summary><c>VmHWM</c>, in kB of 1,024 bytes: https://man7.org/linux/man-pages/man5/proc_pid_status.5.html</summary>
    private static double PeakOf(int process)
    {
        try
        {
            return File.ReadLines($"/proc/{process}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))
                ?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is [_, var kilobytes, ..]
                ? 1024 * double.Parse(kilobytes, CultureInfo.InvariantCulture) / 1e6
                : 0;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }

    /// <summary><c>cutime</c> and <c>cstime</c>, in hundredths: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html</summary>
    private static TimeSpan ProcessorOfChildren()
    {
        const int FirstAfterName = 3;
        const int TicksOfASecond = 100;
        var stat = File.ReadAllText("/proc/self/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return TimeSpan.FromSeconds((long.Parse(fields[16 - FirstAfterName], CultureInfo.InvariantCulture)
            + long.Parse(fields[17 - FirstAfterName], CultureInfo.InvariantCulture)) / (double)TicksOfASecond);
    }
}
