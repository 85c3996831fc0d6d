using Sheaf.Arxiv.Identifiers;
using Sheaf.Checking.Titles;

namespace Sheaf.Checking.Rules;

/// <summary>What only several places together show: papers that come twice, under two titles, or were published before.</summary>
/// <param name="places">Of all files.</param>
/// <param name="facts">What is known of the papers, and what became of what is claimed of them.</param>
internal sealed class ListRules(IReadOnlyList<ClaimLocation> places, Verdicts facts)
{
    /// <summary>A list that gives one paper more titles is told of the first ones.</summary>
    private const int MostTitles = 50;

    private readonly ILookup<ArxivIdentifier, ClaimLocation> _published = places
        .Where(place => place is { File.Kind: FileKind.Published, Identifier: not null })
        .DistinctBy(place => (place.Identifier, place.File.Name))
        .ToLookup(place => place.Identifier!.Value);

    private readonly Dictionary<ClaimLocation, int> _order = places.Index()
        .ToDictionary(place => place.Item, place => place.Index, (IEqualityComparer<ClaimLocation>)ReferenceEqualityComparer.Instance);

    private readonly Dictionary<string, TextLines?> _lines = [];

    /// <summary>Of each place the one before it that makes it a second time, if there is one.</summary>
    private readonly Dictionary<ClaimLocation, ClaimLocation> _before = Earlier(places.Where(place => IsEntry(place, facts)));

    /// <summary>Of each paper the first place under each title: the others of the same title say no more.</summary>
    private readonly ILookup<ArxivIdentifier, ClaimLocation> _byClaim = places.Where(place => IsEntry(place, facts))
        .DistinctBy(place => (place.Identifier, place.Claim.Title)).ToLookup(place => place.Identifier!.Value);

    /// <summary>Of each title the first place of each paper.</summary>
    private readonly ILookup<string, ClaimLocation> _byTitle = places
        .Where(
            place => place is { File.Kind: FileKind.Curated, Claim.IsEntry: true }
                && !facts.IsWrong(place)
                && facts.PaperOf(place) is not null)
        .DistinctBy(place => place.Identifier)
        .ToLookup(place => Title.Read(facts.PaperOf(place)!.Title)?.Key ?? "");

    public IEnumerable<Finding> Of(ClaimLocation place) =>
        place.Identifier is { } identifier && place.Claim.IsEntry && !facts.IsWrong(place)
            ? new[]
            {
                Twice(place, identifier),
                UnderTwoIdentifiers(place, identifier),
                UnderTwoTitles(place, identifier),
                Covered(place, identifier),
            }.OfType<Finding>()
            : [];

    /// <summary>Reported where a paper comes again. Drafts are made of lists: only a second time in the same draft counts.</summary>
    private Finding? Twice(ClaimLocation place, ArxivIdentifier identifier)
    {
        var before = _before.GetValueOrDefault(place);
        return before is null || place.IsInDepth
            ? null
            : place.Finding(
                FindingCode.Duplicate,
                $"{identifier} stands on {before.SeenFrom(place)} already. Keep one of the two.") with
            { Fix = SameLine(before, place) };
    }

    private static bool IsEntry(ClaimLocation place, Verdicts facts) =>
        place is { File.Kind: not FileKind.Published, Claim.IsEntry: true, Identifier: not null }
            && !facts.IsWrong(place)
            && !place.IsInDepth;

    /// <summary>In one pass: a list may name one paper ten thousand times.</summary>
    private static Dictionary<ClaimLocation, ClaimLocation> Earlier(IEnumerable<ClaimLocation> entries)
    {
        var earlier = new Dictionary<ClaimLocation, ClaimLocation>(ReferenceEqualityComparer.Instance);
        var last = new Dictionary<(ArxivIdentifier Paper, string File), ClaimLocation>();
        foreach (var place in entries)
        {
            // Any list is like any other; a draft only like itself.
            var key = (place.Identifier!.Value, place.File.Kind == FileKind.Curated ? "" : place.File.Name);
            if (last.TryGetValue(key, out var before))
            {
                earlier[place] = before;
            }

            last[key] = place;
        }

        return earlier;
    }

    private LineFix? SameLine(ClaimLocation before, ClaimLocation place) =>
        before.File == place.File && LinesOf(place.File) is { } lines
        && lines.At(place.Claim.Line) is { } line && lines.At(before.Claim.Line) == line && !lines.IsContinued(place.Claim.Line)
            ? new LineFix(line, null) : null;

    private TextLines? LinesOf(CheckedFile file) =>
        _lines.TryGetValue(file.Name, out var known) ? known : _lines[file.Name] = TextLines.Of(file.Content);

    private Finding? UnderTwoIdentifiers(ClaimLocation place, ArxivIdentifier identifier)
    {
        if (facts.PaperOf(place) is not { Authors: [var lead, ..] } paper || Title.Read(paper.Title) is not { } title)
        {
            return null;
        }

        var other = _byTitle[title.Key].TakeWhile(other => IsBefore(other, place)).FirstOrDefault(other =>
            other.Identifier != identifier && ClaimedNames.Lead(facts.PaperOf(other)!.Authors, [lead.Name]));
        return other is null
            ? null
            : place.Finding(
                FindingCode.Duplicate,
                $"'{paper.Title}' is on arXiv twice, as {identifier} here and as {other.Identifier} on {other.SeenFrom(place)}. Keep one "
                + "of the two.");
    }

    /// <summary>Titles that are the paper's own, now or once, explain themselves; two that are not cannot both be right.</summary>
    private Finding? UnderTwoTitles(ClaimLocation place, ArxivIdentifier identifier)
    {
        if (IsExplained(place) || Read(place) is not { } title)
        {
            return null;
        }

        var other = _byClaim[identifier].Take(MostTitles).FirstOrDefault(other => other != place && Read(other) is { } second
            && title.To(second) == TitleMatch.Different
            && second.To(title) == TitleMatch.Different
            && (facts.PaperOf(other) is not null || IsBefore(other, place)));
        return other is null
            ? null
            : place.Finding(
                FindingCode.SameIdTwoTitles,
                $"{identifier} is called '{place.Claim.Title}' here and '{other.Claim.Title}' on {other.SeenFrom(place)}. One of the two "
                + "links is wrong.");
    }

    private bool IsBefore(ClaimLocation one, ClaimLocation other) => _order[one] < _order[other];

    private bool IsExplained(ClaimLocation place) =>
        facts.PaperOf(place) is not null
            && facts.Titles.GetValueOrDefault(place) is TitleVerdict.Fits or TitleVerdict.Earlier or TitleVerdict.Unlike;

    private static Title? Read(ClaimLocation place) => place.Claim.Title is { } claimed ? Title.Read(claimed) : null;

    private Finding? Covered(ClaimLocation place, ArxivIdentifier identifier)
    {
        // An issue is no news to its own list.
        var issue = _published[identifier].FirstOrDefault(
            past => past.File.Month is null || past.File.Month != (place.File.Month ?? facts.PaperOf(place)?.Month));
        return issue is null || place.IsInDepth
            ? null
            : place.Finding(
                FindingCode.AlreadyCovered,
                $"{identifier} was in a past issue: {issue.SeenFrom(place)}. Take it off "
                + $"{(place.File.Kind == FileKind.Draft ? "this one" : "the list")} unless it is to come again.");
    }
}
