using System.Diagnostics;
using Sheaf.Answers;
using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Editing;
using Sheaf.Lists;
using Sheaf.Ranking;
using Sheaf.Text;

namespace Sheaf.Commands;

/// <summary>A person's decisions on suggestions, by one key each; each is kept at once, so stopping loses none.</summary>
/// <param name="context">Whose workspace, and where to speak.</param>
/// <param name="found">What was suggested.</param>
/// <param name="shown">Those to decide on.</param>
/// <param name="nextKey">Waits for a key; null when there are no more.</param>
/// <param name="open">Opens an address in the browser.</param>
internal sealed class InteractiveSelection(
    CommandContext context, MonthSuggestions found, IReadOnlyList<SuggestedPaper> shown, Func<CancellationToken, Task<char?>> nextKey,
    Action<string> open)
{
    private const string Keys =
        "     [a]dd, add with a [s]tar, [r]efuse for ever, [l]ater, [n]ext, [k] back, [z] undo, [o]pen the abstract, [v]iew at arXiv, "
        + "[q]uit? ";
    private const string Known = "asrlnjkzovq";

    private readonly Stack<(int Index, int Edit, char Key)> _made = [];

    /// <exception cref="BadInputException">Nobody is there to press keys.</exception>
    public static InteractiveSelection OnConsole(CommandContext context, MonthSuggestions found) =>
        Console.IsInputRedirected || !context.Terminal.IsWatched || context.Terminal.Json
            ? throw new BadInputException(
                "--choose needs a terminal, and goes without --json: leave it out, and use sheaf add, sheaf later and sheaf refuse.")
            : new(context, found, found.Papers, ReadKeyAsync, Browse);

    public async Task<ExitCode> RunAsync(CancellationToken cancellationToken)
    {
        var at = 0;
        Show(at);
        while (at < shown.Count && await AskAsync(cancellationToken) is var key and not 'q')
        {
            var next = key switch
            {
                'a' or 's' => Decide(at, key, "add", Take(shown[at], starred: key == 's'), cancellationToken),
                'r' => Decide(at, key, "refuse", Aside(shown[at], SettingAside.Refused), cancellationToken),
                'l' => Decide(at, key, "later", Aside(shown[at], SettingAside.Later), cancellationToken),
                'z' => Undo(at, cancellationToken),
                'k' => Math.Max(0, at - 1),
                'n' or 'j' => at + 1,
                _ => Look(at, key),
            };
            if (next != at)
            {
                Show(next);
            }

            at = next;
        }

        var counts = _made.CountBy(made => made.Key == 's' ? 'a' : made.Key).ToDictionary();
        context.Terminal.Say(
            $"{Humanize.Count(counts.GetValueOrDefault('a'), "paper")} added to the list of {found.Month.Title}, "
            + $"{counts.GetValueOrDefault('r')} refused, {counts.GetValueOrDefault('l')} put off.");
        return ExitCode.Done;
    }

    /// <remarks>The reading goes on in its own thread when a person stops the program: it ends with that.</remarks>
    private static async Task<char?> ReadKeyAsync(CancellationToken cancellationToken)
    {
        var read = new TaskCompletionSource<char?>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() => read.TrySetResult(KeyOf(Console.ReadKey(intercept: true)))) { IsBackground = true }.Start();
        return await read.Task.WaitAsync(cancellationToken);
    }

    private static char KeyOf(ConsoleKeyInfo pressed) =>
        pressed.Key switch { ConsoleKey.DownArrow => 'j', ConsoleKey.UpArrow => 'k', ConsoleKey.Enter => 'o', _ => pressed.KeyChar };

    private static void Browse(string address)
    {
        using var browser = Process.Start(new ProcessStartInfo(address) { UseShellExecute = true });
    }

    /// <summary>One of the keys offered; the end of the input is a quit.</summary>
    private async Task<char> AskAsync(CancellationToken cancellationToken)
    {
        context.Terminal.Output.Write(Keys);
        char key;
        do
        {
            key = await nextKey(cancellationToken) switch
            {
                null => 'q',
                '\r' or '\n' => 'o',
                var pressed =>
                char.ToLowerInvariant(pressed.Value)
            };
        }
        while (!Known.Contains(key, StringComparison.Ordinal));
        context.Terminal.Output.WriteLine(key);
        return key;
    }

    private void Show(int index)
    {
        if (index < shown.Count)
        {
            SuggestView.Show(context.Terminal, index + 1, shown[index]);
        }
    }

    /// <summary>Says of the decision what the command of that name says, and goes on.</summary>
    private int Decide(int at, char key, string command, Func<Edit, string> make, CancellationToken cancellationToken)
    {
        var (sentence, edit) = context.Files.Change(command, make, cancellationToken);
        context.Terminal.Say($"     {sentence}");
        if (edit.Number is { } number)
        {
            _made.Push((at, number, key));
        }

        return at + 1;
    }

    private Func<Edit, string> Take(SuggestedPaper paper, bool starred) => edit =>
    {
        var adding = new AddingPapers(
            context.Workspace, context.Files, found.Month, new Dictionary<ArxivIdentifier, Eprint>(),
            LineWords.None with { Starred = starred });
        var named = new NamedPaper(paper.Paper.Identifier.ToString(), new EprintReference(paper.Paper.Identifier, null), null);
        return AddedSentences.Sentence(adding.Add(edit, [named])[0] with { MonthBecause = "the month of these suggestions" });
    };

    /// <summary>The same work under another identifier goes with it.</summary>
    private Func<Edit, string> Aside(SuggestedPaper paper, string how) => edit =>
        SetAsideCommand.Make(context, edit, how, [paper.Paper.Identifier, .. paper.Same], reason: null, _ => false)[0].Sentence;

    /// <summary>Back to the paper that was decided on last.</summary>
    private int Undo(int at, CancellationToken cancellationToken)
    {
        if (!_made.TryPop(out var last))
        {
            context.Terminal.Say("     Nothing was decided here that could be taken back.");
            return at;
        }

        try
        {
            context.Files.Undo(last.Edit, cancellationToken);
            context.Terminal.Say("     Taken back.");
            return last.Index;
        }
        catch (EditRefusedException refused)
        {
            context.Terminal.Say($"     {refused.Message}");
            return at;
        }
    }

    private int Look(int at, char key)
    {
        var paper = shown[at].Paper;
        if (key == 'o')
        {
            context.Terminal.Say($"     {paper.Abstract}");
            return at;
        }

        try
        {
            open($"https://arxiv.org/abs/{paper.Identifier}");
        }
        catch (Exception failure) when (failure is System.ComponentModel.Win32Exception or IOException)
        {
            context.Terminal.Say("     No browser can be started from here; the link is above.");
        }

        return at;
    }
}
