using System.CommandLine;
using Sheaf.Settings;
using Sheaf.Store.Sweeps;

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
        var status = new StatusReader(context);
        if (context.Arguments.GetValue(MonthArgument) is { } typed)
        {
            var month = status.Read(CommandContext.MonthOf(typed));
            StatusView.Show(context.Terminal, month);
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
