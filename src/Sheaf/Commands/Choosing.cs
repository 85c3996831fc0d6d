using Sheaf.Arxiv.Identifiers;
using Sheaf.Curation;
using Sheaf.Suggesting;

namespace Sheaf.Commands;

/// <summary>A person's decisions on suggestions, by one key each; each is kept at once, so stopping loses none.</summary>
/// <param name="context">Whose workspace, and where to speak.</param>
/// <param name="found">What was suggested.</param>
/// <param name="shown">Those to decide on.</param>
/// <param name="nextKey">Waits for a key; null when there are no more.</param>
internal sealed class Choosing(CommandContext context, MonthSuggestions found, IReadOnlyList<SuggestedPaper> shown, Func<char?> nextKey)
{
    private const string Keys = "     [a]dd, add with a [s]tar, [r]efuse for ever, [n]ext, [q]uit? ";

    /// <exception cref="BadInputException">Nobody is there to press keys.</exception>
    public static Choosing OnConsole(CommandContext context, MonthSuggestions found, IReadOnlyList<SuggestedPaper> shown) =>
        Console.IsInputRedirected || !context.Terminal.IsWatched || context.Terminal.Json
            ? throw new BadInputException("--choose needs a terminal, and goes without --json: leave it out, and use sheaf add and sheaf refuse.")
            : new(context, found, shown, () => Console.ReadKey(intercept: true).KeyChar);

    public async Task<ExitCode> RunAsync(CancellationToken cancellationToken)
    {
        var (added, refused) = (0, 0);
        foreach (var (index, paper) in shown.Index())
        {
            SuggestView.Show(context.Terminal, index + 1, paper);
            var key = Ask();
            if (key == 'q')
            {
                break;
            }

            if (key is 'a' or 's')
            {
                await AddAsync(paper.Paper.Identifier, starred: key == 's', cancellationToken);
                added++;
            }
            else if (key == 'r')
            {
                await RefuseAsync(paper, cancellationToken);
                refused++;
            }
        }

        context.Terminal.Say($"{Words.Count(added, "paper")} added to the list of {found.Month.Title}, {refused} refused.");
        return ExitCode.Done;
    }

    /// <summary>One of the keys offered; the end of the input is a quit.</summary>
    private char Ask()
    {
        context.Terminal.Output.Write(Keys);
        char key;
        do
        {
            key = char.ToLowerInvariant(nextKey() ?? 'q');
        }
        while (!"asrnq".Contains(key, StringComparison.Ordinal));
        context.Terminal.Output.WriteLine(key);
        return key;
    }

    private async Task AddAsync(ArxivIdentifier paper, bool starred, CancellationToken cancellationToken)
    {
        var line = CanonicalLine.Write(new EprintReference(paper, null), starred, [], null);
        using (await CuratedLock.TakeAsync(context.Workspace.DecisionsLock, context.Time, cancellationToken))
        {
            new CuratedFolder(context.Workspace.Curated).Append(found.Month, [line]);
        }
    }

    /// <summary>The same work under another identifier is refused with it.</summary>
    private async Task RefuseAsync(SuggestedPaper paper, CancellationToken cancellationToken)
    {
        using (await CuratedLock.TakeAsync(context.Workspace.DecisionsLock, context.Time, cancellationToken))
        {
            new RefusedList(context.Workspace.Refused).Add([paper.Paper.Identifier, .. paper.Same]);
        }
    }
}
