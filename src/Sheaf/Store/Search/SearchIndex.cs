using System.Globalization;
using Microsoft.Data.Sqlite;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Store.Eprints;
using Sheaf.Store.Runs;

namespace Sheaf.Store.Search;

/// <summary>
/// The text index: which words are in which papers. It holds no text, only words (FTS5 without content), for two reasons: what is indexed
/// is not what is stored, as accents and plurals are taken off, and a second copy of the texts would double the store.
/// </summary>
internal sealed class SearchIndex(Database database)
{
    /// <summary>
    /// The number of the way in which words are made of texts: where it is not the index's own, all papers are indexed anew.
    /// </summary>
    public const string Edition = "2";

    /// <summary>Of the papers that have some words, so many are put in the order of how well they fit, the newest ones.</summary>
    public const int MostRanked = 5_000;

    /// <summary>Papers of one transaction: for so long, about a second, other writers wait.</summary>
    private const int Together = 10_000;

    private const string EditionName = "search index";

    /// <summary>
    /// With 1 MB of words in memory, FTS5's default, an index of millions begins as thousands of pieces, and merging them takes as long as
    /// all the rest. Deleting by number alone leaves no posting behind, whatever the paper's words had been.
    /// </summary>
    private const string Create =
        """
        DROP TABLE IF EXISTS search_text;
        CREATE VIRTUAL TABLE search_text USING fts5(
            title, abstract, authors, marks, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2');
        INSERT INTO search_text (search_text, rank) VALUES ('hashsize', 33554432);
        DELETE FROM search_paper;
        INSERT INTO search_pending (identifier) SELECT identifier FROM eprint WHERE true ON CONFLICT (identifier) DO NOTHING;
        """;

    /// <summary>How many papers the index lacks, or has as they were.</summary>
    public int Pending() =>
        database.Read(connection =>
        {
            using var count = new Statement(
                connection, IsCurrent(connection) ? "SELECT count(*) FROM search_pending" : "SELECT count(*) FROM eprint");
            return (int)(long)count.Value()!;
        });

    /// <summary>Brings the index up to date. May be stopped between batches, and goes on where it was.</summary>
    /// <param name="words">Makes of a paper what is indexed of it; asked of several papers at once.</param>
    /// <param name="progress">Told how many papers have been indexed so far.</param>
    /// <param name="cancellationToken">Stops between two transactions.</param>
    /// <returns>How many papers were indexed.</returns>
    public int CatchUp(Func<SearchedPaper, IndexedWords> words, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        if (database.Read(connection => IsCurrent(connection) && !HasPending(connection)))
        {
            // Nothing is written, not even an empty transaction: who only searches leaves the store alone.
            return 0;
        }

        using var mark = WritingMark.TryTake(database.File);
        EnsureMade();
        var indexed = 0;
        for (int batch; (batch = IndexBatch(words)) > 0; progress?.Report(indexed))
        {
            indexed += batch;
            cancellationToken.ThrowIfCancellationRequested();
        }

        return indexed;
    }

    /// <summary>
    /// The newest papers that have some words, those first that fit them best, by their numbers: <see cref="MostRanked"/> at most.
    /// </summary>
    /// <param name="scope">Has words to match.</param>
    public IReadOnlyList<(long Number, double Score)> Best(SearchScope scope) =>
        database.Read(connection =>
        {
            using var find = new Statement(connection, SearchSql.Best(scope.Among is not null));
            using var rows = find.Query([.. scope.Values, ("most", MostRanked)]);
            var found = new List<(long, double)>();
            while (rows.Read())
            {
                found.Add((rows.GetInt64(0), rows.GetDouble(1)));
            }

            return found;
        });

    /// <summary>The names of papers by their numbers.</summary>
    public IReadOnlyDictionary<long, ArxivIdentifier> Names(IEnumerable<long> numbers) =>
        database.Read(connection =>
        {
            using var find = new Statement(connection, SearchSql.Names);
            using var rows = find.Query(("numbers", $"[{string.Join(',', numbers)}]"));
            var names = new Dictionary<long, ArxivIdentifier>();
            while (rows.Read())
            {
                names.Add(rows.GetInt64(0), rows.Identifier(1));
            }

            return names;
        });

