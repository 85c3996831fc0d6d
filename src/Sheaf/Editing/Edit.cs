using Sheaf.Arxiv.Identifiers;
using Sheaf.Files;
using Sheaf.Lists;
using Sheaf.Settings;
using Sheaf.Store.Lists;

namespace Sheaf.Editing;

/// <summary>Changes to the editor's files that are made, and can be taken back, together.</summary>
internal sealed class Edit
{
    private readonly List<EditorsFile> _files = [];
    private readonly Workspace _workspace;
    private readonly Patience _patience;
    private readonly Func<string, bool> _hadContent;
    private readonly Func<IReadOnlySet<string>> _lastLook;
    private readonly ParsedLists _parsed;
    private IReadOnlySet<string>? _withContent;
    private IReadOnlyList<CuratedList>? _lists;

    internal Edit(
        Workspace workspace, Patience patience, Func<string, bool> hadContent, Func<IReadOnlySet<string>> lastLook, ParsedLists parsed) =>
        (_workspace, _patience, _hadContent, _lastLook, _parsed) = (workspace, patience, hadContent, lastLook, parsed);

    /// <summary>What was done to what, for the journal.</summary>
    public string What { get; set; } = "";

    /// <summary>What a person should be told.</summary>
    public IReadOnlyList<string> Warnings { get; private set; } = [];

    /// <summary>The number in the journal; null where nothing was changed, or there is no journal.</summary>
    public int? Number { get; internal set; }

    /// <inheritdoc cref="EditorsFiles.OnUnreadable"/>
    internal Action<UnreadList>? OnUnreadable { get; init; }

    /// <summary>
    /// Whether the looking again may come after the answer: nobody was writing what was displaced, and there is somebody who will look.
    /// </summary>
    internal bool MayBeLookedAtLater { get; init; }

    /// <summary>Files that are empty by our own hand.</summary>
    internal required OwnEmptyFiles OwnEmptyFiles { get; init; }

    internal IEnumerable<EditorsFile> Changed => _files.Where(file => file.Made is not null);

    internal IReadOnlyList<EditPart> Parts => [.. _files.SelectMany(file => file.Parts)];

    internal Dictionary<string, int> Lengths => _files.Where(file => file.IsChanged).ToDictionary(file => file.Name, file => file.Length);

    /// <summary>The curated lists, read when nobody is writing them, once until this edit changes something.</summary>
    /// <inheritdoc cref="CuratedFolder.Read()"/>
    public IReadOnlyList<CuratedList> Lists() =>
        _lists ??= new CuratedFolder(_workspace.Curated)
        {
            NamesWithContent = () => _withContent ??= _lastLook(),
            Pace = _patience.Pace,
            OnUnreadable = OnUnreadable,
            Parsed = _parsed,
        }.Read();

    /// <summary>One of them, by its file name.</summary>
    /// <inheritdoc cref="Lists"/>
    public CuratedList List(string name)
    {
        var path = Path.Combine(_workspace.Curated, name);
        return _parsed.Parse(path, Read(path));
    }

    /// <summary>What was decided about all papers.</summary>
    public PaperStates States() => new(Lists(), SetAsideIn(_workspace.Refused), SetAsideIn(_workspace.Later));

    /// <summary>One file, read when nobody is writing it.</summary>
    /// <inheritdoc cref="Change"/>
    public EditedText Read(string path) => EditedText.Read(
        path, FileLimits.OwnList, _hadContent(NameOf(path)), OwnEmptyFiles.PatienceFor(path, _patience));

    /// <summary>Changes one file, once in each edit.</summary>
    /// <param name="path">The file, below the workspace.</param>
    /// <param name="make">
    /// The changes to its text, none where it is as it should be. Asked again, with what the file holds by then, whenever another program
    /// has saved it meanwhile; so it must have no effect but its answer, or the same effect each time.
    /// </param>
    /// <exception cref="IOException">Other programs have been at the file all the time, or it cannot be written.</exception>
    /// <exception cref="CurationException">The file is not UTF-8, or too large.</exception>
    /// <param name="makeAgain">
    /// The same for a text that may have the changes already, being saved by a program that had read them; null where
    /// <paramref name="make"/> sees that by itself.
    /// </param>
    public void Change(string path, Func<EditedText, TextChange> make, Func<EditedText, TextChange>? makeAgain = null)
    {
        var name = NameOf(path);
        var file = new EditorsFile(path, name, _hadContent(name), new(make, makeAgain ?? make), OwnEmptyFiles.PatienceFor(path, _patience));
        _files.Add(file);
        file.Change();
        _lists = file.IsChanged ? null : _lists;
    }

    internal void Warn(string sentence) => Warnings = [.. Warnings, sentence];

    /// <summary>Makes sure that all of it stands.</summary>
    /// <returns>False where somebody must look again later.</returns>
    internal bool Settle()
    {
        if (MayBeLookedAtLater && Changed.All(file => file.Made!.IsAlone))
        {
            return !Changed.Any();
        }

        if (_files.Exists(file => file.IsChanged))
        {
            _patience.Wait(_patience.Pace.SecondLook);
        }

        foreach (var file in _files)
        {
            if (file.Settle() is { } kept)
            {
                Warn(
                    $"Two other programs saved {file.Name} at the same time: what one of them wrote is kept in "
                    + $"{Workspace.ForReaders(kept)}.");
            }
        }

        return true;
    }

    /// <summary>What was displaced is not needed any more.</summary>
    internal void Finish() => _files.ForEach(file => file.Finish());

    internal void PutBack() => _files.ForEach(file => file.PutBack());

    /// <summary>What the text of a file of papers set aside says.</summary>
    internal SetAsidePapers SetAside(string path, string text) => _parsed.SetAside(path, text);

    private IReadOnlySet<ArxivIdentifier> SetAsideIn(string path) => SetAside(path, Read(path).Text).Papers;

    private string NameOf(string path) => Path.GetRelativePath(_workspace.Folder, path).Replace(Path.DirectorySeparatorChar, '/');
}
