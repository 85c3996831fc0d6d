using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Sheaf.Answers;
using Sheaf.Desk.Pages;
using Sheaf.Publishing;

namespace Sheaf.Desk;

/// <summary>Publishing a month, and the page that says what that will do.</summary>
internal static class PublishEndpoints
{
    public static void MapPublishing(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods($"/{DeskPaths.MonthSegment}/publish", DeskRequest.Reading, ShowPageAsync);
        routes.MapPost($"/api/{DeskPaths.MonthSegment}/publish", PublishAsync);
    }

    private static async Task<IResult> ShowPageAsync(HttpContext context, PublishPages pages, string month) =>
        new DeskPage<PublishPage>(await pages.MakeAsync(DeskRequest.MonthOf(month), isRefused: false, context.RequestAborted));

    private static async Task<IResult> PublishAsync(HttpContext context, MonthPublishing publishing, PublishPages pages, string month)
    {
        var asked = DeskRequest.MonthOf(month);
        var sent = context.Request is { ContentType: null, ContentLength: null or 0 } ? new() : await DeskRequest.ReadAsync(
            context, DeskJson.Default.PublishRequest,
            form => new PublishRequest(DeskRequest.IsTicked(form, "anyway"), DeskRequest.IsTicked(form, "again"), DryRun: null));
        PublishWishes wishes = new(sent.Anyway is true, sent.Again is true, sent.DryRun is true);
        var publication = wishes.IsPlan
            ? await publishing.PlanAsync(asked, wishes, context.RequestAborted)
            : await publishing.PublishAsync(asked, wishes);
        return publication.Kind != PublicationKind.Refused
            ? await DeskRequest.AnswerAsync(
                context, PublishJson.Of(publication), DeskJson.Default.PublishJson, DeskPaths.Publish(asked))
            : DeskRequest.IsForm(context.Request)
                // The page says what is in the way, and what to do about it.
                ? new DeskPage<PublishPage>(
                    await pages.MakeAsync(asked, isRefused: true, context.RequestAborted), StatusCodes.Status409Conflict)
                : new DeskProblem(
                    StatusCodes.Status409Conflict, publication.Decision.Why ?? $"{asked} is not published: a person must decide.");
    }
}

/// <summary>What POST <c>/api/YYYY-MM/publish</c> takes: the options of the command.</summary>
/// <param name="Anyway">Whether warnings are no hindrance.</param>
/// <param name="Again">Whether it is published once more, and what others wrote in its place is moved aside.</param>
/// <param name="DryRun">Whether only what would be done is wanted.</param>
internal sealed record PublishRequest(bool? Anyway = null, bool? Again = null, bool? DryRun = null);
