using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Sheaf.Text;

namespace Sheaf.Programs;

/// <summary>How a program that was to be told something ended.</summary>
/// <param name="Kind">Which of the ways.</param>
/// <param name="Exit">Its exit code; null where it did not end by itself.</param>
/// <param name="Said">The last lines that it wrote to standard error, made harmless and without its own arguments; where it could not be
/// started, why. Empty for nothing.</param>
internal sealed record ProgramEnd(ProgramEnding Kind, int? Exit, string Said)
{
    /// <summary>A shell, and .NET, tell of a signal by an exit code above this.</summary>
    private const int Signals = 128, HighestSignal = 64;

    /// <summary>Whether it ended by itself, well or not; one that was ended from outside may have done anything.</summary>
    public bool IsItsOwn => Kind == ProgramEnding.NotStarted || (Kind == ProgramEnding.Ended && Signal is null);

    /// <summary>The signal that ended it; null where none did.</summary>
    public int? Signal => Exit is > Signals and <= Signals + HighestSignal ? Exit - Signals : null;
}

/// <summary>Ways in which a program ends.</summary>
internal enum ProgramEnding
{
    /// <summary>The system could not start it.</summary>
    NotStarted,

    Ended,

    /// <summary>It took longer than it may, and was ended with all that it started.</summary>
    TooLong,
}

/// <summary>Runs a program that is told something as one line of JSON on standard input. No shell reads anything.</summary>
internal static class ProgramRun
{
    private const int LinesKept = 5;
    private const int MostKept = 1000;
    private const int TailRead = 8 * 1024;

    /// <summary>A program that started others may be gone while they keep its streams open.</summary>
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(1);

    /// <summary>Runs it to its end.</summary>
    /// <param name="program">What to run.</param>
    /// <param name="json">What it is told.</param>
    /// <param name="longest">How long it may take.</param>
    /// <param name="time">What that goes by.</param>
    /// <param name="cancellationToken">Ends it with all that it started.</param>
    /// <exception cref="OperationCanceledException">It was ended because Sheaf ends.</exception>
    public static async Task<ProgramEnd> RunAsync(
        ProgramLine program, string json, TimeSpan longest, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            using var process = Start(program);
            return await RunAsync(process, program, json, new(longest, time, cancellationToken));
        }
        catch (Exception failure) when (failure is Win32Exception or InvalidOperationException or IOException)
        {
            // The exception's own message names the whole path and the current folder; the reason is what the system said.
            return new(
                ProgramEnding.NotStarted, null,
                (failure as Win32Exception)?.NativeErrorCode is { } code ? new Win32Exception(code).Message : failure.Message);
        }
    }

    /// <summary>Ends a process and all that it started.</summary>
    public static void End(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception failure) when (failure is AggregateException or Win32Exception or InvalidOperationException)
        {
            // It ended meanwhile, or the system does not let it be ended: there is nothing more to do.
        }
    }

    private static Process Start(ProgramLine program)
    {
        var start = new ProcessStartInfo(program.File, program.Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            CreateNoWindow = true,
        };
        return Process.Start(start) ?? throw new InvalidOperationException("it did not start");
    }

    private static async Task<ProgramEnd> RunAsync(Process process, ProgramLine program, string json, Limit limits)
    {
        using var limit = new CancellationTokenSource(limits.Longest, limits.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limits.Stop, limit.Token);
        var tail = new Tail();
        Task said;
        try
        {
            // Read off, so that a program with much to say does not wait for a reader.
            _ = ReadOff(process.StandardOutput.BaseStream, into: null, either.Token);
            said = ReadOff(process.StandardError.BaseStream, tail, either.Token);
            await WriteAsync(process.StandardInput, json, either.Token);
            await process.WaitForExitAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            End(process);
            limits.Stop.ThrowIfCancellationRequested();
            return new(ProgramEnding.TooLong, null, program.WithoutArguments(tail.Lines()));
        }

        await Task.WhenAny(said, Task.Delay(LastWords, TimeProvider.System, either.Token));
        return new(ProgramEnding.Ended, process.ExitCode, program.WithoutArguments(tail.Lines()));
    }

    private static async Task WriteAsync(StreamWriter input, string json, CancellationToken cancellationToken)
    {
        try
        {
            await input.WriteLineAsync(json.AsMemory(), cancellationToken);
            input.Close();
        }
        catch (IOException)
        {
            // A program need not read what it is told: its exit code says whether it is content.
        }
    }

    private static async Task ReadOff(Stream stream, Tail? into, CancellationToken cancellationToken)
    {
        try
        {
            var buffer = new byte[4096];
            while (await stream.ReadAsync(buffer, cancellationToken) is > 0 and var count)
            {
                into?.Add(buffer.AsSpan(0, count));
            }
        }
        catch (Exception failure) when (failure is IOException or ObjectDisposedException or OperationCanceledException
            or InvalidOperationException)
        {
            // The program is gone.
        }
    }

    /// <param name="Longest">How long it may take.</param>
    /// <param name="Time">What that goes by.</param>
    /// <param name="Stop">Ends it.</param>
    private readonly record struct Limit(TimeSpan Longest, TimeProvider Time, CancellationToken Stop);

    /// <summary>The end of what a program writes.</summary>
    private sealed class Tail
    {
        private readonly Lock _one = new();
        private readonly List<byte> _bytes = [];

        public void Add(ReadOnlySpan<byte> bytes)
        {
            lock (_one)
            {
                _bytes.AddRange(bytes);
                _bytes.RemoveRange(0, Math.Max(0, _bytes.Count - TailRead));
            }
        }

        /// <summary>The last lines that say anything, in one line with bars between them.</summary>
        public string Lines()
        {
            byte[] bytes;
            lock (_one)
            {
                bytes = [.. _bytes];
            }

            var lines = Encoding.UTF8.GetString(bytes).Split('\n').Select(line => PlainLine.Of(SafeText.OneLine(line)))
                .Where(line => line.Length > 0).TakeLast(LinesKept);
            var text = string.Join(" | ", lines);
            return text.Length <= MostKept ? text : $"…{text[^MostKept..]}";
        }
    }
}
