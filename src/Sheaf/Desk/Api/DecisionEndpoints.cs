using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Editing;
using Sheaf.Ranking;

namespace Sheaf.Desk;

/// <summary>Deciding on papers, one at a time or all above one.</summary>
internal static class DecisionEndpoints
{
    /// <summary>More is no note any more.</summary>
    private const int LongestNote = 20_000;
    private const int LongestReason = 1_000;

    public static void MapDecisions(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/decisions", DecideAsync);
        routes.MapPost("/api/decisions/above", DecideAboveAsync);
    }

    private static async Task<IResult> DecideAsync(HttpContext context, DeskParts parts, VisitorRules visitors)
    {
        var sent = await DeskRequest.ReadAsync(context, DeskJson.Default.DecisionRequest, OfForm);
        var (month, paper) = (DeskRequest.MonthOf(sent.Month), DeskRequest.PaperOf(sent.Id));
        var action = ActionOf(sent.Action);
        var outcome = parts.Decisions.Decide(
            new Decision(month, paper, action)
            {
                Same = parts.Suggestions.SameAs(month, paper),
                Reason = Limited(sent.Reason, LongestReason, "reason"),
                Note = Limited(sent.Note, LongestNote, "note"),
                Tags = sent.Tags ?? [],
                Section = Limited(sent.Section, LongestReason, "section"),
                IsConfirmed = sent.Confirm is true,
                Person = visitors.NameByProxy(context),
            },
            context.RequestAborted);
        var answer = new DecisionJson(
            outcome.Edit,
            StateName.Of(outcome.Now),
            outcome.Entry is { } entry ? ListEntryJson.Of(entry) : null,
            CountsAfter(parts, month),
            [.. Unused(sent, action, outcome), .. Warnings(outcome)]);
        return await DeskRequest.AnswerAsync(context, answer, DeskJson.Default.DecisionJson, DeskPaths.Suggestions(month));
    }

    private static async Task<IResult> DecideAboveAsync(HttpContext context, DeskParts parts, VisitorRules visitors)
    {
        var sent = await DeskRequest.ReadAsync(
            context, DeskJson.Default.AboveRequest,
            form => new AboveRequest(
                DeskRequest.Field(form, "month"), int.TryParse(DeskRequest.Field(form, "rank"), out var rank) ? rank : null,
                DeskRequest.Field(form, "action"))
            {
                Id = DeskRequest.Field(form, "id"),
                Reason = DeskRequest.Field(form, "reason"),
            });
        var month = DeskRequest.MonthOf(sent.Month);
        var action = ActionOf(sent.Action) is var wanted and (DecisionAction.Refuse or DecisionAction.Later)
            ? wanted
            : throw new BadInputException($"'{sent.Action}' is nothing to do with all of them: say refuse or later.");
        var above = Above(parts, month, sent);
        var outcome = parts.Decisions.DecideAll(
            [.. above.Select(work => (IReadOnlyList<ArxivIdentifier>)[ArxivIdentifier.Parse(work.Row.Identifier), .. work.Same])],
            action, Limited(sent.Reason, LongestReason, "reason"), visitors.NameByProxy(context), context.RequestAborted);
        var states = parts.States();
        var answer = new AboveJson(
            outcome.Edit,
            [.. outcome.Papers.Select(paper => paper.ToString())],
            outcome.Papers.ToDictionary(paper => paper.ToString(), paper => StateName.Of(states.Of(paper))),
            CountsJson.Of(parts.Suggestions.Count(month)),
            outcome.Warnings);
        return await DeskRequest.AnswerAsync(context, answer, DeskJson.Default.AboveJson, DeskPaths.Suggestions(month));
    }

    private static IEnumerable<RankedWork> Above(DeskParts parts, Month month, AboveRequest sent)
    {
        if (sent.Id is { } named)
        {
            return parts.Suggestions.OpenAbove(month, DeskRequest.PaperOf(named));
        }

        return sent.Rank is { } rank and >= 1
            ? parts.Suggestions.Pile(month, SuggestionPile.Open).Take(rank - 1)
            : throw new BadInputException("Say above which rank, from 1.");
    }

