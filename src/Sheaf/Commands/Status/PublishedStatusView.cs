using Sheaf.Publishing;
using Sheaf.Settings;
using Sheaf.Text;

namespace Sheaf.Commands;

/// <summary>A published month, for readers.</summary>
internal static class PublishedStatusView
{
    public static void Show(Terminal terminal, PublishedMonth month, Func<string?, string> local)
    {
        var receipt = month.Receipt;
        terminal.Say(
            $"Published {local(receipt.At)}: {string.Join(", ", month.Files.Select(Workspace.ForReaders))}"
            + $"{(month.Change.IsNone ? "" : $"; changed since published: {month.Change}")}.");
        if (receipt.Command is { HasSucceeded: false } command)
        {
            var code = command.Exit is { } exit ? $" with exit code {exit}" : "";
            terminal.Say(
                $"  Publish:Command {(command.HasFailed ? $"failed{code}" : "may have reached its readers: how it ended is not known")}"
                + $"{(command.Message is { } message ? $": {SafeText.OneLine(message)}" : "")}");
        }

        foreach (var erratum in month.Errata)
        {
            terminal.Say($"  {erratum.Paper}: {Words(erratum)} since it was published. For the next issue:");
            terminal.Say($"    {erratum.Line}");
        }
    }

    private static string Words(Erratum erratum) => erratum switch
    {
        { What: "retitled" } => $"retitled to '{SafeText.OneLine(erratum.After!)}'",
        { What: "replaced" } => $"replaced by {erratum.After}",
        _ => erratum.What,
    };
}
