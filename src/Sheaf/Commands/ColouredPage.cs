using Sheaf.Searching;
using Sheaf.Text;
using Spectre.Console;

namespace Sheaf.Commands;

/// <summary>
/// Standard output as lines in colour where it is a terminal that shows them and <c>NO_COLOR</c> is not set; plain lines otherwise.
/// </summary>
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
            _console.Write(new Spectre.Console.Text(safe + "\n", Style.Parse(style)));
        }
    }

    /// <summary>Writes one line in pieces, those that were looked for in bold.</summary>
    public void Parts(IReadOnlyList<ExcerptPart> parts)
    {
        if (_console is null)
        {
            terminal.Say(string.Concat(parts.Select(part => part.Text)));
            return;
        }

        var line = new Paragraph();
        foreach (var part in parts)
        {
            line.Append(SafeText.OneLine(part.Text), part.Hit ? new Style(decoration: Decoration.Bold) : Style.Plain);
        }

        _console.Write(line.Append("\n"));
    }
}
