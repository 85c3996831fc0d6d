using Sheaf.Arxiv.Identifiers;
using Sheaf.Curation;
using Sheaf.Curation.Readers;
using Sheaf.Settings;

namespace Sheaf.Suggesting;

/// <summary>What an editor has decided so far, by their own files: the curated lists, the past issues, and the refused papers.</summary>
internal sealed class EditorsPicks
{
    /// <summary>A larger file is no list. 50 MB.</summary>
    private const int LargestIssue = 50 << 20;

    private readonly Dictionary<ArxivIdentifier, ListedPick> _picks = [];
    private readonly HashSet<ArxivIdentifier> _named = [];

    private EditorsPicks()
    {
    }

    /// <summary>Every paper that is on a list or in a past issue.</summary>
    public IReadOnlyCollection<ListedPick> Picks => _picks.Values;

    /// <summary>These, and every paper that a list or an issue speaks of in passing: the editor knows of it.</summary>
    public IReadOnlySet<ArxivIdentifier> Named => _named;

    /// <summary>Reads all of the files. A past issue that is a picture or a PDF says nothing.</summary>
    /// <exception cref="CurationException">A list cannot be read until a person has changed something.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file must not be read.</exception>
    public static EditorsPicks Read(Workspace workspace)
    {
        var picks = new EditorsPicks();
        foreach (var list in new CuratedFolder(workspace.Curated).Read())
        {
            picks.Add(list);
        }

        foreach (var issue in Issues(workspace.Published))
        {
            picks.AddIssue(issue);
        }

        return picks;
    }

    private void Add(CuratedList list)
    {
        _named.UnionWith(list.Entries.Select(entry => entry.Reference?.Identifier).OfType<ArxivIdentifier>());
        foreach (var entry in list.Drafted)
        {
            Add(entry.Reference?.Identifier, entry.Starred, list.Month);
        }
    }

    private void AddIssue(string file)
    {
        if (BoundedFile.Read(file, LargestIssue) is not { } content || TryRead(Path.GetFileName(file), content) is not { } issue)
        {
            return;
        }

        var name = Path.GetFileName(file);
        var month = name.Length >= 7 && Month.TryParse(name[..7], out var named) ? named : (Month?)null;
        _named.UnionWith(issue.Claims.Where(claim => !claim.IsAside).Select(claim => claim.Reference.Reference?.Identifier).OfType<ArxivIdentifier>());
        foreach (var claim in issue.Listed)
        {
            Add(claim.Reference.Reference?.Identifier, claim.Starred, month);
        }
    }

    /// <summary>A paper that was picked twice was picked when it first was, and is starred where it ever was.</summary>
    private void Add(ArxivIdentifier? identifier, bool starred, Month? month)
    {
        if (identifier is { } paper)
        {
            var before = _picks.GetValueOrDefault(paper);
            _picks[paper] = new(paper, starred || before?.Starred is true, before?.Month is { } first && (month is null || first < month) ? first : month);
        }
    }

    private static ReadList? TryRead(string name, byte[] content)
    {
        try
        {
            return ListReader.ReadWhole(name, content);
        }
        catch (CurationException)
        {
            return null;
        }
    }

    private static IEnumerable<string> Issues(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder).Where(path => !Path.GetFileName(path).StartsWith('.')).Order(StringComparer.Ordinal)
        : [];
}

/// <summary>A paper that the editor has picked.</summary>
/// <param name="Identifier">Of the paper.</param>
/// <param name="Starred">Treated in depth.</param>
/// <param name="Month">The issue; null where the list is of no month, and the paper's own decides.</param>
internal sealed record ListedPick(ArxivIdentifier Identifier, bool Starred, Month? Month);
