using System.CommandLine;
using System.CommandLine.Invocation;
using Sheaf.Arxiv;
using Sheaf.Editing;
using Sheaf.Lists;
using Sheaf.Settings;
using Sheaf.Store;

namespace Sheaf.Commands;

/// <summary>
/// Turns a command's failures into one sentence and the exit code of the contract. No stack trace reaches a person; it goes to the log.
/// </summary>
internal static class CommandErrorHandling
{
    /// <summary>What a person does about a 403.</summary>
    public const string LiftStop = "Then lift the stop: sheaf doctor --resume.";

    /// <summary>What is said when a command was stopped.</summary>
    public const string Stopped = "Stopped. Nothing is lost: run the same command again and it goes on where it was.";

    /// <summary>Commands that make a workspace where there is none.</summary>
    private static readonly string[] CreatesWorkspace = ["add", "harvest", "backfill", "import", "init", ServeCommand.Name, "demo"];

    /// <summary>Sets what the command does, inside the error handler.</summary>
    public static Command Does(this Command command, Func<CommandContext, CancellationToken, Task<ExitCode>> action) =>
        command.Does(context => action(context, context.CancellationToken).GetAwaiter().GetResult());

    /// <inheritdoc cref="Does(Command, Func{CommandContext, CancellationToken, Task{ExitCode}})"/>
    public static Command Does(this Command command, Func<CommandContext, ExitCode> action)
    {
        command.Action = new CommandAction((parsed, stopped) => Run(parsed, action, stopped));
        return command;
    }

    /// <summary>Sets what a command does that needs neither settings nor a workspace, and works also where these are broken.</summary>
    public static Command DoesAlone(this Command command, Func<ParseResult, Terminal, ExitCode> action)
    {
        command.Action = new CommandAction((parsed, stopped) =>
        {
            var terminal = TerminalOf(parsed);
            return Within(terminal, writes: false, () => null, () => action(parsed, terminal), stopped);
        });
        return command;
    }

    private static Terminal TerminalOf(ParseResult parsed) => new(
        parsed.InvocationConfiguration.Output,
        parsed.InvocationConfiguration.Error,
        parsed.GetValue(GlobalOptions.Json),
        parsed.GetValue(GlobalOptions.Quiet),
        parsed.GetValue(GlobalOptions.Verbose));

    private static ExitCode Run(ParseResult parsed, Func<CommandContext, ExitCode> action, CancellationToken cancellationToken)
    {
        var terminal = TerminalOf(parsed);
        CommandContext? context = null;
        var exit = Within(
            terminal,
            Writes(parsed.CommandResult.Command.Name),
            () => context,
            () =>
            {
                var (settings, workspace) = SettingsReader.Read(
                    parsed.GetValue(GlobalOptions.Workspace), parsed.GetValue(GlobalOptions.Set) ?? []);
                context = new CommandContext(parsed, terminal, settings, workspace, cancellationToken);
                RefuseNoWorkspace(parsed, workspace);
                var exit = action(context);
                return exit == ExitCode.Done && context.HasUnreadLists ? ExitCode.NeedsAPerson : exit;
            },
            cancellationToken);
        if (context is not null)
        {
            // Whoever is told finds the store closed, all of it in its one file.
            context.Dispose();
            context.Notices.Tell(cancellationToken);
        }

        return exit;
    }

    /// <exception cref="BadInputException">The folder is not there, and the command is none that makes one: its name is misspelt, as a
    /// rule.</exception>
    private static void RefuseNoWorkspace(ParseResult parsed, Workspace workspace)
    {
        if (!Directory.Exists(workspace.Folder) && !CreatesWorkspace.Contains(parsed.CommandResult.Command.Name))
        {
            throw new BadInputException(
                $"There is no workspace {Workspace.ForReaders(workspace.Folder)}: name yours with --workspace, or make one with sheaf "
                + "init, sheaf add or sheaf harvest.");
        }
    }

    private static ExitCode Within(
        Terminal terminal, bool writes, Func<CommandContext?> context, Func<ExitCode> work, CancellationToken cancellationToken)
    {
        try
        {
            return work();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return terminal.Fail(ExitCode.Interrupted, writes ? Stopped : "Stopped.");
        }
        catch (BadInputException exception)
        {
            context()?.Notices.AddFailure(exception.Message);
            return terminal.Fail(ExitCode.BadInput, exception.Message, exception.File, exception.Line);
        }
        catch (CurationException exception)
        {
            context()?.Notices.AddFailure(exception.Message);
            return terminal.Fail(ExitCode.BadInput, exception.Message, exception.File, exception.Line);
        }
        catch (EditRefusedException exception)
        {
            return terminal.Fail(ExitCode.NeedsAPerson, exception.Message, exception.File, exception.Line);
        }
        catch (ArxivForbiddenException exception)
        {
            LogFiles.Keep(context()?.Workspace, exception);
            context()?.Notices.Add(exception);
            return terminal.Fail(ExitCode.Unavailable, $"{exception.Message} {LiftStop}");
        }
        catch (ArxivUnavailableException exception)
        {
            return terminal.Fail(ExitCode.Unavailable, exception.Message);
        }
        catch (Exception exception) when (exception is StoreException or GateStateException or IOException or UnauthorizedAccessException)
        {
            if (exception is StoreException { IsDamage: true })
            {
                context()?.Suspect();
            }

            LogFiles.Keep(context()?.Workspace, exception);
            context()?.Notices.AddFailure(exception.Message);
            return terminal.Fail(
                ExitCode.Failed, $"{exception.Message.TrimEnd('.')}.{(Threatens(exception, writes) ? " Nothing is lost." : "")}");
        }
        catch (Exception exception)
        {
            var log = LogFiles.Keep(context()?.Workspace, exception);
            context()?.Notices.AddFailure(exception.Message);
            return terminal.Fail(
                ExitCode.Failed,
                $"A fault of Sheaf: {exception.Message.TrimEnd('.')}.{(writes ? " Nothing is lost." : "")}"
                + (log is null ? "" : $" The details are in {log}."));
        }
    }

    /// <summary>
    /// Whether a person may fear for their work, and is told that nothing is lost: where the store is damaged, or where writing has failed.
    /// A file that is not there or must not be touched threatens nothing.
    /// </summary>
    private static bool Threatens(Exception exception, bool writes) =>
        exception is StoreException
            || (writes && exception is IOException and not (FileNotFoundException or DirectoryNotFoundException or PathTooLongException));

    /// <summary>Whether the command changes anything but its output.</summary>
    private static bool Writes(string command) => command is not ("show" or "status" or "export" or "search" or "doctor");
}

/// <summary>What a command does. It returns when it has done it, whatever it waits for meanwhile.</summary>
/// <param name="action">Given what stops it.</param>
internal sealed class CommandAction(Func<ParseResult, CancellationToken, ExitCode> action) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult) =>
        (int)action(parseResult, ((Invocation)parseResult.InvocationConfiguration).Stopped);
}
