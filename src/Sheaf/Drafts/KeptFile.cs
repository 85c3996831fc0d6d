using Sheaf.Curation;

namespace Sheaf.Drafts;

/// <summary>
/// A file that Sheaf writes and a person may edit, with a copy of what Sheaf last wrote there, its base, by which edits are recognised.
/// </summary>
/// <remarks>
/// Three files and two renames make the writing safe: first the new text becomes the <em>pending</em> base, then the file is replaced, then
/// the pending base becomes the base. Whenever that stops, the file equals the base or the pending base, so it is known to be Sheaf's
/// own; and a file that a person has edited equals neither.
/// </remarks>
internal sealed class KeptFile(string folder, string name)
{
    private readonly string _base = System.IO.Path.Combine(folder, ".sheaf", $"{name}.base.md");
    private readonly string _pending = System.IO.Path.Combine(folder, ".sheaf", $"{name}.pending.md");

    public string Path { get; } = System.IO.Path.Combine(folder, $"{name}.md");

    /// <summary>Whether the file holds a person's work. Without a base all of it is; a file equal to the new text has nothing to lose.</summary>
    public bool IsEdited(byte[] text) => File.Exists(Path) && !Holds(Path, text) && !IsOwn(File.ReadAllBytes(Path));

    /// <summary>Writes a file that is not edited; false where it held the text already.</summary>
    public bool Write(byte[] text)
    {
        var isWritten = !Holds(Path, text);
        if (isWritten)
        {
            WholeFile.Replace(_pending, text);
            WholeFile.Replace(Path, text);
        }

        RecordBase(text);
        return isWritten;
    }

    private bool IsOwn(byte[] content) => Holds(_base, content) || Holds(_pending, content);

    /// <summary>
    /// A file without any base stays a person's though its text be equal: deleting the base is how an editor takes a draft over. With an
    /// older base, equal text was put in place by hand (<c>mv 2024-04.new.md 2024-04.md</c>), and the base follows.
    /// </summary>
    private void RecordBase(byte[] text)
    {
        if (Holds(_pending, text))
        {
            File.Move(_pending, _base, overwrite: true);
        }
        else if (File.Exists(_base) && !Holds(_base, text))
        {
            WholeFile.Replace(_base, text);
        }
    }

    private static bool Holds(string path, byte[] content) => File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(content);
}
