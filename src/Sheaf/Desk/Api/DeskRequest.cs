using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Lists;

namespace Sheaf.Desk;

/// <summary>Reads what was sent to the API: JSON from programs and scripts, forms from pages without script.</summary>
internal static class DeskRequest
{
    /// <summary>The methods of HTTP that ask for something and change nothing.</summary>
    public static string[] Reading { get; } = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>What pages send; the desk takes no files by it.</summary>
    public static bool IsForm(HttpRequest request) => request.HasFormContentType;

    /// <summary>Lets a body be larger than others may; of a form all of it is read.</summary>
    /// <param name="context">The request, of which nothing has been read.</param>
    /// <param name="most">The most bytes of the body.</param>
    /// <param name="mostOfField">The most bytes of one field, as they are sent.</param>
    public static async Task AllowAsync(HttpContext context, int most, int mostOfField)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = most;
        }

        if (IsForm(context.Request))
        {
            await context.Request.ReadFormAsync(new FormOptions { ValueLengthLimit = mostOfField }, context.RequestAborted);
        }
    }

    /// <summary>The document that was sent.</summary>
    /// <param name="context">The request.</param>
    /// <param name="shape">Its shape.</param>
    /// <param name="fromForm">Makes it of the fields of a form.</param>
    /// <exception cref="BadInputException">There is none.</exception>
    public static async Task<T> ReadAsync<T>(HttpContext context, JsonTypeInfo<T> shape, Func<IFormCollection, T> fromForm)
        where T : class
    {
        var request = context.Request;
        if (IsForm(request))
        {
            return fromForm(await request.ReadFormAsync(context.RequestAborted));
        }

        if (!request.HasJsonContentType())
        {
            throw new UnsupportedContentException();
        }

        try
        {
            return await request.ReadFromJsonAsync(shape, context.RequestAborted)
                ?? throw new BadInputException("Nothing was sent: send a JSON object.");
        }
        catch (InvalidOperationException)
        {
            // A set of characters that there is not.
            throw new UnsupportedContentException();
        }
    }

    /// <summary>A form is answered with the page it came from, a program with the document.</summary>
    /// <param name="context">The request.</param>
    /// <param name="document">What a program is told.</param>
    /// <param name="shape">Its shape.</param>
    /// <param name="otherwise">Where a form goes that names no page of ours.</param>
    public static async Task<IResult> AnswerAsync<T>(HttpContext context, T document, JsonTypeInfo<T> shape, string otherwise)
    {
        if (!IsForm(context.Request))
        {
            return DeskAnswer.Of(document, shape);
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        return new SeeOther(DeskPaths.Local(form["back"]) ?? otherwise);
    }

    /// <exception cref="BadInputException">It is no month that has papers.</exception>
    public static Month MonthOf(string? text) =>
        !Month.TryParse(text ?? "", out var month) ? throw new BadInputException($"'{text}' is not a month; write it as 2024-04.")
        : !ArxivMonths.Contain(month) ? throw new BadInputException($"There are no papers of {text}: arXiv began in 1991.")
        : month;

    /// <exception cref="BadInputException">It names no paper.</exception>
    public static ArxivIdentifier PaperOf(string? text) => IdentifierFinder.TryReadReference(text ?? "", out var reference)
        ? reference.Identifier
        : throw new BadInputException($"'{text}' is not an arXiv identifier: {EprintReference.ExplainMalformed(text ?? "")}.");

    /// <summary>Whether who asks has this state already (If-None-Match, RFC 9110 13.1.2).</summary>
    /// <param name="context">The request.</param>
    /// <param name="tag">Within its quotes.</param>
    public static bool Has(HttpContext context, string tag) => context.Request.Headers.IfNoneMatch.ToString().Split(',')
        .Any(known => known.Trim() is var one && (one == tag || one == "*"));

    /// <summary>The one state that a request says it has seen (If-Match, RFC 9110 13.1.1); null where it names none.</summary>
    /// <exception cref="PreconditionRequiredException">It names several, or any: what was not seen cannot be compared.</exception>
    public static string? SeenBy(HttpContext context) => context.Request.Headers.IfMatch.ToString() switch
    {
        "" => null,
        var tag when tag is "*" || tag.Contains(',', StringComparison.Ordinal) => throw new PreconditionRequiredException(),
        var tag => tag.Trim('"'),
    };

    /// <summary>Whether a box of a form is ticked.</summary>
    public static bool IsTicked(IFormCollection form, string name) => Field(form, name) is "true" or "on";

    /// <summary>A field of a form; null where it is absent or empty.</summary>
    public static string? Field(IFormCollection form, string name) => form[name] is [.., { Length: > 0 } value] ? value : null;
}

/// <summary>What was sent is neither JSON nor a form.</summary>
internal sealed class UnsupportedContentException() : Exception("Send JSON (application/json), or a form.");

/// <summary>Leads a browser that has sent a form on to a page (303).</summary>
/// <param name="path">Of this desk.</param>
internal sealed class SeeOther(string path) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = path;
        return Task.CompletedTask;
    }
}
