using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Sheaf.Answers;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Desk.Pages;
using Sheaf.Drafts;
using Sheaf.Drafts.Formats;
using Sheaf.Drafts.Texts;
using Sheaf.Publishing;

namespace Sheaf.Desk;

/// <summary>A month's draft: its text, bringing it up to date, moving its blocks, and handing it on.</summary>
internal static class DraftEndpoints
{
    private const string Markdown = "text/markdown; charset=utf-8";

    /// <summary>The most bytes of a text; sent by a form or as JSON, each of them may take six.</summary>
    private const int LargestText = 1 << 20;

    public static void MapDrafts(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods($"/{DeskPaths.MonthSegment}/draft", DeskRequest.Reading, ShowPage);
        routes.MapMethods($"/api/{DeskPaths.MonthSegment}/draft/text", DeskRequest.Reading, ReadText);
        routes.MapPut($"/api/{DeskPaths.MonthSegment}/draft/text", PutTextAsync);

        // From a text box: of a script, or of a page without one.
        routes.MapPost($"/api/{DeskPaths.MonthSegment}/draft/text", TypeTextAsync);
        routes.MapPost($"/api/{DeskPaths.MonthSegment}/draft", UpdateAsync);
        routes.MapMethods($"/api/{DeskPaths.MonthSegment}/draft/diff", DeskRequest.Reading, (MonthDrafts drafts, string month) =>
            DeskAnswer.Of(drafts.Compare(DeskRequest.MonthOf(month)), DeskJson.Default.DraftRunJson));
        routes.MapPost($"/api/{DeskPaths.MonthSegment}/draft/move", MoveAsync);
        routes.MapMethods($"/api/{DeskPaths.MonthSegment}/draft/rich", DeskRequest.Reading, (MonthDrafts drafts, string month) =>
            drafts.RichText(DeskRequest.MonthOf(month)) is { } rich
                ? DeskAnswer.Of(rich, DeskJson.Default.RichTextJson)
                : NoDraft(DeskRequest.MonthOf(month)));
        routes.MapMethods($"/api/{DeskPaths.MonthSegment}/export/{{format}}", DeskRequest.Reading, Export);
    }

    private static IResult ShowPage(HttpContext context, DraftPages pages, string month, string? line)
    {
        var asked = DeskRequest.MonthOf(month);
        var model = int.TryParse(line, CultureInfo.InvariantCulture, out var number) && number > 0
            ? pages.Make(asked, number, context.RequestAborted)
            : pages.Make(asked, context.RequestAborted);
        return context.Request.Headers.ContainsKey(PageEndpoints.Fragment)
            ? new DeskPage<DraftParts>(model)
            : new DeskPage<Pages.DraftPage>(model);
    }

    private static IResult ReadText(HttpContext context, MonthDrafts drafts, string month)
    {
        var asked = DeskRequest.MonthOf(month);
        if (drafts.Texts.Read(asked, context.RequestAborted) is not { } version)
        {
            return NoDraft(asked);
        }

        var tag = $"\"{version.Tag}\"";
        context.Response.Headers.ETag = tag;
        context.Response.Headers.CacheControl = "no-cache";
        return DeskRequest.Has(context, tag)
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Results.Bytes(version.Content, Markdown);
    }

    private static async Task<IResult> PutTextAsync(HttpContext context, MonthDrafts drafts, string month)
    {
        var (asked, seen) = (DeskRequest.MonthOf(month), SeenBy(context));
        if (context.Request.ContentType is { } type && !type.StartsWith("text/", StringComparison.OrdinalIgnoreCase))
        {
            return new DeskProblem(
                StatusCodes.Status415UnsupportedMediaType, "Send the whole text of the draft (text/markdown), in UTF-8.");
        }

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        try
        {
            return Saved(context, drafts, drafts.Texts.Write(asked, seen, body.ToArray(), context.RequestAborted));
        }
        catch (DraftChangedException changed)
        {
            return Conflict(drafts, changed);
        }
    }

