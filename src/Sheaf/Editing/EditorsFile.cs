using System.Text;
using Sheaf.Files;
using Sheaf.Lists;
using Sheaf.Settings;
using Sheaf.Store.Lists;

namespace Sheaf.Editing;

/// <summary>One file while it is being changed: what was read, what is to become of it, and how it stands.</summary>
/// <param name="path">The file.</param>
/// <param name="file">Its path below the workspace, with <c>/</c> on every system.</param>
/// <param name="hadContent">Whether it held something when it was last looked at.</param>
/// <param name="wanted">What is to become of it; asked again whenever another program has saved.</param>
/// <param name="patience">How long others are waited for.</param>
internal sealed class EditorsFile(string path, string file, bool hadContent, WantedChange wanted, Patience patience)
{
    private bool _had = hadContent;
    private Replacement? _made;
    private EditedText? _before;
    private TextChange _change = TextChange.None;

    public string Name => file;

    public bool IsChanged => _before is not null;

    public string Path => path;

    /// <summary>What was made of the file; null where nothing was.</summary>
    public Replacement? Made => _made;

    /// <summary>The changes to a text that may have them already.</summary>
    public Func<EditedText, TextChange> MakeAgain => wanted.MakeAgain;

    /// <summary>How many bytes it has now.</summary>
    public int Length { get; private set; }

    /// <summary>What was changed, as the journal keeps it.</summary>
    public IEnumerable<Store.Lists.EditPart> Parts =>
        _before is null ? [] : ChangedLines.Of(file, !_before.Exists, _before.Text, _change.Splices);

    /// <summary>Changes the file, or finds that there is nothing to change.</summary>
    /// <exception cref="IOException">Others have been at it all the time; it is as they left it.</exception>
    public void Change() => Change(wanted.Make);

    private void Change(Func<EditedText, TextChange> make)
    {
        while (true)
        {
            var text = EditedText.Read(path, FileLimits.OwnList, _had, patience);
            _had |= text.Bytes.Length > 0;
            var change = make(text);
            if (change.Splices.Count == 0)
            {
                return;
            }

            var after = change.IsToGo ? null : Encoding.UTF8.GetBytes(Splice.Apply(text.Text, change.Splices));
            if (Replacement.TryMake(path, text.Exists ? text.Bytes : null, after) is { } made)
            {
                (_made, _before, _change, Length) = (made, text, change, after?.Length ?? 0);
                return;
            }

            RefuseWhenOver();
            patience.Wait();
        }
    }

    /// <summary>Looks whether the change stands, and makes it again on what another program has saved meanwhile.</summary>
    /// <returns>Where words that could not be brought together are kept; else null.</returns>
    /// <exception cref="IOException">Others have been at it all the time; it is as they left it.</exception>
    public string? Settle()
    {
        string? kept = null;
        while (_made is { } made)
        {
            switch (made.LookAgain(patience))
            {
                case Aftermath.Stands:
                    return kept;
                case Aftermath.WrittenBeneath:
                    kept = made.PutBack() ?? kept;
                    (_made, _before) = (null, null);
                    Change();
                    break;
                case Aftermath.Overwritten:
                    made.Finish();
                    ChangeAgain();
                    break;
                default:
                    kept = made.Keep();
                    ChangeAgain();
                    break;
            }

            if (_made is not null)
            {
                RefuseWhenOver();
                patience.Wait(patience.Pace.SecondLook);
            }
        }

        return kept;
    }

    private void RefuseWhenOver()
    {
        if (patience.IsOver)
        {
            throw new IOException(
                $"{Workspace.ForReaders(path)} has been saved by another program again and again for "
                + $"{patience.Pace.Turns.TotalSeconds:0} seconds, so nothing was written: do the same again");
        }
    }

    /// <summary>What was displaced is not needed any more.</summary>
    public void Finish() => _made?.Finish();

    /// <summary>Makes the file what it was.</summary>
    public void PutBack()
    {
        _made?.PutBack();
        (_made, _before) = (null, null);
    }

    /// <summary>Another program wrote over the change. Where its text has no place for it any more, that is its last word.</summary>
    private void ChangeAgain()
    {
        _made = null;
        try
        {
            Change(wanted.MakeAgain);
        }
        catch (Exception refused) when (refused is EditRefusedException or CurationException or WordsAtStakeException
            or EntryChangedException)
        {
        }
    }
}

/// <summary>How a text of a file is changed.</summary>
/// <param name="Make">The changes to a text.</param>
/// <param name="MakeAgain">The same for a text that may have them already.</param>
internal sealed record WantedChange(Func<EditedText, TextChange> Make, Func<EditedText, TextChange> MakeAgain);

/// <summary>What is to become of a text.</summary>
/// <param name="Splices">The changes; none: it stays as it is.</param>
/// <param name="IsToGo">Whether the file goes, its whole text being taken away.</param>
internal readonly record struct TextChange(IReadOnlyList<Splice> Splices, bool IsToGo = false)
{
    public static TextChange None { get; } = new([]);

    public static implicit operator TextChange(Splice[] splices) => new(splices);
}
