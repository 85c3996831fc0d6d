using System.CommandLine;
using Sheaf.Manual;
using Sheaf.Text;

namespace Sheaf.Commands;

/// <summary><c>sheaf help</c>: the pages of the manual.</summary>
internal static class HelpCommand
{
    private static readonly Argument<string?> Topic = new("topic")
    {
        Description = "A page of the manual, or a command; without one, the pages are listed",
        HelpName = "TOPIC",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public static Command Build() =>
        new Command("help", "Lists the pages of the manual, or prints one.\nExample: sheaf help settings") { Topic }
        .DoesAlone(Run);

    private static ExitCode Run(ParseResult arguments, Terminal terminal)
    {
        if (arguments.GetValue(Topic) is not { } topic)
        {
            List(terminal);
            return ExitCode.Done;
        }

        var page = ManualPage.Find(topic) ?? throw new BadInputException(IsCommand(topic)
            ? $"The manual has no page of that name; what the command takes is said by sheaf {topic} --help."
            : $"The manual has no page '{SafeText.OneLine(topic)}': its pages are "
                + $"{string.Join(", ", ManualPage.All.Select(one => one.Topic))}.");
        foreach (var line in page.ForTerminal().TrimEnd().Split('\n'))
        {
            terminal.Say(line);
        }

        terminal.Answer(new ManualPageJson(page.Topic, page.Title, page.Text), shapes => shapes.ManualPageJson);
        return ExitCode.Done;
    }

    private static void List(Terminal terminal)
    {
        foreach (var page in ManualPage.All)
        {
            terminal.Say($"{page.Topic,-13}{page.Title}");
        }

        terminal.Say();
        terminal.Say("One of them: sheaf help TOPIC. What a command takes: sheaf COMMAND --help.");
        terminal.Answer(
            new ManualJson([.. ManualPage.All.Select(page => new ManualPageJson(page.Topic, page.Title, Text: null))]),
            shapes => shapes.ManualJson);
    }

    private static bool IsCommand(string topic) => SheafCommand.Root().Subcommands.Any(command => command.Name == topic);
}

/// <summary>What <c>help --json</c> answers.</summary>
internal sealed record ManualJson(IReadOnlyList<ManualPageJson> Pages);

/// <summary>A page, and what <c>help TOPIC --json</c> answers.</summary>
/// <param name="Topic">The word by which it is asked for.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Text">All of it, in Markdown; null in the list of pages.</param>
internal sealed record ManualPageJson(string Topic, string Title, string? Text);
