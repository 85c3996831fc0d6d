using Sheaf.Searching;
using Sheaf.Text;

namespace Sheaf.Answers;

/// <summary>What <c>search</c> writes under <c>--json</c>.</summary>
/// <param name="Query">As asked.</param>
/// <param name="Category">The filter; null where there is none, likewise for the next.</param>
/// <param name="Author">The filter.</param>
/// <param name="From">The first day: <c>2024-04-01</c>.</param>
/// <param name="To">The last day.</param>
/// <param name="Results">The best first.</param>
internal sealed record SearchJson(
    string Query, string? Category, string? Author, string? From, string? To, IReadOnlyList<FoundJson> Results)
{
    internal static SearchJson Of(string query, SearchFilter filter, IReadOnlyList<FoundPaper> found) => new(
        query, filter.Category, filter.Author, Day(filter.From), Day(filter.To),
        [.. found.Select((paper, place) => FoundJson.Of(place + 1, paper))]);

    private static string? Day(DateOnly? day) => day is { } known ? UtcText.Day(known) : null;
}

/// <summary>One paper of them.</summary>
/// <param name="Rank">From 1.</param>
/// <param name="Id">The identifier.</param>
/// <param name="Title">As arXiv has it.</param>
/// <param name="Authors">Names in natural order.</param>
/// <param name="FirstSubmitted">When version 1 came.</param>
/// <param name="Categories">The primary one first.</param>
/// <param name="Score">The higher, the better.</param>
/// <param name="TitleParts">The title in Unicode, in pieces: those with <c>hit</c> are what was looked for.</param>
/// <param name="Excerpt">A piece of the abstract, in plain text.</param>
/// <param name="ExcerptParts">The same in pieces.</param>
internal sealed record FoundJson(
    int Rank, string Id, string Title, IReadOnlyList<string> Authors, string FirstSubmitted, IReadOnlyList<string> Categories, double Score,
    IReadOnlyList<ExcerptPart> TitleParts, string Excerpt, IReadOnlyList<ExcerptPart> ExcerptParts)
{
    internal static FoundJson Of(int rank, FoundPaper found) => new(
        rank,
        found.Paper.Identifier.ToString(),
        found.Paper.Title,
        [.. found.Paper.Authors.Select(author => author.Name)],
        UtcText.From(found.Paper.FirstSubmitted),
        found.Paper.Categories,
        Math.Round(found.Score, 4),
        found.Title,
        string.Concat(found.Excerpt.Select(part => part.Text)),
        found.Excerpt);
}
