using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sheaf.Programs;
using Sheaf.Settings;

namespace Sheaf.Service;

/// <summary>
/// Runs <c>Notify:Command</c>. Whatever becomes of the program, nobody's work fails with it: a failure is one line in the log, and what
/// takes longer than <see cref="LongestRun"/> is ended with all that it started.
/// </summary>
/// <remarks>
/// The program's arguments may hold a password and are never logged; what it writes is not kept, for it would land in somebody's data.
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
        if (ProgramLine.Parse(settings.NotifyCommand) is not { } program)
        {
            return;
        }

        var json = JsonSerializer.Serialize(notice, Notice.Shapes.Default.Notice);
        switch (await ProgramRun.RunAsync(program, json, LongestRun, time, cancellationToken))
        {
            case { Kind: ProgramEnding.NotStarted } end:
                LogNotTold(notice.Event, end.Said);
                break;
            case { Kind: ProgramEnding.TooLong }:
                LogTooLong(notice.Event, LongestRun.TotalSeconds);
                break;
            case { Exit: not 0 } end:
                LogNotTold(notice.Event, $"it ended with exit code {end.Exit}");
                break;
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
