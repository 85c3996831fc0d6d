using System.Diagnostics;
using System.Globalization;

namespace Sheaf.Benchmarks.Archive;

/// <summary>The built program, run once as a process of its own.</summary>
/// <param name="Exit">Its exit code.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Notes">The lines of its standard error, each with the time since the start.</param>
/// <param name="Took">From the start to the end of the process.</param>
/// <param name="Cost">What it used.</param>
internal sealed record ProgramRun(int Exit, string Output, IReadOnlyList<(TimeSpan At, string Line)> Notes, TimeSpan Took, ProgramCost Cost)
{
    /// <summary>The program's file: the one built with the benchmarks, or at <c>SHEAF_PROGRAM</c> one that was published.</summary>
    public static string Program { get; } =
        Environment.GetEnvironmentVariable("SHEAF_PROGRAM") ?? Path.Combine(AppContext.BaseDirectory, "sheaf.dll");

    /// <summary>Runs it and watches what it uses.</summary>
    /// <param name="arguments">The command line.</param>
    public static Task<ProgramRun> RunAsync(IEnumerable<string> arguments) =>
        OfAsync("dotnet", [Program, .. arguments]);

    /// <summary>Runs another program; null where there is none.</summary>
    public static async Task<ProgramRun?> TryAsync(string file, IEnumerable<string> arguments)
    {
        try
        {
            return await OfAsync(file, arguments);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static async Task<ProgramRun> OfAsync(string file, IEnumerable<string> arguments)
    {
        var how = new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        var start = Stopwatch.GetTimestamp();
        using var program = Process.Start(how)!;
        var output = program.StandardOutput.ReadToEndAsync();
        var notes = NotesAsync(program, start);
        var cost = await Task.Run(() => Watch(program));
        await program.WaitForExitAsync();
        return new(program.ExitCode, await output, await notes, Stopwatch.GetElapsedTime(start), cost);
    }

    private static async Task<IReadOnlyList<(TimeSpan At, string Line)>> NotesAsync(Process program, long start)
    {
        var notes = new List<(TimeSpan, string)>();
        while (await program.StandardError.ReadLineAsync() is { } line)
        {
            notes.Add((Stopwatch.GetElapsedTime(start), line));
        }

        return notes;
    }

    /// <summary>What the system says of a process is gone with it: the last look is some milliseconds before its end.</summary>
    private static ProgramCost Watch(Process program)
    {
        var cost = default(ProgramCost);
        do
        {
            try
            {
                program.Refresh();
                cost = new(
                    Math.Max(cost.Peak, program.PeakWorkingSet64),
                    program.TotalProcessorTime > cost.Processor ? program.TotalProcessorTime : cost.Processor,
                    Math.Max(cost.Written, WrittenBy(program.Id)));
            }
            catch (Exception failure) when (failure is InvalidOperationException or IOException or UnauthorizedAccessException
                or System.ComponentModel.Win32Exception)
            {
                // It has ended between two questions.
            }
        }
        while (!program.WaitForExit(4));

        return cost;
    }

    private static long WrittenBy(int process)
    {
        const string Name = "wchar: ";
        var file = $"/proc/{process}/io";
        return File.Exists(file) && File.ReadLines(file).FirstOrDefault(line => line.StartsWith(Name, StringComparison.Ordinal)) is { } line
            ? long.Parse(line[Name.Length..], CultureInfo.InvariantCulture)
            : 0;
    }
}

/// <summary>What a process used.</summary>
/// <param name="Peak">Bytes of memory at most.</param>
/// <param name="Processor">Time of the processor.</param>
/// <param name="Written">Bytes that it wrote to files and streams; 0 where the system does not tell.</param>
internal readonly record struct ProgramCost(long Peak, TimeSpan Processor, long Written);
