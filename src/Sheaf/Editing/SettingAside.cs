using Sheaf.Arxiv.Identifiers;
using Sheaf.Files;
using Sheaf.Lists;
using Sheaf.Settings;

namespace Sheaf.Editing;

/// <summary>Refuses papers or puts them off. A paper is in one state, so it leaves the lists, and the other of the two files.</summary>
/// <param name="workspace">Whose files.</param>
/// <param name="files">Where they are changed.</param>
internal sealed class SettingAside(Workspace workspace, EditorsFiles files)
{
    /// <summary>Never to be suggested again.</summary>
    public const string Refused = "refused";

    /// <summary>Not to be suggested for now.</summary>
    public const string Later = "later";

    /// <summary>Sets papers aside as part of an edit.</summary>
    /// <param name="edit">The edit.</param>
    /// <param name="how"><see cref="Refused"/> or <see cref="Later"/>.</param>
    /// <param name="papers">The papers.</param>
    /// <param name="reason">One line, in the editor's words; null for none.</param>
    /// <param name="isConfirmed">Whether a person said of this line that it may go with the words in it.</param>
    /// <returns>One for each paper, in their order.</returns>
    /// <exception cref="WordsAtStakeException">It was not said of all lines that have words of a person.</exception>
    public IReadOnlyList<SetAsidePaper> SetAside(
        Edit edit, string how, IReadOnlyList<ArxivIdentifier> papers, string? reason, Func<EntryPlace, bool> isConfirmed)
    {
        var (own, other) = how == Later ? (workspace.Later, workspace.Refused) : (workspace.Refused, workspace.Later);
        var removing = new RemovingPapers(workspace, files);
        var meant = papers.ToHashSet();
        removing.Check(edit, meant, isConfirmed);
        var (before, reasons) = (new HashSet<ArxivIdentifier>(), new Dictionary<ArxivIdentifier, string>());
        edit.Change(own, text =>
        {
            before = [.. papers.Where(edit.SetAside(own, text.Text).Papers.Contains)];
            reasons = before.Count == 0 ? [] : SetAsideText.Read(text.Text).Reasons.ToDictionary();
            return SetAsideText.Add(text, papers, before, reason);
        });
        Free(edit, other, meant);
        var removed = removing.Remove(edit, meant, isConfirmed).ToLookup(place => place.Id);
        return
        [
            .. papers.Select(paper => new SetAsidePaper(paper, before.Contains(paper), [.. removed[paper.ToString()]])
            {
                Reason = reasons.GetValueOrDefault(paper),
            }),
        ];
    }

    /// <summary>Takes papers out of both files as part of an edit.</summary>
    /// <returns>What they were: <see cref="Refused"/> or <see cref="Later"/>; those that were neither are left out.</returns>
    internal IReadOnlyDictionary<ArxivIdentifier, string> Free(Edit edit, IReadOnlySet<ArxivIdentifier> papers)
    {
        var freed = new Dictionary<ArxivIdentifier, string>();
        foreach (var (path, how) in new[] { (workspace.Later, Later), (workspace.Refused, Refused) })
        {
            foreach (var paper in Free(edit, path, papers))
            {
                freed[paper] = how;
            }
        }

        return freed;
    }

    private IReadOnlyList<ArxivIdentifier> Free(Edit edit, string path, IReadOnlySet<ArxivIdentifier> papers)
    {
        IReadOnlyList<ArxivIdentifier> freed = [];
        if (File.Exists(path))
        {
            edit.Change(path, text =>
            {
                var there = edit.SetAside(path, text.Text).Papers;
                freed = [.. papers.Where(there.Contains)];
                if (freed.Count == 0)
                {
                    return TextChange.None;
                }

                var splices = SetAsideText.Remove(text, papers, line => files.Wrote(path, line));
                var left = edit.SetAside(path, Files.Splice.Apply(text.Text, splices)).Papers;
                return papers.Any(left.Contains)
                    ? throw new EditRefusedException(
                        $"{Workspace.ForReaders(path)} names the paper in a way that cannot be taken out: do it by hand.", path, null)
                    : new TextChange(splices);
            });
        }

        return freed;
    }
}

/// <summary>A paper that was set aside.</summary>
/// <param name="Paper">The paper.</param>
/// <param name="WasThere">Whether it was set aside so before.</param>
/// <param name="Removed">Where it stood on lists.</param>
internal sealed record SetAsidePaper(ArxivIdentifier Paper, bool WasThere, IReadOnlyList<EntryPlace> Removed)
{
    /// <summary>The reason that stood there before; null where there was none.</summary>
    public string? Reason { get; init; }
}
