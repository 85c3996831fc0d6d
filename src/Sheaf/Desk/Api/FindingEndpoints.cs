using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Sheaf.Answers;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Checking;

namespace Sheaf.Desk;

/// <summary>The findings of a check by the store, mending them, and letting them stand.</summary>
internal static class FindingEndpoints
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapFindings(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods($"/api/{DeskPaths.MonthSegment}/findings", Reading, FindingsAsync);
        routes.MapPost("/api/findings/{key}/fix", FixAsync);
        routes.MapPost("/api/findings/{key}/leave", LeaveAsync);
        routes.MapPost($"/api/{DeskPaths.MonthSegment}/findings/fix", FixAllAsync);
    }

    private static async Task<IResult> FindingsAsync(HttpContext context, MonthChecks checks, string month)
    {
        var report = await checks.CheckAsync(DeskRequest.MonthOf(month), context.RequestAborted);
        var document = report is null ? new CheckJson([], [], [], [], []) : CheckJson.Of(report, []);
        return DeskAnswer.Of(
            new FindingsJson(document.Findings, document.Fixed, document.Unchecked, document.Drafts, document.Unread, checks.Asked),
            DeskJson.Default.FindingsJson);
    }

    private static async Task<IResult> FixAsync(HttpContext context, DeskParts parts, MonthChecks checks, string key)
    {
        if (await FindAsync(context, parts, checks, key) is not var (month, report, finding))
        {
            return NotThere();
        }

        if (finding.Fix is null)
        {
            return new DeskProblem(
                StatusCodes.Status422UnprocessableEntity,
                "How to mend this is not certain: do it by hand, in the list or the draft.")
            {
                File = finding.File,
                Line = finding.Line,
            };
        }

        var (made, edit) = checks.Fix(report, [finding], context.RequestAborted);
        return await DeskRequest.AnswerAsync(
            context, new FixedJson(edit, [.. made.Select(FixJson.Of)]), DeskJson.Default.FixedJson, $"/{month}/check");
    }

    private static async Task<IResult> FixAllAsync(HttpContext context, MonthChecks checks, string month)
    {
        var asked = DeskRequest.MonthOf(month);
        var report = await checks.CheckAsync(asked, context.RequestAborted);
        var (made, edit) = report is null ? ([], null) : checks.Fix(report, report.Findings, context.RequestAborted);
        return await DeskRequest.AnswerAsync(
            context, new FixedJson(edit, [.. made.Select(FixJson.Of)]), DeskJson.Default.FixedJson, $"/{asked}/check");
    }

    private static async Task<IResult> LeaveAsync(HttpContext context, DeskParts parts, MonthChecks checks, string key)
    {
        if (await FindAsync(context, parts, checks, key) is not var (month, _, finding))
        {
            return NotThere();
        }

        return await DeskRequest.AnswerAsync(
            context, new LeftJson(checks.Leave(finding, context.RequestAborted)), DeskJson.Default.LeftJson, $"/{month}/check");
    }

    /// <summary>The finding of a key: in the month that a form names, else in any.</summary>
    private static async Task<(Month Month, CheckReport Report, Finding Finding)?> FindAsync(
        HttpContext context, DeskParts parts, MonthChecks checks, string key)
    {
        var named = DeskRequest.IsForm(context.Request)
            ? DeskRequest.Field(await context.Request.ReadFormAsync(context.RequestAborted), "month")
            : context.Request.Query["month"].ToString();
        var months = named is { Length: > 0 } ? [DeskRequest.MonthOf(named)] : parts.Local.Lists.Months().Reverse();
        foreach (var month in months)
        {
            if (await checks.CheckAsync(month, context.RequestAborted) is { } report
                && report.Findings.FirstOrDefault(finding => finding.Key == key) is { } found)
            {
                return (month, report, found);
            }
        }

        return null;
    }

    private static DeskProblem NotThere() =>
        new(StatusCodes.Status404NotFound, "There is no such finding any more: load the page again.");
}

/// <summary>What GET <c>/api/YYYY-MM/findings</c> answers: as <c>check --json</c>.</summary>
/// <param name="Findings">By severity, then file and line.</param>
/// <param name="Fixed">None: looking mends nothing.</param>
/// <param name="Unchecked">What the store does not know.</param>
/// <param name="Drafts">How far the drafts are.</param>
/// <param name="Unread">Past issues in which nothing could be read.</param>
/// <param name="Asked">When arXiv was last asked; null: never.</param>
internal sealed record FindingsJson(
    IReadOnlyList<FindingJson> Findings, IReadOnlyList<FixJson> Fixed, IReadOnlyList<UncheckedPlace> Unchecked,
    IReadOnlyList<ProgressJson> Drafts, IReadOnlyList<UnreadJson> Unread, string? Asked);

/// <summary>What mending answers.</summary>
/// <param name="Edit">The edit's number; null where nothing changed.</param>
/// <param name="Fixed">The lines that were mended.</param>
internal sealed record FixedJson(int? Edit, IReadOnlyList<FixJson> Fixed);

/// <summary>What letting a finding stand answers.</summary>
/// <param name="Edit">The edit's number; null where nothing changed.</param>
internal sealed record LeftJson(int? Edit);
