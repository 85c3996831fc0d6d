using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Sheaf.Answers;
using Sheaf.Checking;
using Sheaf.Harvesting;
using Sheaf.Text;

namespace Sheaf.Commands;

/// <summary><c>sheaf check</c>: finds mistakes in curated lists and drafts.</summary>
internal static class CheckCommand
{
    private static readonly Argument<string[]> Months = new("months")
    {
        Description = "Months (2024-04); without any, every curated list and draft",
        HelpName = "YYYY-MM…",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<bool> Fix = new("--fix") { Description = "Mend what is certain, and show what was changed" };

    private static readonly Option<bool> KeepSuggested = new("--keep-suggested")
    {
        Description = "With --fix: keep the sentences taken from abstracts as they are, and take their marks away",
    };

    public static Command Build() => new Command(
        "check",
        "Finds mistakes in curated lists and drafts: wrong links, papers twice, withdrawn, of another month, changed titles, and what a "
        + "draft still lacks.\n"
        + $"{CommandNotices.Help}\nExample: sheaf check 2024-04") { Months, Fix, KeepSuggested }
        .Does(RunAsync);

    private static async Task<ExitCode> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (fixes, keepsSuggested) = (context.Arguments.GetValue(Fix), context.Arguments.GetValue(KeepSuggested));
        if (keepsSuggested && !fixes)
        {
            throw new BadInputException("--keep-suggested changes drafts, so it goes with --fix: sheaf check --fix --keep-suggested.");
        }

        var words = context.Arguments.GetValue(Months) ?? [];
        var months = words.Select(CommandContext.MonthOf).ToList();
        var parts = context.OpenToHarvest();
        await using var services = context.WithArxiv(parts);
        var check = services.GetRequiredService<CheckRun>();
        var scope = check.Read(months);
        var runner = services.GetRequiredService<HarvestRunner>();
        var harvest = await HarvestAsync(runner, scope, string.Join(' ', ["check", .. words]), cancellationToken);
        new IndexView(context.Terminal, parts.SearchIndex).CatchUpWithMany(parts.Search, cancellationToken);
        var report = await check.CompareAsync(scope, new TitleProgress(context.Terminal), cancellationToken);
        IReadOnlyList<FixedLine> mended = [];
        if (fixes && (mended = Mend(context, report, keepsSuggested, cancellationToken)).Count > 0)
        {
            report = await check.CompareAsync(check.Read(months), progress: null, cancellationToken);
        }

        CheckView.Show(context.Terminal, report, mended);
        context.Terminal.Answer(CheckJson.Of(report, mended), shapes => shapes.CheckJson);
        var exit = report.ExitAfter(harvest);
        if (exit == ExitCode.NeedsAPerson)
        {
            context.Notices.AddMistakes($"sheaf check found mistakes: {CheckView.Summary(report)}");
        }

        return exit;
    }

    private static IReadOnlyList<FixedLine> Mend(
        CommandContext context, CheckReport report, bool keepsSuggested, CancellationToken cancellationToken) =>
        context.Change("check --fix", edit =>
        {
            var mended = report.Fix(edit, keepsSuggested);
            edit.What = Humanize.Count(mended.Count, "line");
            return mended;
        }, cancellationToken);

    /// <returns>Null where there was nothing to ask.</returns>
    private static async Task<HarvestReport?> HarvestAsync(
        HarvestRunner runner, CheckScope scope, string command, CancellationToken cancellationToken) =>
        scope.Harvest is { } harvest && runner.Plan(harvest) is { Due.Count: > 0 } plan
            ? await runner.RunAsync(command, plan, cancellationToken)
            : null;

    private sealed class TitleProgress(Terminal terminal) : IProgress<(int Done, int All)>
    {
        public void Report((int Done, int All) value)
        {
            if (terminal.IsLive || value.Done == value.All)
            {
                terminal.Note(CheckReport.TitlesSentence(value));
            }
        }
    }
}
