namespace Sheaf.Files;

/// <summary>
/// A file that was replaced, with what it held before kept beside it until nobody writes to that any more. Where the system can, the two
/// change places at one moment, and what was displaced is looked at: a save of another program in between is seen, and put back.
/// </summary>
internal sealed class Replacement
{
    private readonly string _target;
    private readonly byte[]? _before;
    private readonly byte[]? _after;

    /// <summary>What was displaced; null where there was nothing, or the system cannot exchange files.</summary>
    private readonly string? _displaced;

    /// <summary>
    /// Whether the system has told that nobody had open for writing what was displaced, and nobody was waiting to open it, when it had lost
    /// its name: then nobody is writing there.
    /// </summary>
    public bool IsAlone { get; private init; }

    /// <summary>What the file held; null for no file.</summary>
    public byte[]? Before => _before;

    /// <summary>What it was given; null: it went.</summary>
    public byte[]? After => _after;

    private Replacement(string target, byte[]? before, byte[]? after, string? displaced) =>
        (_target, _before, _after, _displaced) = (target, before, after, displaced);

    /// <summary>Replaces the file where it still holds what was read, and nobody is writing it.</summary>
    /// <param name="path">The file; a link is followed.</param>
    /// <param name="before">What was read; null for no file.</param>
    /// <param name="after">What it is to hold; null: it is to go.</param>
    /// <returns>Null where it holds something else by now: then nothing has changed.</returns>
    /// <exception cref="IOException">Nothing has changed.</exception>
    /// <exception cref="UnauthorizedAccessException">Nothing has changed.</exception>
    public static Replacement? TryMake(string path, byte[]? before, byte[]? after)
    {
        var target = WholeFile.TargetOf(path);
        var beside = after is null ? WholeFile.Beside(target) : WholeFile.Prepare(target, after);
        Replacement? made = null;
        try
        {
            made = before is null ? TryCreate(target, beside, after!) : TryExchange(target, beside, before, after);
        }
        finally
        {
            if (made?._displaced is null)
            {
                File.Delete(beside);
            }
        }

        if (made is not null)
        {
            WholeFile.FlushFolderOf(target);
        }

        return made;
    }

    /// <summary>
    /// Looks again at both: what was displaced may have been written to by who had it open, and what came instead may have been
    /// overwritten.
    /// </summary>
    public Aftermath LookAgain(Patience patience)
    {
        while (_displaced is not null && SharedFile.Look(_displaced, int.MaxValue).Kind == Sight.Busy && !patience.IsOver)
        {
            patience.Wait();
        }

        return (IsUntouched(_displaced, _before), IsUntouched(_target, _after)) switch
        {
            (true, true) => Aftermath.Stands,
            (true, false) => Aftermath.Overwritten,
            (false, true) => Aftermath.WrittenBeneath,
            (false, false) => Aftermath.Both,
        };
    }

    /// <summary>What was displaced as it is now; null where there was nothing, or nobody has written to it.</summary>
    /// <param name="isBusy">Whether somebody is writing it at this moment: then it cannot be told.</param>
    public byte[]? WrittenBeneath(out bool isBusy)
    {
        isBusy = false;
        if (_displaced is null)
        {
            return null;
        }

        var (kind, content) = SharedFile.Look(_displaced, int.MaxValue);
        isBusy = kind == Sight.Busy;
        return content is null || content.AsSpan().SequenceEqual(_before) ? null : content;
    }

    /// <summary>Makes the file what it was, with all that others have written to it since.</summary>
    /// <returns>Where a person finds what was written to the file that was displaced, if another program has saved on top; else
    /// null.</returns>
    public string? PutBack()
    {
        if (_before is null)
        {
            TryMake(_target, _after, null)?.Finish();
        }
        else if (_displaced is null)
        {
            TryMake(_target, _after, _before)?.Finish();
        }
        else if (!TryTakeBack())
        {
            if (!IsUntouched(_displaced, _before))
            {
                return Keep();
            }

            Finish();
        }

        return null;
    }

