using System.Globalization;
using Sheaf.Answers;
using Sheaf.Arxiv;
using Sheaf.Arxiv.Politeness;
using Sheaf.Desk.Pages;
using Sheaf.Harvesting;
using Sheaf.Service.Runs;
using Sheaf.Store.Runs;
using Sheaf.Text;

namespace Sheaf.Desk;

/// <summary>Makes the page of runs.</summary>
internal sealed class RunPages(DeskParts parts, DeskFrames frames, RunQueue runs, RequestGate gate)
{
    private const int MostShown = 30;

    /// <param name="kind">Of the run that is planned; null for none.</param>
    /// <param name="months">Its months, parted by blanks or commas.</param>
    public RunsPageModel Make(string? kind, string months)
    {
        var (plan, problem) = kind is null ? ([], null) : PlanOf(kind, months);
        return new(frames.OfAll("Runs", "runs"))
        {
            Current = runs.Current is { } current
                ? new(current.Number, NameOf(current), SafeText.OneLine(current.Sentence), current.Done, current.Total)
                : null,
            Gate = GateSentence(),
            Kind = kind ?? "harvest",
            Months = months,
            Plan = plan,
            Problem = problem,
            Past = [.. Past().Take(MostShown)],
        };
    }

    private (IReadOnlyList<string> Plan, string? Problem) PlanOf(string kind, string months)
    {
        try
        {
            var request = RunRequest.Parse(kind, months.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries));
            var plan = runs.Plan(request);
            return ([.. Sentences(PlanJson.Of(plan.Harvest, plan.Sweep, plan.Drafts, parts.Settings.Arxiv), plan)], null);
        }
        catch (BadInputException bad)
        {
            return ([], bad.Message);
        }
    }

    private static IEnumerable<string> Sentences(PlanJson plan, RunPlan whole)
    {
        if (whole.Harvest is not null)
        {
            yield return plan.Due == 0
                ? $"Nothing of {Humanize.Count(plan.Asked, "reference")} is missing or due: arXiv is asked for nothing."
                : $"{Humanize.Count(plan.Due, "paper")} of {Humanize.Count(plan.Asked, "reference")} would be fetched with "
                    + $"{Humanize.Count(plan.Requests.Atom + plan.Requests.Page + plan.Requests.Oai, "request")}, which takes at least "
                    + $"{Humanize.Span(TimeSpan.FromSeconds(plan.LeastSeconds))} by arXiv's rules.";
        }

        if (plan.Sweep is { } sweep)
        {
            yield return sweep.Months.Count == 0
                ? "No month is to be swept now."
                : $"{string.Join(", ", sweep.Months)} would be swept: about {Humanize.Count(sweep.Papers, "paper")} with about "
                    + $"{Humanize.Count(sweep.Requests, "request")}, at least {Humanize.Span(TimeSpan.FromSeconds(sweep.LeastSeconds))}.";
        }

        if (plan.Drafts.Count > 0)
        {
            yield return $"Would be written: {string.Join(", ", plan.Drafts)}.";
        }

        if (whole.Rankings.Count > 0)
        {
            yield return $"{string.Join(", ", whole.Rankings)} would be ranked; arXiv is asked for nothing.";
        }
    }

    /// <summary>Those of the service since it began, then those of the log that asked arXiv.</summary>
    private IEnumerable<PastRun> Past()
    {
        var ended = runs.Latest(MostShown).Where(run => !run.IsLive).Select(run => (
            run.Started ?? run.Asked,
            new PastRun(
                NameOf(run), Moment(run.Started ?? run.Asked), SafeText.OneLine(run.Error ?? run.Sentence),
                run.State == RunState.Finished && run.Exit is ExitCode.Done)));
        var logged = parts.Local.Runs.Latest(MostShown).Where(run => !RunNames.IsOfTheService(run.Command))
            .Select(run => (run.Started, new PastRun(
                SafeText.OneLine(run.Command), Moment(run.Started), OutcomeOf(run), run.Result is { Exit: 0 })));
        return ended.Concat(logged).OrderByDescending(run => run.Item1).Select(run => run.Item2);
    }

    private static string OutcomeOf(RunRow run) => run.Result switch
    {
        null => "It did not come to its end.",
        { Error: { } error } => SafeText.OneLine(error),
        { Missing: > 0 } result =>
            $"{Humanize.Number(result.Fetched)} fetched, {Humanize.Number(result.Unchanged)} unchanged, {Humanize.Number(result.Missing)} "
            + "missing.",
        { } result => $"{Humanize.Number(result.Fetched)} fetched, {Humanize.Number(result.Unchanged)} unchanged.",
    };

    private string? GateSentence()
    {
        var state = gate.State;
        return state.StoppedBy is { } address
            ? $"All requests are stopped: arXiv answered 403 to {SafeText.OneLine(ShownAddress.Of(address))}. Find out why, then run sheaf "
                + "doctor --resume."
            : gate.WaitingUntil(parts.Time.GetUtcNow()) is { } until ? $"arXiv has asked us to wait until {Moment(until)}." : null;
    }

    private static string NameOf(RunSnapshot run) => string.Create(
        CultureInfo.InvariantCulture,
        $"{char.ToUpperInvariant(RunRequest.NameOf(run.Kind)[0])}{RunRequest.NameOf(run.Kind)[1..]}"
        + $"{(run.Months.IsEmpty ? "" : $" {string.Join(", ", run.Months)}")}{(run.IsScheduled ? ", by the schedule" : "")}");

    private string Moment(DateTimeOffset moment) => Humanize.Moment(moment, parts.Time.GetUtcNow());
}
