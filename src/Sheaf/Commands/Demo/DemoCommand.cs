using System.CommandLine;
using Sheaf.Demo;
using Sheaf.Harvesting;
using Sheaf.Settings;
using Sheaf.Text;

namespace Sheaf.Commands;

/// <summary><c>sheaf demo</c>: shows the whole way from list to draft without the network.</summary>
internal static class DemoCommand
{
    private const int LinesShown = 40;

    private static readonly Option<string?> Keep = new("--keep")
    {
        Description = "The folder to use as the demo's workspace, new or empty (default: one under the system's temporary folder)",
        HelpName = "DIR",
    };

    private static readonly Option<bool> Desk = new("--desk")
    {
        Description = "Then open the desk on it in the browser, with suggestions to decide and a finding to mend; Ctrl+C ends it",
    };

    public static Command Build() => new Command(
        "demo",
        "Makes the draft of April 2024 from a bundled list and a local stand-in for arXiv; needs no network.\n"
        + "Examples: sheaf demo --keep my-first-sheaf\n          sheaf demo --desk") { Keep, Desk }
        .Does(RunAsync);

    private static async Task<ExitCode> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var terminal = context.Terminal;
        var workspace = new Workspace(Folder(context));
        DemoRun.WriteLists(workspace);
        terminal.Say(
            $"An editor's list of April 2024 lies in {Workspace.ForReaders(workspace.Curated)}. Asking a local stand-in for arXiv about "
            + "its papers …");
        var result = await DemoRun.RunAsync(workspace, LogFiles.LevelOf(terminal), cancellationToken);
        HarvestView.Show(terminal, result.Harvest);
        terminal.Say(
            "Titles, authors, days and identifiers are real; the summaries were written for this demo and are not the papers' abstracts.");
        terminal.Say();
        terminal.Say($"The draft is {result.Path} and begins:");
        terminal.Say();
        foreach (var line in File.ReadLines(result.Path).Take(LinesShown))
        {
            terminal.Say(SafeText.OneLine(line));
        }

        terminal.Say("…");
        terminal.Say();
        terminal.Say($"Look around with: sheaf status 2024-04 --workspace {workspace.Folder}");
        terminal.Say($"What may the editor have missed? sheaf suggest 2024-04 --workspace {workspace.Folder}");
        if (!context.Arguments.GetValue(Desk))
        {
            terminal.Say("The same in the browser, with something left to do: sheaf demo --desk");
        }

        terminal.Answer(
            new DemoJson(workspace.Folder, result.Path, result.Draft.Draft.Count, result.Harvest.Requests), shapes => shapes.DemoJson);
        return context.Arguments.GetValue(Desk) ? await ServeAsync(context, workspace, cancellationToken) : result.Harvest.Exit;
    }

    /// <summary>Opens the desk on the demo's workspace, until it is stopped.</summary>
    private static async Task<ExitCode> ServeAsync(CommandContext context, Workspace workspace, CancellationToken cancellationToken)
    {
        await using var desk = await DemoRun.PrepareDeskAsync(workspace, LogFiles.LevelOf(context.Terminal), cancellationToken);
        context.Terminal.Say(
            "At the desk: papers wait for your decision, one stands on the list twice, and one has a new title, made up for this demo.");
        var settings = desk.Settings;
        settings.ServeUrl = IsAddressSet(context) ? context.Settings.ServeUrl : new Uri("http://127.0.0.1:0");
        settings.Desk.Access = context.Settings.Desk.Access;
        using var own = new CommandContext(context.Arguments, context.Terminal, settings, workspace, cancellationToken);
        return await ServeCommand.ServeAsync(
            own, [GlobalOptions.Set.Name, $"Sweep:Categories={settings.Sweep.Categories.Name}"], opens: true, cancellationToken);
    }

    /// <summary>Else the system gives a port: the usual one may be in use by a workspace that is none of the demo's.</summary>
    private static bool IsAddressSet(CommandContext context) =>
        (context.Arguments.GetValue(GlobalOptions.Set) ?? [])
            .Any(setting => setting.StartsWith("Serve:Url=", StringComparison.OrdinalIgnoreCase));

    /// <exception cref="BadInputException">The folder named is in use.</exception>
    private static string Folder(CommandContext context)
    {
        if (context.Arguments.GetValue(Keep) is not { } named)
        {
            return Directory.CreateTempSubdirectory("sheaf-demo-").FullName;
        }

        return Directory.Exists(named) && Directory.EnumerateFileSystemEntries(named).Any()
            ? throw new BadInputException($"{named} is not empty; name a new folder for the demo, so that nothing of yours is touched.")
            : named;
    }
}

/// <summary>What <c>demo</c> writes under <c>--json</c>.</summary>
/// <param name="Workspace">The demo's workspace.</param>
/// <param name="Draft">The draft's path.</param>
/// <param name="Papers">In the draft.</param>
/// <param name="Requests">Made to the local stand-in.</param>
internal sealed record DemoJson(string Workspace, string Draft, int Papers, RequestTally Requests);