    /// <summary>What was decided is written by now: that it cannot be counted must not hide it.</summary>
    private static CountsJson? CountsAfter(DeskParts parts, Month month)
    {
        try
        {
            return CountsJson.Of(parts.Suggestions.Count(month));
        }
        catch (Exception failure) when (failure is Store.StoreException or System.Data.Common.DbException or IOException
            or UnauthorizedAccessException or Lists.CurationException)
        {
            return null;
        }
    }

    /// <summary>No word that was sent is dropped unsaid.</summary>
    private static IEnumerable<string> Unused(DecisionRequest sent, DecisionAction action, DecisionOutcome outcome)
    {
        var isTaken = action is DecisionAction.Take or DecisionAction.Star;
        if (!isTaken && !string.IsNullOrWhiteSpace(sent.Note))
        {
            yield return $"The note was not written, as a paper that is on no list has none: {sent.Note}";
        }

        if (!isTaken && sent.Tags is { Count: > 0 } tags)
        {
            yield return $"The tags were not written, as a paper that is on no list has none: {string.Join(' ', tags)}";
        }

        if (!string.IsNullOrWhiteSpace(sent.Reason) && action is not (DecisionAction.Refuse or DecisionAction.Later))
        {
            yield return $"The reason was not written, as only a paper that is refused or put off has one: {sent.Reason}";
        }

        if (PaperDecisions.OneLine(sent.Section) is { } section && section != outcome.Entry?.Section)
        {
            yield return isTaken
                ? $"The paper stays where it stands; move it on the list to have it under: {section}"
                : $"The section was not used, as the paper is on no list: {section}";
        }
    }

    private static IEnumerable<string> Warnings(DecisionOutcome outcome)
    {
        if (outcome.NoteLeft is { } note)
        {
            yield return $"The note was not written, as {outcome.Problem}: {note}";
        }
        else if (outcome.Problem is { } problem)
        {
            yield return $"The words were not written, as {problem}.";
        }

        if (outcome.ReasonLeft is { } reason)
        {
            yield return $"The paper had a line of its own, which was left as it is; your words: {reason}";
        }

        foreach (var warning in outcome.Warnings)
        {
            yield return warning;
        }
    }

    private static DecisionRequest OfForm(IFormCollection form) => new(
        DeskRequest.Field(form, "month"), DeskRequest.Field(form, "id"), DeskRequest.Field(form, "action"))
    {
        Reason = DeskRequest.Field(form, "reason") ?? DeskRequest.Field(form, "words"),
        Note = DeskRequest.Field(form, "note"),
        Tags = DeskRequest.Field(form, "tags")?.Split([' ', ',', '\t'], StringSplitOptions.RemoveEmptyEntries),
        Section = DeskRequest.Field(form, "section"),
        Confirm = DeskRequest.Field(form, "confirm") is "true" or "on",
    };

    private static DecisionAction ActionOf(string? name) => name switch
    {
        "take" => DecisionAction.Take,
        "star" => DecisionAction.Star,
        "refuse" => DecisionAction.Refuse,
        "later" => DecisionAction.Later,
        "reset" => DecisionAction.Reset,
        _ => throw new BadInputException($"'{name}' is no decision: take, star, refuse, later or reset."),
    };

    private static string? Limited(string? text, int most, string name) =>
        string.IsNullOrWhiteSpace(text) ? null
        : text.Length <= most ? text
        : throw new BadInputException($"The {name} is longer than {most} characters.");
}

/// <summary>The states of papers by their names in JSON.</summary>
internal static class StateName
{
    public static string Of(PaperState state) => state switch
    {
        PaperState.Taken => "taken",
        PaperState.Starred => "starred",
        PaperState.Later => "later",
        PaperState.Refused => "refused",
        _ => "open",
    };
}
