namespace Sheaf.Files;

/// <summary>
/// The right to change the files of a workspace that belong to its editor: one program has it at a time, and loses it when it ends, however
/// it ends.
/// </summary>
internal sealed class WorkspaceLock : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly FileStream _file;

    private WorkspaceLock(FileStream file) => _file = file;

    /// <summary>
    /// Waits for it, a minute at most. The file stays when the lock is given back: deleting it would hand one lock to two programs.
    /// </summary>
    /// <param name="path">The file that stands for the lock; made if need be.</param>
    /// <param name="time">What the waiting goes by.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="IOException">Others have had it for a minute, or the file cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be opened.</exception>
    public static WorkspaceLock Take(string path, TimeProvider time, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        while (true)
        {
            var isNew = !File.Exists(path);
            if (FileLock.TryTake(path) is { } file)
            {
                if (isNew)
                {
                    WholeFile.GiveToFolder(path);
                }

                return new WorkspaceLock(file);
            }

            if (time.GetElapsedTime(start) > Longest)
            {
                throw new IOException($"Another program has been changing the files of this workspace for a minute ({path} is locked)");
            }

            if (cancellationToken.WaitHandle.WaitOne(Pause))
            {
                throw new OperationCanceledException(cancellationToken);
            }
        }
    }

    public void Dispose() => _file.Dispose();
}
