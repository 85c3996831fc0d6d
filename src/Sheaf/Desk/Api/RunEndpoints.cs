using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Sheaf.Answers;
using Sheaf.Service.Runs;

namespace Sheaf.Desk;

/// <summary>Starting runs, and stopping them.</summary>
internal static class RunEndpoints
{
    private const int MostShown = 50;
    private const string Page = "/runs";

    public static void MapRuns(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/api/runs", DeskRequest.Reading, (RunQueue runs) => DeskAnswer.Of(
            new RunsJson(runs.Current is { } current ? RunJson.Of(current) : null, [.. runs.Latest(MostShown).Select(RunJson.Of)]),
            DeskJson.Default.RunsJson));
        routes.MapPost("/api/runs", StartAsync);
        routes.MapDelete("/api/runs/{number:long}", IResult (RunQueue runs, long number) =>
            (IResult?)Stop(runs, number) ?? DeskAnswer.Of(RunJson.Of(runs.Find(number)!), DeskJson.Default.RunJson));

        // For pages without script, which cannot send a DELETE.
        routes.MapPost("/api/runs/{number:long}/stop", IResult (RunQueue runs, long number) =>
            (IResult?)Stop(runs, number) ?? new SeeOther(Page));
        routes.MapMethods("/api/events", DeskRequest.Reading, EventStream.Open);
    }

    private static async Task<IResult> StartAsync(HttpContext context, DeskParts parts, RunQueue runs)
    {
        var sent = await DeskRequest.ReadAsync(
            context, DeskJson.Default.RunsRequest,
            form => new RunsRequest(
                DeskRequest.Field(form, "kind"),
                [.. form["months"].SelectMany(months => (months ?? "").Split([' ', ','], StringSplitOptions.RemoveEmptyEntries))],
                DeskRequest.IsTicked(form, "dryRun")));
        var request = RunRequest.Parse(sent.Kind, sent.Months ?? []);
        if (sent.DryRun is true)
        {
            var plan = runs.Plan(request);
            return DeskRequest.IsForm(context.Request)
                ? new SeeOther($"{Page}?kind={RunRequest.NameOf(request.Kind)}&months={string.Join(',', request.Months)}")
                : DeskAnswer.Of(
                    PlanJson.Of(plan.Harvest, plan.Sweep, plan.Drafts, parts.Settings.Arxiv), DeskJson.Default.PlanJson);
        }

        var answer = runs.Ask(request);
        if (answer.IsAccepted)
        {
            return await DeskRequest.AnswerAsync(context, RunJson.Of(answer.Run), DeskJson.Default.RunJson, Page);
        }

        var sentence = $"A {RunRequest.NameOf(answer.Run.Kind)} is under way already: wait for its end, or stop it.";
        return DeskRequest.IsForm(context.Request)
            ? new DeskProblem(StatusCodes.Status409Conflict, sentence)
            : DeskAnswer.Of(
                new RunProblemJson("about:blank", "Conflict", StatusCodes.Status409Conflict, sentence, RunJson.Of(answer.Run)),
                DeskJson.Default.RunProblemJson, StatusCodes.Status409Conflict, DeskAnswer.Problem);
    }

    /// <summary>Null where the run is told to stop.</summary>
    private static DeskProblem? Stop(RunQueue runs, long number) =>
        runs.Stop(number) ? null
        : runs.Find(number) is null ? new(StatusCodes.Status404NotFound, $"There is no run {number}.")
        : new(StatusCodes.Status409Conflict, "That run has ended already.");
}
