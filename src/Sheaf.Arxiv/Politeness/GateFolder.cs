using System.Text.Json;

namespace Sheaf.Arxiv.Politeness;

/// <summary>
/// Where the processes of a user keep in common what they must know of each other's requests, so that all of them together ask arXiv as
/// politely as one. It holds:
/// <list type="bullet">
/// <item><c>connection.lock</c>: locked by the process whose request is under way, from before it starts until its answer has been
/// read.</item>
/// <item><c>gate.json</c>: of each kind when its last request ended and until when it is held; what is under way; who waits. It is changed
/// under the short lock <c>gate.lock</c>, and replaced whole by renaming, so that a process killed at any moment leaves the old one or the
/// new.</item>
/// <item><c>process-*.lock</c>: one for each process that has asked, locked while it lives. A ticket whose file is free belongs to a dead
/// one.</item>
/// <item><c>stopped.json</c>: lies there after a 403 until a person takes it away, by <see cref="Resume"/>. Unreadable it stops as
/// well.</item>
/// </list>
/// A state that cannot be read is never taken for "free": everybody waits a whole interval, as after a request whose process was killed. So
/// does who has used the folder before and finds it gone. Links are never followed: what somebody else has put there is not ours to read or
/// write.
/// </summary>
public sealed class GateFolder(string path)
{
    // Five milliseconds each: the lock is held for the time it takes to write a small file.
    private const int Tries = 2000;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);
    private static readonly Uri Unreadable = new("https://arxiv.org/");

    // Whether this process has seen a state here: then one that is not there is lost, and not one that never was.
    private bool _isKnown;

    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>What stops everybody; null while requests may go. Looks at the disk at every call.</summary>
    /// <exception cref="GateStateException">The folder cannot be read.</exception>
    public GateStop? Stopped => Guarded(() =>
    {
        if (!File.Exists(StopFile))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(BytesOf(StopFile), GateJson.Default.GateStop) ?? throw new JsonException();
        }
        catch (JsonException)
        {
            return new GateStop(Unreadable, File.GetLastWriteTimeUtc(StopFile));
        }
        catch (FileNotFoundException)
        {
            // Taken away this moment.
            return null;
        }
    });

    private string StateFile => In("gate.json");

    private string StopFile => In("stopped.json");

    private string ConnectionFile => In("connection.lock");

    /// <summary>A person has looked into the 403: requests may go again, in every process. Spacing and holds stay.</summary>
    /// <returns>What was lifted; null where there was nothing to lift.</returns>
    /// <exception cref="GateStateException">The folder cannot be written; it is still stopped.</exception>
    public GateStop? Resume()
    {
        if (Stopped is not { } stop)
        {
            return null;
        }

        Guarded(() => File.Delete(StopFile));
        return stop;
    }

    /// <summary>Makes the folder if need be, and takes its lock for a moment: what asking arXiv needs.</summary>
    /// <exception cref="GateStateException">The folder cannot be used.</exception>
    public void Check() => Take().Dispose();

    /// <summary>Who asks, who waits, and what everybody must wait for. Takes no lock of others and writes nothing.</summary>
    /// <param name="options">The spacing to show; not asked for where there is none.</param>
    /// <param name="time">Its clock.</param>
    /// <exception cref="GateStateException">The folder cannot be read.</exception>
    public GateReport Report(Func<ArxivOptions> options, TimeProvider time)
    {
        var now = ClockReading.Of(time);
        if (!File.Exists(StateFile))
        {
            return new GateReport(null, [], null, null, false, Stopped);
        }

        return GateReport.Of(Read(now).Mended(now).Without(ticket => !IsAlive(ticket)), IsAlive, Stopped, options(), now);
    }

    /// <summary>The right to read and change the state; taken for a moment only.</summary>
    internal IDisposable Take() => Guarded(() =>
    {
        EnsureCreated();
        using var pause = new ManualResetEventSlim();
        for (var left = Tries; left > 0; left--)
        {
            if (FileLock.TryTake(NoLink(In("gate.lock"))) is { } taken)
            {
                return taken;
            }

            pause.Wait(Pause);
        }

        throw new IOException("another program has kept it locked for ten seconds");
    });

    /// <summary>The one connection; null while another has it.</summary>
    internal FileStream? TryTakeConnection() => Guarded(() => FileLock.TryTake(NoLink(ConnectionFile)));

    /// <summary>Whether the proof of life is still where others look for it.</summary>
    internal static bool IsShown(FileStream life) => File.Exists(life.Name);

    /// <summary>Proves that its process lives, until it is disposed of or the process ends.</summary>
    internal FileStream HoldProcessFile() => Guarded(() =>
    {
        var file = In($"process-{Environment.ProcessId}-{System.IO.Path.GetRandomFileName()}.lock");
        var life = FileLock.TryTake(file, FileMode.CreateNew, FileOptions.DeleteOnClose)
            ?? throw new IOException("a new file in it is locked already");
        using (var second = FileLock.TryTake(file, FileMode.Open))
        {
            // Some network disks let everybody lock the same file, and some settings of .NET turn locking off.
            if (second is not null)
            {
                life.Dispose();
                throw new IOException("its disk knows no locks");
            }
        }

        foreach (var other in Directory.EnumerateFiles(Path, "process-*.lock").Where(other => new FileInfo(other).LinkTarget is null))
        {
            DeleteIfDead(other);
        }

        return life;
    });

    /// <summary>Whether the process of a ticket is still there.</summary>
    internal bool IsAlive(Ticket ticket)
    {
        try
        {
            using var free = FileLock.TryTake(NoLink(In(System.IO.Path.GetFileName(ticket.Owner))), FileMode.Open);
            return free is null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return failure is UnauthorizedAccessException;
        }
    }

    /// <summary>The state as it is, or what is to be believed where it cannot be read.</summary>
    internal GateRecord Read(ClockReading now) => Guarded(() =>
    {
        if (!File.Exists(StateFile))
        {
            return _isKnown || File.Exists(ConnectionFile) ? GateRecord.Lost(now) : GateRecord.Empty;
        }

        _isKnown = true;
        try
        {
            return JsonSerializer.Deserialize(BytesOf(StateFile), GateJson.Default.GateRecord) ?? GateRecord.Lost(now);
        }
        catch (JsonException)
        {
            return GateRecord.Lost(now);
        }
    });

    /// <param name="record">The new state.</param>
    /// <param name="lasting">Whether it must outlive a power cut; spacing need not.</param>
    internal void Save(GateRecord record, bool lasting = false)
    {
        Replace(StateFile, JsonSerializer.SerializeToUtf8Bytes(record, GateJson.Default.GateRecord), lasting);
        _isKnown = true;
    }

    /// <summary>Stops everybody, unless somebody else has already.</summary>
    internal void Stop(GateStop stop)
    {
        using var taken = Take();
        if (!File.Exists(StopFile))
        {
            Replace(StopFile, JsonSerializer.SerializeToUtf8Bytes(stop, GateJson.Default.GateStop), lasting: true);
        }
    }

    private static void DeleteIfDead(string life)
    {
        try
        {
            using var free = FileLock.TryTake(life, FileMode.Open, FileOptions.DeleteOnClose);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // It has gone by itself, or is not ours to take away.
        }
    }

    // Whoever only looks must not keep another from replacing the file, which it would on Windows.
    private static byte[] BytesOf(string file)
    {
        using var stream = new FileStream(NoLink(file), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <exception cref="IOException">It is a link.</exception>
    private static string NoLink(string path) =>
        new FileInfo(path).LinkTarget is null ? path : throw new IOException($"{path} is a link to somewhere else; take it away");

    private string In(string name) => System.IO.Path.Combine(Path, name);

    private void EnsureCreated()
    {
        NoLink(Path);
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(Path);
        }
        else
        {
            Directory.CreateDirectory(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private void Replace(string file, byte[] bytes, bool lasting) => Guarded(() =>
    {
        // Under the lock nobody else writes: what lies there was left by a process that was killed, or put there by somebody else.
        var beside = file + ".new";
        File.Delete(beside);
        using (var stream = new FileStream(beside, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1))
        {
            stream.Write(bytes);
            stream.Flush(flushToDisk: lasting);
        }

        File.Move(beside, file, overwrite: true);
    });

    private void Guarded(Action action) => Guarded(() =>
    {
        action();
        return true;
    });

    private T Guarded<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new GateStateException(
                $"The folder {Path}, by which all runs of this program keep their distance from each other, cannot be used, so arXiv is "
                + $"not asked: {failure.Message}", failure);
        }
    }
}

/// <summary>
/// A file held by one process alone. The operating system takes it back when the process ends, however it ends. On Unix the lock is one
/// that only those heed who ask for it, which all processes of this program do.
/// </summary>
internal static class FileLock
{
    /// <summary>Null while another has it.</summary>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be opened.</exception>
    public static FileStream? TryTake(string path, FileMode mode = FileMode.OpenOrCreate, FileOptions options = FileOptions.None)
    {
        try
        {
            return new FileStream(path, mode, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, options);
        }
        catch (IOException failure) when (IsHeld(failure))
        {
            return null;
        }
    }

    // ERROR_SHARING_VIOLATION on Windows; EWOULDBLOCK elsewhere, which is 11 on Linux and 35 on macOS.
    private static bool IsHeld(IOException failure) => failure.HResult is unchecked((int)0x80070020) or 11 or 35;
}
