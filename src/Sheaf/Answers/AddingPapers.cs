using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Checking.Titles;
using Sheaf.Editing;
using Sheaf.Lists;
using Sheaf.Settings;
using Sheaf.Text;

namespace Sheaf.Answers;

/// <summary>
/// Puts papers on curated lists. One that is an item of any list already is not written again: its line gets the words that it lacks.
/// </summary>
/// <param name="workspace">Whose lists.</param>
/// <param name="files">Where they are changed.</param>
/// <param name="month">The list that all go to; null where each goes to its own.</param>
/// <param name="known">What the store knows of them.</param>
/// <param name="words">What is to stand beside each, together with what the text says of it.</param>
internal sealed class AddingPapers(
    Workspace workspace, EditorsFiles files, Month? month, IReadOnlyDictionary<ArxivIdentifier, Eprint> known, LineWords words)
{
    /// <summary>
    /// So many titles that a text gives one paper are held against each other; a list that has more would take the square of its length.
    /// </summary>
    private const int MostTitles = 4;

    /// <summary>Adds them, as part of an edit.</summary>
    /// <returns>One for each paper, in their order.</returns>
    public IReadOnlyList<AddedPaper> Add(Edit edit, IReadOnlyList<NamedPaper> papers)
    {
        var wanted = papers.Where(paper => paper is { LeftAs: null, Reference: not null }).ToList();
        var taken = new TakingPapers(workspace, files)
            .Take(
                edit,
                [
                    .. wanted.Select(
                        paper => new WantedPaper(
                            paper.Reference!.Value, MonthOf(paper).Month, words.With(paper.Claim?.Carried ?? LineWords.None))),
                ]);
        edit.What = Humanize.Few([.. wanted.Select(paper => paper.Reference!.Value.Identifier.ToString())]);
        var written = new Dictionary<NamedPaper, TakenPaper>(ReferenceEqualityComparer.Instance);
        foreach (var (paper, place) in wanted.Zip(taken))
        {
            written.Add(paper, place);
        }

        var called = papers.Where(paper => paper is { LeftAs: null, Reference: not null, Title: not null })
            .GroupBy(paper => paper.Reference!.Value.Identifier, paper => paper.Title!)
            .ToDictionary(
                titles => titles.Key, titles => (IReadOnlyList<string>)[.. titles.Distinct(StringComparer.Ordinal).Take(MostTitles)]);
        return [.. papers.Select(paper => Doubt(Outcome(paper, written.GetValueOrDefault(paper)), paper, called))];
    }

    /// <summary>The line that is written has no title, so this is the last moment at which a wrong link can be seen by it.</summary>
    private AddedPaper Doubt(AddedPaper outcome, NamedPaper paper, Dictionary<ArxivIdentifier, IReadOnlyList<string>> called)
    {
        if (paper is not { LeftAs: null, Reference: { } reference, Title: { } title } || Title.Read(title) is not { } claimed)
        {
            return outcome;
        }

        var others = known.GetValueOrDefault(reference.Identifier) is { } paperThere ? [paperThere.Title] : called[reference.Identifier];
        var other = others.FirstOrDefault(
            one => Title.Read(one) is { } read && claimed.To(read) == TitleMatch.Different && read.To(claimed) == TitleMatch.Different);
        return other is null ? outcome : outcome with { Title = SafeText.OneLine(title), OtherTitle = SafeText.OneLine(other) };
    }

    private AddedPaper Outcome(NamedPaper paper, TakenPaper? taken)
    {
        var outcome = taken is null
            ? new AddedPaper(paper.Reference?.Identifier.ToString(), paper.LeftAs!, null, null, null)
            : On(paper, taken);
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

    private AddedPaper On(NamedPaper paper, TakenPaper taken)
    {
        var (identifier, list, why) =
            (paper.Reference!.Value.Identifier, CuratedList.MonthOf(taken.List), taken.WasListed ? null : MonthOf(paper).Why);
        var outcome = taken.WasListed ? Outcomes.AlreadyThere : Outcomes.Added;
        return new(
            identifier.ToString(), outcome, list?.ToString(), Workspace.ForReaders(Path.Combine(workspace.Curated, taken.List)), taken.Line)
        {
            OtherMonth = !taken.WasListed && known.GetValueOrDefault(identifier) is { } there && there.Month != list
                ? there.Month.ToString()
                : null,
            MonthBecause = why,
            Changed = taken.WasListed ? taken.IsChanged : null,
            NoteLeft = taken.NoteLeft,
            Unwritten = taken.Problem,
            WasSetAside = taken.WasSetAside,
        };
    }

    private ListMonth MonthOf(NamedPaper paper) => ListMonth.For(paper, month, known.GetValueOrDefault(paper.Reference!.Value.Identifier));
}

/// <summary>The month whose list a paper goes to.</summary>
/// <param name="Month">The month.</param>
/// <param name="Why">Where it comes from, as words that can follow "April 2024, ".</param>
internal sealed record ListMonth(Month Month, string Why)
{
    /// <summary>
    /// What was named goes first; then the month of the first version where the store knows it, the heading above the entry, and the
    /// identifier's own month, which is that of the announcement and may be the one after (field guide 8.2).
    /// </summary>
    /// <param name="paper">A paper with a reference.</param>
    /// <param name="named">By <c>--month</c>; null where it was not.</param>
    /// <param name="known">The paper in the store; null where it has none.</param>
    public static ListMonth For(NamedPaper paper, Month? named, Eprint? known) =>
        named is { } said ? new(said, "as --month says")
        : known is not null ? new(known.Month, "when its first version came")
        : paper.HeadingMonth is { } heading ? new(heading, "by the heading above it")
        : new(paper.Reference!.Value.Identifier.AnnouncedIn, "by its identifier");
}
