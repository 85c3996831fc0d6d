using Sheaf.Answers;
using Sheaf.Editing;

namespace Sheaf.Desk;

/// <summary>What POST <c>/api/decisions</c> takes.</summary>
/// <param name="Month">Whose list the paper goes to, as <c>2024-04</c>.</param>
/// <param name="Id">The paper, in any spelling.</param>
/// <param name="Action"><c>take</c>, <c>star</c>, <c>refuse</c>, <c>later</c> or <c>reset</c>.</param>
internal sealed record DecisionRequest(string? Month, string? Id, string? Action)
{
    /// <summary>Why it is refused or put off.</summary>
    public string? Reason { get; init; }

    /// <summary>What is to stand beside it on the list.</summary>
    public string? Note { get; init; }

    /// <summary>With or without their <c>#</c>.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>The heading under which it is to stand.</summary>
    public string? Section { get; init; }

    /// <summary>Whether a line may go with words of the editor in it.</summary>
    public bool? Confirm { get; init; }
}

/// <summary>What POST <c>/api/decisions</c> answers.</summary>
/// <param name="Edit">The edit's number; null where nothing changed.</param>
/// <param name="State">What the paper is now: <c>open</c>, <c>taken</c>, <c>starred</c>, <c>later</c> or <c>refused</c>.</param>
/// <param name="Entry">Its entry on a list; null where it is on none.</param>
/// <param name="Counts">Of the month; null where they cannot be told at this moment.</param>
/// <param name="Warnings">What a person should be told, in sentences.</param>
internal sealed record DecisionJson(int? Edit, string State, ListEntryJson? Entry, CountsJson? Counts, IReadOnlyList<string> Warnings);

/// <summary>How many papers of a month's ranking are in which state.</summary>
/// <param name="Open">There to decide on.</param>
/// <param name="Later">Put off.</param>
/// <param name="Refused">Refused.</param>
/// <param name="Taken">On a list.</param>
internal sealed record CountsJson(int Open, int Later, int Refused, int Taken)
{
    internal static CountsJson Of(Ranking.SuggestionCounts counts) => new(counts.Open, counts.Later, counts.Refused, counts.Taken);
}

/// <summary>An entry of a list.</summary>
/// <param name="Key">Opaque; stays while its file and paper do.</param>
/// <param name="File">Below the workspace.</param>
/// <param name="Line">From 1.</param>
/// <param name="Id">The canonical identifier; null where the reference names no paper.</param>
/// <param name="Starred">To be treated in depth.</param>
/// <param name="Tags">Without <c>#</c>.</param>
/// <param name="Note">The editor's; null for none.</param>
/// <param name="Section">The heading it stands under; null for none.</param>
/// <param name="Etag">Changes when one of its lines does.</param>
internal sealed record ListEntryJson(
    string Key, string File, int Line, string? Id, bool Starred, IReadOnlyList<string> Tags, string? Note, string? Section, string Etag)
{
    internal static ListEntryJson Of(ListEntry entry) => new(
        entry.Key, entry.File, entry.Line, entry.Paper?.ToString(), entry.Starred, entry.Tags, entry.Note, entry.Section, entry.Etag);
}

/// <summary>What POST <c>/api/decisions/above</c> takes.</summary>
/// <param name="Month">Of the suggestions.</param>
/// <param name="Rank">From 1: those above it are decided on.</param>
/// <param name="Action"><c>refuse</c> or <c>later</c>.</param>
internal sealed record AboveRequest(string? Month, int? Rank, string? Action)
{
    /// <summary>
    /// The paper of that rank. Where it is given, it says which are above: ranks are those of the moment, and a page may be older.
    /// </summary>
    public string? Id { get; init; }

    public string? Reason { get; init; }
}

/// <summary>What POST <c>/api/decisions/above</c> answers.</summary>
/// <param name="Edit">The number of the one edit; null where nothing changed.</param>
/// <param name="Papers">Those that were decided on.</param>
/// <param name="States">What they are now.</param>
/// <param name="Counts">Of the month.</param>
/// <param name="Warnings">What a person should be told, in sentences.</param>
internal sealed record AboveJson(
    int? Edit, IReadOnlyList<string> Papers, IReadOnlyDictionary<string, string> States, CountsJson Counts,
    IReadOnlyList<string> Warnings);

/// <summary>What GET <c>/api/edits</c> answers.</summary>
/// <param name="Edits">The latest first.</param>
internal sealed record EditsJson(IReadOnlyList<EditJson> Edits);

/// <summary>What taking a decision back, or making it again, answers.</summary>
/// <param name="Edit">The decision.</param>
/// <param name="States">What its papers are now.</param>
/// <param name="Counts">Of the month that was named; null where none was.</param>
internal sealed record RepeatedEditJson(EditJson Edit, IReadOnlyDictionary<string, string> States, CountsJson? Counts);

/// <summary>What GET <c>/api/YYYY-MM/states</c> answers.</summary>
/// <param name="States">By identifier.</param>
/// <param name="Counts">Of the month.</param>
internal sealed record StatesJson(IReadOnlyDictionary<string, string> States, CountsJson Counts);
