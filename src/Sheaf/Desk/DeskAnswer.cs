using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Sheaf.Text;

namespace Sheaf.Desk;

/// <summary>Answers in JSON, as commands write it under <c>--json</c>.</summary>
internal static class DeskAnswer
{
    /// <summary>The type of problem documents (RFC 9457).</summary>
    public const string Problem = "application/problem+json";

    private const string Json = "application/json";

    public static IResult Of<T>(T document, JsonTypeInfo<T> shape, int status = StatusCodes.Status200OK, string type = Json) =>
        new Document<T>(document, shape, status, type);

    public static async Task WriteAsync<T>(HttpContext context, int status, T document, JsonTypeInfo<T> shape, string type = Json)
    {
        var bytes = Encoding.UTF8.GetBytes(HarmlessJson.From(JsonSerializer.Serialize(document, shape)));
        context.Response.StatusCode = status;
        context.Response.ContentType = $"{type}; charset=utf-8";
        context.Response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
        }
    }

    private sealed class Document<T>(T document, JsonTypeInfo<T> shape, int status, string type) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => WriteAsync(httpContext, status, document, shape, type);
    }
}
