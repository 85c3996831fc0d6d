using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sheaf.Settings;

namespace Sheaf.Service;

/// <summary>
/// Runs <c>Notify:Command</c>. Whatever becomes of the program, nobody's work fails with it: a failure is one line in the log, and what
/// takes longer than <see cref="LongestRun"/> is ended with all that it started.
/// </summary>
/// <remarks>
/// The program's arguments may hold a password and are never logged; what it writes is not read, for it would land in somebody's data.
/// </remarks>
internal sealed partial class Notifier(SheafSettings settings, TimeProvider time, ILogger<Notifier> logger)
{
    /// <summary>How long the program may take.</summary>
    public static readonly TimeSpan LongestRun = TimeSpan.FromSeconds(30);

    /// <summary>Whether there is a program to run.</summary>
    public bool IsSet => !string.IsNullOrWhiteSpace(settings.NotifyCommand);

    /// <summary>Tells of a notice and waits until the program has ended; does nothing where none is set.</summary>
    /// <exception cref="OperationCanceledException">The program was ended because Sheaf ends.</exception>
    public async Task TellAsync(Notice notice, CancellationToken cancellationToken)
    {
        if (NotifyProgram.Parse(settings.NotifyCommand) is not { } program)
        {
            return;
        }

        try
        {
            using var process = Start(program);
            await RunAsync(process, JsonSerializer.Serialize(notice, Notice.Shapes.Default.Notice), notice.Event, cancellationToken);
        }
        catch (Exception failure) when (failure is Win32Exception or InvalidOperationException or IOException)
        {
            // The exception's own message names the whole path and the current folder; the reason is what the system said.
            LogNotTold(
                notice.Event,
                (failure as Win32Exception)?.NativeErrorCode is { } code ? new Win32Exception(code).Message : failure.Message);
        }
    }

    private static Process Start(NotifyProgram program)
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

    private async Task RunAsync(Process process, string json, string what, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(LongestRun, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            // Read off, so that a program with much to say does not wait for a reader; a grandchild may keep these open for long.
            _ = Drain(process.StandardOutput.BaseStream, either.Token);
            _ = Drain(process.StandardError.BaseStream, either.Token);
            await WriteAsync(process.StandardInput, json, either.Token);
            await process.WaitForExitAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            End(process);
            cancellationToken.ThrowIfCancellationRequested();
            LogTooLong(what, LongestRun.TotalSeconds);
            return;
        }

        if (process.ExitCode != 0)
        {
            LogNotTold(what, $"it ended with exit code {process.ExitCode}");
        }
    }

    /// <summary>Ends a process and all that it started.</summary>
    internal static void End(Process process)
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

    private static async Task Drain(Stream stream, CancellationToken cancellationToken)
    {
        try
        {
            await stream.CopyToAsync(Stream.Null, cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or ObjectDisposedException or OperationCanceledException
            or InvalidOperationException)
        {
            // The program is gone.
        }
    }

    [LoggerMessage(LogLevel.Warning, "Notify:Command could not be told of '{Event}': {Reason}")]
    private partial void LogNotTold(string @event, string reason);

    [LoggerMessage(LogLevel.Warning, "Notify:Command, told of '{Event}', was ended after {Seconds} seconds")]
    private partial void LogTooLong(string @event, double seconds);
}

/// <summary>What the service has to tell, told one after the other beside its runs, so that none waits for it.</summary>
internal sealed class NoticeDelivery(Notifier notifier) : BackgroundService
{
    /// <summary>More are not kept: after so many minutes a person knows, or the program hangs every time.</summary>
    private const int MostWaiting = 100;

    private readonly Channel<Notice> _waiting =
        Channel.CreateBounded<Notice>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest });

    /// <summary>Returns at once.</summary>
    public void Post(Notice notice)
    {
        if (notifier.IsSet)
        {
            _waiting.Writer.TryWrite(notice);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var notice in _waiting.Reader.ReadAllAsync(stoppingToken))
            {
                await notifier.TellAsync(notice, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service ends; one that never came to start would take this for a failure.
        }
    }
}
