using System.CommandLine;
using System.Globalization;
using Sheaf.Answers;
using Sheaf.Arxiv;
using Sheaf.Arxiv.Politeness;
using Sheaf.Settings;
using Sheaf.Store.Sweeps;
using Sheaf.Text;

namespace Sheaf.Commands;

/// <summary><c>sheaf status</c>: what was asked, fetched and missing, and why. Makes no request and writes nothing.</summary>
internal static class StatusCommand
{
    private static readonly Argument<string?> MonthArgument = new("month")
    {
        Description = "One month; without it, all of them",
        HelpName = "YYYY-MM",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public static Command Build() => new Command(
        "status", "Says what was asked for, fetched and missing, and why.\nExample: sheaf status 2024-04") { MonthArgument }.Does(Run);

    private static ExitCode Run(CommandContext context)
    {
        var known = File.Exists(context.Workspace.Store) ? context.OpenToRead() : null;
        var status = new StatusReader(context.Workspace, context.Settings, context.Time, context.Lists.Read(), known)
        {
            OnUnreadableReceipt = context.Terminal.Note,
        };
        if (context.Arguments.GetValue(MonthArgument) is { } typed)
        {
            var month = status.Read(CommandContext.MonthOf(typed));
            StatusView.Show(context.Terminal, month);
            if (status.Published(CommandContext.MonthOf(typed)) is { } published)
            {
                PublishedStatusView.Show(context.Terminal, published, StatusView.Local);
            }

            foreach (var sweep in status.Sweeps(CommandContext.MonthOf(typed)))
            {
                context.Terminal.Say($"Sweep of {SweepView.Sentence(sweep)}");
            }

            GateView.Show(context.Terminal, status.Gate);
            context.Terminal.Answer(month, shapes => shapes.MonthStatusJson);
            return month.Missing.Count > 0 ? ExitCode.NeedsAPerson : ExitCode.Done;
        }

        var whole = status.Read();
        StatusView.Show(context.Terminal, whole, Workspace.ForReaders(context.Workspace.Folder));
        GateView.Show(context.Terminal, status.Gate);
        context.Terminal.Answer(whole, shapes => shapes.StatusJson);
        return whole.Unplaced.Count > 0 || whole.Months.Any(month => month.Missing.Count > 0) ? ExitCode.NeedsAPerson : ExitCode.Done;
    }
}

/// <summary>What moves and what stands still at the request gate, for readers.</summary>
internal static class GateView
{
    /// <summary>Says nothing while nobody asks, nobody waits and arXiv wishes nothing.</summary>
    public static void Show(Terminal terminal, GateReport gate)
    {
        if (gate.Stopped is { } stop)
        {
            terminal.Say(
                $"All requests are stopped: arXiv answered 403 to {SafeText.OneLine(ShownAddress.Of(stop.Address))} at "
                + $"{Local(stop.Since)}. Find out why, then run: sheaf doctor --resume");
        }

        var busy = gate.UnderWay is not null || gate.Waiting.Count > 0;
        string?[] parts =
        [
            gate.UnderWay is { } asking ? $"arXiv is being asked by {Name(asking)}" : null,
            gate.Waiting.Count > 0
                ? $"{gate.Waiting.Count} {(gate.Waiting.Count == 1 ? "waits" : "wait")}: {string.Join(", ", gate.Waiting.Select(Name))}"
                : null,
            busy || gate.IsHeld ? NotBefore("API request", gate.ApiNotBefore) : null,
            busy || gate.IsHeld ? NotBefore("page", gate.PageNotBefore) : null,
        ];
        var sentence = string.Join("; ", parts.OfType<string>());
        if (sentence.Length > 0)
        {
            terminal.Say($"At the gate: {sentence}.");
        }
    }

    private static string? NotBefore(string what, DateTimeOffset? moment) =>
        moment is { } until ? $"no {what} before {Local(until)}" : null;

    private static string Name(GateAsker asker) =>
        $"{(asker.Command.Length > 0 ? SafeText.OneLine(asker.Command) : "sheaf")} (process "
        + $"{asker.Process.ToString(CultureInfo.InvariantCulture)})";

    // A wait may end tomorrow.
    private static string Local(DateTimeOffset moment) => moment.ToLocalTime().ToString("d MMM HH:mm:ss", CultureInfo.InvariantCulture);
}
