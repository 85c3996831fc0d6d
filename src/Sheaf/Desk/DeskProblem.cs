using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Sheaf.Arxiv;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Ballots;
using Sheaf.Desk.Pages;
using Sheaf.Editing;
using Sheaf.Lists;
using Sheaf.Settings;
using Sheaf.Store;
using Sheaf.Text;

namespace Sheaf.Desk;

/// <summary>Why something was not done: one sentence, as a page where a person looks and as a problem document (RFC 9457) else.</summary>
/// <param name="status">The status of HTTP.</param>
/// <param name="sentence">What is wrong and what to do, with its final stop.</param>
internal sealed class DeskProblem(int status, string sentence) : IResult
{
    public int Status => status;

    public string Sentence => sentence;

    /// <summary>The file that stands in the way, for readers.</summary>
    public string? File { get; init; }

    /// <summary>The line in it, from 1.</summary>
    public int? Line { get; init; }

    /// <summary>The lines that would go with a person's words in them.</summary>
    public IReadOnlyList<ProblemLine>? Lines { get; init; }

    /// <summary>Where a password is asked for that would let one in; null where none would.</summary>
    public string? Login { get; init; }

    /// <summary>In how many seconds it may be tried again.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>Who asks has not been let in.</summary>
    /// <param name="hasPassword">Whether a password would let one in.</param>
    /// <param name="back">Where to go then, a path of the desk.</param>
    public static DeskProblem NotLetIn(bool hasPassword, string back) => new(
        StatusCodes.Status401Unauthorized,
        hasPassword
            ? "This browser has not been let in yet: log in with the password."
            : "This browser has not been let in yet: open the link that sheaf serve printed, or run sheaf desk for a new one.")
    {
        Login = hasPassword ? $"{DeskPaths.Login}?back={Uri.EscapeDataString(back)}" : null,
    };

    /// <summary>The store does not have a paper.</summary>
    public static DeskProblem NoPaper(ArxivIdentifier id) => new(
        StatusCodes.Status404NotFound, $"The store has no paper {id}: fetch it with sheaf harvest {id}, or look for another.");

    /// <summary>What was in the way of a request; null for what is a fault of Sheaf.</summary>
    public static DeskProblem? Of(Exception failure) => failure switch
    {
        BadInputException bad => new(StatusCodes.Status400BadRequest, bad.Message) { File = Shown(bad.File), Line = bad.Line },
        BadHttpRequestException bad => new(
            bad.StatusCode,
            bad.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? "This is more than can be taken at once."
                : "The request cannot be read: something in its address or its form is not what it should be."),
        System.Text.Json.JsonException { Path: { Length: > 2 } place } => new(
            StatusCodes.Status400BadRequest,
            $"The request is not the JSON that is asked for here: {place.TrimStart('$').Trim('.', '[', ']', '\'')} is not known, or not "
            + "what it should be."),
        System.Text.Json.JsonException => new(StatusCodes.Status400BadRequest, "The request is not the JSON that is asked for here."),
        InvalidDataException => new(
            StatusCodes.Status400BadRequest, "The form cannot be read, or is more than can be taken at once."),
        UnsupportedContentException => new(StatusCodes.Status415UnsupportedMediaType, failure.Message),
        PreconditionRequiredException => new(StatusCodes.Status428PreconditionRequired, failure.Message),
        EntryChangedException changed => new(StatusCodes.Status412PreconditionFailed, $"{changed.Message} Look at it, and do it again.")
        {
            Lines = changed.Now is { } now ? [new ProblemLine(now.File, now.Line, now.Text)] : null,
        },
        EditRefusedException refused => new(StatusCodes.Status422UnprocessableEntity, refused.Message)
        {
            File = Shown(refused.File),
            Line = refused.Line,
        },
        CurationException refused => new(StatusCodes.Status422UnprocessableEntity, refused.Message)
        {
            File = Shown(refused.File),
            Line = refused.Line,
        },
        WordsAtStakeException { Places: var places } when places.FirstOrDefault(place => place.AlsoNames.Length > 0) is { } shared => new(
            StatusCodes.Status422UnprocessableEntity,
            $"Another paper, {shared.AlsoNames}, stands in the line that would go: give it a line of its own, by hand.")
        {
            File = $"curated/{shared.List}",
            Line = shared.Line,
        },
        WordsAtStakeException stake => new(
            StatusCodes.Status422UnprocessableEntity,
            "Words of yours stand in the line that would go: change it by hand, or say that the line may go.")
        {
            Lines = [.. stake.Places.Select(place => new ProblemLine($"curated/{place.List}", place.Line, place.Text.TrimEnd('\r', '\n')))],
        },
        BallotRefusedException refused => new(
            refused.Why switch
            {
                BallotRefusal.Closed => StatusCodes.Status410Gone,
                BallotRefusal.NotOffered => StatusCodes.Status422UnprocessableEntity,
                _ => StatusCodes.Status409Conflict,
            },
            refused.Message),
        Drafts.LinkLeftAloneException or Drafts.NotTextException => new(
            StatusCodes.Status422UnprocessableEntity, $"{failure.Message}."),
        StoreException or GateStateException or IOException or UnauthorizedAccessException => new(
            StatusCodes.Status503ServiceUnavailable, $"{failure.Message.TrimEnd('.')}. Nothing is lost."),

        // Of a store that is taken away and made anew at this moment.
        System.Data.Common.DbException => new(
            StatusCodes.Status503ServiceUnavailable, "The store cannot be used at this moment: try it again."),
        _ => null,
    };

    public Task ExecuteAsync(HttpContext httpContext) => WriteAsync(httpContext);

    public async Task WriteAsync(HttpContext context)
    {
        if (RetryAfter is { } seconds)
        {
            context.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        if (WantsPage(context.Request))
        {
            var page = new ProblemPageModel(Status, SafeText.OneLine(sentence), Lines ?? [])
            {
                Login = Login,
                IsForReaders = DeskPaths.IsForReaders(context.Request.Path),
            };
            await new DeskPage<ProblemPage>(page, Status).ExecuteAsync(context);
            return;
        }

        await DeskAnswer.WriteAsync(
            context, Status, new ProblemJson("about:blank", Title, Status, SafeText.OneLine(sentence), File, Line, Lines),
            DeskJson.Default.ProblemJson, DeskAnswer.Problem);
    }

    private string Title => Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(Status);

    /// <summary>A person sees the answer: it was asked for by a browser going to a page, or by a form.</summary>
    private static bool WantsPage(HttpRequest request) =>
        request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
            || (!request.Path.StartsWithSegments(DeskPaths.Api) && request.Headers.Accept.Count == 0);

    private static string? Shown(string? file) => file is null ? null : Workspace.ForReaders(file);
}

/// <summary>A problem document, with what is ours of it at its end.</summary>
/// <param name="Type">Always <c>about:blank</c>: the status says what kind it is.</param>
/// <param name="Title">The name of the status.</param>
/// <param name="Status">The status.</param>
/// <param name="Detail">What is wrong and what to do.</param>
/// <param name="File">The file that stands in the way.</param>
/// <param name="Line">The line in it, from 1.</param>
/// <param name="Lines">The lines that would go with a person's words in them.</param>
internal sealed record ProblemJson(
    string Type, string Title, int Status, string Detail,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? File,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Line,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<ProblemLine>? Lines);
