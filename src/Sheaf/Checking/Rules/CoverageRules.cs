using Sheaf.Arxiv.Identifiers;
using Sheaf.Drafts;
using Sheaf.Drafts.Merging;
using Sheaf.Languages;
using Sheaf.Lists;
using Sheaf.Store.Ledger;

namespace Sheaf.Checking.Rules;

/// <summary>
/// Whether a draft has the papers of its month's lists and no others, and whether the line under its title counts them right.
/// </summary>
/// <param name="files">All of the workspace.</param>
/// <param name="facts">What is known of the papers, and what became of what is claimed of them.</param>
internal sealed class CoverageRules(IReadOnlyList<CheckedFile> files, Verdicts facts)
{
    private readonly Lazy<List<(CheckedFile File, CuratedList List)>> _lists = new(() =>
        [.. from file in files
            where file.Kind == FileKind.Curated
            let text = DraftText.Read(file.Content.Span)?.Text
            where text is not null
            select (file, CuratedList.Parse(Path.GetFileName(file.Path), text))]);

    private readonly Lazy<HashSet<ArxivIdentifier>> _listed = new(() => files.Where(file => file.Kind == FileKind.Curated)
        .SelectMany(file => file.Claims).Select(claim => claim.Reference.Reference?.Identifier).OfType<ArxivIdentifier>().ToHashSet());

    /// <param name="draft">A draft.</param>
    /// <param name="places">What it says of papers.</param>
    public IEnumerable<Finding> Of(CheckedFile draft, IReadOnlyList<ClaimLocation> places)
    {
        if (draft.Month is not { } month || DraftText.Read(draft.Content.Span)?.Text is not { } text)
        {
            return [];
        }

        var contents = DraftContents.Read(text);
        return NotInDraft(draft, month, text, contents).Concat(NotOnList(places, contents)).Concat(Miscounted(draft, month, contents));
    }

    /// <summary>
    /// Found where the paper stands on the list. What is in the base and not in the draft was deleted by the editor. A published month is
    /// over: what comes later is a late arrival of the next.
    /// </summary>
    private IEnumerable<Finding> NotInDraft(CheckedFile draft, Month month, string text, DraftContents contents)
    {
        if (files.Any(file => file.Kind == FileKind.Published && file.Month == month))
        {
            return [];
        }

        var written = draft.Base is { } bytes && DraftText.Read(bytes.Span)?.Text is { } last
            ? WrittenPapers.Read(last)
            : WrittenPapers.Unknown(text);
        var drafted = MonthlyList.Drafted(
            month, _lists.Value.Select(list => list.List), id => facts.Known.Papers.GetValueOrDefault(id)?.Month);
        return from listed in drafted
               where listed.Entry.Reference is not null
               let paper = listed.Entry.Reference!.Value.Identifier
               where !contents.Papers.Contains(paper) && !written.Has(paper) && !IsGone(paper)
               group listed by paper into one
               let file = _lists.Value.First(list => ReferenceEquals(list.List, one.First().List)).File
               select new Finding(
                   FindingCode.NotInDraft, file.Name, one.First().Entry.Line, one.Key.ToString(),
                   $"{one.Key} is on the list and not in {draft.Name}. "
                   + (facts.Known.Papers.ContainsKey(one.Key)
                       ? $"Run sheaf draft {month}."
                       : $"arXiv has not told of it yet: run sheaf harvest {month}, then sheaf draft {month}."));
    }

    /// <summary>A paper that arXiv does not have is found as that.</summary>
    private bool IsGone(ArxivIdentifier paper) =>
        facts.Known.Ledger.GetValueOrDefault(paper) is { Fetched: false, Reason: LookupOutcome.NotFound or LookupOutcome.Deleted };

    /// <summary>Once a paper. Papers that Sheaf says may have been missed are on no list of their own accord.</summary>
    private IEnumerable<Finding> NotOnList(IReadOnlyList<ClaimLocation> places, DraftContents contents) =>
        from place in places.Where(
            place => place.Identifier is { } paper && contents.Papers.Contains(paper) && (place.Claim.IsEntry || place.IsInDepth))
            .Where(place => DraftLanguages.PartUnder(place.Claim.Section) != DraftPart.MayHaveMissed).DistinctBy(place => place.Identifier)
        where !_listed.Value.Contains(place.Identifier!.Value) && !facts.IsWrong(place)
        select place.Finding(
            FindingCode.NotOnList,
            $"{place.Identifier} is in the draft and on no list. To keep it: sheaf add {place.Identifier} --month {place.File.Month}.");

    private static IEnumerable<Finding> Miscounted(CheckedFile draft, Month month, DraftContents contents)
    {
        if (contents.Opening is { } opening && opening.Said.Figures != contents.Figures)
        {
            var language = opening.Said.Language;
            yield return new Finding(
                FindingCode.CountMismatch, draft.Name, opening.Line, null,
                $"The line says '{opening.Said.Figures.In(language)}' The draft has: '{contents.Figures.In(language)}' "
                + $"sheaf draft {month} puts it right; a line of your own words is yours to correct.");
        }
    }

    /// <summary>The papers that Sheaf has ever written into a draft, or leaves to its editor.</summary>
    private sealed record WrittenPapers(IReadOnlySet<ArxivIdentifier> Papers)
    {
        public static WrittenPapers Read(string last)
        {
            var (text, left) = DeletionMarkers.Read(last);
            var papers = DraftContents.Read(text).Papers;

            // The template of a person may write papers that are no items of a list.
            return new(papers.Count == 0 ? Named(last) : papers.Concat(left.Listed).ToHashSet());
        }

        /// <summary>Where nobody knows what Sheaf wrote, all of the draft is the person's, however it names a paper.</summary>
        public static WrittenPapers Unknown(string draft) => new(Named(draft));

        public bool Has(ArxivIdentifier paper) => Papers.Contains(paper);

        private static HashSet<ArxivIdentifier> Named(string text) =>
            IdentifierFinder.Find(text).Select(found => found.Reference?.Identifier).OfType<ArxivIdentifier>().ToHashSet();
    }
}
