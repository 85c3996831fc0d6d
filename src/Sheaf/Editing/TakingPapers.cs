using Sheaf.Arxiv.Identifiers;
using Sheaf.Files;
using Sheaf.Lists;
using Sheaf.Settings;

namespace Sheaf.Editing;

/// <summary>
/// Puts papers on the lists. A paper that some list has gets the words that its line lacks; one that was set aside is so no more.
/// </summary>
/// <param name="workspace">Whose lists.</param>
/// <param name="files">Where they are changed.</param>
internal sealed class TakingPapers(Workspace workspace, EditorsFiles files)
{
    private readonly SettingAside _aside = new(workspace, files);

    /// <summary>Takes papers as part of an edit.</summary>
    /// <param name="edit">The edit.</param>
    /// <param name="wanted">The papers.</param>
    /// <param name="same">The same works under other identifiers: they are set aside no more, either.</param>
    /// <returns>One for each, in their order.</returns>
    /// <exception cref="CurationException">A list cannot be read, or its end can take no entry, until a person has changed
    /// something.</exception>
    /// <exception cref="IOException">Others have been at a list for too long, or it cannot be written.</exception>
    public IReadOnlyList<TakenPaper> Take(
        Edit edit, IReadOnlyList<WantedPaper> wanted, params IReadOnlyList<ArxivIdentifier> same)
    {
        var first = wanted.GroupBy(paper => paper.Reference.Identifier).Select(Together).ToList();
        var starless = first.Where(paper => paper.IsStarless).Select(paper => paper.Reference.Identifier).ToHashSet();
        var places = new Dictionary<ArxivIdentifier, string>();
        var starred = new HashSet<string>();
        foreach (var list in edit.Lists())
        {
            foreach (var entry in list.Entries.Where(entry => entry is { IsMention: false, Reference: not null }))
            {
                places.TryAdd(entry.Reference!.Value.Identifier, list.Name);
                if (entry.Starred && starless.Contains(entry.Reference.Value.Identifier))
                {
                    starred.Add(list.Name);
                }
            }
        }

        var taken = new Dictionary<ArxivIdentifier, TakenPaper>();
        var wantedOn = first.ToLookup(paper => places.GetValueOrDefault(paper.Reference.Identifier) ?? $"{paper.Month}.md");
        foreach (var name in wantedOn.Select(list => list.Key).Union(starred).ToList())
        {
            var path = Path.Combine(workspace.Curated, name);
            edit.Change(path, text => new ListTaking(name, path, text).Take([.. wantedOn[name]], starless, taken));
        }

        var freed = _aside.Free(edit, taken.Keys.Concat(same).ToHashSet());
        var said = new Dictionary<ArxivIdentifier, LineWords>();
        return
        [
            .. wanted.Select(
                paper => Again(
                    paper, taken[paper.Reference.Identifier],
                    said) with { WasSetAside = freed.GetValueOrDefault(paper.Reference.Identifier) }),
        ];
    }

    /// <summary>What all places that want a paper want beside it. Where a second one has another note, nothing of it is taken.</summary>
    private static WantedPaper Together(IEnumerable<WantedPaper> same) =>
        same.Aggregate((one, next) => Agree(one.Words, next.Words) ? one with { Words = one.Words.With(next.Words) } : one);

    private static bool Agree(LineWords one, LineWords other) => one.Note is null || other.Note is null || one.Note == other.Note;

    /// <summary>What became of one of several places that want the same paper: all but the first find it listed.</summary>
    private static TakenPaper Again(WantedPaper paper, TakenPaper taken, Dictionary<ArxivIdentifier, LineWords> said)
    {
        if (said.TryAdd(paper.Reference.Identifier, paper.Words))
        {
            return taken;
        }

        var before = said[paper.Reference.Identifier];
        if (!Agree(before, paper.Words))
        {
            return taken with { WasListed = true, IsChanged = false, NoteLeft = paper.Words.Note, Problem = ListTaking.OtherNote };
        }

        said[paper.Reference.Identifier] = before.With(paper.Words);
        return taken with
        {
            WasListed = true,
            IsChanged = taken is { Problem: null } && paper.Words.GoBeyond(before) && (taken.IsChanged || !taken.WasListed),
        };
    }
}
