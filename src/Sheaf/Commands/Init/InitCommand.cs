using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Sheaf.Answers;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Harvesting;
using Sheaf.Settings;
using Sheaf.Sweeping;
using Sheaf.Text;

namespace Sheaf.Commands;

/// <summary>
/// <c>sheaf init</c>: a new workspace, by three questions or by options, and what its first sweep will ask of arXiv. Asks arXiv for
/// nothing itself.
/// </summary>
internal static class InitCommand
{
    private static readonly Option<string[]> Categories = new("--categories")
    {
        Description = "What you follow: cs.CL, cs.LG; cs.* is a whole archive, * everything",
        HelpName = "NAMES",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => [],
    };

    private static readonly Option<string[]> Learn = new("--learn")
    {
        Description = "Past issues or lists to learn your taste from, in any format that add --from reads; they are copied into published/",
        HelpName = "FILE…",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => [],
    };

    private static readonly Option<string?> Contact = new("--contact")
    {
        Description = "A mail address or URL at which arXiv can reach you",
        HelpName = "ADDRESS",
    };

    public static Command Build() => new Command(
        "init",
        "Makes a new workspace: asks for categories, past issues to learn from and a contact, unless they are given, and says what the "
        + "first sweep will ask of arXiv.\nExample: sheaf init --categories cs.CL,cs.LG --learn march.html --contact you@example.org")
    {
        Categories, Learn, Contact,
    }.Does(RunAsync);

    private static async Task<ExitCode> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (File.Exists(context.Workspace.SettingsFile))
        {
            throw new BadInputException(
                $"There is a workspace already, with {Workspace.ForReaders(context.Workspace.SettingsFile)}: change that, or name another "
                + "folder with --workspace.",
                context.Workspace.SettingsFile);
        }

        var ask = AskOnConsole(context.Terminal);
        var answers = InitAnswers.Collect(
            context.Arguments.GetValue(Categories) is { Length: > 0 } named ? string.Join(' ', named) : null,
            context.Arguments.GetValue(Learn) ?? [], context.Arguments.GetValue(Contact), ask);
        var month = Month.Of(context.Time.GetUtcNow());
        var made = NewWorkspace.Create(context.Workspace, answers, month);
        var json = await PlanAsync(context, made, [month.Previous, month], answers);
        Show(context.Terminal, json);
        context.Terminal.Answer(json, shapes => shapes.InitJson);
        if (ask?.Invoke("Fetch that now? [y/N]")?.Trim() is not ("y" or "Y" or "yes"))
        {
            context.Terminal.Say($"Next: {json.Sweep.Command}");
            return ExitCode.Done;
        }

        return (ExitCode)SheafCommand.Run(
            [.. json.Sweep.Arguments, .. (context.Arguments.GetValue(GlobalOptions.Set) ?? []).SelectMany(set => new[] { "--set", set })],
            context.Terminal.Output, context.Terminal.Error, cancellationToken);
    }

    /// <summary>Null where nobody can answer.</summary>
    private static Func<string, string?>? AskOnConsole(Terminal terminal) =>
        Console.IsInputRedirected || !terminal.IsWatched || terminal.Json ? null : question =>
        {
            terminal.Error.Write($"{question} ");
            return Console.ReadLine();
        };

    /// <summary>What arXiv will be asked for, by the settings that have just been written.</summary>
    private static async Task<InitJson> PlanAsync(CommandContext before, MadeWorkspace made, Month[] months, InitAnswers answers)
    {
        var (settings, workspace) = SettingsReader.Read(before.Workspace.Folder, before.Arguments.GetValue(GlobalOptions.Set) ?? []);
        using var context = new CommandContext(before.Arguments, before.Terminal, settings, workspace, before.CancellationToken);
        await using var services = context.WithArxiv(context.OpenToPlan());
        var harvest = services.GetRequiredService<HarvestRunner>().Plan(HarvestScope.Everything);
        var sweep = services.GetRequiredService<Sweeper>().Plan(months);
        var requests = harvest.ApiRequests + sweep.Requests;
        string[] arguments =
            ["backfill", "--from", $"{months[0]}", "--to", $"{months[^1]}", "--sweep", "--workspace", before.Workspace.Folder];
        return new(
            before.Workspace.Folder, made.Files, made.Learned,
            new(sweep.Papers, requests, (int)(settings.Arxiv.ApiInterval * Math.Max(0, requests - 1)).TotalSeconds, arguments)
            {
                Command = CommandFor(before, months),
            },
            answers.Contact.Length > 0);
    }

    /// <summary>As a person types it, with the workspace only where it is not the usual one.</summary>
    private static string CommandFor(CommandContext context, Month[] months)
    {
        var folder = context.Arguments.GetValue(GlobalOptions.Workspace);
        return $"sheaf backfill --from {months[0]} --to {months[^1]} --sweep{(folder is null ? "" : $" --workspace {folder}")}";
    }

    private static void Show(Terminal terminal, InitJson made)
    {
        foreach (var file in made.Files)
        {
            terminal.Say($"Wrote {Workspace.ForReaders(file)}");
        }

        foreach (var issue in made.Learned)
        {
            terminal.Say($"{Workspace.ForReaders(issue.File)}: {Humanize.Count(issue.Papers, "paper")} to learn your taste from.");
        }

        if (!made.HasContact)
        {
            terminal.Note("Without a contact arXiv cannot tell you when something goes wrong: put one into sheaf.json.");
        }

        terminal.Say(
            $"The first sweep is about {Humanize.Count(made.Sweep.Papers, "paper")} in {Humanize.Count(made.Sweep.Requests, "request")} to "
            + $"arXiv, at least {Humanize.Span(TimeSpan.FromSeconds(made.Sweep.LeastSeconds))}.");
    }
}
