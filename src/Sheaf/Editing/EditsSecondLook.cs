using Sheaf.Files;
using Sheaf.Settings;
using Sheaf.Store;
using Sheaf.Store.Lists;

namespace Sheaf.Editing;

/// <summary>
/// Looks again at files that were changed, after the answer instead of before it, so that decisions can follow each other as fast as keys.
/// It looks for what a change may meet in its first moments: a program that had read the text of before and saves over it, and one that had
/// the file open and writes into what was displaced. Then the changes are made again, to what the other program wrote: no word of its is
/// lost, and no decision. Until it has looked, what was displaced is kept beside the file.
/// </summary>
/// <param name="workspace">Whose files.</param>
/// <param name="openStore">Where the journal is.</param>
/// <param name="time">What the waiting goes by.</param>
internal sealed class EditsSecondLook(Workspace workspace, Func<Database> openStore, TimeProvider time) : IDisposable
{
    private readonly Dictionary<string, RecentFile> _files = [];
    private readonly CancellationTokenSource _over = new();
    private readonly Lock _timing = new();
    private ITimer? _timer;
    private bool _isDisposed;

    public FilePace Pace { get; init; } = FilePace.Default;

    /// <summary>Told on another thread, under the lock of the workspace, of each file in which decisions were made again.</summary>
    public Action<MadeAgain>? OnMadeAgain { get; init; }

    /// <summary>Told on another thread why a file could not be looked at, or changed; it is tried again.</summary>
    public Action<Exception>? OnFailure { get; init; }

    /// <summary>Looks now at all that was changed long enough ago, and does what is to be done about it.</summary>
    public void Look(CancellationToken cancellationToken)
    {
        using var held = WorkspaceLock.Take(workspace.DecisionsLock, time, cancellationToken);
        Look(at => time.GetElapsedTime(at) >= Pace.SecondLook, _ => true, cancellationToken);
    }

    /// <summary>The last look, at all that has not been looked at yet.</summary>
    public void Dispose()
    {
        lock (_timing)
        {
            if (_isDisposed)
            {
                return;
            }

            _isDisposed = true;
            _over.Cancel();
            _timer?.Dispose();
        }

        using (WorkspaceLock.Take(workspace.DecisionsLock, time, CancellationToken.None))
        {
            Look(_ => true, _ => true, CancellationToken.None);
        }

        _over.Dispose();
    }

    /// <summary>Takes over from an edit that has been answered. The lock is held.</summary>
    internal void Watch(Edit edit, int? number)
    {
        foreach (var file in edit.Changed)
        {
            if (!_files.TryGetValue(file.Path, out var recent))
            {
                _files.Add(file.Path, recent = new(file.Path, file.Name));
            }

            recent.Add(new(number, file.Made!, file.MakeAgain, time.GetTimestamp()));
        }

        // Where another program saved between two edits, the earlier one must not be missed by the next reader.
        Look(_ => false, file => file.IsMixed, CancellationToken.None);
    }

    private void Look(Func<long, bool> isOver, Func<RecentFile, bool> isMeant, CancellationToken cancellationToken)
    {
        foreach (var (path, file) in _files.Where(file => isMeant(file.Value)).ToList())
        {
            try
            {
                var patience = new Patience(Pace, time, cancellationToken);
                if (file.Look(time.GetTimestamp(), isOver, change => IsWanted(file, change), patience) is { } again)
                {
                    Journal(again);
                    OnMadeAgain?.Invoke(again);
                }
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // Whatever it is: what was decided has been answered, and is to be looked at again.
                OnFailure?.Invoke(failure);
            }

            if (file.IsDone)
            {
                _files.Remove(path);
            }
        }

        if (_files.Count > 0)
        {
            Schedule();
        }
    }

    private void Schedule()
    {
        lock (_timing)
        {
            if (_isDisposed)
            {
                return;
            }

            _timer ??= time.CreateTimer(_ => LookInTime(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _timer.Change(Pace.SecondLook, Timeout.InfiniteTimeSpan);
        }
    }

    private void LookInTime()
    {
        try
        {
            Look(_over.Token);
        }
        catch (Exception over) when (over is OperationCanceledException or ObjectDisposedException)
        {
            // The last look comes with the disposing.
        }
        catch (Exception failure)
        {
            // On the thread of a timer nothing may be thrown.
            OnFailure?.Invoke(failure);
            Schedule();
        }
    }

    /// <summary>
    /// Not where it was taken back since, or another process has changed the same lines: that had read our text, and meant it.
    /// </summary>
    private bool IsWanted(RecentFile file, RecentChange change)
    {
        try
        {
            return change.Number is not { } number || new EditStore(openStore()).IsLastWord(number, [.. file.Numbers]);
        }
        catch (StoreException)
        {
            return true;
        }
    }

    private void Journal(MadeAgain again)
    {
        try
        {
            new EditStore(openStore()).Replace(again.File, again.Parts, again.Length);
        }
        catch (StoreException failure)
        {
            OnFailure?.Invoke(failure);
        }
    }
}
