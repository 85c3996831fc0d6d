using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Checking.Titles;
using Sheaf.Curation;
using Sheaf.Settings;

namespace Sheaf.Commands;

/// <summary>Puts papers on curated lists. A paper that is an item of any list already is not written again.</summary>
/// <param name="workspace">Whose lists.</param>
/// <param name="month">The list that all go to; null where each goes to its own.</param>
/// <param name="known">What the store knows of them.</param>
/// <param name="lineFor">The line to write.</param>
internal sealed class AddingPapers(
    Workspace workspace, Month? month, IReadOnlyDictionary<ArxivIdentifier, Eprint> known, Func<EprintReference, string> lineFor)
{
    private readonly CuratedFolder _folder = new(workspace.Curated);

    /// <summary>Adds them, month by month. No other program may add at the same time.</summary>
    /// <returns>One for each paper, in their order.</returns>
    public IReadOnlyList<AddedPaper> Add(IReadOnlyList<NamedPaper> papers)
    {
        var listed = Listed();
        var wanted = papers.Where(paper => paper is { LeftAs: null, Reference: { } reference } && !listed.ContainsKey(reference.Identifier)).ToList();
        var written = new Dictionary<NamedPaper, AppendedLine>(ReferenceEqualityComparer.Instance);
        foreach (var list in wanted.GroupBy(paper => MonthOf(paper).Month))
        {
            foreach (var (paper, line) in list.Zip(_folder.Append(list.Key, [.. list.Select(paper => lineFor(paper.Reference!.Value))])))
            {
                written.Add(paper, line);
            }
        }

        var called = papers.Where(paper => paper is { LeftAs: null, Reference: not null, Title: not null })
            .ToLookup(paper => paper.Reference!.Value.Identifier, paper => paper.Title!);
        return [.. papers.Select(paper => Doubt(Outcome(paper, listed, written.GetValueOrDefault(paper)), paper, called))];
    }

    /// <summary>The line that is written has no title, so this is the last moment at which a wrong link can be seen by it.</summary>
    private AddedPaper Doubt(AddedPaper outcome, NamedPaper paper, ILookup<ArxivIdentifier, string> called)
    {
        if (paper is not { LeftAs: null, Reference: { } reference, Title: { } title } || Title.Read(title) is not { } claimed)
        {
            return outcome;
        }

        string[] others = known.GetValueOrDefault(reference.Identifier) is { } paperThere ? [paperThere.Title] : [.. called[reference.Identifier]];
        var other = others.FirstOrDefault(one => Title.Read(one) is { } read && claimed.To(read) == Closeness.Different && read.To(claimed) == Closeness.Different);
        return other is null ? outcome : outcome with { Title = SafeText.OneLine(title), OtherTitle = SafeText.OneLine(other) };
    }

    /// <summary>The first place of every paper that is an item of some list.</summary>
    private Dictionary<ArxivIdentifier, (CuratedList List, int Line)> Listed()
    {
        var listed = new Dictionary<ArxivIdentifier, (CuratedList List, int Line)>();
        foreach (var list in _folder.Read())
        {
            foreach (var entry in list.Entries)
            {
                if (entry is { IsMention: false, Reference: { } reference })
                {
                    listed.TryAdd(reference.Identifier, (list, entry.Line));
                }
            }
        }

        return listed;
    }

    private AddedPaper Outcome(NamedPaper paper, Dictionary<ArxivIdentifier, (CuratedList List, int Line)> listed, AppendedLine? line)
    {
        var outcome = paper.LeftAs is { } left ? new AddedPaper(paper.Reference?.Identifier.ToString(), left, null, null, null)
            : listed.TryGetValue(paper.Reference!.Value.Identifier, out var place) ? AlreadyIn(place.List, paper.Reference.Value.Identifier, place.Line)
            : Added(paper, line!);
        return outcome with
        {
            Written = paper.Spelling is { } spelling ? SafeText.OneLine(spelling) : null,
            Source = paper.Source,
            SourceLine = paper.Line,
            Title = paper.LeftAs == Outcomes.NoPaper && paper.Title is { } title ? SafeText.OneLine(title) : null,
            Problem = paper.Problem is { } problem ? SafeText.OneLine(problem) : null,
            MayMean = paper.MayMean.Count > 0 ? [.. paper.MayMean.Select(identifier => identifier.ToString())] : null,
            Suggestion = paper.Suggestion,
        };
    }

    private AddedPaper AlreadyIn(CuratedList list, ArxivIdentifier identifier, int line) =>
        new(identifier.ToString(), Outcomes.AlreadyThere, list.Month?.ToString(), Workspace.ForReaders(Path.Combine(workspace.Curated, list.Name)), line);

    private AddedPaper Added(NamedPaper paper, AppendedLine line)
    {
        var (identifier, month) = (paper.Reference!.Value.Identifier, MonthOf(paper));
        var other = !line.AlreadyListed && known.GetValueOrDefault(identifier) is { } there && there.Month != month.Month ? there.Month.ToString() : null;
        var outcome = line.AlreadyListed ? Outcomes.AlreadyThere : Outcomes.Added;
        return new(identifier.ToString(), outcome, month.Month.ToString(), Workspace.ForReaders(workspace.CuratedFile(month.Month)), line.Line)
        {
            OtherMonth = other,
            MonthBecause = month.Why,
        };
    }

    private ListMonth MonthOf(NamedPaper paper) => ListMonth.For(paper, month, known.GetValueOrDefault(paper.Reference!.Value.Identifier));
}
