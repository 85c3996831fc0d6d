using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Sheaf.Answers;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Ranking;
using Sheaf.Searching;

namespace Sheaf.Desk;

/// <summary>What the store and the files say: the answers of <c>--json</c>, over HTTP.</summary>
internal static class MonthEndpoints
{
    private const int DefaultTake = 50;
    private const int MostTaken = 500;
    private const int MostFound = 100;
    private const int MostStates = 1_000;

    public static void MapMonths(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/api/months", DeskRequest.Reading, (DeskParts parts) => DeskAnswer.Of(
            parts.Status().Read(), DeskJson.Default.StatusJson));
        routes.MapMethods($"/api/{DeskPaths.MonthSegment}/status", DeskRequest.Reading, Status);
        routes.MapMethods($"/api/{DeskPaths.MonthSegment}/ledger", DeskRequest.Reading, Ledger);
        routes.MapMethods($"/api/{DeskPaths.MonthSegment}/suggestions", DeskRequest.Reading, Suggestions);
        routes.MapMethods($"/api/{DeskPaths.MonthSegment}/states", DeskRequest.Reading, States);
        routes.MapMethods("/api/papers/{**id}", DeskRequest.Reading, Paper);
        routes.MapMethods("/api/search", DeskRequest.Reading, Search);
    }

    private static IResult Status(DeskParts parts, string month)
    {
        var asked = DeskRequest.MonthOf(month);
        parts.EnsureReadable(asked);
        return DeskAnswer.Of(parts.Status().Read(asked), DeskJson.Default.MonthStatusJson);
    }

    private static IResult Ledger(DeskParts parts, string month)
    {
        var asked = DeskRequest.MonthOf(month);
        return DeskAnswer.Of(
            [.. LedgerExport.Of(parts.Local.Lists.ReadFor(asked), parts.Local, asked)], DeskJson.Default.IReadOnlyListLedgerJson);
    }

    private static IResult Suggestions(
        HttpContext context, DeskParts parts, string month, string? after = null, string? take = null, string? show = null)
    {
        var (asked, pile) = (DeskRequest.MonthOf(month), PileName.Parse(show));
        var (from, count) = (Whole(after, 0, int.MaxValue, "after"), Whole(take, DefaultTake, MostTaken, "take"));
        parts.EnsureReadable(asked);
        var tag = $"\"{Digest($"{parts.Suggestions.Tag(asked)} {pile} {from} {count}")}\"";
        context.Response.Headers.ETag = tag;
        context.Response.Headers.CacheControl = "no-cache";
        if (DeskRequest.Has(context, tag))
        {
            return Results.StatusCode(StatusCodes.Status304NotModified);
        }

        var found = parts.Suggestions.Read(asked, pile, from, count);
        return DeskAnswer.Of(SuggestJson.Of(found, from + 1), DeskJson.Default.SuggestJson);
    }

    private static IResult States(DeskParts parts, string month, string? ids = null)
    {
        var asked = DeskRequest.MonthOf(month);
        var papers = (ids ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Take(MostStates).Select(DeskRequest.PaperOf).Distinct();
        var states = parts.States();
        return DeskAnswer.Of(
            new StatesJson(
                papers.ToDictionary(paper => paper.ToString(), paper => StateName.Of(states.Of(paper))),
                CountsJson.Of(parts.Suggestions.Count(asked))),
            DeskJson.Default.StatesJson);
    }

    private static IResult Paper(DeskParts parts, string id)
    {
        var paper = DeskRequest.PaperOf(id);
        var known = parts.Local;
        if (known.Eprints.FindStored(paper) is not { } stored)
        {
            return DeskProblem.NoPaper(paper);
        }

        return DeskAnswer.Of(
            ShowJson.Of(
                paper.ToString(), stored, known.Ledger.Find([paper]).GetValueOrDefault(paper),
                known.Signals.Find(paper)),
            DeskJson.Default.ShowJson);
    }

    private static IResult Search(
        HttpContext context, DeskParts parts, string? q = null, string? top = null, string? category = null, string? author = null,
        string? from = null, string? to = null)
    {
        var filter = PaperSearch.FilterOf(category?.Trim(), author?.Trim(), ("from", from), ("to", to));
        var found = PaperSearch.Find(parts.Local, q ?? "", filter, Whole(top, 20, MostFound, "top"), context.RequestAborted);
        return DeskAnswer.Of(SearchJson.Of(q ?? "", filter, found), DeskJson.Default.SearchJson);
    }

    /// <exception cref="BadInputException">It is no such number.</exception>
    private static int Whole(string? text, int otherwise, int most, string name) =>
        text is null ? otherwise
        : int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)
            && number <= most ? number
        : throw new BadInputException($"'{name}' takes a whole number{(most == int.MaxValue ? "" : $" up to {most}")}, not '{text}'.");

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
}

/// <summary>The piles of suggestions by their names in addresses.</summary>
internal static class PileName
{
    /// <exception cref="BadInputException">There is no such pile.</exception>
    public static SuggestionPile Parse(string? name) => name switch
    {
        null or "" or "open" => SuggestionPile.Open,
        "later" => SuggestionPile.Later,
        "refused" => SuggestionPile.Refused,
        "taken" => SuggestionPile.Taken,
        _ => throw new BadInputException($"'{name}' is no pile of suggestions: open, later, refused or taken."),
    };

    public static string Of(SuggestionPile pile) => pile switch
    {
        SuggestionPile.Later => "later",
        SuggestionPile.Refused => "refused",
        SuggestionPile.Taken => "taken",
        _ => "open",
    };
}