    private static async Task<IResult> TypeTextAsync(HttpContext context, MonthDrafts drafts, DraftPages pages, string month)
    {
        var asked = DeskRequest.MonthOf(month);
        await DeskRequest.AllowAsync(context, 7 * LargestText, 7 * LargestText);
        var sent = await DeskRequest.ReadAsync(
            context, DeskJson.Default.DraftTextRequest,
            form => new DraftTextRequest(form.TryGetValue("text", out var text) ? text.ToString() : null, DeskRequest.Field(form, "etag")));
        try
        {
            if (Encoding.UTF8.GetByteCount(sent.Text ?? "") > LargestText)
            {
                throw new BadHttpRequestException("The text is too large.", StatusCodes.Status413PayloadTooLarge);
            }

            var text = sent.Text ?? throw new BadInputException("The text is missing: send all of it as text.");
            var written = drafts.Type(asked, sent.Etag, text, context.RequestAborted);
            return DeskRequest.IsForm(context.Request) ? new SeeOther($"/{asked}/draft") : Saved(context, drafts, written);
        }
        catch (DraftChangedException changed)
        {
            return DeskRequest.IsForm(context.Request)
                ? new DeskPage<Pages.DraftPage>(
                    pages.Make(asked, drafts.Offer(changed), context.RequestAborted), StatusCodes.Status412PreconditionFailed)
                : Conflict(drafts, changed);
        }
        catch (Exception failure) when (DeskRequest.IsForm(context.Request) && DeskProblem.Of(failure) is { } problem)
        {
            // What was typed stays in its box.
            return new DeskPage<Pages.DraftPage>(pages.Make(asked, sent, problem, context.RequestAborted), problem.Status);
        }
    }

    private static async Task<IResult> UpdateAsync(HttpContext context, MonthDrafts drafts, string month)
    {
        var asked = DeskRequest.MonthOf(month);
        if (!DeskRequest.IsForm(context.Request) && !context.Request.HasJsonContentType() && context.Request.ContentLength is > 0)
        {
            throw new UnsupportedContentException();
        }

        return await DeskRequest.AnswerAsync(context, drafts.Update(asked), DeskJson.Default.DraftRunJson, $"/{asked}/draft");
    }

    private static async Task<IResult> MoveAsync(HttpContext context, MonthDrafts drafts, string month)
    {
        var asked = DeskRequest.MonthOf(month);
        var sent = await DeskRequest.ReadAsync(
            context, DeskJson.Default.MoveRequest,
            form => new MoveRequest(DeskRequest.Field(form, "block"), DeskRequest.Field(form, "before")));
        if (drafts.Move(asked, sent.Block ?? "", sent.Before, context.RequestAborted) is not { } moved)
        {
            return NoDraft(asked);
        }

        return moved.Refusal is { } why
            ? new DeskProblem(StatusCodes.Status422UnprocessableEntity, why)
            : await DeskRequest.AnswerAsync(
                context, drafts.Saved(moved.Version!), DeskJson.Default.DraftSavedJson, $"/{asked}/draft#order");
    }

    private static IResult Export(HttpContext context, MonthDrafts drafts, string month, string format, bool edited = false)
    {
        var asked = DeskRequest.MonthOf(month);
        var made = edited ? drafts.ExportEdited(asked, format) : drafts.Export(asked, format);
        if (made is not { } file)
        {
            return new DeskProblem(
                StatusCodes.Status404NotFound,
                !edited ? $"There is no format {format}: markdown, {string.Join(", ", DraftFormat.All.Select(one => one.Name))}."
                : EditedDocument.Formats.Contains(format) ? $"There is no draft of {asked} to hand on."
                : $"The edited draft has no format {format}: html, mail or markdown.");
        }

        // Never as a page of the desk.
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{asked}.{file.Ending}\"";
        return Results.Bytes(file.Content, file.Type);
    }

    private static IResult Saved(HttpContext context, MonthDrafts drafts, DraftVersion version)
    {
        context.Response.Headers.ETag = $"\"{version.Tag}\"";
        return DeskAnswer.Of(drafts.Saved(version), DeskJson.Default.DraftSavedJson);
    }

    private static IResult Conflict(MonthDrafts drafts, DraftChangedException changed) => DeskAnswer.Of(
        DraftConflictJson.Of(drafts.Offer(changed)), DeskJson.Default.DraftConflictJson, StatusCodes.Status412PreconditionFailed,
        DeskAnswer.Problem);

    private static DeskProblem NoDraft(Month month) => new(
        StatusCodes.Status404NotFound, $"There is no draft of {month} yet: POST /api/{month}/draft writes one.");

    /// <returns>Null: there was none.</returns>
    /// <exception cref="PreconditionRequiredException">The request does not say what it has seen.</exception>
    private static string? SeenBy(HttpContext context) =>
        DeskRequest.SeenBy(context) is { } tag ? tag
        : context.Request.Headers.IfNoneMatch is ["*"] ? null
        : throw new PreconditionRequiredException();
}
