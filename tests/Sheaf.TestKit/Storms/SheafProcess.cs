using System.Diagnostics;

namespace Sheaf.TestKit.Storms;

/// <summary>The program as a process of its own.</summary>
internal static class SheafProcess
{
    /// <summary>Starts it; what it says is read by nobody.</summary>
    public static Process Start(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "sheaf.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }
}
