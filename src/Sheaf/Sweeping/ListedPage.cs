using Sheaf.Arxiv.Atom;
using Sheaf.Arxiv.Eprints;

namespace Sheaf.Sweeping;

/// <summary>A page of the query API's listing, and whether it is what it should be.</summary>
/// <param name="Rows">Those of the window, in the order of their days.</param>
/// <param name="Behind">Rows that came with it from the first minute behind the window, to which arXiv has to be asked (see
/// <see cref="PageAsked"/>).</param>
/// <param name="Total">Rows as the answer counts them: those behind the window, too.</param>
/// <param name="IsWhole">Whether it has as many rows as it must, all of the window, among them those that were seen there before.</param>
internal sealed record ListedPage(IReadOnlyList<ListedRow> Rows, IReadOnlyList<ListedRow> Behind, int Total, bool IsWhole)
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
            && rows.TrueForAll(row => row.Submitted >= asked.Window && row.Submitted < asked.Until.AddMinutes(1));
        return new ListedPage(
            [.. rows.Where(row => row.Submitted < asked.Until)], [.. rows.Where(row => row.Submitted >= asked.Until)], answer.TotalResults,
            isWhole);
    }

    /// <summary>Rows of the answer, wherever they belong.</summary>
    public int Count => Rows.Count + Behind.Count;

    /// <summary>What two answers to the same request have together.</summary>
    public ListedPage With(ListedPage other) =>
        new(Together(Rows, other.Rows), Together(Behind, other.Behind), Math.Max(Total, other.Total), IsWhole: false);

    private static List<ListedRow> Together(IEnumerable<ListedRow> one, IEnumerable<ListedRow> other) =>
        [.. one.Concat(other).DistinctBy(row => row.Identifier).OrderBy(row => row.Submitted)];
}

/// <summary>One row of it.</summary>
/// <param name="Identifier">As received where it cannot be read.</param>
/// <param name="Submitted">Version 1.</param>
/// <param name="Record">Null: it cannot be read.</param>
internal sealed record ListedRow(string Identifier, DateTimeOffset Submitted, EprintRecord? Record);

/// <summary>
/// A page asked for. arXiv takes the end of a range for the first second of its minute: a range that ended with the last minute of the
/// window would lose what came later in that minute. It ends with the minute behind it, and the rows of that minute are told apart by their
/// days.
/// </summary>
/// <param name="Window">The first minute.</param>
/// <param name="Until">The first moment behind the last minute.</param>
/// <param name="Start">Rows before the page.</param>
/// <param name="Border">Rows that were seen before and must be on it.</param>
internal sealed record PageAsked(DateTimeOffset Window, DateTimeOffset Until, int Start, IReadOnlyCollection<string> Border)
{
    public int Count => Math.Min(AtomPages.Size, AtomClient.SearchWindow - Start);

    /// <summary>What comes before its rows are read, such as the keeping of the page before; null: nothing.</summary>
    public Task? Before { get; init; }
}
