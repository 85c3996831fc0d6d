using System.Text;

namespace Sheaf.TestKit.Storms;

/// <summary>How a program saves a text file.</summary>
internal enum SavingManner
{
    /// <summary>Writes another file and renames it.</summary>
    Rename,

    /// <summary>Empties the file, hesitates, and writes it anew.</summary>
    InPlace,

    /// <summary>As <see cref="InPlace"/>, closing the file in between.</summary>
    EmptyThenWrite,

    /// <summary>Opens the file to append, hesitates, and writes at its end.</summary>
    Append,

    /// <summary>Moves the file away, hesitates, and puts another in its place.</summary>
    MoveAway,
}

/// <summary>
/// A program that saves a file again and again, each time with a new word of its own. It reads the file before each save, as an editor does
/// that loads what changed, so all that it writes blindly over is what was changed in the moment between.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="name">What its words are called after, unlike those of any other.</param>
/// <param name="manner">How it saves.</param>
/// <param name="random">Its hesitation.</param>
/// <param name="line">A line of its own that holds a word.</param>
internal sealed class SavingEditor(string path, string name, SavingManner manner, Random random, Func<string, string> line)
{
    private readonly List<string> _words = [];

    /// <summary>How many saves were done.</summary>
    public int Saves => _words.Count;

    /// <summary>The words that it saved and that a text does not hold.</summary>
    public IReadOnlyList<string> MissingIn(string text) => [.. _words.Where(word => !text.Contains(word, StringComparison.Ordinal))];

    /// <summary>Saves once, with a new word.</summary>
    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        var word = $"{name}-{manner}-{_words.Count + 1:D5}".ToLowerInvariant();
        if (manner == SavingManner.Append)
        {
            await using var open = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
            await HesitateAsync(cancellationToken);
            open.Write(Encoding.UTF8.GetBytes($"{line(word)}\n"));
        }
        else
        {
            var text = Encoding.UTF8.GetBytes($"{await ReadAsync(cancellationToken)}{line(word)}\n");
            await (manner switch
            {
                SavingManner.Rename => RenameAsync(text),
                SavingManner.MoveAway => MoveAwayAsync(text, cancellationToken),
                _ => WriteInPlaceAsync(text, cancellationToken),
            });
        }

        _words.Add(word);
    }

    private Task HesitateAsync(CancellationToken cancellationToken) =>
        Task.Delay(TimeSpan.FromMilliseconds(random.Next(1, 60)), TimeProvider.System, cancellationToken);

    /// <summary>
    /// Its text must be whole: it is an editor that had the file open all along. Between the reading and the saving nothing is waited for
    /// but what is meant: on a machine whose threads are all taken that would be longer than anybody is looked after.
    /// </summary>
    private async Task<string> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                if (File.ReadAllText(path) is { Length: > 0 } text)
                {
                    return text;
                }
            }
            catch (IOException)
            {
                // Being replaced at this moment.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, cancellationToken);
        }
    }

    private Task RenameAsync(byte[] text)
    {
        var beside = $"{path}.{manner}~";
        File.WriteAllBytes(beside, text);
        File.Move(beside, path, overwrite: true);
        return Task.CompletedTask;
    }

    private async Task MoveAwayAsync(byte[] text, CancellationToken cancellationToken)
    {
        File.Move(path, $"{path}~", overwrite: true);
        await HesitateAsync(cancellationToken);
        await File.WriteAllBytesAsync(path, text, cancellationToken);
    }

    private async Task WriteInPlaceAsync(byte[] text, CancellationToken cancellationToken)
    {
        await using var open = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        if (manner == SavingManner.EmptyThenWrite)
        {
            await open.DisposeAsync();
            await HesitateAsync(cancellationToken);
            await using var again = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
            again.Write(text);
            return;
        }

        await HesitateAsync(cancellationToken);
        open.Write(text);
    }
}
