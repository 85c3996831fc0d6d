using Microsoft.Extensions.Logging;
using Sheaf.Answers;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Ballots;
using Sheaf.Editing;
using Sheaf.Lists;
using Sheaf.Ranking;
using Sheaf.Service;
using Sheaf.Settings;
using Sheaf.Store;

namespace Sheaf.Desk;

/// <summary>What the pages and the API of the desk are made from: the parts over the store, and those over the editor's files.</summary>
/// <param name="local">The parts that ask nobody.</param>
/// <param name="store">Makes the store anew where it has gone.</param>
/// <param name="logger">Where it is told that decisions had to be made again.</param>
internal sealed partial class DeskParts(LocalParts local, ServiceStore store, ILogger<DeskParts> logger) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Lock _making = new();

    public LocalParts Local => local;

    public Workspace Workspace => local.Workspace;

    public SheafSettings Settings => local.Settings;

    public TimeProvider Time => local.Time;

    /// <summary>Where the editor's files are changed.</summary>
    public EditorsFiles Files => Once(ref field, () => new(Workspace, () => local.Store, Time)
    {
        SecondLook = SecondLook,
        OnUnreadable = local.OnUnreadable,
    });

    /// <summary>So that a decision is answered at once, and files are looked at again behind the answer.</summary>
    private EditsSecondLook SecondLook => Once(ref field, () => new(Workspace, () => local.Store, Time)
    {
        OnMadeAgain = again => LogMadeAgain(again.File),
        OnFailure = failure => LogNotLooked(failure, failure.Message),
    });

    public PaperDecisions Decisions => Once(ref field, () => new(Workspace, Files));

    public EntryReader Entries => Once(ref field, () => new(Files));

    public ChangingEntries ChangingEntries => Once(ref field, () => new(Workspace, Files));

    /// <summary>The votes of reading groups.</summary>
    public MonthBallots Ballots => Once(ref field, () => new(new BallotFile(Workspace, Time), Time));

    public KeptSuggestions Suggestions =>
        Once(ref field, () => new(local.Suggester, local.PaperTexts, local.Rankings, Workspace, Time)
        {
            OnUnreadable = local.OnUnreadable,
        });

    /// <summary>The status of all months, as it is now. A list that cannot be read is left out.</summary>
    public StatusReader Status() => new(
        Workspace, Settings, Time, new CuratedFolder(Workspace.Curated) { OnUnreadable = _ => { } }.Read(), local);

    /// <summary>
    /// Refuses to answer about a month as if it had no list where its list cannot be read: the sentence names the file and the line.
    /// </summary>
    /// <exception cref="CurationException">A list of the month's own cannot be read.</exception>
    public void EnsureReadable(Month month) => new CuratedFolder(Workspace.Curated).EnsureReadable(month);

    /// <summary>What the files say of papers at this moment.</summary>
    public PaperStates States() => new StateReader(Workspace, Files).Read();

    /// <summary>The month of a paper's first version; null while arXiv has not told.</summary>
    public Month? MonthOf(ArxivIdentifier paper) => local.Eprints.Find(paper)?.Month;

    /// <summary>A store that somebody has deleted is made anew, as the next run would.</summary>
    public void EnsureStore()
    {
        if (Database.Exists(Workspace.Store))
        {
            return;
        }

        lock (_lock)
        {
            store.EnsureThere();
        }
    }

    /// <summary>One of each for all requests: they hold what was read, and what is to be looked at again.</summary>
    private T Once<T>(ref T? kept, Func<T> make)
        where T : class
    {
        lock (_making)
        {
            return kept ??= make();
        }
    }

    /// <summary>The last look at files that were changed a moment ago.</summary>
    public void Dispose() => SecondLook.Dispose();

    [LoggerMessage(LogLevel.Information, "Another program saved {File} over decisions of the desk: they were made again in its text")]
    private partial void LogMadeAgain(string file);

    [LoggerMessage(LogLevel.Warning, "Files that the desk has changed could not be looked at again: {Reason}")]
    private partial void LogNotLooked(Exception exception, string reason);
}
