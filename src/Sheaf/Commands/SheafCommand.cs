using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Reflection;
using System.Runtime.ExceptionServices;
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

    /// <summary>The commands in the order of the list that help shows. Only what is asked for is built: each has a dozen objects.</summary>
    private static readonly (string Name, Func<Command> Build)[] Commands =
    [
        ("demo", DemoCommand.Build),
        ("init", InitCommand.Build),
        ("add", AddCommand.Build),
        ("harvest", HarvestCommand.Build),
        ("backfill", BackfillCommand.Build),
        ("draft", DraftCommand.Build),
        ("check", CheckCommand.Build),
        ("publish", PublishCommand.Build),
        ("suggest", SuggestCommand.Build),
        ("signals", SignalsCommand.Build),
        ("refuse", SetAsideCommand.Refuse),
        ("later", SetAsideCommand.Later),
        ("remove", RemoveCommand.Build),
        ("move", MoveCommand.Build),
        ("undo", UndoCommand.Build),
        ("status", StatusCommand.Build),
        ("show", ShowCommand.Build),
        ("export", ExportCommand.Build),
        (ServeCommand.Name, ServeCommand.Build),
        ("desk", DeskCommand.Build),
        ("doctor", DoctorCommand.Build),
        ("backup", BackupCommand.Build),
        ("import", ImportCommand.Build),
        ("search", SearchCommand.Build),
        ("help", HelpCommand.Build),
    ];

    /// <summary>Whether a command line names a command that opens the store, as nearly all of them do.</summary>
    public static bool NeedsStore(string[] arguments) => NamedBy(arguments) is not (null or "help" or "demo");

    /// <inheritdoc cref="Run"/>
    public static Task<int> RunAsync(string[] arguments, TextWriter output, TextWriter error, CancellationToken cancellationToken) =>
        Task.Factory.StartNew(
            () => Run(arguments, output, error, cancellationToken), CancellationToken.None, TaskCreationOptions.LongRunning,
            TaskScheduler.Default);

    /// <summary>Runs one command line, and returns when it has ended.</summary>
    /// <param name="arguments">As the shell gave them.</param>
    /// <param name="output">Data goes here.</param>
    /// <param name="error">Progress, log and failures go here.</param>
    /// <param name="cancellationToken">Stops the command: exit code 130.</param>
    public static int Run(string[] arguments, TextWriter output, TextWriter error, CancellationToken cancellationToken)
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

        var invocation = new Invocation(cancellationToken) { Output = output, Error = error, EnableDefaultExceptionHandler = false };
        try
        {
            return RunOrAbandon(parsed, invocation, terminal);
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
    /// <remarks>A thread and a wait, not tasks: what the runtime builds for these took a tenth of the time of a short command.</remarks>
    private static int RunOrAbandon(ParseResult parsed, Invocation invocation, Terminal terminal)
    {
        var exit = 0;
        ExceptionDispatchInfo? failure = null;

        // Not disposed of: a command that was left behind may still come to its end.
        var ended = new ManualResetEvent(initialState: false);
        var working = new Thread(() =>
        {
            try
            {
                exit = parsed.Invoke(invocation);
            }
            catch (Exception exception)
            {
                failure = ExceptionDispatchInfo.Capture(exception);
            }

            ended.Set();
        });
        working.IsBackground = true;
        working.Name = parsed.CommandResult.Command.Name;
        working.Start();
        if (WaitHandle.WaitAny([ended, invocation.Stopped.WaitHandle]) == 0 || ended.WaitOne(Patience))
        {
            failure?.Throw();
            return exit;
        }

        // A service is there to be stopped: that is how it ends well.
        return parsed.CommandResult.Command.Name == ServeCommand.Name
            ? (int)ExitCode.Done
            : (int)terminal.Fail(ExitCode.Interrupted, CommandErrorHandling.Stopped);
    }

    /// <remarks>
    /// Not a <see cref="RootCommand"/>: its own options fetch their descriptions from resources, which takes a fifth of the time of a short
    /// command.
    /// </remarks>
    /// <param name="only">The one command that is asked for; null: all of them.</param>
    internal static Command Root(string? only = null)
    {
        var root = new Command("sheaf", "Sheaf harvests arXiv and hands an editor each month's draft list of notable papers.");
        foreach (var option in GlobalOptions.All)
        {
            root.Options.Add(option);
        }

        root.Options.Add(ProgramVersion.Option);
        foreach (var (name, build) in Commands)
        {
            if (only is null || name == only)
            {
                root.Subcommands.Add(build());
            }
        }

        return root;
    }

    private static ParseResult Parse(string[] arguments)
    {
        lock (Parsing)
        {
            var parsed = Root(NamedBy(arguments)).Parse(arguments);
            if (parsed.CommandResult.Command == parsed.RootCommandResult.Command)
            {
                Shorten(parsed.CommandResult.Command.Subcommands);
            }

            return parsed;
        }
    }

    /// <summary>The command that stands first, as it does nearly always; null where something else does.</summary>
    private static string? NamedBy(string[] arguments) =>
        arguments.Length > 0 && Array.Exists(Commands, command => command.Name == arguments[0]) ? arguments[0] : null;

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

/// <summary>How a command is run, and what stops it.</summary>
/// <param name="stopped">Stops it.</param>
internal sealed class Invocation(CancellationToken stopped) : InvocationConfiguration
{
    public CancellationToken Stopped => stopped;
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
