using Microsoft.Extensions.Logging;
using Sheaf.Settings;
using Sheaf.Store;
using Sheaf.Store.Runs;
using Sheaf.Text;

namespace Sheaf.Service;

/// <summary>
/// Sees to it that the service's runs have a store: one that was deleted or is damaged is made anew, as arXiv and the person's files have
/// all that was in it.
/// </summary>
internal sealed partial class ServiceStore(Database database, Workspace workspace, TimeProvider time, ILogger<ServiceStore> logger)
{
    /// <summary>It takes a second for 100,000 papers, and reads all of the file.</summary>
    public static readonly TimeSpan BetweenLooks = TimeSpan.FromDays(1);

    private const string LookedThrough = "store looked through";

    /// <summary>Makes the store where it has been deleted.</summary>
    /// <exception cref="IOException">The workspace itself is not there: it may lie on a disk that is gone, and nothing is to be made in its
    /// place.</exception>
    public void EnsureThere()
    {
        if (!Directory.Exists(workspace.Folder) || !Directory.EnumerateFileSystemEntries(workspace.Folder).Any())
        {
            throw new IOException($"The workspace {workspace.Folder} has gone: bring it back, or start the service anew to make another.");
        }

        if (!Database.Exists(workspace.Store))
        {
            LogGone(workspace.Store);
            database.Dispose();
            database.EnsureCreated();
        }
    }

    /// <summary>Looks through the whole store, unless that was done within a day.</summary>
    /// <exception cref="StoreException">It is damaged, or cannot be read.</exception>
    public void LookThrough(CancellationToken cancellationToken)
    {
        var bookmarks = new Bookmarks(database);
        var now = time.GetUtcNow();
        var marks = WritingMark.FindLeft(workspace.Store);
        if (marks.Count == 0 && bookmarks.Get(LookedThrough) is { } last && (now - UtcText.Parse(last)).Duration() < BetweenLooks)
        {
            return;
        }

        if (database.FirstDamage(cancellationToken) is { } damage)
        {
            throw StoreException.Damaged(workspace.Store, damage);
        }

        bookmarks.Set(LookedThrough, UtcText.From(now));
        WritingMark.TakeAway(marks);
    }

    /// <summary>Work during which the store turns out to be damaged begins again, once, over a new store.</summary>
    public async Task OverDamageAsync(Func<Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await work();
        }
        catch (StoreException failure) when (failure.IsDamage)
        {
            if (new DamagedStore(workspace.Store, time).MoveAside(cancellationToken) is not { } kept)
            {
                throw;
            }

            LogDamaged(kept);
            database.EnsureCreated();
            await work();
        }
    }

    [LoggerMessage(LogLevel.Error, "The store {Store} has gone: a new one is made, and everything in it is fetched again")]
    private partial void LogGone(string store);

    [LoggerMessage(LogLevel.Error, "The store was damaged: it is kept as {Kept}, and everything in it is fetched again")]
    private partial void LogDamaged(string kept);
}
