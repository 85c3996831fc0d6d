using System.Globalization;
using Microsoft.Extensions.Configuration;
using Serilog;
using Serilog.Configuration;
using Serilog.Core;
using Serilog.Events;
using Sheaf.Settings;

namespace Sheaf.Commands;

/// <summary>Serilog's wiring: everything to rolling files in the workspace, and to standard error what the person asked for.</summary>
internal static class LogFiles
{
    private const string Line = "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}";
    private const string FileLine = "{Timestamp:yyyy-MM-dd HH:mm:ss.fff zzz} [{Level:u3}] {Message:lj}{NewLine}{" + SafeLog.Failure + "}";
    private const int DaysKept = 31;
    private const long MostBytes = 32 * 1024 * 1024;

    /// <param name="workspace">Where the files go.</param>
    /// <param name="console">The least level shown on standard error.</param>
    public static Logger Create(Workspace workspace, LogEventLevel console) =>
        Files(Least(new LoggerConfiguration().ReadFrom.Configuration(Configuration()), console), workspace)
            // What keeps a service from starting is told once, by the command itself.
            .MinimumLevel.Override("Microsoft.Extensions.Hosting.Internal.Host", LogEventLevel.Fatal)
            .WriteTo.Console(console, Line, CultureInfo.InvariantCulture, standardErrorFromLevel: LogEventLevel.Verbose)
            .CreateLogger();

    /// <summary>The least level that belongs on standard error during a command.</summary>
    public static LogEventLevel LevelOf(Terminal terminal) =>
        terminal.Verbose ? LogEventLevel.Debug : terminal.Quiet ? LogEventLevel.Fatal : LogEventLevel.Warning;

    /// <summary>Keeps a failure's stack trace in the log; must itself never fail.</summary>
    /// <returns>The folder of the log; null where it could not be written.</returns>
    public static string? Keep(Workspace? workspace, Exception exception)
    {
        if (workspace is null || !Directory.Exists(workspace.Folder))
        {
            return null;
        }

        using var logger = Files(new LoggerConfiguration(), workspace).CreateLogger();
        logger.Error(exception, "The command failed");
        return Directory.Exists(workspace.Logs) ? Workspace.ForReaders(workspace.Logs) : null;
    }

    /// <summary>Keeps in the log what happened before there was one.</summary>
    public static void Warn(Workspace workspace, string sentence)
    {
        using var logger = Files(new LoggerConfiguration(), workspace).CreateLogger();
        logger.Warning("{Sentence:l}", sentence);
    }

    /// <summary>What is to be shown must be logged: more than the file of settings asks for, if need be.</summary>
    private static LoggerConfiguration Least(LoggerConfiguration configuration, LogEventLevel console) =>
        console < LogEventLevel.Information ? configuration.MinimumLevel.Is(console) : configuration;

    private static LoggerConfiguration Files(LoggerConfiguration configuration, Workspace workspace) =>
        configuration.Enrich.With<SafeLog>().WriteTo.Sink(LoggerSinkConfiguration.Wrap(
            files => new Unfailing(files),
            sinks => sinks.File(
                Path.Combine(workspace.Logs, "sheaf-.log"),
                outputTemplate: FileLine,
                formatProvider: CultureInfo.InvariantCulture,
                rollingInterval: RollingInterval.Day,
                retainedFileCountLimit: DaysKept,
                fileSizeLimitBytes: MostBytes,
                rollOnFileSizeLimit: true,
                shared: true)));

    /// <summary>
    /// On a full disk the files fail to close, too: that must not hide what a person is to be told, nor fail a run that went well.
    /// </summary>
    private sealed class Unfailing(ILogEventSink files) : ILogEventSink, IDisposable
    {
        public void Emit(LogEvent logEvent) => files.Emit(logEvent);

        public void Dispose()
        {
            try
            {
                (files as IDisposable)?.Dispose();
            }
            catch (IOException)
            {
                // The last lines of the log are lost; what they told is told on standard error.
            }
        }
    }

    private static IConfigurationRoot Configuration() =>
        new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true).Build();
}
