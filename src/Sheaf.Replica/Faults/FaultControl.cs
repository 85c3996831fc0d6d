using Microsoft.AspNetCore.Http;

namespace Sheaf.Replica.Faults;

/// <summary>
/// The address at which the rules are shown and changed while the replica serves. It is none of arXiv's and not in the log.
/// </summary>
internal sealed class FaultControl(FaultSchedule schedule)
{
    public const string Path = "/replica/faults";

    public async Task AnswerAsync(HttpContext context)
    {
        switch (context.Request.Method)
        {
            case "GET":
                await AnswerAsync(context, StatusCodes.Status200OK, FaultRules.Write(schedule.Rules));
                break;
            case "PUT":
                await ReplaceAsync(context);
                break;
            default:
                await AnswerAsync(context, StatusCodes.Status405MethodNotAllowed, "GET shows the rules, PUT replaces them.\n");
                break;
        }
    }

    private async Task ReplaceAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        try
        {
            schedule.Rules = FaultRules.Read(await reader.ReadToEndAsync(context.RequestAborted));
            await AnswerAsync(context, StatusCodes.Status200OK, FaultRules.Write(schedule.Rules));
        }
        catch (FormatException exception)
        {
            await AnswerAsync(context, StatusCodes.Status400BadRequest, exception.Message + "\n");
        }
    }

    private static Task AnswerAsync(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(text, context.RequestAborted);
    }
}
