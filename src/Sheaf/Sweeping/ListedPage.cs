using Sheaf.Arxiv.Atom;
using Sheaf.Arxiv.Eprints;

namespace Sheaf.Sweeping;

/// <summary>A page of the query API's listing, and whether it is what it should be.</summary>
/// <param name="Rows">In the order of their days.</param>
/// <param name="Total">Rows of the window as the answer counts them.</param>
/// <param name="IsWhole">Whether it has as many rows as it must, all of the window, among them those that were seen there before.</param>
internal sealed record ListedPage(IReadOnlyList<ListedRow> Rows, int Total, bool IsWhole)
{
    public static ListedPage Of(AtomAnswer answer, PageAsked asked)
    {
        var rows = answer.Records.Values.Select(record => new ListedRow(record.Identifier.ToString(), record.FirstSubmitted!.Value, record))
            .Concat(answer.Unreadable.Select(entry => new ListedRow(entry.Id, asked.Window, null)))
            .DistinctBy(row => row.Identifier).OrderBy(row => row.Submitted).ToList();
        var names = rows.Select(row => row.Identifier).ToHashSet(StringComparer.Ordinal);
        var isWhole = answer.StartIndex == asked.Start
            && rows.Count >= Math.Min(asked.Count, answer.TotalResults - asked.Start)
            && asked.Border.All(names.Contains)
            && rows.TrueForAll(row => row.Submitted >= asked.Window && row.Submitted < asked.Until);
        return new ListedPage(rows, answer.TotalResults, isWhole);
    }

    /// <summary>What two answers to the same request have together.</summary>
    public ListedPage With(ListedPage other) =>
        new([.. Rows.Concat(other.Rows).DistinctBy(row => row.Identifier).OrderBy(row => row.Submitted)], Math.Max(Total, other.Total), IsWhole: false);
}

/// <summary>One row of it.</summary>
/// <param name="Identifier">As received where it cannot be read.</param>
/// <param name="Submitted">Version 1.</param>
/// <param name="Record">Null: it cannot be read.</param>
internal sealed record ListedRow(string Identifier, DateTimeOffset Submitted, EprintRecord? Record);

/// <summary>A page asked for.</summary>
/// <param name="Window">The first minute.</param>
/// <param name="Until">The first moment behind the last minute.</param>
/// <param name="Start">Rows before the page.</param>
/// <param name="Border">Rows that were seen before and must be on it.</param>
internal sealed record PageAsked(DateTimeOffset Window, DateTimeOffset Until, int Start, IReadOnlyCollection<string> Border)
{
    public int Count => Math.Min(AtomPages.Size, AtomClient.SearchWindow - Start);
}
