using System.Diagnostics;

namespace Sheaf.Benchmarks.StartUp;

/// <summary>One program with its arguments, run again and again.</summary>
/// <param name="program">An executable, or a library that <c>dotnet</c> runs.</param>
/// <param name="arguments">By the turn.</param>
internal sealed class StartedProgram(string program, Func<int, string[]> arguments)
{
    private readonly List<(double Wall, double Processor)> _runs = [];
    private int _turns;

    /// <summary>Milliseconds from start to end, the median.</summary>
    public double Wall => _runs.Select(run => run.Wall).Order().ElementAt(_runs.Count / 2);

    /// <summary>Milliseconds of the processor, the median.</summary>
    public double Processor => _runs.Select(run => run.Processor).Order().ElementAt(_runs.Count / 2);

    public void Measure()
    {
        var (before, watch) = (ChildTime.Spent(), Stopwatch.StartNew());
        Run(program, arguments(_turns++));
        _runs.Add((watch.Elapsed.TotalMilliseconds, (ChildTime.Spent() - before).TotalMilliseconds));
    }

    /// <summary>How many methods the runtime compiles in one run.</summary>
    public int CountCompiled()
    {
        var list = Path.GetTempFileName();
        Run(program, arguments(_turns++), ("DOTNET_JitStdOutFile", list), ("DOTNET_JitDisasmSummary", "1"));
        var count = File.ReadLines(list).Count();
        File.Delete(list);
        return count;
    }

    /// <summary>The most memory of one run, as the system shows it a moment before the end; the largest of three runs.</summary>
    public double PeakMegabytes() => Enumerable.Range(0, 3).Max(_ =>
    {
        using var process = Start(program, arguments(_turns++));
        var peak = 0L;
        do
        {
            process.Refresh();
            peak = Math.Max(peak, process.HasExited ? 0 : process.PeakWorkingSet64);
        }
        while (!process.WaitForExit(TimeSpan.FromMilliseconds(1)));

        return peak / 1e6;
    });

    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static void Run(string program, IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        using var process = Start(program, arguments, environment);
        process.WaitForExit();
        if (process.ExitCode > 1)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
        }
    }

    private static Process Start(string program, IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        var isLibrary = program.EndsWith(".dll", StringComparison.Ordinal);
        var start = new ProcessStartInfo(isLibrary ? "dotnet" : program, isLibrary ? [program, .. arguments] : arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        _ = process.StandardError.ReadToEndAsync();
        _ = process.StandardOutput.ReadToEndAsync();
        return process;
    }
}
