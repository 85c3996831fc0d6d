using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Checking.Titles;
using Sheaf.Searching;
using Sheaf.Store.Eprints;

namespace Sheaf.Checking;

/// <summary>
/// The papers of the store by their titles. Candidates come from the text index, so that what a check reads does not grow with the store;
/// their titles are then compared as <see cref="Title"/> says.
/// </summary>
internal sealed class StoredTitles(EprintStore eprints, ArchiveSearch search)
{
    private const int MostAlike = 50;

    private bool _isIndexed;

    /// <summary>Null where the store has no such paper.</summary>
    public Eprint? Find(ArxivIdentifier identifier) => eprints.Find(identifier);

    /// <summary>Keeps records, whose titles are found from now on.</summary>
    public void Save(IReadOnlyCollection<EprintRecord> records, DateTimeOffset fetched)
    {
        eprints.Save(records, fetched);
        _isIndexed = false;
    }

    /// <summary>The papers of the same title, ordered by identifier.</summary>
    /// <exception cref="OperationCanceledException">Stopped while the index was brought up to date.</exception>
    public IEnumerable<(ArxivIdentifier Identifier, Title Title)> Same(Title title, CancellationToken cancellationToken) =>
        Read(Indexed(cancellationToken).OfTitle(title))
            .Where(paper => paper.Title.Key == title.Key)
            .OrderBy(paper => paper.Identifier.ToString(), StringComparer.Ordinal);

    /// <summary>Papers whose titles share at least half of its telling words, those that share most first.</summary>
    /// <inheritdoc cref="Same" path="/exception"/>
    public IEnumerable<(ArxivIdentifier Identifier, Title Title)> Alike(Title title, CancellationToken cancellationToken) =>
        Read(Indexed(cancellationToken).WithWordsOf(title))
            .Select(paper => (Paper: paper, Shared: paper.Title.Telling.Count(title.Telling.Contains)))
            .Where(one => one.Shared > 0 && one.Shared * 2 >= title.Telling.Count)
            .OrderByDescending(one => one.Shared)
            .ThenBy(one => Math.Abs(one.Paper.Title.Telling.Count - title.Telling.Count))
            .ThenBy(one => one.Paper.Identifier.ToString(), StringComparer.Ordinal)
            .Take(MostAlike)
            .Select(one => one.Paper);

    private ArchiveSearch Indexed(CancellationToken cancellationToken)
    {
        if (!_isIndexed)
        {
            search.CatchUp(progress: null, cancellationToken);
            _isIndexed = true;
        }

        return search;
    }

    private static IEnumerable<(ArxivIdentifier Identifier, Title Title)> Read(
        IEnumerable<(ArxivIdentifier Identifier, string Text)> papers)
    {
        foreach (var (identifier, text) in papers)
        {
            if (Title.Read(text) is { } title)
            {
                yield return (identifier, title);
            }
        }
    }
}
