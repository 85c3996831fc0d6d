using System.Security.Cryptography;
using System.Text;
using Sheaf.Files;

namespace Sheaf.Drafts;

/// <summary>
/// A file that Sheaf writes and a person edits, with a copy of what Sheaf last wrote there, its base, by which edits are recognised.
/// </summary>
/// <remarks>
/// Three files and two renames make the writing safe: first the new base is written as <em>pending</em>, under a name that says which bytes
/// the file will have, then the file is replaced, then the pending base becomes the base. Whenever that stops, the next run sees by the
/// name whether the file was replaced: then the pending base is the base, else it is thrown away. So a base never has what the file did not
/// get.
/// </remarks>
internal sealed class FileWithBase(string folder, string name, Patience patience)
{
    private readonly string _bases = System.IO.Path.Combine(folder, ".sheaf");
    private readonly List<string> _setAside = [];

    public string Path { get; } = System.IO.Path.Combine(folder, $"{name}.md");

    private string Base => System.IO.Path.Combine(_bases, $"{name}.base.md");

    /// <summary>
    /// What the file holds when nobody is writing it; null where there is none, or it is empty though Sheaf wrote something there.
    /// </summary>
    /// <exception cref="IOException">It is too large, cannot be read, or others have been writing it all the time.</exception>
    public byte[]? Read()
    {
        IsEmptied = false;
        var hadContent = File.Exists(Base);
        try
        {
            var content = SharedFile.Read(Path, FileLimits.Draft, hadContent, patience);
            IsEmptied = hadContent && content is [];
            return IsEmptied ? null : content;
        }
        catch (TooLargeException)
        {
            throw new IOException($"{Path} is larger than {FileLimits.Draft >> 20} MB, the most a draft may have");
        }
    }

    /// <summary>The same of a file that is Sheaf's to show and to write: no other is read through a link.</summary>
    /// <exception cref="LinkLeftAloneException">It is a link that leads out, or to what Sheaf did not write.</exception>
    /// <inheritdoc cref="Read()"/>
    public byte[]? ReadOwn()
    {
        if (LeadsOut)
        {
            throw new LinkLeftAloneException(Path, "that leads out of the workspace");
        }

        var content = Read();
        return !IsLink || (content is null ? Read(Base) : ReadBase(content)) is not null ? content
            : throw new LinkLeftAloneException(Path, "to a file that Sheaf did not write");
    }

    /// <summary>
    /// Where words are that another program wrote to the draft while it was replaced, and that could not be brought together with it.
    /// </summary>
    public IReadOnlyList<string> SetAside => _setAside;

    /// <summary>
    /// Whether the file was last read as empty, though something was written there: nobody's decision, so it counts as not there.
    /// </summary>
    public bool IsEmptied { get; private set; }

    /// <summary>Whether the file is a link: what it leads to may be anything.</summary>
    private bool IsLink => new FileInfo(Path).LinkTarget is not null;

    /// <summary>Whether the file is a link to what lies outside of the workspace.</summary>
    public bool LeadsOut =>
        IsLink && !LinkedPath.IsWithin(LinkedPath.Resolve(Path), LinkedPath.Resolve(System.IO.Path.Combine(folder, "..")));

    /// <summary>What Sheaf last wrote there; null where that is not known.</summary>
    /// <param name="content">What the file holds.</param>
    public byte[]? ReadBase(byte[] content) => Read(PendingFor(content)) ?? Read(Base);

    /// <summary>Replaces the file with what its editor wrote. What Sheaf wrote stays remembered as it was.</summary>
    /// <param name="expected">What the file must still hold; null for no file.</param>
    /// <param name="content">What it is to hold.</param>
    public Writing TryWrite(byte[]? expected, byte[] content)
    {
        FinishInterrupted(expected);
        return TryReplace(IsEmptied ? [] : expected, content);
    }

    /// <summary>Replaces the file and its base. Nothing that holds these bytes already is touched.</summary>
    /// <param name="expected">What the file must still hold; null for no file.</param>
    /// <param name="content">What it is to hold.</param>
    /// <param name="newBase">What is to be remembered as what Sheaf wrote.</param>
    public Writing TryWrite(byte[]? expected, byte[] content, byte[] newBase)
    {
        FinishInterrupted(expected);
        if (expected is not null && expected.AsSpan().SequenceEqual(content))
        {
            ReplaceBase(newBase);
            return Writing.Done;
        }

        var pending = PendingFor(content);
        WholeFile.Replace(pending, newBase);
        var done = TryReplace(IsEmptied ? [] : expected, content);
        if (done is Writing.Done)
        {
            Settle(pending, newBase);
        }
        else
        {
            File.Delete(pending);
        }

        return done;
    }

