using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Reflection;
using Sheaf.Checking.Titles;

namespace Sheaf.Commands;

/// <summary>The command tree, and the one error handler where a failure becomes a sentence and an exit code.</summary>
internal static class SheafCommand
{
    /// <summary>
    /// The options and arguments are the same objects for all command lines of a process, and the library changes them while it parses.
    /// </summary>
    private static readonly Lock Parsing = new();

    /// <summary>How long a command that was stopped may take to end by itself. It ends within a second whatever holds it up.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    /// <summary>Runs one command line.</summary>
    /// <param name="arguments">As the shell gave them.</param>
    /// <param name="output">Data goes here.</param>
    /// <param name="error">Progress, log and failures go here.</param>
    /// <param name="cancellationToken">Stops the command: exit code 130.</param>
    public static async Task<int> RunAsync(string[] arguments, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        var parsed = Parse(arguments);
        parsed = IsBare(parsed) ? Parse(["--help"]) : parsed;
        var terminal = new Terminal(output, error, json: arguments.Contains("--json"), quiet: false, verbose: false);
        var mistake = MisspeltOption(parsed) is { } option ? NoOption(parsed, option) : parsed.Errors.Count > 0
            ? FirstMistake(parsed)
            : null;
        if (mistake is not null)
        {
            return (int)terminal.Fail(ExitCode.BadInput, $"{mistake} See {NameOf(parsed)} --help.");
        }

        var configuration = new InvocationConfiguration
        {
            Output = output,
            Error = error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        try
        {
            return await OrAbandonAsync(() => parsed.InvokeAsync(configuration, cancellationToken), parsed, terminal, cancellationToken);
        }
        catch (IOException failure)
        {
            // Help and version are written outside the error handler of the commands.
            return (int)terminal.Fail(ExitCode.Failed, $"The output cannot be written: {failure.Message}");
        }
    }

    /// <summary>
    /// A command that was stopped and does not end, because it waits for a pipe that nobody writes to or for a disk, is left behind: the
    /// process ends around it. Killed at any moment it would lose nothing either.
    /// </summary>
    private static async Task<int> OrAbandonAsync(
        Func<Task<int>> command, ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        var working = Task.Run(command, CancellationToken.None);
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = cancellationToken.Register(stopped.SetResult);
        if (await Task.WhenAny(working, stopped.Task) != working)
        {
            await Task.WhenAny(working, Task.Delay(Patience, TimeProvider.System, CancellationToken.None));
        }

        return working.IsCompleted ? await working
            // A service is there to be stopped: that is how it ends well.
            : parsed.CommandResult.Command.Name == ServeCommand.Name ? (int)ExitCode.Done
            : (int)terminal.Fail(ExitCode.Interrupted, CommandErrorHandling.Stopped);
    }

    /// <remarks>
    /// Not a <see cref="RootCommand"/>: its own options fetch their descriptions from resources, which takes a fifth of the time of a short
    /// command.
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
            DemoCommand.Build(), AddCommand.Build(), HarvestCommand.Build(), BackfillCommand.Build(), DraftCommand.Build(),
            CheckCommand.Build(), PublishCommand.Build(), SuggestCommand.Build(), SetAsideCommand.Refuse(), SetAsideCommand.Later(),
            RemoveCommand.Build(), MoveCommand.Build(), UndoCommand.Build(),
            StatusCommand.Build(), ShowCommand.Build(), ExportCommand.Build(), ServeCommand.Build(), DoctorCommand.Build(),
            BackupCommand.Build(),
            ImportCommand.Build(), SearchCommand.Build(), HelpCommand.Build(),
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
            var parsed = Root().Parse(arguments);
            if (parsed.CommandResult.Command == parsed.RootCommandResult.Command)
            {
                Shorten(parsed.CommandResult.Command.Subcommands);
            }

            return parsed;
        }
    }

    /// <summary>The list of all commands has a line for each: what else there is to say stands in the command's own help.</summary>
    private static void Shorten(IEnumerable<Command> commands)
    {
        foreach (var command in commands)
        {
            var first = command.Description!.Split(["\n", ". ", "; ", ": "], 2, StringSplitOptions.None)[0];
            command.Description = $"{first.TrimEnd('.')}.";
        }
    }

    /// <summary>
    /// An unknown option where an argument may stand is taken for that argument, and the mistake would be looked for in the wrong place.
    /// </summary>
    private static string? MisspeltOption(ParseResult parsed) => parsed.CommandResult.Children.OfType<ArgumentResult>()
        .SelectMany(argument => argument.Tokens).Select(token => token.Value).Concat(parsed.UnmatchedTokens)
        .FirstOrDefault(word => word.Length > 1 && word[0] == '-' && !(IsQuery(parsed) && word[1] != '-'));

    /// <summary>In a search, a word behind a minus is one that papers are not to have.</summary>
    private static bool IsQuery(ParseResult parsed) => parsed.CommandResult.Command.Name == "search";

    /// <summary>Whoever names no command wants to know which there are.</summary>
    private static bool IsBare(ParseResult parsed) =>
        parsed.CommandResult.Command == parsed.RootCommandResult.Command && parsed.UnmatchedTokens.Count == 0
        && !IsGiven(parsed, GlobalOptions.Help) && !IsGiven(parsed, ProgramVersion.Option) && !IsGiven(parsed, GlobalOptions.Json);

    private static bool IsGiven(ParseResult parsed, Option option) => parsed.GetResult(option) is { Implicit: false };

    private static string NoOption(ParseResult parsed, string option) =>
        $"There is no option '{option}'."
        + DidYouMean(option, parsed.CommandResult.Command.Options.Concat(GlobalOptions.All).Select(known => known.Name), "");

    private static string FirstMistake(ParseResult parsed)
    {
        if (parsed.UnmatchedTokens.Count == 0)
        {
            return $"{parsed.Errors[0].Message.TrimEnd('.')}.";
        }

        var (word, command) = (parsed.UnmatchedTokens[0], parsed.CommandResult.Command);
        return command.Subcommands.Count == 0
            ? $"There is no '{word}' here."
            : $"There is no command '{word}'.{DidYouMean(word, command.Subcommands.Select(known => known.Name), $"{NameOf(parsed)} ")}";
    }

    /// <summary>The nearest of the words that there are; nothing where none is near.</summary>
    private static string DidYouMean(string word, IEnumerable<string> known, string before)
    {
        var most = Math.Clamp(word.Length / 2, 1, 3);
        var nearest = known.Select(name => (Name: name, Slips: SlipsOf(name)))
            .Where(one => one.Slips <= most).OrderBy(one => one.Slips).ThenBy(one => one.Name, StringComparer.Ordinal).FirstOrDefault();
        return nearest.Name is null ? "" : $" Did you mean {before}{nearest.Name}?";

        int SlipsOf(string name) => name.StartsWith(word, StringComparison.OrdinalIgnoreCase)
            ? 0
            : EditDistance.Between(word.ToLowerInvariant(), name, most);
    }

    private static string NameOf(ParseResult parsed)
    {
        var (root, command) = (parsed.RootCommandResult.Command, parsed.CommandResult.Command);
        return command == root ? root.Name : $"{root.Name} {command.Name}";
    }
}

/// <summary><c>sheaf --version</c>.</summary>
internal sealed class ProgramVersion : SynchronousCommandLineAction
{
    public static Option<bool> Option { get; } = new("--version")
    {
        Description = "The version of this program",
        Arity = ArgumentArity.Zero,
        Action = new ProgramVersion(),
    };

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var version = typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>();
        parseResult.InvocationConfiguration.Output.WriteLine(version?.InformationalVersion);
        return (int)ExitCode.Done;
    }
}
