using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Sheaf.Answers;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Editing;
using Sheaf.Files;
using Sheaf.Lists;
using Sheaf.Lists.Import;

namespace Sheaf.Desk;

/// <summary>A month's list: its entries, changing one, and adding whatever names papers.</summary>
internal static class ListEndpoints
{
    private const string Source = "the pasted text";

    public static void MapLists(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods($"/api/{DeskPaths.MonthSegment}/list", DeskRequest.Reading, List);
        routes.MapPatch("/api/entries/{key}", ChangeAsync);
        routes.MapDelete("/api/entries/{key}", Remove);

        // For pages without script.
        routes.MapPost("/api/entries/{key}", SubmitAsync);
        routes.MapPost("/api/lists", PasteAsync);
    }

    private static IResult List(DeskParts parts, string month)
    {
        var asked = DeskRequest.MonthOf(month);
        parts.EnsureReadable(asked);
        return DeskAnswer.Of(
            new ListJson([.. parts.Entries.Read(asked, parts.MonthOf).Select(ListEntryJson.Of)]), DeskJson.Default.ListJson);
    }

    private static async Task<IResult> ChangeAsync(HttpContext context, DeskParts parts, VisitorRules visitors, string key)
    {
        var sent = await DeskRequest.ReadAsync(context, DeskJson.Default.EntryRequest, _ => throw new UnsupportedContentException());
        var person = visitors.NameByProxy(context);
        return Answer(
            context, () => parts.ChangingEntries.Change(key, EtagOf(context), Wanted(sent), person, context.RequestAborted));
    }

    private static IResult Remove(HttpContext context, DeskParts parts, VisitorRules visitors, string key) => Answer(
        context,
        () => parts.ChangingEntries.Remove(
            key, EtagOf(context), context.Request.Query["confirm"].ToString() == "true", visitors.NameByProxy(context),
            context.RequestAborted));

    private static async Task<IResult> SubmitAsync(HttpContext context, DeskParts parts, VisitorRules visitors, string key)
    {
        if (!DeskRequest.IsForm(context.Request))
        {
            throw new UnsupportedContentException();
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (etag, person) = (DeskRequest.Field(form, "etag") ?? "", visitors.NameByProxy(context));
        var outcome = DeskRequest.Field(form, "do") == "remove"
            ? parts.ChangingEntries.Remove(key, etag, DeskRequest.Field(form, "confirm") == "true", person, context.RequestAborted)
            : parts.ChangingEntries.Change(
                key, etag,
                new WantedEntry
                {
                    Starred = form["starred"] is ["true"],
                    Tags = form["tags"].ToString().Split([' ', ',', '\t'], StringSplitOptions.RemoveEmptyEntries),
                    Note = form["note"].ToString().ReplaceLineEndings("\n").Trim(),
                    Section = form["section"].ToString().Trim(),
                },
                person, context.RequestAborted);
        return await DeskRequest.AnswerAsync(context, Json(outcome), DeskJson.Default.EntryChangeJson, "/");
    }

    private static async Task<IResult> PasteAsync(HttpContext context, DeskParts parts, ListPages pages)
    {
        await DeskRequest.AllowAsync(context, FileLimits.ForeignList + (FileLimits.ForeignList / 2), FileLimits.ForeignList);
        var sent = await DeskRequest.ReadAsync(
            context, DeskJson.Default.PasteRequest,
            form => new PasteRequest(DeskRequest.Field(form, "month"), DeskRequest.Field(form, "text")));
        var month = sent.Month is null ? (Month?)null : DeskRequest.MonthOf(sent.Month);
        var found = NamedPaper.FoundIn(Source, ListReader.ReadWhole(Source, Encoding.UTF8.GetBytes(sent.Text ?? "")))
            .Where(paper => !paper.IsOnlyWords).ToList();
        if (found.Count == 0)
        {
            throw new BadInputException("The text names no paper on arXiv, so nothing was added.");
        }

        var known = parts.Local.Eprints.Find(
            [.. found.Select(paper => paper.Reference?.Identifier).OfType<ArxivIdentifier>().Distinct()]);
        var adding = new AddingPapers(parts.Workspace, parts.Files, month, known, LineWords.None);
        var (added, _) = parts.Files.Change("add", edit => adding.Add(edit, found), context.RequestAborted);
        return DeskRequest.IsForm(context.Request) && month is { } shown
            ? new DeskPage<Pages.ListPage>(pages.Make(shown, [.. AddedSentences.Of(added)]))
            : DeskAnswer.Of(new AddJson(added), DeskJson.Default.AddJson);
    }

    private static IResult Answer(HttpContext context, Func<EntryOutcome> make)
    {
        try
        {
            var outcome = make();
            if (outcome.Entry is { } entry)
            {
                context.Response.Headers.ETag = $"\"{entry.Etag}\"";
            }

            return DeskAnswer.Of(Json(outcome), DeskJson.Default.EntryChangeJson);
        }
        catch (EntryChangedException changed)
        {
            return DeskAnswer.Of(
                new EntryProblemJson(
                    "about:blank", "Precondition Failed", StatusCodes.Status412PreconditionFailed, changed.Message, changed.Now?.Text,
                    changed.Asked, changed.Now?.Etag),
                DeskJson.Default.EntryProblemJson, StatusCodes.Status412PreconditionFailed, DeskAnswer.Problem);
        }
    }

    private static EntryChangeJson Json(EntryOutcome outcome) => new(
        outcome.Edit, outcome.Entry is { } entry ? ListEntryJson.Of(entry) : null, outcome.Warnings);

    private static WantedEntry Wanted(EntryRequest sent) =>
        new() { Starred = sent.Starred ?? sent.Star, Tags = sent.Tags, Note = sent.Note, Section = sent.Section };

    /// <exception cref="PreconditionRequiredException">The request does not say what it has seen.</exception>
    private static string EtagOf(HttpContext context) =>
        DeskRequest.SeenBy(context) ?? throw new PreconditionRequiredException();
}

/// <summary>A change was sent without If-Match.</summary>
internal sealed class PreconditionRequiredException() : Exception("Say with If-Match which one state of it you have seen: its etag.");
