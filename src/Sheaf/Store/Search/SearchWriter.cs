using Microsoft.Data.Sqlite;
using Sheaf.Store.Eprints;

namespace Sheaf.Store.Search;

/// <summary>Puts papers into the text index, within one unit of work.</summary>
internal sealed class SearchWriter(SqliteConnection connection) : IDisposable
{
    /// <summary>So many papers have their words made at a time: not those of a whole transaction.</summary>
    private const int MadeTogether = 500;

    private readonly Statement _forget = new(connection, "DELETE FROM search_text WHERE rowid = $number");
    private readonly Statement _unname = new(connection, "DELETE FROM search_paper WHERE identifier = $identifier");
    private readonly Statement _name = new(
        connection, "INSERT INTO search_paper (number, identifier) VALUES ($number, $identifier) ON CONFLICT (number) DO NOTHING");
    private readonly Statement _highest = new(connection, "SELECT max(number) FROM search_paper WHERE number BETWEEN $first AND $last");

    private readonly Statement _add = new(
        connection,
        "INSERT INTO search_text (rowid, title, abstract, authors, marks) VALUES ($number, $title, $abstract, $authors, $marks)");

    private readonly Dictionary<DateOnly, long> _nextOfDay = [];

    public void Dispose()
    {
        _forget.Dispose();
        _unname.Dispose();
        _name.Dispose();
        _highest.Dispose();
        _add.Dispose();
    }

    /// <remarks>
    /// FTS5 takes numbers in ascending order; for each that is lower than the one before, it would flush what it has in memory.
    /// </remarks>
    public void Write(IReadOnlyList<SearchedPaper> papers, Func<SearchedPaper, IndexedWords> words)
    {
        var before = Numbers(papers);
        foreach (var number in before.Values.Order())
        {
            _forget.Run(("number", number));
        }

        var numbered = papers.Select(paper => (Number: NumberOf(paper, before), Paper: paper)).OrderBy(entry => entry.Number).ToList();
        foreach (var (number, paper, indexed) in numbered.Chunk(MadeTogether)
            .SelectMany(some => some.AsParallel().AsOrdered().Select(entry => (entry.Number, entry.Paper, words(entry.Paper)))))
        {
            _name.Run(("number", number), ("identifier", paper.Identifier));
            _add.Run(
                ("number", number), ("title", indexed.Title), ("abstract", indexed.Abstract), ("authors", indexed.Authors),
                ("marks", indexed.Marks));
        }
    }

    /// <summary>The papers that are in the index already.</summary>
    private Dictionary<string, long> Numbers(IReadOnlyList<SearchedPaper> papers)
    {
        using var find = new Statement(
            connection, "SELECT identifier, number FROM search_paper WHERE identifier IN (SELECT value FROM json_each($identifiers))");
        using var rows = find.Query(("identifiers", TextList.Write([.. papers.Select(paper => paper.Identifier)])));
        var numbers = new Dictionary<string, long>();
        while (rows.Read())
        {
            numbers.Add(rows.GetString(0), rows.GetInt64(1));
        }

        return numbers;
    }

    /// <summary>A paper keeps its number unless arXiv has corrected its first day.</summary>
    private long NumberOf(SearchedPaper paper, Dictionary<string, long> before)
    {
        var (first, last) = (PaperNumber.FirstOf(paper.FirstDay), PaperNumber.LastOf(paper.FirstDay));
        if (before.TryGetValue(paper.Identifier, out var number))
        {
            if (number >= first && number <= last)
            {
                return number;
            }

            _unname.Run(("identifier", paper.Identifier));
        }

        var next = _nextOfDay.TryGetValue(paper.FirstDay, out var known) ? known : (long?)_highest.Value(
            ("first", first), ("last", last)) + 1 ?? first;
        _nextOfDay[paper.FirstDay] = next + 1;
        return next <= last
            ? next
            : throw new InvalidOperationException($"More papers of {paper.FirstDay:yyyy-MM-dd} than the text index has numbers for.");
    }
}
