using System.CommandLine;
using Sheaf.Settings;
using Sheaf.Store;
using Sheaf.Text;

namespace Sheaf.Commands;

/// <summary><c>sheaf backup</c>: a consistent copy of the store while others use it.</summary>
internal static class BackupCommand
{
    private static readonly Argument<string> FileArgument = new("file")
    {
        Description = "Where the copy goes: a new file in a folder that is there. What is there already is never replaced",
        HelpName = "FILE",
    };

    public static Command Build() => new Command(
        "backup",
        "Copies the store, also while sheaf serve or a harvest uses it, and checks the copy. Your lists and drafts are files: copy them "
        + "as such.\n"
        + "Example: sheaf backup ~/backups/sheaf-2024-05-02.db") { FileArgument }.Does(RunAsync);

    private static Task<ExitCode> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var file = TargetOf(context.Arguments.GetValue(FileArgument)!);
        if (!Database.Exists(context.Workspace.Store))
        {
            throw new BadInputException(
                $"There is no store to copy in {Workspace.ForReaders(context.Workspace.Folder)}: name your workspace with --workspace, "
                + "or run sheaf harvest first.");
        }

        var papers = context.OpenToRead().Backup.WriteTo(file, cancellationToken);
        var bytes = new FileInfo(file).Length;
        context.Terminal.Say($"Wrote {Workspace.ForReaders(file)} with {Humanize.Count((int)papers, "paper")}, checked and whole.");
        context.Terminal.Answer(new BackupJson(file, bytes, papers), shapes => shapes.BackupJson);
        return Task.FromResult(ExitCode.Done);
    }

    /// <exception cref="BadInputException">Nothing can be written there, or something would be replaced.</exception>
    private static string TargetOf(string name)
    {
        var file = name.Length > 0 ? Path.GetFullPath(name) : throw new BadInputException("backup takes the name of a file.");
        return Directory.Exists(file) ? throw new BadInputException($"{name} is a folder; name a file in it.")
            : Path.Exists(file)
                ? throw new BadInputException(
                    $"{name} exists already, and a backup replaces nothing: name another file, or delete this one first.")
            // Not made: a missing folder is often a disk that is not there.
            : !Directory.Exists(Path.GetDirectoryName(file))
                ? throw new BadInputException($"There is no folder {Path.GetDirectoryName(file)}: make it first, or name another.")
                : file;
    }
}

/// <summary>What <c>backup</c> writes under <c>--json</c>.</summary>
/// <param name="File">The whole path of the copy.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Papers">How many papers are in it.</param>
internal sealed record BackupJson(string File, long Bytes, long Papers);
