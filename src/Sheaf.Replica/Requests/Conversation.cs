using Microsoft.AspNetCore.Http;

namespace Sheaf.Replica.Requests;

/// <summary>Takes each request, has it answered, sends the answer and keeps the account of it.</summary>
internal sealed class Conversation(Router router, RequestLog log, ReplicaOptions options)
{
    // gunicorn, which arXiv's software runs under, refuses longer request lines (field guide 2.5).
    private const int LongestRequestLine = 4094;

    public async Task AnswerAsync(HttpContext context)
    {
        var request = ReceivedRequest.Of(context);
        var entry = log.Begin(request);
        var status = 0;
        try
        {
            var answer = Refusal(request, entry) ?? router.Answer(request);
            status = answer.Status;
            await SendAsync(context, request, answer, entry);
        }
        finally
        {
            log.End(entry, status);
        }
    }

    private Answer? Refusal(ReceivedRequest request, RequestLog.Entry entry)
    {
        if (options.Fault?.Invoke(entry.Request) is { } fault)
        {
            return Answer.Of(fault);
        }

        if (options.Strict && (entry.Overlapping || entry.IsTooClose))
        {
            return Answer.Of(FaultKind.RateExceeded);
        }

        return request.RequestLineBytes > LongestRequestLine
            ? Answer.Plain(400, $"Request Line is too large ({request.RequestLineBytes} > {LongestRequestLine})")
            : null;
    }

    private async Task SendAsync(HttpContext context, ReceivedRequest request, Answer answer, RequestLog.Entry entry)
    {
        var response = context.Response;
        response.StatusCode = answer.Status;
        response.Headers.Server = "Sheaf.Replica";
        response.ContentType = answer.ContentType;
        foreach (var (name, value) in answer.Headers)
        {
            response.Headers.Append(name, value);
        }

        if (answer.Status != StatusCodes.Status304NotModified)
        {
            response.ContentLength = answer.Body.Length;
        }

        // All but the last byte goes out first, so that the end is noted when the answer is as good as sent and before anyone can have it.
        var body = request.Method == "HEAD" ? ReadOnlyMemory<byte>.Empty : answer.Body;
        if (body.Length > 1)
        {
            await response.Body.WriteAsync(body[..^1], context.RequestAborted);
            await response.Body.FlushAsync(context.RequestAborted);
        }

        log.End(entry, answer.Status);
        if (body.Length > 0)
        {
            await response.Body.WriteAsync(body[^1..], context.RequestAborted);
        }

        await response.CompleteAsync();
    }
}
