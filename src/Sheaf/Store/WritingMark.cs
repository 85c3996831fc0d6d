using Sheaf.Files;

namespace Sheaf.Store;

/// <summary>
/// An empty file beside the store, <c>.sheaf.db.writing-*</c>, that a run holds while it writes and takes away at its end. One that nobody
/// holds was left by a run that was killed, or that came upon damage: the next run that fetches looks through the whole store.
/// </summary>
internal sealed class WritingMark : IDisposable
{
    private readonly FileStream _held;

    private WritingMark(FileStream held) => _held = held;

    /// <summary>Null where none can be made: then nothing can be written to the store either, or only just.</summary>
    public static WritingMark? TryTake(string store)
    {
        try
        {
            var path = Path.Combine(FolderOf(store), $"{PrefixOf(store)}{Guid.NewGuid():N}");
            return FileLock.TryTake(path, FileMode.CreateNew) is { } held ? new(held) : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Leaves one, as a run that is killed does: the store was found damaged.</summary>
    public static void Leave(string store) => TryTake(store)?._held.Dispose();

    /// <summary>Whether there is one that nobody holds.</summary>
    public static bool IsLeft(string store) => Marks(store).Any(IsLeftAt);

    /// <summary>Those that nobody holds.</summary>
    public static IReadOnlyList<string> FindLeft(string store) => [.. Marks(store).Where(IsLeftAt)];

    /// <summary>The store was looked through since these were found: they have done their service.</summary>
    public static void TakeAway(IEnumerable<string> left)
    {
        foreach (var mark in left)
        {
            Delete(mark);
        }
    }

    /// <summary>The run has come to its end.</summary>
    public void Dispose()
    {
        // Released first, it would look like one that was left; Windows deletes no file that is open.
        if (!OperatingSystem.IsWindows())
        {
            Delete(_held.Name);
        }

        _held.Dispose();
        Delete(_held.Name);
    }

    private static string[] Marks(string store) =>
        Directory.Exists(FolderOf(store)) ? Directory.GetFiles(FolderOf(store), $"{PrefixOf(store)}*") : [];

    private static bool IsLeftAt(string mark)
    {
        try
        {
            using var free = FileLock.TryTake(mark, FileMode.Open);
            return free is not null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Taken away this moment by its run; or another person's, who alone can tell whether that run lives.
            return false;
        }
    }

    /// <summary>One that cannot be deleted costs the next run some time, and nothing else.</summary>
    private static void Delete(string mark)
    {
        try
        {
            File.Delete(mark);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
        }
    }

    private static string FolderOf(string store) => Path.GetDirectoryName(Path.GetFullPath(store))!;

    private static string PrefixOf(string store) => $".{Path.GetFileName(store)}.writing-";
}
