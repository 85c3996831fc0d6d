using Microsoft.AspNetCore.Http;
using Sheaf.Replica.Faults;

namespace Sheaf.Replica.Requests;

/// <summary>Takes each request, has it answered, sends the answer and keeps the account of it.</summary>
internal sealed class RequestPipeline(Router router, RequestLog log, ReplicaOptions options, FaultSchedule faults)
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
            var answer = Faulty(request, entry) ?? Refusal(request, entry) ?? router.Answer(request);
            status = answer.Status;
            await SendAsync(context, request, answer, entry);
        }
        finally
        {
            log.End(entry, status);
        }
    }

    private Answer? Faulty(ReceivedRequest request, RequestLog.Entry entry)
    {
        var rule = options.Fault?.Invoke(entry.Request) is { } fault ? new FaultRule(fault) : faults.Next(entry.Request);
        entry.Fault = rule?.Fault;
        return rule is null ? null : FaultyAnswer.Of(rule, request, fault => router.Answer(request, fault), options.Time.GetUtcNow());
    }

    private Answer? Refusal(ReceivedRequest request, RequestLog.Entry entry)
    {
        if (options.Strict && (entry.Overlapping || entry.IsTooClose))
        {
            return Answer.Plain(429, "Rate exceeded.");
        }

        return request.RequestLineBytes > LongestRequestLine
            ? Answer.Plain(400, $"Request Line is too large ({request.RequestLineBytes} > {LongestRequestLine})")
            : null;
    }

    private async Task SendAsync(HttpContext context, ReceivedRequest request, Answer answer, RequestLog.Entry entry)
    {
        if (answer.Delivery == Delivery.Dropped)
        {
            context.Abort();
            return;
        }

        var body = request.Method == "HEAD" ? ReadOnlyMemory<byte>.Empty : answer.Body;
        Announce(context.Response, answer);
        if (answer.Delivery is Delivery.CutOff or Delivery.Stalled)
        {
            await SendHalfAsync(context, body, answer.Delivery);
            return;
        }

        // All but the last byte goes out first, so that the end is noted when the answer is as good as sent and before anyone can have it.
        await WriteAsync(context, body[..Math.Max(0, body.Length - 1)]);
        if (answer.Delivery == Delivery.Endless)
        {
            await SendBlanksAsync(context);
        }

        log.End(entry, answer.Status);
        if (body.Length > 0)
        {
            await context.Response.Body.WriteAsync(body[^1..], context.RequestAborted);
        }

        await context.Response.CompleteAsync();
    }

    private static void Announce(HttpResponse response, Answer answer)
    {
        response.StatusCode = answer.Status;
        response.Headers.Server = "Sheaf.Replica";
        response.ContentType = answer.ContentType;
        foreach (var (name, value) in answer.Headers)
        {
            response.Headers.Append(name, value);
        }

        if (answer.Status != StatusCodes.Status304NotModified && answer.Delivery != Delivery.Endless)
        {
            response.ContentLength = answer.Body.Length;
        }
    }

    private static async Task SendHalfAsync(HttpContext context, ReadOnlyMemory<byte> body, Delivery delivery)
    {
        await WriteAsync(context, body[..(body.Length / 2)]);
        if (delivery == Delivery.Stalled)
        {
            var left = new TaskCompletionSource();
            await using var registration = context.RequestAborted.Register(left.SetResult);
            await left.Task;
        }

        context.Abort();
    }

    private static async Task SendBlanksAsync(HttpContext context)
    {
        var blanks = new byte[1 << 20];
        blanks.AsSpan().Fill((byte)' ');
        for (var sent = 0; sent < FaultyAnswer.HugeSize; sent += blanks.Length)
        {
            await WriteAsync(context, blanks);
        }
    }

    private static async Task WriteAsync(HttpContext context, ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > 0)
        {
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
        }
    }
}
