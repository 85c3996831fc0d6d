using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Settings;
using Sheaf.Signals;
using Sheaf.Store.Signals;
using Sheaf.Text;

namespace Sheaf.Commands;

/// <summary><c>sheaf signals</c>: asks other services what people noticed in some months.</summary>
internal static class SignalsCommand
{
    private static readonly Option<string> From = new("--from") { Description = "The first month", HelpName = "YYYY-MM", Required = true };

    private static readonly Option<string> To = new("--to") { Description = "The last month", HelpName = "YYYY-MM", Required = true };

    private static readonly Option<bool> DryRun = new("--dry-run")
    {
        Description = "Only say which requests would be made, and the least time they can take",
    };

    public static Command Build() => new Command(
        "signals",
        "Asks the services of Signals:Sources what people noticed in those months, day by day; sheaf suggest and sheaf show tell of it. "
        + "What is known stays when a service is gone.\n"
        + "Example: sheaf signals --from 2025-05 --to 2025-05 --set Signals:Sources=huggingface")
    {
        From, To, DryRun,
    }.Does(RunAsync);

    private static async Task<ExitCode> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (first, last) =
            (CommandContext.MonthOf(context.Arguments.GetValue(From)!), CommandContext.MonthOf(context.Arguments.GetValue(To)!));
        if (first > last)
        {
            throw new BadInputException($"--from {first} is after --to {last}; write the earlier month first.");
        }

        if (context.Settings.Signals.Sources.Count == 0)
        {
            throw new BadInputException(
                "No service is set that could be asked: put \"Signals\": { \"Sources\": \"huggingface\" } into "
                + $"{Workspace.ForReaders(context.Workspace.SettingsFile)}.");
        }

        var isDryRun = context.Arguments.GetValue(DryRun);
        var local = isDryRun ? context.OpenToPlan() : context.OpenToWrite();
        var now = context.Time.GetUtcNow();
        var days = SignalDays.Of(Month.Range(first, last), now);
        if (days.Count == 0)
        {
            var months = first == last ? $"{first}" : $"{first} to {last}";
            context.Terminal.Note($"No day of {months} has begun, so there is nothing to ask about.");
        }

        if (isDryRun)
        {
            ShowPlan(context, days);
            return ExitCode.Done;
        }

        await using var services = context.WithArxiv(local);
        var report = await services.GetRequiredService<SignalRun>().RunAsync(
            source => UnknownFirst(local.Signals, source, days, now), new SignalProgressView(context.Terminal), cancellationToken);
        Show(context, local.Signals, report);
        context.Terminal.Answer(SignalsJson.Of(report), shapes => shapes.SignalsJson);
        return report.Exit;
    }

    /// <summary>What is not known comes first, so that a run after one that failed goes on where that one was.</summary>
    private static IReadOnlyList<DateOnly> UnknownFirst(
        SignalStore store, string source, IReadOnlyList<DateOnly> days, DateTimeOffset now)
    {
        if (days.Count == 0)
        {
            return [];
        }

        var due = SignalDays.Due(days, store.Days(source, days[0], days[^1]), now);
        return [.. due, .. days.Except(due)];
    }

    private static void ShowPlan(CommandContext context, IReadOnlyList<DateOnly> days)
    {
        var plans = context.Settings.Signals.Sources
            .Select(source => new SignalPlanJson(source, days.Count, Math.Max(0, days.Count - 1))).ToList();
        foreach (var plan in plans)
        {
            context.Terminal.Say(
                $"{SignalSource.Name(plan.Source)}: {Humanize.Count(plan.Requests, "request")} to "
                + $"{context.Settings.Signals.HuggingFaceBase}, one a day and more where a day has many papers, at least "
                + $"{Humanize.Span(TimeSpan.FromSeconds(plan.LeastSeconds))}.");
        }

        context.Terminal.Answer(new SignalsPlanJson(plans), shapes => shapes.SignalsPlanJson);
    }

    private static void Show(CommandContext context, SignalStore store, SignalReport report)
    {
        foreach (var source in report.Sources)
        {
            foreach (var problem in source.Problems)
            {
                context.Terminal.Note($"{SignalSource.Name(source.Source)} of {problem.Day:yyyy-MM-dd}: {problem.What}; skipped.");
            }

            context.Terminal.Say(
                $"{SignalSource.Name(source.Source)}: {Humanize.Count(source.Papers, "paper")} on the lists of "
                + $"{Humanize.Count(source.Asked, "day")} ({Humanize.Count(source.Requests, "request")}, "
                + $"{Humanize.Span(report.Finished - report.Started)}).");
            if (source.Failure is { } failure)
            {
                var when = source.NotBefore is { } moment ? $"after {Humanize.Moment(moment, report.Finished)}" : "later";
                context.Terminal.Warn($"{failure}. What is known is kept; run the same command again {when}.");
            }
        }

        if (store.WithoutEprint().Count is > 0 and var lacking)
        {
            context.Terminal.Say(
                $"{Humanize.Count(lacking, "listed paper")} {(lacking == 1 ? "is" : "are")} not in the store: the next sheaf harvest asks "
                + "arXiv for them.");
        }
    }
}

/// <summary>A run under way on standard error: a line after every ten days.</summary>
internal sealed class SignalProgressView(Terminal terminal) : IProgress<SignalProgress>
{
    private const int Step = 10;

    public void Report(SignalProgress value)
    {
        if (value.Days % Step == 0)
        {
            terminal.Note($"{SignalSource.Name(value.Source)}: {value.Days} of {Humanize.Count(value.Of, "day")}");
        }
    }
}

/// <summary>What <c>signals</c> writes under <c>--json</c>.</summary>
internal sealed record SignalsJson(IReadOnlyList<SignalSourceJson> Sources, string Started, string Finished, int Exit)
{
    internal static SignalsJson Of(SignalReport report) => new(
        [.. report.Sources.Select(SignalSourceJson.Of)], UtcText.From(report.Started), UtcText.From(report.Finished),
        (int)report.Exit);
}

/// <param name="Source">The service.</param>
/// <param name="Days">Days that it was to be asked about.</param>
/// <param name="Asked">Of these, the days whose whole list was read.</param>
/// <param name="Papers">On the lists.</param>
/// <param name="Requests">Requests sent, tries included.</param>
/// <param name="Problems">What was skipped.</param>
/// <param name="Failure">Why it was asked for nothing more; null where it answered.</param>
/// <param name="NotBefore">Until when it wants to be left alone; null where it has not said.</param>
internal sealed record SignalSourceJson(
    string Source, int Days, int Asked, int Papers, int Requests, IReadOnlyList<SignalProblemJson> Problems, string? Failure,
    string? NotBefore)
{
    internal static SignalSourceJson Of(SignalSourceReport report) => new(
        report.Source, report.Days, report.Asked, report.Papers, report.Requests,
        [.. report.Problems.Select(problem => new SignalProblemJson(UtcText.Day(problem.Day), problem.What))], report.Failure,
        UtcText.From(report.NotBefore));
}

/// <param name="Day">On whose list.</param>
/// <param name="What">As words that follow a colon.</param>
internal sealed record SignalProblemJson(string Day, string What);

/// <summary>What <c>signals --dry-run</c> writes under <c>--json</c>.</summary>
internal sealed record SignalsPlanJson(IReadOnlyList<SignalPlanJson> Sources);

/// <param name="Source">The service.</param>
/// <param name="Requests">At least, one a day.</param>
/// <param name="LeastSeconds">The least time that the rules allow for them.</param>
internal sealed record SignalPlanJson(string Source, int Requests, int LeastSeconds);
