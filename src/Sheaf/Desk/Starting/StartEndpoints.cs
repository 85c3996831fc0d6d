using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Sheaf.Desk.Pages;
using Sheaf.Files;

namespace Sheaf.Desk;

/// <summary>The first page of a workspace that has no settings yet.</summary>
internal static class StartEndpoints
{
    private const string Page = "/start";

    public static void MapStart(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/", DeskRequest.Reading, IResult (StartPages pages, DeskFrames frames) => pages.IsNew
            ? new DeskPage<StartPage>(pages.Ask(StartFields.None))
            : new SeeOther(DeskPaths.Of(frames.MonthUnderWork())));
        routes.MapMethods(Page, DeskRequest.Reading, IResult (StartPages pages) => pages.CanBeMade
            ? new DeskPage<StartPage>(pages.Ask(StartFields.None))
            : pages.Made() is { } made ? new DeskPage<StartedPage>(made)
            : new SeeOther("/"));
        routes.MapPost("/api/workspace", MakeAsync);
    }

    private static async Task<IResult> MakeAsync(HttpContext context, StartPages pages)
    {
        await DeskRequest.AllowAsync(context, FileLimits.ForeignList + (FileLimits.ForeignList / 2), FileLimits.ForeignList);
        var typed = await DeskRequest.ReadAsync(
            context, DeskJson.Default.StartFields,
            form => new StartFields(Typed(form, "categories"), Typed(form, "issue"), Typed(form, "contact")));
        var isForm = DeskRequest.IsForm(context.Request);

        // Whatever is wrong, what was typed stays in its boxes.
        try
        {
            if (!pages.TryMake(new(typed.Categories ?? "", typed.Issue ?? "", typed.Contact ?? "")))
            {
                const string there =
                    "There is a workspace already, with its sheaf.json: nothing was written. Change that file; "
                    + "a past issue goes into published/.";
                return isForm
                    ? new DeskPage<StartPage>(pages.Ask(typed, there), StatusCodes.Status409Conflict)
                    : new DeskProblem(StatusCodes.Status409Conflict, there);
            }
        }
        catch (BadInputException bad) when (isForm)
        {
            return new DeskPage<StartPage>(pages.Ask(typed, bad.Message), StatusCodes.Status400BadRequest);
        }

        return isForm
            ? new SeeOther(Page)
            : DeskAnswer.Of(new StartedJson([.. pages.Made()!.Written], pages.Made()!.Sweep), DeskJson.Default.StartedJson);
    }

    private static string Typed(IFormCollection form, string name) => DeskRequest.Field(form, name) ?? "";
}

/// <summary>What POST <c>/api/workspace</c> answers.</summary>
/// <param name="Written">What was written, in sentences.</param>
/// <param name="Sweep">What the first sweep asks of arXiv, in a sentence.</param>
internal sealed record StartedJson(IReadOnlyList<string> Written, string Sweep);
