using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Sheaf.Answers;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Checking;
using Sheaf.Lists;

namespace Sheaf.Desk;

/// <summary>The findings of a check by the store, mending them, and letting them stand.</summary>
internal static class FindingEndpoints
{
    /// <summary>Stands in the page's address where the number of an edit would.</summary>
    private const string NothingChanged = "none";

    public static void MapFindings(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods($"/api/{DeskPaths.MonthSegment}/findings", DeskRequest.Reading, FindingsAsync);
        routes.MapPost("/api/findings/{key}/fix", FixAsync);
        routes.MapPost("/api/findings/{key}/keep", KeepAsync);
        routes.MapPost("/api/findings/{key}/leave", LeaveAsync);
        routes.MapPost($"/api/{DeskPaths.MonthSegment}/findings/fix", (HttpContext context, MonthChecks checks, string month) =>
            ChangeAllAsync(context, checks, month, checks.Fix));
        routes.MapPost($"/api/{DeskPaths.MonthSegment}/findings/keep", (HttpContext context, MonthChecks checks, string month) =>
            ChangeAllAsync(context, checks, month, checks.Keep));
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
            return await NotThereAsync(context);
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
        return await AnswerAsync(context, month, new FixedJson(edit, [.. made.Select(FixJson.Of)]), DeskJson.Default.FixedJson, edit);
    }

    private static async Task<IResult> KeepAsync(HttpContext context, DeskParts parts, MonthChecks checks, string key)
    {
        if (await FindAsync(context, parts, checks, key) is not var (month, report, finding))
        {
            return await NotThereAsync(context);
        }

        if (finding.Accept is null)
        {
            return new DeskProblem(
                StatusCodes.Status422UnprocessableEntity,
                finding.Code == FindingCode.SuggestedNoteLeft
                    ? "The mark of this sentence is broken over lines: take it away by hand, in the draft."
                    : "This is no sentence that Sheaf wrote, so there is nothing to keep: mend it, or let the finding stand.")
            {
                File = finding.File,
                Line = finding.Line,
            };
        }

        var (made, edit) = checks.Keep(report, [finding], context.RequestAborted);
        return await AnswerAsync(context, month, new FixedJson(edit, [.. made.Select(FixJson.Of)]), DeskJson.Default.FixedJson, edit);
    }

    private static async Task<IResult> ChangeAllAsync(
        HttpContext context, MonthChecks checks, string month,
        Func<CheckReport, IReadOnlyList<Finding>, CancellationToken, (IReadOnlyList<FixedLine> Fixed, int? Edit)> change)
    {
        var asked = DeskRequest.MonthOf(month);
        var report = await checks.CheckAsync(asked, context.RequestAborted);
        var (made, edit) = report is null ? ([], null) : change(report, report.Findings, context.RequestAborted);
        return await AnswerAsync(context, asked, new FixedJson(edit, [.. made.Select(FixJson.Of)]), DeskJson.Default.FixedJson, edit);
    }

    private static async Task<IResult> LeaveAsync(HttpContext context, DeskParts parts, MonthChecks checks, string key)
    {
        if (await FindAsync(context, parts, checks, key) is not var (month, _, finding))
        {
            return await NotThereAsync(context);
        }

        var edit = checks.Leave(finding, context.RequestAborted);
        return await AnswerAsync(context, month, new LeftJson(edit), DeskJson.Default.LeftJson, edit);
    }

    /// <summary>A form comes back to the page, at the finding that it names as the next, and is told there what was changed.</summary>
    private static async Task<IResult> AnswerAsync<T>(
        HttpContext context, Month month, T document, JsonTypeInfo<T> shape, int? edit)
    {
        if (!DeskRequest.IsForm(context.Request))
        {
            return DeskAnswer.Of(document, shape);
        }

        var next = DeskRequest.Field(await context.Request.ReadFormAsync(context.RequestAborted), "next");
        var page = $"{DeskPaths.Check(month)}?edit={edit?.ToString(CultureInfo.InvariantCulture) ?? NothingChanged}";
        return new SeeOther(next is null ? page : $"{page}#f-{Uri.EscapeDataString(next)}");
    }

    /// <summary>The finding of a key: in the month that a form names, else in any.</summary>
    private static async Task<(Month Month, CheckReport Report, Finding Finding)?> FindAsync(
        HttpContext context, DeskParts parts, MonthChecks checks, string key)
    {
        var named = DeskRequest.IsForm(context.Request)
            ? DeskRequest.Field(await context.Request.ReadFormAsync(context.RequestAborted), "month")
            : context.Request.Query["month"].ToString();
        Month[] months = named is { Length: > 0 } ? [DeskRequest.MonthOf(named)] : [.. parts.Local.Lists.Months().Reverse()];
        foreach (var month in months)
        {
            try
            {
                if (await checks.CheckAsync(month, context.RequestAborted) is { } report
                    && report.Findings.FirstOrDefault(finding => finding.Key == key) is { } found)
                {
                    return (month, report, found);
                }
            }
            catch (CurationException) when (months is not [_])
            {
                // The list of a month that need not be the one.
            }
        }

        return null;
    }

    /// <summary>A form comes back to the page, which says so and shows what is found now.</summary>
    private static async Task<IResult> NotThereAsync(HttpContext context) =>
        DeskRequest.IsForm(context.Request)
        && DeskRequest.Field(await context.Request.ReadFormAsync(context.RequestAborted), "month") is { } month
            ? new SeeOther($"{DeskPaths.Check(DeskRequest.MonthOf(month))}?edit={NothingChanged}")
            : new DeskProblem(StatusCodes.Status404NotFound, "There is no such finding any more: load the page again.");
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
