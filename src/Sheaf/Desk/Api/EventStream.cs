using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Sheaf.Arxiv;
using Sheaf.Service.Events;
using Sheaf.Text;

namespace Sheaf.Desk;

/// <summary>GET <c>/api/events</c>: what changes, as server-sent events, for as long as somebody looks.</summary>
internal static class EventStream
{
    public static IResult Open(HttpContext context, ServiceEvents events)
    {
        if (HttpMethods.IsHead(context.Request.Method))
        {
            context.Response.ContentType = "text/event-stream";
            return Results.StatusCode(StatusCodes.Status200OK);
        }

        return events.TryListen(context.RequestAborted) is { } stream
            ? TypedResults.ServerSentEvents(Items(stream, context.RequestAborted))
            : new DeskProblem(
                StatusCodes.Status503ServiceUnavailable,
                $"More than {ServiceEvents.MostListeners} pages listen already: close some, and load this one again.")
            {
                RetryAfter = 30,
            };
    }

    private static async IAsyncEnumerable<SseItem<string>> Items(
        IAsyncEnumerable<ServiceEvent> stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var told in stream.WithCancellation(cancellationToken))
        {
            yield return new(TextOf(told), told.Name);
        }
    }

    private static string TextOf(ServiceEvent told) => told switch
    {
        RunEvent run => Text(RunJson.Of(run.Run), DeskJson.Default.RunJson),
        FilesEvent files => Text(new FilesJson(files.Files), DeskJson.Default.FilesJson),
        EditsEvent edits => Text(new EditsEventJson(edits.Latest), DeskJson.Default.EditsEventJson),
        RankingEvent ranking => Text(
            new RankingEventJson(ranking.Month.ToString(), ranking.State.ToString().ToLowerInvariant()),
            DeskJson.Default.RankingEventJson),
        GateEvent gate => Text(
            new GateEventJson(UtcText.From(gate.HeldUntil), gate.StoppedBy is { } by ? ShownAddress.Of(by) : null),
            DeskJson.Default.GateEventJson),
        _ => "{}",
    };

    private static string Text<T>(T document, JsonTypeInfo<T> shape) => HarmlessJson.From(JsonSerializer.Serialize(document, shape));
}
