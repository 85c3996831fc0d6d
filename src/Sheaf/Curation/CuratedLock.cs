namespace Sheaf.Curation;

/// <summary>The right to add to the curated lists of a workspace: one program has it at a time, and loses it when it ends, however it ends.</summary>
public sealed class CuratedLock : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly FileStream _file;

    private CuratedLock(FileStream file) => _file = file;

    /// <summary>Waits for it, a minute at most. The file stays when the lock is given back: deleting it would hand one lock to two programs.</summary>
    /// <param name="path">The file that stands for the lock; made if need be.</param>
    /// <param name="time">What the waiting goes by.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="IOException">Others have had it for a minute, or the file cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be opened.</exception>
    public static async Task<CuratedLock> TakeAsync(string path, TimeProvider time, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        while (true)
        {
            try
            {
                return new CuratedLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException held) when (held.GetType() == typeof(IOException))
            {
                if (time.GetElapsedTime(start) > Patience)
                {
                    throw new IOException($"Another program has been adding to the curated lists for a minute ({path}: {held.Message})", held);
                }
            }

            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    public void Dispose() => _file.Dispose();
}
