using System.Runtime.InteropServices;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Lists;
using Sheaf.Lists.Import;
using Sheaf.Settings;

namespace Sheaf.Ranking;

/// <summary>What an editor has decided so far, by their own files: the curated lists, the past issues, and the refused papers.</summary>
internal sealed class EditorsPicks
{
    private readonly Dictionary<ArxivIdentifier, ListedPick> _picks = [];
    private readonly HashSet<ArxivIdentifier> _named = [];
    private readonly HashSet<ArxivIdentifier> _listed = [];
    private readonly Dictionary<ArxivIdentifier, List<PickPlace>> _places = [];

    private EditorsPicks()
    {
    }

    /// <summary>Every paper that is on a list or in a past issue.</summary>
    public IReadOnlyCollection<ListedPick> Picks => _picks.Values;

    /// <summary>These, and every paper that a list or an issue speaks of in passing: the editor knows of it.</summary>
    public IReadOnlySet<ArxivIdentifier> Named => _named;

    /// <summary>Every paper that is an entry of a list.</summary>
    public IReadOnlySet<ArxivIdentifier> Listed => _listed;

    /// <summary>Where a paper is an entry: lists first, in their order, then past issues; none where it is nowhere.</summary>
    public IReadOnlyList<PickPlace> PlacesOf(ArxivIdentifier paper) => _places.GetValueOrDefault(paper) ?? [];

    /// <summary>Every paper that has such a place.</summary>
    public IReadOnlyCollection<ArxivIdentifier> Placed => _places.Keys;

    /// <summary>Whether a paper was picked with a star.</summary>
    public bool IsStarred(ArxivIdentifier paper) => _picks.GetValueOrDefault(paper)?.Starred is true;

    /// <summary>Past issues in which nothing could be read.</summary>
    public IReadOnlyList<UnreadIssue> Unread { get; private init; } = [];

    /// <summary>Reads all of the files.</summary>
    /// <param name="workspace">Whose.</param>
    /// <param name="onUnreadable">As <see cref="CuratedFolder.OnUnreadable"/>.</param>
    /// <exception cref="CurationException">A list cannot be read until a person has changed something.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file must not be read.</exception>
    public static EditorsPicks Read(Workspace workspace, Action<UnreadList>? onUnreadable) =>
        Of(
            new CuratedFolder(workspace.Curated) { OnUnreadable = onUnreadable }.Read(),
            new PublishedFolder(workspace.Published).Read());

    /// <summary>Of files that have been read already.</summary>
    /// <param name="lists">All lists.</param>
    /// <param name="published">All past issues.</param>
    public static EditorsPicks Of(IEnumerable<CuratedList> lists, PublishedIssues published)
    {
        var picks = new EditorsPicks { Unread = published.Unread };
        foreach (var list in lists)
        {
            picks.Add(list);
        }

        foreach (var issue in published.Issues)
        {
            picks.Add(issue);
        }

        return picks;
    }

    private void Add(CuratedList list)
    {
        _named.UnionWith(list.Entries.Select(entry => entry.Reference?.Identifier).OfType<ArxivIdentifier>());
        _listed.UnionWith(
            list.Entries.Where(entry => !entry.IsMention).Select(entry => entry.Reference?.Identifier).OfType<ArxivIdentifier>());
        foreach (var entry in list.Entries.Where(entry => !entry.IsMention))
        {
            AddPlace(entry.Reference?.Identifier, new(list.Name, list.Month, entry.Line, entry.Starred, IsIssue: false));
        }

        foreach (var entry in list.Drafted)
        {
            Add(entry.Reference?.Identifier, entry.Starred, list.Month);
        }
    }

    private void Add(PublishedIssue issue)
    {
        _named.UnionWith(
            issue.List.Claims.Where(claim => !claim.IsAside).Select(claim => claim.Reference.Reference?.Identifier)
                .OfType<ArxivIdentifier>());
        foreach (var claim in issue.Covered)
        {
            Add(claim.Reference.Reference?.Identifier, claim.Starred, issue.Month);
            AddPlace(
                claim.Reference.Reference?.Identifier,
                new(Path.GetFileName(issue.Path), issue.Month, claim.Line, claim.Starred, IsIssue: true));
        }
    }

    private void AddPlace(ArxivIdentifier? identifier, PickPlace place)
    {
        if (identifier is { } paper)
        {
            (CollectionsMarshal.GetValueRefOrAddDefault(_places, paper, out _) ??= []).Add(place);
        }
    }

    /// <summary>A paper that was picked twice was picked when it first was, and is starred where it ever was.</summary>
    private void Add(ArxivIdentifier? identifier, bool starred, Month? month)
    {
        if (identifier is { } paper)
        {
            var before = _picks.GetValueOrDefault(paper);
            _picks[paper] = new(
                paper, starred || before?.Starred is true, before?.Month is { } first && (month is null || first < month) ? first : month);
        }
    }
}

/// <summary>A paper that the editor has picked.</summary>
/// <param name="Identifier">Of the paper.</param>
/// <param name="Starred">Treated in depth.</param>
/// <param name="Month">The issue; null where the list is of no month, and the paper's own decides.</param>
internal sealed record ListedPick(ArxivIdentifier Identifier, bool Starred, Month? Month);

/// <summary>Where a paper is an entry.</summary>
/// <param name="File">The name of the list or of the issue.</param>
/// <param name="Month">Its month by that name; null where it is of none.</param>
/// <param name="Line">From 1.</param>
/// <param name="Starred">Treated in depth there.</param>
/// <param name="IsIssue">Whether it is a past issue, and no list.</param>
internal sealed record PickPlace(string File, Month? Month, int Line, bool Starred, bool IsIssue);
