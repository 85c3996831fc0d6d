namespace Sheaf.Lists;

/// <summary>A curated list that cannot be read or added to until a person has changed something.</summary>
/// <param name="file">Path of the list.</param>
/// <param name="line">Where in it, from 1; null where it is the file as a whole.</param>
/// <param name="sentence">What is wrong and what to do, one sentence with its final stop.</param>
internal sealed class CurationException(string file, int? line, string sentence)
    : FormatException(line is null ? $"{file}: {sentence}" : $"{file}:{line}: {sentence}")
{
    public string File { get; } = file;

    public int? Line { get; } = line;

    internal static CurationException TooLarge(string file, int most) =>
        new(file, null, $"The file is larger than {most >> 20} MB, the most a list may have.");
}
