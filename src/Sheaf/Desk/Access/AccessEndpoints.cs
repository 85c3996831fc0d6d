using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Sheaf.Desk.Pages;
using Sheaf.Settings;

namespace Sheaf.Desk;

/// <summary>How a browser is let in: by a link that works once, or by the password.</summary>
internal static class AccessEndpoints
{
    public static void MapAccess(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(DeskPaths.Link, UseLink);
        routes.MapMethods(DeskPaths.Login, DeskRequest.Reading, ShowLogin);
        routes.MapPost(DeskPaths.Login, LogInAsync);
    }

    private static IResult UseLink(HttpContext context, DeskToken links, VisitorRules visitors, string? token = null)
    {
        if (token is { Length: > 0 and < 200 } && links.Redeem(token))
        {
            visitors.LetIn(context);
            return new SeeOther("/");
        }

        return visitors.Find(context) != Entry.None
            ? new SeeOther("/")
            : new DeskProblem(
                StatusCodes.Status401Unauthorized,
                "This link was used before, or is older than ten minutes: run sheaf desk for a new one.");
    }

    private static IResult ShowLogin(SheafSettings settings, string? back = null) => settings.Desk.Password is null
        ? new DeskProblem(
            StatusCodes.Status404NotFound, "This desk has no password: open the link that sheaf serve printed, or run sheaf desk.")
        : new DeskPage<LoginPage>(new LoginPageModel(DeskPaths.Local(back) ?? "/", null));

    private static async Task<IResult> LogInAsync(
        HttpContext context, SheafSettings settings, LoginLimit limit, VisitorRules visitors)
    {
        if (settings.Desk.Password is not { } password)
        {
            return ShowLogin(settings);
        }

        if (!DeskRequest.IsForm(context.Request))
        {
            throw new UnsupportedContentException();
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (limit.Begin() is { } wait)
        {
            return new DeskProblem(
                StatusCodes.Status429TooManyRequests, "The password was wrong too often: try again in a minute.")
            {
                RetryAfter = (int)Math.Ceiling(wait.TotalSeconds),
            };
        }

        var back = DeskPaths.Local(form["back"]) ?? "/";
        if (form["password"] is [{ Length: > 0 and < 1000 } typed] && password.Matches(typed))
        {
            limit.Succeed();
            visitors.LetIn(context);
            return new SeeOther(back);
        }

        return new DeskPage<LoginPage>(
            new LoginPageModel(back, "That is not the password."), StatusCodes.Status401Unauthorized);
    }
}
