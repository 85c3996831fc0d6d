using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Sheaf.Benchmarks.StartUp;

/// <summary>The time that the processes started by this one have had the processor, of those that have ended.</summary>
internal static class ChildTime
{
    // https://man7.org/linux/man-pages/man2/getrusage.2.html: two pairs of seconds and microseconds, and fourteen numbers behind them.
    private const int Children = -1;
    private const int Numbers = 18;

    public static TimeSpan Spent()
    {
        var usage = new nint[Numbers];
        return GetUsage(Children, usage) == 0
            ? TimeSpan.FromSeconds(usage[0] + usage[2]) + TimeSpan.FromMicroseconds(usage[1] + usage[3])
            : throw new Win32Exception();
    }

    [DllImport("libc", EntryPoint = "getrusage", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetUsage(int whose, [Out] nint[] usage);
}
