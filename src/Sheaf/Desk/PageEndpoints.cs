using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Desk.Pages;
using Sheaf.Drafts.Formats;
using Sheaf.Manual;

namespace Sheaf.Desk;

/// <summary>The pages.</summary>
internal static class PageEndpoints
{
    /// <summary>What a script sends that wants rows and not a page.</summary>
    public const string Fragment = "X-Fragment";

    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods($"/{DeskPaths.MonthSegment}", DeskRequest.Reading, (MonthPages pages, string month) =>
            new DeskPage<MonthPage>(pages.Make(DeskRequest.MonthOf(month))));
        routes.MapMethods($"/{DeskPaths.MonthSegment}/suggestions", DeskRequest.Reading, Suggestions);
        routes.MapMethods($"/{DeskPaths.MonthSegment}/suggestions/papers/{{**id}}", DeskRequest.Reading, Detail);
        routes.MapMethods($"/{DeskPaths.MonthSegment}/list", DeskRequest.Reading, (ListPages pages, string month) =>
            new DeskPage<ListPage>(pages.Make(DeskRequest.MonthOf(month))));
        routes.MapMethods($"/{DeskPaths.MonthSegment}/check", DeskRequest.Reading, async (
            HttpContext context, CheckPages pages, string month, string? edit = null) =>
            new DeskPage<CheckPage>(await pages.MakeAsync(DeskRequest.MonthOf(month), edit, context.RequestAborted)));
        routes.MapMethods("/search", DeskRequest.Reading, (HttpContext context, SearchPages pages) =>
            new DeskPage<SearchPage>(pages.Make(SearchAsked.Of(context.Request.Query), context.RequestAborted)));
        routes.MapMethods("/search/papers/{**id}", DeskRequest.Reading, Found);
        routes.MapMethods("/papers/{**id}", DeskRequest.Reading, Paper);
        routes.MapMethods("/runs", DeskRequest.Reading, (RunPages pages, string? kind = null, string? months = null) =>
            new DeskPage<RunsPage>(pages.Make(kind, months?.Trim() ?? "")));
        routes.MapMethods("/keys", DeskRequest.Reading, (DeskFrames frames) =>
            new DeskPage<KeysPage>(new KeysPageModel(frames.OfAll("Keys", "keys"), DeskKeys.All)));
        routes.MapMethods("/help/{topic?}", DeskRequest.Reading, Help);
    }

    private static IResult Suggestions(
        HttpContext context, SuggestionsPages pages, string month, string? show = null, int? after = null, string? behind = null,
        string? open = null, bool keep = false)
    {
        if (keep)
        {
            var kept = pages.MakeKept(DeskRequest.MonthOf(month), context.RequestAborted);
            context.Response.Headers.ETag = $"\"{kept.Version}\"";
            return new DeskPage<SuggestionsPage>(kept);
        }

        var model = pages.Make(
            DeskRequest.MonthOf(month), PileName.Parse(show), after is null ? null : Math.Max(0, after.Value),
            behind is null ? null : DeskRequest.PaperOf(behind), open is null ? null : DeskRequest.PaperOf(open));
        return context.Request.Headers.ContainsKey(Fragment)
            ? new DeskPage<SuggestionsWindow>(model)
            : new DeskPage<SuggestionsPage>(model);
    }

    private static IResult Detail(HttpContext context, SuggestionsPages pages, string month, string id)
    {
        var (asked, paper) = (DeskRequest.MonthOf(month), DeskRequest.PaperOf(id));
        return pages.Detail(asked, paper, DeskPaths.Suggestions(asked)) is not { } detail ? DeskProblem.NoPaper(paper)
            : context.Request.Headers.ContainsKey(Fragment) ? new DeskPage<PaperDetails>(detail)
            : new SeeOther($"/papers/{paper}");
    }

    private static IResult Found(HttpContext context, SearchPages pages, string id)
    {
        var paper = DeskRequest.PaperOf(id);
        return pages.Detail(paper, SearchAsked.Of(context.Request.Query)) is not { } detail ? DeskProblem.NoPaper(paper)
            : context.Request.Headers.ContainsKey(Fragment) ? new DeskPage<PaperDetails>(detail)
            : new SeeOther($"/papers/{paper}");
    }

    private static IResult Paper(HttpContext context, PaperPages pages, string id)
    {
        var paper = DeskRequest.PaperOf(id);
        if (context.Request.Headers.ContainsKey(Fragment))
        {
            return new DeskPage<PaperStanding>(pages.Standing(paper));
        }

        var model = pages.Make(paper);
        return new DeskPage<PaperPage>(model, model.Absent is null ? StatusCodes.Status200OK : StatusCodes.Status404NotFound);
    }

    private static IResult Help(DeskFrames frames, string? topic = null)
    {
        var page = topic is null ? ManualPage.All[0] : ManualPage.Find(Path.GetFileNameWithoutExtension(topic));
        return page is null
            ? new DeskProblem(StatusCodes.Status404NotFound, "The manual has no such page.")
            : new DeskPage<HelpPage>(new HelpPageModel(
                frames.OfAll(page.Title, "help"), DeskMarkup.Of(ManualHtml.From(page.Text)),
                [.. ManualPage.All.Select(one => new DeskTab(one.Title, $"/help/{one.Topic}", one.Topic))]));
    }
}
