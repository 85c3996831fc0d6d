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
    /// <returns>One for each, in their order.</returns>
    /// <exception cref="CurationException">A list cannot be read, or its end can take no entry, until a person has changed
    /// something.</exception>
    /// <exception cref="IOException">Others have been at a list for too long, or it cannot be written.</exception>
    public IReadOnlyList<TakenPaper> Take(Edit edit, IReadOnlyList<WantedPaper> wanted)
    {
        var places = new Dictionary<ArxivIdentifier, string>();
        foreach (var list in edit.Lists())
        {
            foreach (var entry in list.Entries.Where(entry => entry is { IsMention: false, Reference: not null }))
            {
                places.TryAdd(entry.Reference!.Value.Identifier, list.Name);
            }
        }

        var first = wanted.GroupBy(paper => paper.Reference.Identifier).Select(Together).ToList();
        var taken = new Dictionary<ArxivIdentifier, TakenPaper>();
        foreach (var list in first.GroupBy(paper => places.GetValueOrDefault(paper.Reference.Identifier) ?? $"{paper.Month}.md"))
        {
            edit.Change(
                Path.Combine(workspace.Curated, list.Key),
                text => new ListTaking(list.Key, Path.Combine(workspace.Curated, list.Key), text).Take([.. list], taken));
        }

        var freed = _aside.Free(edit, taken.Keys.ToHashSet());
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

/// <summary>What taking papers means for one list.</summary>
internal sealed class ListTaking(string name, string path, EditedText text)
{
    public const string OtherNote = "the line has a note of its own";

    private readonly CuratedText _list = new(name, text);

    public TextChange Take(IReadOnlyList<WantedPaper> wanted, Dictionary<ArxivIdentifier, TakenPaper> taken)
    {
        var splices = new List<Splice>();
        var added = new List<WantedPaper>();
        foreach (var paper in wanted)
        {
            if (_list.Items(paper.Reference.Identifier).FirstOrDefault() is { } entry)
            {
                taken[paper.Reference.Identifier] = Say(entry, paper.Words, splices);
            }
            else
            {
                added.Add(paper);
            }
        }

        if (added.Count > 0)
        {
            var lines = added.Select(paper => CanonicalLine.Write(paper.Reference, paper.Words.Starred, paper.Words.Tags, paper.Words.Note))
                .ToList();
            splices.AddRange(_list.Append(lines, added[0].Month.Title, out var next)
                ?? throw new CurationException(
                    path, null,
                    "Nothing can be added at the end of this list, where it would not be read as entries: look at its last lines."));
            added.ForEach(paper => taken[paper.Reference.Identifier] = new(name, next++, WasListed: false));
        }

        return new TextChange(splices);
    }

    private TakenPaper Say(CuratedEntry entry, LineWords words, List<Splice> splices)
    {
        var there = new TakenPaper(name, entry.Line, WasListed: true);
        if (words.Note is { } note && entry.Note is { } other && other != note)
        {
            return there with { NoteLeft = note, Problem = OtherNote };
        }

        if (_list.AddWords(entry, words) is not { } changes)
        {
            return there with { NoteLeft = words.Note, Problem = "the line has no place for it" };
        }

        splices.AddRange(changes);
        return there with { IsChanged = changes.Length > 0 };
    }
}
