using System.Collections.Concurrent;
using Sheaf.Files;

namespace Sheaf.Editing;

/// <summary>
/// The files that this process itself has left empty, as the last decision in them was taken back or changed. Of any other file that is
/// empty it must be waited whether a program is in the middle of saving it.
/// </summary>
internal sealed class OwnEmptyFiles
{
    private readonly ConcurrentDictionary<string, DateTime> _left = [];

    /// <summary>Takes note of a file that was changed.</summary>
    /// <param name="path">The file.</param>
    /// <param name="length">How many bytes it has now.</param>
    public void Note(string path, int length)
    {
        if (length == 0 && File.Exists(path))
        {
            _left[path] = File.GetLastWriteTimeUtc(path);
        }
        else
        {
            _left.TryRemove(path, out _);
        }
    }

    /// <summary>How long others are waited for at a file: no moment longer than needed where it is empty by our own hand.</summary>
    public Patience PatienceFor(string path, Patience patience) =>
        _left.TryGetValue(path, out var written) && new FileInfo(path) is { Exists: true, Length: 0 } file
            && file.LastWriteTimeUtc == written
            ? patience.WithoutEmptied()
            : patience;
}