    /// <summary>The numbers of those papers that the index has.</summary>
    public IReadOnlyList<long> NumbersOf(IEnumerable<ArxivIdentifier> papers) =>
        database.Read(connection =>
        {
            using var find = new Statement(
                connection, "SELECT number FROM search_paper WHERE identifier IN (SELECT value FROM json_each($papers))");
            using var rows = find.Query(("papers", TextList.Write([.. papers.Select(paper => paper.ToString())])));
            var numbers = new List<long>();
            while (rows.Read())
            {
                numbers.Add(rows.GetInt64(0));
            }

            return numbers;
        });

    /// <summary>Papers by their days; reading ends with the last one that is wanted.</summary>
    /// <param name="scope">Where.</param>
    /// <param name="isRising">The oldest first, else the newest.</param>
    /// <param name="isWanted">Passes over others.</param>
    /// <param name="take">How many are wanted.</param>
    public IReadOnlyList<ArxivIdentifier> ByDay(SearchScope scope, bool isRising, Func<ArxivIdentifier, bool> isWanted, int take) =>
        database.Read(connection =>
        {
            using var find = new Statement(connection, SearchSql.ByDay(scope, isRising));
            using var rows = find.Query([.. scope.Values]);
            var found = new List<ArxivIdentifier>();
            while (found.Count < take && rows.Read())
            {
                if (rows.Identifier(1) is var paper && isWanted(paper))
                {
                    found.Add(paper);
                }
            }

            return found;
        });

    /// <summary>Papers with their titles, those that most of the expressions match first, then the oldest.</summary>
    /// <param name="matches">Expressions of FTS5.</param>
    /// <param name="top">At most so many.</param>
    public IReadOnlyList<(ArxivIdentifier Identifier, string Title)> FindTitles(IReadOnlyList<string> matches, int top) =>
        database.Read(connection =>
        {
            using var find = new Statement(connection, SearchSql.Titles);
            using var rows = find.Query(("matches", TextList.Write(matches)), ("top", top));
            var found = new List<(ArxivIdentifier, string)>();
            while (rows.Read())
            {
                found.Add((rows.Identifier(0), rows.GetString(1)));
            }

            return found;
        });

    private static bool IsCurrent(SqliteConnection connection)
    {
        using var find = new Statement(connection, "SELECT value FROM bookmark WHERE name = $name");
        return (string?)find.Value(("name", EditionName)) == Edition;
    }

    private static bool HasPending(SqliteConnection connection)
    {
        using var find = new Statement(connection, "SELECT EXISTS (SELECT 1 FROM search_pending)");
        return (long)find.Value()! != 0;
    }

    private void EnsureMade()
    {
        if (database.Read(IsCurrent))
        {
            return;
        }

        database.Write(connection =>
        {
            if (!IsCurrent(connection))
            {
                using var create = new Statement(connection, Create);
                create.Run();
                Bookmarks.Set(connection, EditionName, Edition);
            }
        });
    }

    private int IndexBatch(Func<SearchedPaper, IndexedWords> words) =>
        database.Write(connection =>
        {
            var (papers, last) = SearchSql.NextPending(connection, Together);
            if (last is not null)
            {
                using var writer = new SearchWriter(connection);
                writer.Write(papers, words);
                using var settle = new Statement(connection, "DELETE FROM search_pending WHERE identifier <= $last");
                settle.Run(("last", last));
            }

            return papers.Count;
        });
}

/// <summary>What of a paper can be searched.</summary>
/// <param name="Identifier">Canonical.</param>
/// <param name="Title">With its TeX.</param>
/// <param name="Abstract">With its TeX.</param>
/// <param name="FirstDay">The UTC day of its first version.</param>
/// <param name="Authors">Names in natural order.</param>
/// <param name="Categories">Canonical names.</param>
internal sealed record SearchedPaper(
    string Identifier, string Title, string Abstract, DateOnly FirstDay, IReadOnlyList<string> Authors, IReadOnlyList<string> Categories);

/// <summary>What the index is given of a paper: words with blanks between.</summary>
/// <param name="Title">Of its title.</param>
/// <param name="Abstract">Of its abstract.</param>
/// <param name="Authors">Of its authors' names.</param>
/// <param name="Marks">By which it is filtered and which nobody can type.</param>
internal sealed record IndexedWords(string Title, string Abstract, string Authors, string Marks);
