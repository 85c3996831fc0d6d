using Sheaf.Arxiv.Identifiers;
using Sheaf.Checking.Titles;
using Sheaf.Curation;
using Sheaf.Settings;

namespace Sheaf.Commands;

/// <summary>Puts papers on curated lists. A paper that is an item of any list already is not written again.</summary>
/// <param name="workspace">Whose lists.</param>
/// <param name="monthOf">The list for a paper.</param>
/// <param name="firstMonthOf">The month of its first version; null where it is not known.</param>
/// <param name="lineFor">The line to write.</param>
/// <param name="titleOf">arXiv's title; null where it is not known.</param>
internal sealed class AddingPapers(
    Workspace workspace, Func<ArxivIdentifier, Month> monthOf, Func<ArxivIdentifier, Month?> firstMonthOf, Func<EprintReference, string> lineFor,
    Func<ArxivIdentifier, string?> titleOf)
{
    private readonly CuratedFolder _folder = new(workspace.Curated);

    /// <summary>Adds them, month by month. No other program may add at the same time.</summary>
    /// <returns>One for each paper, in their order.</returns>
    public IReadOnlyList<AddedPaper> Add(IReadOnlyList<NamedPaper> papers)
    {
        var listed = Listed();
        var wanted = papers.Where(paper => paper.Reference is { } reference && !listed.ContainsKey(reference.Identifier)).ToList();
        var written = new Dictionary<NamedPaper, AppendedLine>(ReferenceEqualityComparer.Instance);
        foreach (var month in wanted.GroupBy(paper => monthOf(paper.Reference!.Value.Identifier)))
        {
            foreach (var (paper, line) in month.Zip(_folder.Append(month.Key, [.. month.Select(paper => lineFor(paper.Reference!.Value))])))
            {
                written.Add(paper, line);
            }
        }

        var called = papers.Where(paper => paper is { Reference: not null, Title: not null }).ToLookup(paper => paper.Reference!.Value.Identifier, paper => paper.Title!);
        return [.. papers.Select(paper => Doubt(Outcome(paper, listed, written.GetValueOrDefault(paper)), paper, called))];
    }

    /// <summary>The line that is written has no title, so this is the last moment at which a wrong link can be seen by it.</summary>
    private AddedPaper Doubt(AddedPaper outcome, NamedPaper paper, ILookup<ArxivIdentifier, string> called)
    {
        if (paper is not { Reference: { } reference, Title: { } title } || Title.Read(title) is not { } claimed)
        {
            return outcome;
        }

        string[] others = titleOf(reference.Identifier) is { } known ? [known] : [.. called[reference.Identifier]];
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
        var outcome = paper.Reference is not { } reference ? new AddedPaper(null, paper.Problem is null ? "not-arxiv" : "unreadable", null, null, null)
            : listed.TryGetValue(reference.Identifier, out var place) ? AlreadyIn(place.List, reference.Identifier, place.Line)
            : Added(reference.Identifier, line!);
        return outcome with
        {
            Written = paper.Spelling is { } spelling ? SafeText.OneLine(spelling) : null,
            Source = paper.Source,
            SourceLine = paper.Line,
            Problem = paper.Problem is { } problem ? SafeText.OneLine(problem) : null,
        };
    }

    private AddedPaper AlreadyIn(CuratedList list, ArxivIdentifier identifier, int line) =>
        new(identifier.ToString(), "already-there", list.Month?.ToString(), Workspace.ForReaders(Path.Combine(workspace.Curated, list.Name)), line);

    private AddedPaper Added(ArxivIdentifier identifier, AppendedLine line)
    {
        var month = monthOf(identifier);
        var other = !line.AlreadyListed && firstMonthOf(identifier) is { } first && first != month ? first.ToString() : null;
        var outcome = line.AlreadyListed ? "already-there" : "added";
        return new(identifier.ToString(), outcome, month.ToString(), Workspace.ForReaders(workspace.CuratedFile(month)), line.Line) { OtherMonth = other };
    }
}