    /// <summary>What was displaced is not needed any more.</summary>
    public void Finish()
    {
        if (_displaced is not null)
        {
            File.Delete(_displaced);
        }
    }

    /// <summary>Keeps what was displaced under a name that a person sees.</summary>
    /// <returns>The name.</returns>
    public string Keep()
    {
        for (var number = 1; ; number++)
        {
            var path = Path.ChangeExtension(_target, $".kept-{number}{Path.GetExtension(_target)}");
            if (MoveToFree(_displaced!, path))
            {
                return path;
            }
        }
    }

    /// <summary>
    /// Gives the file that was displaced its name again, unless somebody has saved, or is saving, what stands there now: theirs is the
    /// newest.
    /// </summary>
    private bool TryTakeBack()
    {
        if (_after is null || !LinuxFiles.TryExchange(_displaced!, _target))
        {
            return MoveToFree(_displaced!, _target);
        }

        if (IsUntouched(_displaced, _after))
        {
            Finish();
            return true;
        }

        // Where this fails the file was just moved away, and what stands here is a save that nobody else has.
        LinuxFiles.TryExchange(_displaced!, _target);
        return false;
    }

    private static Replacement? TryCreate(string target, string beside, byte[] after) =>
        MoveToFree(beside, target) ? new(target, null, after, displaced: null) { IsAlone = OperatingSystem.IsLinux() } : null;

    private static Replacement? TryExchange(string target, string beside, byte[] before, byte[]? after)
    {
        if (!TryChangePlaces(target, beside, before, after is null, out var isKept, out var isAlone))
        {
            return null;
        }

        var made = new Replacement(target, before, after, isKept ? beside : null) { IsAlone = isKept && isAlone };
        if (!isKept || Holds(beside, before))
        {
            return made;
        }

        made.PutBack();
        return null;
    }

    /// <summary>
    /// While the file is held open here, nobody can open it to write: between the look and the exchange only a rename can come.
    /// </summary>
    private static bool TryChangePlaces(string target, string beside, byte[] before, bool isToGo, out bool isKept, out bool isAlone)
    {
        (isKept, isAlone) = (true, false);
        using var file = SharedFile.TryOpen(target, out _);
        var isWritten = file is null ? true : LinuxFiles.IsBeingWritten(file);
        if (isWritten is true || !Holds(target, before))
        {
            return false;
        }

        if (isToGo)
        {
            File.Move(target, beside);
        }
        else if (!LinuxFiles.TryExchange(beside, target))
        {
            isKept = false;
            File.Move(beside, target, overwrite: true);
        }

        // Who asked to write before the file lost its name got it by that name, and is waiting to open it now.
        isAlone = isWritten is false && LinuxFiles.IsStillAlone(file!);
        return true;
    }

    private static bool MoveToFree(string from, string to)
    {
        if (LinuxFiles.TryRenameToFree(from, to) is { } moved)
        {
            return moved;
        }

        try
        {
            File.Move(from, to, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(to))
        {
            return false;
        }
    }

    private static bool IsUntouched(string? path, byte[]? content) => path is null || SharedFile.Look(path, int.MaxValue) switch
    {
        { Kind: Sight.Busy } => false,
        { Content: { } now } => content is not null && now.AsSpan().SequenceEqual(content),
        _ => content is null,
    };

    private static bool Holds(string path, byte[] content)
    {
        try
        {
            return BoundedFile.Read(path, content.Length) is { } now && now.AsSpan().SequenceEqual(content);
        }
        catch (IOException gone) when (gone is FileNotFoundException || FileLock.IsHeld(gone))
        {
            return false;
        }
    }
}

/// <summary>What became of a file since it was replaced.</summary>
internal enum Aftermath
{
    /// <summary>It holds what it was given.</summary>
    Stands,

    /// <summary>Another program has replaced or written it.</summary>
    Overwritten,

    /// <summary>What was displaced has been written to.</summary>
    WrittenBeneath,

    /// <summary>Both.</summary>
    Both,
}
