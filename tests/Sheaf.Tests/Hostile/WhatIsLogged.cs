using Microsoft.Extensions.Logging;
using Serilog.Events;
using Serilog.Extensions.Logging;
using Sheaf.Commands;
using Sheaf.Settings;

namespace Sheaf.Tests.Hostile;

public sealed partial class WhatIsLogged : IDisposable
{
    private readonly Workspace _workspace = new(Directory.CreateTempSubdirectory("sheaf-log-").FullName);

    [Fact]
    public void No_text_in_a_line_of_the_log_breaks_it_or_commands_a_terminal()
    {
        using (var logs = new SerilogLoggerFactory(LogFiles.Create(_workspace, LogEventLevel.Fatal), dispose: true))
        {
            LogAnswer(
                logs.CreateLogger<WhatIsLogged>(), new Uri("https://elsewhere.invalid/%1b%0a\u202e"),
                "\e]0;title\a red\n2026-01-01 00:00:00.000 +00:00 [ERR] forged \u009b31m\u2028\u202e", 7);
        }

        var line = Assert.Single(Lines());
        Assert.EndsWith(
            " answered ' ]0;title  red 2026-01-01 00:00:00.000 +00:00 [ERR] forged  31m  ' (7)", line, StringComparison.Ordinal);
        Assert.DoesNotContain(line, letter => char.IsControl(letter) || letter == '\u202e');
    }

    [Fact]
    public void A_failure_with_its_stack_is_indented_and_as_harmless()
    {
        Directory.CreateDirectory(_workspace.Folder);

        LogFiles.Keep(_workspace, new InvalidOperationException("what arXiv said:\n2026-01-01 [ERR] \e[31mforged"));

        Assert.Collection(
            Lines(),
            line => Assert.EndsWith("[ERR] The command failed", line, StringComparison.Ordinal),
            line => Assert.Equal("  System.InvalidOperationException: what arXiv said:", line),
            line => Assert.Equal("  2026-01-01 [ERR]  [31mforged", line));
    }

    public void Dispose() => Directory.Delete(_workspace.Folder, recursive: true);

    private string[] Lines() => File.ReadAllLines(Assert.Single(Directory.EnumerateFiles(_workspace.Logs)));

    [LoggerMessage(LogLevel.Warning, "{Address} answered '{Text}' ({Count})")]
    private static partial void LogAnswer(ILogger logger, Uri address, string text, int count);
}
