using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Sheaf.Answers;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Store.Lists;

namespace Sheaf.Desk;

/// <summary>The journal: what was decided, and taking it back.</summary>
internal static class EditEndpoints
{
    private const int MostEdits = 200;

    /// <summary>Of an edit of very many papers, only so many are looked at for the answer.</summary>
    private const int MostStates = 2_000;

    public static void MapEdits(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/api/edits", DeskRequest.Reading, (DeskParts parts) => DeskAnswer.Of(
            new EditsJson([.. parts.Files.Latest(MostEdits).Select(EditJson.Of)]), DeskJson.Default.EditsJson));
        routes.MapPost("/api/edits/{number:int}/undo", (HttpContext context, DeskParts parts, int number) =>
            RepeatAsync(context, parts, number, undo: true));
        routes.MapPost("/api/edits/{number:int}/redo", (HttpContext context, DeskParts parts, int number) =>
            RepeatAsync(context, parts, number, undo: false));
    }

    private static async Task<IResult> RepeatAsync(HttpContext context, DeskParts parts, int number, bool undo)
    {
        if (!DeskRequest.IsForm(context.Request) && !context.Request.HasJsonContentType() && context.Request.ContentLength is > 0)
        {
            throw new UnsupportedContentException();
        }

        var done = undo ? parts.Files.Undo(number, context.RequestAborted) : parts.Files.Redo(number, context.RequestAborted);
        if (done is null)
        {
            return new DeskProblem(
                StatusCodes.Status409Conflict,
                undo
                    ? $"There is no decision {number} that stands, so nothing was taken back."
                    : $"Decision {number} was not taken back, so it cannot be made again.");
        }

        var states = parts.States();
        var answer = new RepeatedEditJson(
            EditJson.Of(done with { IsUndone = undo }),
            PapersOf(done).Take(MostStates).ToDictionary(paper => paper.ToString(), paper => StateName.Of(states.Of(paper))),
            Month.TryParse(context.Request.Query["month"].ToString(), out var month)
                ? CountsJson.Of(parts.Suggestions.Count(month))
                : null);
        return await DeskRequest.AnswerAsync(context, answer, DeskJson.Default.RepeatedEditJson, "/");
    }

    /// <summary>The papers that an edit put somewhere or took from somewhere.</summary>
    internal static IEnumerable<ArxivIdentifier> PapersOf(EditRow edit) => edit.Parts
        .SelectMany(part => IdentifierFinder.Find(part.After).Concat(IdentifierFinder.Find(part.Before)))
        .Select(found => found.Reference?.Identifier).OfType<ArxivIdentifier>().Distinct();
}
