namespace Sheaf.Editing;

/// <summary>A change that cannot be made to a file as it stands; nothing was written.</summary>
/// <param name="sentence">Why, and what to do: one sentence with its final stop.</param>
/// <param name="file">The file.</param>
/// <param name="line">Where in it, from 1; null where it is the file as a whole.</param>
internal sealed class EditRefusedException(string sentence, string file, int? line) : Exception(sentence)
{
    public string File { get; } = file;

    public int? Line { get; } = line;
}
