using Microsoft.Win32.SafeHandles;

namespace Sheaf.Files;

/// <summary>
/// Reads files that other programs write, too. Most programs save by emptying the file and writing it anew, or by taking it away and
/// putting another in its place: who reads in between sees nothing where a whole document is.
/// </summary>
internal static class SharedFile
{
    /// <summary>What the file holds when nobody is writing it; null where there is none.</summary>
    /// <param name="path">The file.</param>
    /// <param name="most">The most bytes it may have.</param>
    /// <param name="hadContent">Whether it is known to have held something when it was last looked at.</param>
    /// <param name="patience">How long others are waited for.</param>
    /// <exception cref="TooLargeException">It has more bytes.</exception>
    /// <exception cref="IOException">Others have been at it all the time, or it cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be read.</exception>
    public static byte[]? Read(string path, int most, bool hadContent, Patience patience)
    {
        while (true)
        {
            var sight = Look(path, most);
            if (sight is { Content.Length: > 0 } or { Kind: Sight.Absent }
                && (sight.Content is not null || !hadContent || patience.Elapsed >= patience.Pace.Emptied))
            {
                return sight.Content;
            }

            if (sight is { Content.Length: 0 } && IsSettled(path, hadContent, patience))
            {
                return sight.Content;
            }

            if (patience.IsOver)
            {
                throw new IOException(sight.Content is null
                    ? $"{path} has been written by another program for {patience.Pace.Turns.TotalSeconds:0} seconds, so it was left "
                        + "alone: do the same again"
                    : $"{path} is empty and held text before, so another program may be saving it, and it was left alone: do the "
                        + "same again, or delete the file if it is to be empty");
            }

            patience.Wait();
        }
    }

    /// <summary>What the file holds now, if it is whole.</summary>
    internal static (Sight Kind, byte[]? Content) Look(string path, int most)
    {
        using var file = TryOpen(path, out var kind);
        if (file is null)
        {
            return (kind, null);
        }

        // Nobody writes between this answer and the reading: who opens the file to write waits until it is closed here.
        return LinuxFiles.IsBeingWritten(file) is true ? (Sight.Busy, null)
            : BoundedFile.Read(path, most) is { } content ? (Sight.Whole, content)
            : throw new TooLargeException(path, most);
    }

    /// <summary>Opens it to read; null where it is not there or another program has it locked.</summary>
    internal static SafeFileHandle? TryOpen(string path, out Sight kind)
    {
        try
        {
            kind = Sight.Whole;
            return File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (Exception absent) when (absent is FileNotFoundException or DirectoryNotFoundException)
        {
            kind = Sight.Absent;
        }
        catch (UnauthorizedAccessException) when (Directory.Exists(path))
        {
            throw new IOException($"{path} is a folder, and the name is needed for a file: give the folder another name");
        }
        catch (IOException held) when (FileLock.IsHeld(held))
        {
            kind = Sight.Busy;
        }

        return null;
    }

    /// <summary>Where it is known to have held something, it must have been empty for all that time before anybody waited.</summary>
    private static bool IsSettled(string path, bool hadContent, Patience patience)
    {
        var age = patience.Since(File.GetLastWriteTimeUtc(path)).Duration();
        return hadContent ? age - patience.Elapsed >= patience.Pace.Turns : age >= patience.Pace.Emptied;
    }
}

/// <summary>How a file was found.</summary>
internal enum Sight
{
    Absent,
    Busy,
    Whole,
}

/// <summary>A file has more bytes than it may have.</summary>
internal sealed class TooLargeException(string path, int most) : IOException($"{path} is larger than {most >> 20} MB")
{
}

/// <summary>How long other programs that write the same files are waited for.</summary>
/// <param name="Turns">After this time nothing is written.</param>
/// <param name="SecondLook">So long after a file was replaced, what it held before is looked at again: who had it open may have gone on
/// writing there.</param>
/// <param name="Emptied">So long a file that is empty or absent may be one that is being saved.</param>
internal sealed record FilePace(TimeSpan Turns, TimeSpan SecondLook, TimeSpan Emptied)
{
    public static FilePace Default { get; } = new(TimeSpan.FromSeconds(10), TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(2));
}

/// <summary>The time that is left for one change to files that other programs write, too.</summary>
internal sealed class Patience(FilePace pace, TimeProvider time, CancellationToken cancellationToken)
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(10);

    private readonly long _start = time.GetTimestamp();

    public FilePace Pace => pace;

    public TimeSpan Elapsed => time.GetElapsedTime(_start);

    public bool IsOver => Elapsed >= pace.Turns;

    /// <summary>Waits a moment before the next look.</summary>
    /// <exception cref="OperationCanceledException">A person stopped the waiting.</exception>
    public void Wait() => Wait(Step);

    /// <inheritdoc cref="Wait()"/>
    /// <remarks>Waits on this thread alone: where many wait at once, none needs another thread to be woken.</remarks>
    public void Wait(TimeSpan moment)
    {
        if (cancellationToken.WaitHandle.WaitOne(moment))
        {
            throw new OperationCanceledException(cancellationToken);
        }
    }

    /// <summary>The same where a file that is empty is known to be meant so.</summary>
    public Patience WithoutEmptied() => new(pace with { Emptied = TimeSpan.Zero }, time, cancellationToken);

    /// <summary>How long ago this was.</summary>
    public TimeSpan Since(DateTime utc) => time.GetUtcNow() - new DateTimeOffset(utc, TimeSpan.Zero);
}
