using System.CommandLine;
using Sheaf.Editing;
using Sheaf.Settings;

namespace Sheaf.Commands;

/// <summary>Asks a person whether lines with words of theirs may go. Where nobody can answer, they stay.</summary>
/// <param name="context">Whose workspace, and where to speak.</param>
/// <param name="isConfirmed">Whether it was said on the command line that they may.</param>
/// <param name="ask">Asks a question; null where nobody is there.</param>
internal sealed class ConfirmationPrompt(CommandContext context, bool isConfirmed, Func<string, bool>? ask)
{
    /// <summary>On the terminal, if a person sits there.</summary>
    public static ConfirmationPrompt OnConsole(CommandContext context, bool isConfirmed) =>
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
    public T? Change<T>(
        string command, Func<Edit, Func<EntryPlace, bool>, T> make, CancellationToken cancellationToken, out IReadOnlyList<EntryPlace> kept)
        where T : class
    {
        kept = [];
        var confirmed = new HashSet<EntryPlace>();
        while (true)
        {
            try
            {
                return context.Change(
                    command, edit => make(edit, place => (isConfirmed && place.AlsoNames.Length == 0) || confirmed.Contains(place)),
                    cancellationToken);
            }
            catch (WordsAtStakeException stake)
            {
                foreach (var place in stake.Places)
                {
                    Show(place);
                }

                if (ask is null || !ask(Question(stake.Places)))
                {
                    kept = stake.Places;
                    context.Terminal.Warn(ask is not null ? "Nothing was written." : WhyNot(stake.Places));
                    return null;
                }

                confirmed.UnionWith(stake.Places);
            }
        }
    }

    private static string Question(IReadOnlyList<EntryPlace> places)
    {
        var (line, words) = places.Count == 1 ? ("this line", "the words in it") : ("these lines", "the words in them");
        return Others(places) is { Length: > 0 } others
            ? $"Take {line} away, with {words} and with {others}, on no other line?"
            : $"Take {line} away, with {words}?";
    }

    private static string WhyNot(IReadOnlyList<EntryPlace> places) => Others(places) is { Length: > 0 } others
        ? $"Nothing was written, because {others} would go, too, on no other line: give each paper a line of its own first."
        : "Nothing was written, because these words would go: add --yes if they may.";

    private static string Others(IReadOnlyList<EntryPlace> places) =>
        string.Join(" and ", places.Select(place => place.AlsoNames).Where(others => others.Length > 0).Distinct());

    private void Show(EntryPlace place)
    {
        context.Terminal.Warn($"{Workspace.ForReaders(Path.Combine(context.Workspace.Curated, place.List))}, line {place.Line}:");
        foreach (var line in place.Text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            context.Terminal.Warn($"  {line}");
        }
    }
}

/// <summary>The option that answers before it is asked.</summary>
internal static class Confirmation
{
    public static readonly Option<bool> Yes = new("--yes")
    {
        Description = "Lines of a list may go with the words that you wrote into them",
    };
}
