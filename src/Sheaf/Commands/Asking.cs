using Sheaf.Editing;
using Sheaf.Settings;

namespace Sheaf.Commands;

/// <summary>Asks a person whether lines with words of theirs may go. Where nobody can answer, they stay.</summary>
/// <param name="context">Whose workspace, and where to speak.</param>
/// <param name="isConfirmed">Whether it was said on the command line that they may.</param>
/// <param name="ask">Asks a question; null where nobody is there.</param>
internal sealed class Asking(CommandContext context, bool isConfirmed, Func<string, bool>? ask)
{
    /// <summary>On the terminal, if a person sits there.</summary>
    public static Asking OnConsole(CommandContext context, bool isConfirmed) =>
        new(context, isConfirmed, Console.IsInputRedirected || !context.Terminal.IsWatched || context.Terminal.Json ? null : question =>
        {
            context.Terminal.Error.Write($"{question} [y/N] ");
            return Console.ReadLine()?.Trim() is "y" or "Y" or "yes";
        });

    /// <summary>Makes an edit, and where words are at stake asks first.</summary>
    /// <param name="command">What makes it, for the journal.</param>
    /// <param name="make">Makes the changes, given what may go.</param>
    /// <param name="cancellationToken">Ends the waiting for other programs.</param>
    /// <param name="kept">The lines that stay, because nobody said that they may go; then nothing was written.</param>
    /// <returns>Null where nothing was written.</returns>
    public T? Change<T>(string command, Func<Edit, Func<EntryPlace, bool>, T> make, CancellationToken cancellationToken, out IReadOnlyList<EntryPlace> kept)
        where T : class
    {
        kept = [];
        var confirmed = new HashSet<EntryPlace>();
        while (true)
        {
            try
            {
                return context.Change(command, edit => make(edit, place => isConfirmed || confirmed.Contains(place)), cancellationToken);
            }
            catch (WordsAtStakeException stake)
            {
                foreach (var place in stake.Places)
                {
                    Show(place);
                }

                if (ask is null || !ask(stake.Places.Count == 1 ? "Take this line away, with the words in it?" : "Take these lines away, with the words in them?"))
                {
                    kept = stake.Places;
                    context.Terminal.Warn(ask is null ? "Nothing was written, because these words would go: add --yes if they may." : "Nothing was written.");
                    return null;
                }

                confirmed.UnionWith(stake.Places);
            }
        }
    }

    private void Show(EntryPlace place)
    {
        context.Terminal.Warn($"{Workspace.ForReaders(Path.Combine(context.Workspace.Curated, place.List))}, line {place.Line}:");
        foreach (var line in place.Text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            context.Terminal.Warn($"  {line}");
        }
    }
}
