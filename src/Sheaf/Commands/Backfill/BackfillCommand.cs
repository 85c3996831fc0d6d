using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Sheaf.Answers;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Drafts;
using Sheaf.Harvesting;
using Sheaf.Sweeping;
using Sheaf.Text;

namespace Sheaf.Commands;

/// <summary><c>sheaf backfill</c>: a harvest over a range of months, in one run.</summary>
internal static class BackfillCommand
{
    private static readonly Option<string> From = new("--from") { Description = "The first month", HelpName = "YYYY-MM", Required = true };

    private static readonly Option<string> To = new("--to") { Description = "The last month", HelpName = "YYYY-MM", Required = true };

    private static readonly Option<bool> Draft = new("--draft") { Description = "Also write each month's draft" };

    public static Command Build() => new Command(
        "backfill",
        $"Fetches what is missing or due for a range of months; may be stopped at any point and run "
        + $"again.\n{CommandNotices.Help}\nExample: sheaf backfill --from 2024-01 --to 2024-06 --draft")
    {
        From, To, Draft, SweepView.Sweep, PlanView.DryRun,
    }.Does(RunAsync);

    private static async Task<ExitCode> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (first, last) =
            (CommandContext.MonthOf(context.Arguments.GetValue(From)!), CommandContext.MonthOf(context.Arguments.GetValue(To)!));
        if (first > last)
        {
            throw new BadInputException($"--from {first} is after --to {last}; write the earlier month first.");
        }

        var months = Month.Range(first, last).ToList();
        var sweeps = SweepView.IsAsked(context);
        var isDryRun = context.Arguments.GetValue(PlanView.DryRun);
        var local = isDryRun ? context.OpenToPlan() : context.OpenToHarvest();
        await using var services = context.WithArxiv(local);
        var harvest = services.GetRequiredService<HarvestRunner>();
        var sweeper = sweeps ? services.GetRequiredService<Sweeper>() : null;
        var plan = harvest.Plan(new HarvestScope(months, []));
        if (isDryRun)
        {
            var drafted = DraftsOf(context, local.Drafts, months).Select(context.Workspace.DraftFile);
            PlanView.Show(context, plan, sweeper?.Plan(months), [.. drafted]);
            return ExitCode.Done;
        }

        var report = await harvest.RunAsync($"backfill {first} to {last}", plan, cancellationToken);
        HarvestView.Show(context.Terminal, report);
        context.Notices.Add(report);
        var swept = sweeper is null ? null : await SweepAsync(context, sweeper, months, cancellationToken);
        var drafts = DraftsOf(context, local.Drafts, months).Select(month => Write(context, local, month)).ToList();
        var exit = report.Exit == ExitCode.Done && drafts.Any(draft => draft.NeedsAPerson) ? ExitCode.NeedsAPerson : report.Exit;
        exit = swept?.Exit > exit ? swept.Exit : exit;
        context.Terminal.Answer(
            new BackfillJson(HarvestJson.Of(report) with { Exit = (int)exit }, [.. drafts.Select(draft => draft.Document)], swept),
            shapes => shapes.BackfillJson);
        return exit;
    }

    private static async Task<SweepReport> SweepAsync(
        CommandContext context, Sweeper sweeper, List<Month> months, CancellationToken cancellationToken)
    {
        var report = await sweeper.RunAsync(
            $"sweep {months[0]} to {months[^1]}", months, new SweepProgressView(context.Terminal), cancellationToken);
        SweepView.Show(context.Terminal, report);
        context.Notices.Add(report);
        return report;
    }

    /// <summary>The months whose draft is asked for and that a curated list has something for.</summary>
    private static IReadOnlyList<Month> DraftsOf(CommandContext context, DraftMaker drafts, IEnumerable<Month> months)
    {
        if (!context.Arguments.GetValue(Draft))
        {
            return [];
        }

        var listed = drafts.Months();
        return [.. months.Where(listed.Contains)];
    }

    private static (DraftRunJson Document, bool NeedsAPerson) Write(CommandContext context, LocalParts local, Month month)
    {
        var made = local.Drafts.Compose(month);
        var outcome = local.DraftWriter.Write(made);
        context.Notices.Add(made, outcome);
        var written = WrittenDraft.Of(outcome);
        context.Terminal.Say(DraftView.Sentence(made, written));
        DraftView.Notes(context.Terminal, made, outcome);
        return (DraftRunJson.Of(made, written), made.Absent.Count > 0);
    }
}

/// <summary>
/// What <c>backfill</c> writes under <c>--json</c>: the keys of <c>harvest</c>, the drafts written, and the months swept.
/// </summary>
internal sealed record BackfillJson(
    int Asked, int Fetched, int Unchanged, IReadOnlyList<MissingJson> Missing, RequestTally Requests,
    string Started, string Finished, int Exit, IReadOnlyList<DraftRunJson> Drafts, IReadOnlyList<SweepJson> Sweeps)
{
    public BackfillJson(HarvestJson harvest, IReadOnlyList<DraftRunJson> drafts, SweepReport? swept)
        : this(
            harvest.Asked, harvest.Fetched, harvest.Unchanged, harvest.Missing, harvest.Requests, harvest.Started, harvest.Finished,
            harvest.Exit, drafts, [.. swept?.Months.Select(SweepJson.Of) ?? []])
    {
    }
}

/// <summary>A running sweep on standard error: a line after every page.</summary>
internal sealed class SweepProgressView(Terminal terminal) : IProgress<SweepProgress>
{
    public void Report(SweepProgress value) => terminal.Note(value.Sentence);
}
