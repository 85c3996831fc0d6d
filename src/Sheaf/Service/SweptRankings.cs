using System.ComponentModel;
using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Programs;

namespace Sheaf.Service;

/// <summary>
/// Has the months ranked that were swept, so that suggestions are there when a person asks for them: each by this same program in a process
/// of its own, which gives its memory back and can be killed, and which ends with the service. Whatever becomes of that process, the
/// service's run does not fail with it.
/// </summary>
/// <param name="time">What the limit goes by.</param>
/// <param name="logger">Where a failure is told.</param>
/// <param name="program">What is started; null: nothing is ranked before a person asks.</param>
internal sealed partial class SweptRankings(TimeProvider time, ILogger<SweptRankings> logger, OwnProgram? program = null)
{
    /// <summary>A ranking takes seconds, on a slow machine a minute or two.</summary>
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(10);

    /// <summary>Returns when all have been made; of those that are up to date nothing is made anew.</summary>
    /// <exception cref="OperationCanceledException">The service stops: the process was killed.</exception>
    public async Task MakeAsync(IEnumerable<Month> months, CancellationToken cancellationToken)
    {
        foreach (var month in program is null ? [] : months)
        {
            if (await MakeAsync(month, cancellationToken) is { } reason)
            {
                LogNotMade(month, reason);
            }
        }
    }

    /// <summary>Returns when the month's ranking has been made, or is found to be up to date.</summary>
    /// <returns>Why it was not made; null where it was.</returns>
    /// <exception cref="OperationCanceledException">The process was killed.</exception>
    public async Task<string?> MakeAsync(Month month, CancellationToken cancellationToken)
    {
        if (program is null)
        {
            return "another program has loaded Sheaf, which cannot start it again";
        }

        try
        {
            return await MakeAsync(program, month, cancellationToken);
        }
        catch (Exception failure) when (failure is Win32Exception or InvalidOperationException or IOException)
        {
            return failure.Message;
        }
    }

    private async Task<string?> MakeAsync(OwnProgram started, Month month, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(LongestRun, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        using var process = started.Start("suggest", month.ToString(), "--top", "1", "--quiet", "--until-input-ends");
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(either.Token);
            var error = process.StandardError.ReadToEndAsync(either.Token);
            await process.WaitForExitAsync(either.Token);
            _ = await output;
            var said = (await error).Trim();
            return (ExitCode)process.ExitCode is ExitCode.Done or ExitCode.NeedsAPerson ? null
                : said.Length > 0 ? said
                : $"it ended with exit code {process.ExitCode}";
        }
        catch (OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return $"it took longer than {LongestRun.TotalMinutes} minutes";
        }
        finally
        {
            ProgramRun.End(process);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The ranking of {Month} was not made, and will be when suggestions are asked for: {Reason}")]
    private partial void LogNotMade(Month month, string reason);
}

/// <summary>This same program, to be started again.</summary>
/// <param name="File">What the system starts.</param>
/// <param name="Arguments">Those before all others: the program where a host runs it, the workspace and the settings.</param>
internal sealed record OwnProgram(string File, IReadOnlyList<string> Arguments)
{
    private static readonly string Name = typeof(OwnProgram).Assembly.GetName().Name!;

    /// <summary>Null where another program than this one or the host of .NET has loaded it.</summary>
    /// <param name="process">The path of this process.</param>
    /// <param name="options">That the other process is to have, too.</param>
    public static OwnProgram? Find(string? process, IEnumerable<string> options) => Path.GetFileNameWithoutExtension(process) switch
    {
        { } name when name == Name => new(process!, [.. options]),
        "dotnet" => new(process!, [Path.Combine(AppContext.BaseDirectory, $"{Name}.dll"), .. options]),
        _ => null,
    };

    /// <summary>What the process writes must be read. Its input ends when this process ends, however that comes about.</summary>
    /// <exception cref="Win32Exception">It cannot be started.</exception>
    public Process Start(params string[] command)
    {
        var start = new ProcessStartInfo(File, [.. Arguments, .. command])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            CreateNoWindow = true,
        };
        return Process.Start(start) ?? throw new InvalidOperationException("it did not start");
    }
}
