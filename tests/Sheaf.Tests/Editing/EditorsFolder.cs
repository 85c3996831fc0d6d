using Microsoft.Data.Sqlite;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Editing;
using Sheaf.Files;
using Sheaf.Lists;
using Sheaf.Settings;
using Sheaf.Store;
using Sheaf.Store.Lists;

namespace Sheaf.Tests.Editing;

/// <summary>A workspace with lists, and the room in which they are changed.</summary>
internal sealed class EditorsFolder : IDisposable
{
    public static readonly Month April = new(2024, 4);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sheaf-editing-");
    private readonly Database _store;

    /// <param name="pace">How long others are waited for.</param>
    /// <param name="looksLaterBy">What the second look goes by, where it is to come after the answer.</param>
    public EditorsFolder(FilePace? pace = null, TimeProvider? looksLaterBy = null)
    {
        Workspace = new Workspace(_folder.FullName);
        Workspace.EnsureCreated();
        _store = new Database(Workspace.Store);
        Files = new EditorsFiles(Workspace, OpenStore, TimeProvider.System)
        {
            Pace = pace ?? FilePace.Default with { SecondLook = TimeSpan.FromMilliseconds(1) },
            SecondLook = SecondLook = looksLaterBy is null ? null : new EditsSecondLook(Workspace, OpenStore, looksLaterBy)
            {
                OnMadeAgain = MadeAgain.Add,
                OnFailure = Failures.Add,
            },
        };
    }

    public Workspace Workspace { get; }

    public EditorsFiles Files { get; }

    public EditsSecondLook? SecondLook { get; private set; }

    public List<MadeAgain> MadeAgain { get; } = [];

    public List<Exception> Failures { get; } = [];

    public string List => Workspace.CuratedFile(April);

    /// <summary>As a command changes the same files that is run beside.</summary>
    public EditorsFiles OfAnotherProcess() => new(Workspace, OpenStore, TimeProvider.System)
    {
        Pace = FilePace.Default with { SecondLook = TimeSpan.FromMilliseconds(1) },
    };

    public string PathOf(string name) => Path.Combine(Workspace.Folder, name.Replace('/', Path.DirectorySeparatorChar));

    public void Write(string name, string text) => File.WriteAllText(PathOf(name), text);

    public string Read(string name) => File.ReadAllText(PathOf(name));

    public IReadOnlyList<TakenPaper> Take(params string[] papers) => Take(LineWords.None, papers);

    public IReadOnlyList<TakenPaper> Take(LineWords words, params string[] papers) => Files.Change(
        "add",
        edit => new TakingPapers(Workspace, Files).Take(edit, [.. papers.Select(paper => new WantedPaper(Reference(paper), April, words))]),
        TestContext.Current.CancellationToken).Answer;

    public IReadOnlyList<EntryPlace> Remove(bool isConfirmed, params string[] papers) => Files.Change(
        "remove",
        edit => new RemovingPapers(Workspace, Files).Remove(edit, [.. papers.Select(ArxivIdentifier.Parse)], _ => isConfirmed),
        TestContext.Current.CancellationToken).Answer;

    public IReadOnlyList<SetAsidePaper> SetAside(string how, string? reason, params string[] papers) => Files.Change(
        how,
        edit => new SettingAside(Workspace, Files).SetAside(edit, how, [.. papers.Select(ArxivIdentifier.Parse)], reason, _ => false),
        TestContext.Current.CancellationToken).Answer;

    public IReadOnlyList<MovedPaper> Move(Month month, params string[] papers) => Files.Change(
        "move",
        edit => new MovingPapers(Workspace).Move(edit, [.. papers.Select(ArxivIdentifier.Parse)], month),
        TestContext.Current.CancellationToken).Answer;

    public DecisionOutcome Decide(string paper, DecisionAction action) => Decide(new Decision(April, ArxivIdentifier.Parse(paper), action));

    public DecisionOutcome Decide(Decision decision) =>
        new PaperDecisions(Workspace, Files).Decide(decision, TestContext.Current.CancellationToken);

    public PaperState StateOf(string paper) => new StateReader(Workspace, Files).Read().Of(ArxivIdentifier.Parse(paper));

    public EditRow? Undo(int? number = null) => Files.Undo(number, TestContext.Current.CancellationToken);

    public EditRow? Redo(int? number = null) => Files.Redo(number, TestContext.Current.CancellationToken);

    /// <summary>Does to the store what another tool may.</summary>
    public void TellStore(string sql) => OpenStore().Write(connection =>
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    });

    public void Dispose()
    {
        SecondLook?.Dispose();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private static EprintReference Reference(string paper) =>
        IdentifierFinder.TryReadReference(paper, out var reference) ? reference : throw new ArgumentException(paper, nameof(paper));

    private Database OpenStore()
    {
        _store.EnsureCreated();
        return _store;
    }
}
