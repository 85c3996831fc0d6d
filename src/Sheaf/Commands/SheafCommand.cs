using System.CommandLine;
using System.CommandLine.Parsing;

namespace Sheaf.Commands;

/// <summary>The command tree, and the one border where a failure becomes a sentence and an exit code.</summary>
public static class SheafCommand
{
    /// <summary>The options and arguments are the same objects for all command lines of a process, and the library changes them while it parses.</summary>
    private static readonly Lock Parsing = new();

    /// <summary>Runs one command line.</summary>
    /// <param name="arguments">As the shell gave them.</param>
    /// <param name="output">Data goes here.</param>
    /// <param name="error">Progress, log and failures go here.</param>
    /// <param name="cancellationToken">Stops the command: exit code 130.</param>
    public static async Task<int> RunAsync(string[] arguments, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        var parsed = Parse(arguments);
        var mistake = MisspeltOption(parsed) is { } option ? $"There is no option '{option}'" : parsed.Errors.Count > 0 ? FirstMistake(parsed) : null;
        if (mistake is not null)
        {
            var terminal = new Terminal(output, error, json: arguments.Contains("--json"), quiet: false, verbose: false);
            return (int)terminal.Fail(ExitCode.BadInput, $"{mistake}. See {NameOf(parsed)} --help.");
        }

        var configuration = new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
        return await parsed.InvokeAsync(configuration, cancellationToken);
    }

    /// <remarks>
    /// Not a <see cref="RootCommand"/>: its own options fetch their descriptions from resources, which takes a fifth of the time of a short command.
    /// </remarks>
    internal static Command Root()
    {
        var root = new Command("sheaf", "Sheaf harvests arXiv and hands an editor each month's draft list of notable papers.");
        foreach (var option in GlobalOptions.All)
        {
            root.Options.Add(option);
        }

        root.Options.Add(ProgramVersion.Option);
        Command[] commands =
        [
            DemoCommand.Build(), AddCommand.Build(), HarvestCommand.Build(), BackfillCommand.Build(), DraftCommand.Build(), CheckCommand.Build(), SuggestCommand.Build(), RefuseCommand.Build(),
            StatusCommand.Build(), ShowCommand.Build(), ExportCommand.Build(), ServeCommand.Build(), DoctorCommand.Build(), BackupCommand.Build(),
            ImportCommand.Build(), SearchCommand.Build(),
        ];
        foreach (var command in commands)
        {
            root.Subcommands.Add(command);
        }

        return root;
    }

    private static ParseResult Parse(string[] arguments)
    {
        lock (Parsing)
        {
            return Root().Parse(arguments);
        }
    }

    /// <summary>An unknown option where an argument may stand is taken for that argument, and the mistake would be looked for in the wrong place.</summary>
    private static string? MisspeltOption(ParseResult parsed) => parsed.CommandResult.Children.OfType<ArgumentResult>()
        .SelectMany(argument => argument.Tokens).Select(token => token.Value).Concat(parsed.UnmatchedTokens)
        .FirstOrDefault(word => word.Length > 1 && word[0] == '-' && !(IsQuery(parsed) && word[1] != '-'));

    /// <summary>In a search, a word behind a minus is one that papers are not to have.</summary>
    private static bool IsQuery(ParseResult parsed) => parsed.CommandResult.Command.Name == "search";

    private static string FirstMistake(ParseResult parsed) => parsed.UnmatchedTokens.Count > 0
        ? $"There is no '{parsed.UnmatchedTokens[0]}' here"
        : parsed.Errors[0].Message.TrimEnd('.');

    private static string NameOf(ParseResult parsed)
    {
        var (root, command) = (parsed.RootCommandResult.Command, parsed.CommandResult.Command);
        return command == root ? root.Name : $"{root.Name} {command.Name}";
    }
}