    /// <summary>Replaces the file, and takes that back where another program turns out to have had it open and written to it.</summary>
    private Writing TryReplace(byte[]? expected, byte[] content)
    {
        if (Replacement.TryMake(Path, expected, content) is not { } made)
        {
            return Writing.LeftAsItWas;
        }

        patience.Wait(patience.Pace.SecondLook);
        var after = made.LookAgain(patience);
        if (after is Aftermath.WrittenBeneath or Aftermath.Both)
        {
            var kept = after is Aftermath.Both ? made.Keep() : made.PutBack();
            _setAside.AddRange(kept is null ? [] : [kept]);
            return kept is null ? Writing.LeftAsItWas : Writing.SavedOver;
        }

        made.Finish();
        return after is Aftermath.Stands || RestsOn(content, expected ?? []) ? Writing.Done : Writing.SavedOver;
    }

    /// <summary>
    /// Whether what another program saved in this moment was made from the new content. Where that is not certain, it has the one before in
    /// mind.
    /// </summary>
    private bool RestsOn(byte[] content, byte[] before)
    {
        if (SharedFile.Look(Path, FileLimits.Draft).Content is not { } saved)
        {
            return false;
        }

        var (lines, older, newer) = (LinesOf(saved), LinesOf(before), LinesOf(content));
        return lines.IsSupersetOf(newer) && !(lines.IsSupersetOf(older) && older.IsSupersetOf(newer));
    }

    /// <summary>The lines of a text in any encoding, to be compared with those of one in the same.</summary>
    private static HashSet<string> LinesOf(byte[] text) => [.. Encoding.Latin1.GetString(text).Split('\n')];

    /// <summary>Keeps a copy of the file under the first free name of <c>2024-04.old-1.md</c>, <c>2024-04.old-2.md</c> and so on.</summary>
    public string Copy(byte[] content)
    {
        for (var number = 1; ; number++)
        {
            var path = System.IO.Path.Combine(folder, $"{name}.old-{number}.md");
            if (Replacement.TryMake(path, null, content) is not null)
            {
                return path;
            }
        }
    }

    /// <summary>A write that was interrupted is taken to its end where the file has been replaced, else back to its beginning.</summary>
    private void FinishInterrupted(byte[]? content)
    {
        var done = content is null ? null : PendingFor(content);
        foreach (var pending in Directory.Exists(_bases) ? Directory.GetFiles(_bases, $"{name}.pending-*.md") : [])
        {
            if (pending == done)
            {
                File.Move(pending, Base, overwrite: true);
            }
            else
            {
                File.Delete(pending);
            }
        }
    }

    private void Settle(string pending, byte[] newBase)
    {
        try
        {
            File.Move(pending, Base, overwrite: true);
        }
        catch (FileNotFoundException)
        {
            // Another run of Sheaf took it for the rest of an interrupted one.
            WholeFile.Replace(Base, newBase);
        }
    }

    private void ReplaceBase(byte[] content)
    {
        if (Read(Base) is not { } known || !known.AsSpan().SequenceEqual(content))
        {
            WholeFile.Replace(Base, content);
        }
    }

    private string PendingFor(byte[] content) =>
        System.IO.Path.Combine(_bases, $"{name}.pending-{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 16))}.md");

    private static byte[]? Read(string path) => !File.Exists(path) ? null
        : BoundedFile.Read(path, FileLimits.Draft)
            ?? throw new IOException($"{path} is larger than {FileLimits.Draft >> 20} MB, the most a draft may have");
}

/// <summary>A file that is a link to what Sheaf neither shows nor writes.</summary>
/// <param name="path">The link.</param>
/// <param name="where">What it is for a link, to stand behind "is a link".</param>
internal sealed class LinkLeftAloneException(string path, string where)
    : IOException($"{path} is a link {where}, so it was left alone: put the draft itself in its place");

/// <summary>A draft that is no text, or is text in another encoding.</summary>
/// <param name="path">The draft.</param>
/// <param name="advice">What to do, to stand behind a colon.</param>
internal sealed class NotTextException(string path, string advice)
    : IOException($"{path} is not text in UTF-8, so it was left alone: {advice}");

/// <summary>What became of an attempt to write a file that other programs save, too.</summary>
internal enum Writing
{
    /// <summary>It is written; what was saved since was made from it.</summary>
    Done,

    /// <summary>It was changed by somebody meanwhile, and is as they left it.</summary>
    LeftAsItWas,

    /// <summary>It was written, and saved over at once: words of before may be in what was displaced alone.</summary>
    SavedOver,
}
