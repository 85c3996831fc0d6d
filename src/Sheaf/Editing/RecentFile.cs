using System.Text;
using Sheaf.Files;
using Sheaf.Lists;
using Sheaf.Store.Lists;

namespace Sheaf.Editing;

/// <summary>A file that was changed a moment ago, and the changes, in their order, until it is certain that they stand.</summary>
/// <param name="path">The file.</param>
/// <param name="name">Its path below the workspace, with <c>/</c> on every system.</param>
internal sealed class RecentFile(string path, string name)
{
    private readonly List<RecentChange> _changes = [];
    private byte[]? _last;
    private bool _isMixed;

    /// <summary>Whether another program has saved the file between two of the changes, so that the earlier ones may be gone.</summary>
    public bool IsMixed => _isMixed;

    public bool IsDone => _changes.Count == 0;

    public IEnumerable<int> Numbers => _changes.Select(change => change.Number).OfType<int>();

    public void Add(RecentChange change)
    {
        _isMixed |= _changes.Count > 0 && !Same(change.Made.Before, _last);
        _changes.Add(change);
        _last = change.Made.After;
    }

    /// <summary>Looks whether the changes stand, and makes those again that another program has saved over.</summary>
    /// <param name="now">What the clock counts.</param>
    /// <param name="isOver">Whether a change of such a moment was made long enough ago.</param>
    /// <param name="isWanted">Whether a change is still to stand: it may have been taken back elsewhere.</param>
    /// <param name="patience">How long other programs are waited for.</param>
    /// <returns>What had to be done; null where all stands.</returns>
    /// <exception cref="IOException">Others have been at it all the time; it is to be looked at again.</exception>
    public MadeAgain? Look(long now, Func<long, bool> isOver, Func<RecentChange, bool> isWanted, Patience patience)
    {
        var written = new List<(RecentChange Change, byte[] Content)>();
        var busy = new HashSet<RecentChange>(ReferenceEqualityComparer.Instance);
        foreach (var change in _changes.Where(change => !change.IsFinished))
        {
            if (change.Made.WrittenBeneath(out var isBusy) is { } beneath)
            {
                written.Add((change, beneath));
            }

            if (isBusy)
            {
                busy.Add(change);
            }
        }

        var (kind, content) = SharedFile.Look(path, int.MaxValue);
        var again = written.Count > 0 || _isMixed || kind == Sight.Busy || !Same(content, _last)
            ? MakeAgain(written, now, isWanted, patience)
            : null;
        _changes.RemoveAll(change => !busy.Contains(change) && isOver(change.At) && change.Finish());
        return again;
    }

    /// <summary>
    /// What was written to a displaced file is newer than what came instead, which is ours, so our changes are made to it; beside a save on
    /// top it is kept for the person.
    /// </summary>
    private MadeAgain? MakeAgain(
        List<(RecentChange Change, byte[] Content)> written, long time, Func<RecentChange, bool> isWanted, Patience patience)
    {
        while (true)
        {
            var now = EditedText.Read(path, FileLimits.OwnList, _last is { Length: > 0 }, patience);
            var isOurs = !_isMixed && Same(now.Exists ? now.Bytes : null, _last);
            var beneath = isOurs ? written.LastOrDefault() : default;
            var text = now;
            if (beneath.Content is not null && TryDecode(beneath.Content) is { } newest)
            {
                text = newest;
            }

            var parts = new List<(int? Number, List<EditPart> Parts)>();
            var after = Fold(text, isWanted, parts);
            Replacement? made = null;
            if (!Same(after, now.Exists ? now.Bytes : null)
                && (made = Replacement.TryMake(path, now.Exists ? now.Bytes : null, after)) is null)
            {
                if (patience.IsOver)
                {
                    throw new IOException(
                        $"{path} has been saved by another program again and again for {patience.Pace.Turns.TotalSeconds:0} seconds");
                }

                patience.Wait();
                continue;
            }

            var isOnTop = ReferenceEquals(text, now);
            var kept = written.Where(one => isOnTop || one.Change != beneath.Change).Select(one => one.Change.Keep()).ToList();
            (_last, _isMixed) = (after, false);
            if (made is not null)
            {
                // It may be saved over once more.
                _changes.ForEach(change => change.At = time);
                _changes.Add(new RecentChange(null, made, null, time));
            }

            return made is null && kept.Count == 0 ? null : new(name, parts, after?.Length ?? 0, kept);
        }
    }

    private byte[]? Fold(EditedText text, Func<RecentChange, bool> isWanted, List<(int? Number, List<EditPart> Parts)> parts)
    {
        var isGone = !text.Exists;
        foreach (var change in _changes.Where(change => change.Again is not null && isWanted(change)))
        {
            TextChange asked;
            try
            {
                asked = change.Again!(text);
            }
            catch (Exception refused) when (refused is EditRefusedException or CurationException
                or WordsAtStakeException or EntryChangedException)
            {
                // The other program's text has no place for it any more: that is its last word.
                continue;
            }

            if (asked.Splices.Count > 0)
            {
                parts.Add((change.Number, [.. ChangedLines.Of(name, !text.Exists, text.Text, asked.Splices)]));
                isGone = asked.IsToGo;
                text = EditedText.Of(Encoding.UTF8.GetBytes(Splice.Apply(text.Text, asked.Splices)));
            }
        }

        return isGone ? null : text.Bytes;
    }

    private static EditedText? TryDecode(byte[] bytes)
    {
        try
        {
            return EditedText.Of(bytes);
        }
        catch (CurationException)
        {
            return null;
        }
    }

    private static bool Same(byte[]? one, byte[]? other) =>
        one is null || other is null ? one is null && other is null : one.AsSpan().SequenceEqual(other);
}

/// <summary>A change that was made a moment ago.</summary>
/// <param name="number">Its edit in the journal; null where what is in the journal does not depend on it.</param>
/// <param name="made">What it made of the file.</param>
/// <param name="again">The same for a text that may have it already; null where it is one that was made again.</param>
/// <param name="at">When, as the clock counts.</param>
internal sealed class RecentChange(int? number, Replacement made, Func<EditedText, TextChange>? again, long at)
{
    public int? Number => number;

    public Replacement Made => made;

    public Func<EditedText, TextChange>? Again => again;

    public long At { get; set; } = at;

    /// <summary>Whether what it displaced is looked at no more.</summary>
    public bool IsFinished { get; private set; }

    /// <summary>What was displaced is not needed any more.</summary>
    public bool Finish()
    {
        if (!IsFinished)
        {
            Made.Finish();
        }

        return IsFinished = true;
    }

    /// <summary>Keeps what was displaced where a person sees it.</summary>
    public string Keep()
    {
        IsFinished = true;
        return Made.Keep();
    }
}

/// <summary>Another program saved over decisions, or beneath them, and they were made again.</summary>
/// <param name="File">The path below the workspace, with <c>/</c> on every system.</param>
/// <param name="Parts">What was made again, by the numbers of edits; none where only words were kept.</param>
/// <param name="Length">How many bytes the file has now.</param>
/// <param name="Kept">Where words are kept that could not be brought together: files beside it.</param>
internal sealed record MadeAgain(
    string File, IReadOnlyList<(int? Number, List<EditPart> Parts)> Parts, int Length, IReadOnlyList<string> Kept);
