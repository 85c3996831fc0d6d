using Sheaf.Searching;
using Sheaf.Store.Search;
using Sheaf.Text;

namespace Sheaf.Commands;

/// <summary>Brings the text index up to date, and says so where that takes a while.</summary>
internal sealed class IndexView(Terminal terminal, SearchIndex index) : IProgress<int>
{
    /// <summary>So many papers take some seconds.</summary>
    private const int Many = 20_000;

    private int _pending;
    private int _tenth;

    public void CatchUp(ArchiveSearch search, CancellationToken cancellationToken)
    {
        _pending = index.Pending();
        if (_pending >= Many)
        {
            terminal.Note($"Indexing {Humanize.Count(_pending, "paper")} for the search; this is done once.");
        }

        search.CatchUp(this, cancellationToken);
    }

    /// <summary>Where it takes a while; few papers are left to whatever looks into the index.</summary>
    public void CatchUpWithMany(ArchiveSearch search, CancellationToken cancellationToken)
    {
        if (index.Pending() >= Many)
        {
            CatchUp(search, cancellationToken);
        }
    }

    public void Report(int value)
    {
        var tenth = (int)(10L * value / Math.Max(1, _pending));
        if (_pending >= Many && tenth > _tenth)
        {
            _tenth = tenth;
            terminal.Note($"{Humanize.Number(value)} of {Humanize.Count(_pending, "paper")} indexed");
        }
    }
}
