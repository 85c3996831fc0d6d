using Spectre.Console;

namespace Sheaf.Commands;

/// <summary>Standard output as lines in colour where it is a terminal that shows them and <c>NO_COLOR</c> is not set; plain lines otherwise.</summary>
internal sealed class ColouredPage(Terminal terminal)
{
    private readonly IAnsiConsole? _console = ReferenceEquals(terminal.Output, Console.Out) && !Console.IsOutputRedirected && !terminal.Json
        ? AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Output) })
        : null;

    /// <summary>Writes one line, whatever it holds made harmless.</summary>
    /// <param name="text">May hold text from outside.</param>
    /// <param name="style">Spectre's words for a style; empty for none.</param>
    public void Line(string text, string style = "")
    {
        var safe = SafeText.OneLine(text);
        if (_console is null)
        {
            terminal.Say(safe);
        }
        else
        {
            _console.Write(new Text(safe + "\n", Style.Parse(style)));
        }
    }
}
