using Sheaf.Arxiv.Identifiers;
using Sheaf.Checking.Titles;

namespace Sheaf.Checking;

/// <summary>What only several places together show: papers that come twice, under two titles, or were published before.</summary>
/// <param name="places">Of all files.</param>
/// <param name="facts">What is known of the papers.</param>
internal sealed class ListRules(IReadOnlyList<Place> places, Facts facts)
{
    private readonly ILookup<ArxivIdentifier, Place> _published = places
        .Where(place => place is { File.Kind: FileKind.Published, Identifier: not null }).ToLookup(place => place.Identifier!.Value);

    private readonly ILookup<ArxivIdentifier, Place> _entries = places
        .Where(place => IsEntry(place, facts)).ToLookup(place => place.Identifier!.Value);

    private readonly Lazy<Dictionary<Place, Place>> _before = new(() => Before(places, facts));

    private readonly Lazy<Dictionary<Place, int>> _order = new(() => places.Where(place => IsEntry(place, facts)).Distinct().Index().ToDictionary(one => one.Item, one => one.Index));

    private readonly Dictionary<ArxivIdentifier, List<Place>> _byClaimedTitle = [];

    private readonly Dictionary<string, TextLines?> _lines = [];

    private readonly ILookup<string, Place> _byTitle = places
        .Where(place => place is { File.Kind: FileKind.Curated, Claim.IsEntry: true } && !facts.IsWrong(place) && facts.PaperOf(place) is not null)
        .ToLookup(place => Title.Read(facts.PaperOf(place)!.Title)?.Key ?? "");

    public IEnumerable<Finding> Of(Place place) =>
        place.Identifier is { } identifier && place.Claim.IsEntry && !facts.IsWrong(place)
            ? new[] { Twice(place, identifier), UnderTwoIdentifiers(place, identifier), UnderTwoTitles(place, identifier), Covered(place, identifier) }.OfType<Finding>()
            : [];

    /// <summary>Reported where a paper comes again. Drafts are made of lists: only a second time in the same draft counts.</summary>
    private Finding? Twice(Place place, ArxivIdentifier identifier) => place.IsInDepth || !_before.Value.TryGetValue(place, out var before)
        ? null
        : place.Finding(FindingCode.Duplicate, $"{identifier} stands on {before.SeenFrom(place)} already. Keep one of the two.") with { Fix = SameLine(before, place) };

    /// <summary>For each entry the last one before it that has the same paper, in one pass.</summary>
    private static Dictionary<Place, Place> Before(IReadOnlyList<Place> places, Facts facts)
    {
        var before = new Dictionary<Place, Place>();
        var lastOfLists = new Dictionary<ArxivIdentifier, Place>();
        var lastOfFile = new Dictionary<(string, ArxivIdentifier), Place>();
        foreach (var place in places.Where(place => IsEntry(place, facts)))
        {
            var (paper, file) = (place.Identifier!.Value, place.File.Path);
            if (place.File.Kind == FileKind.Curated ? lastOfLists.TryGetValue(paper, out var other) : lastOfFile.TryGetValue((file, paper), out other))
            {
                before.TryAdd(place, other);
            }

            lastOfFile[(file, paper)] = place;
            if (place.File.Kind == FileKind.Curated)
            {
                lastOfLists[paper] = place;
            }
        }

        return before;
    }

    private static bool IsEntry(Place place, Facts facts) =>
        place is { File.Kind: not FileKind.Published, Claim.IsEntry: true, Identifier: not null } && !facts.IsWrong(place) && !place.IsInDepth;

    private LineFix? SameLine(Place before, Place place) =>
        before.File == place.File && LinesOf(place.File) is { } lines
        && lines.At(place.Claim.Line) is { } line && lines.At(before.Claim.Line) == line && !lines.IsContinued(place.Claim.Line)
            ? new LineFix(line, null) : null;

    private TextLines? LinesOf(CheckedFile file)
    {
        if (!_lines.TryGetValue(file.Path, out var lines))
        {
            lines = _lines[file.Path] = TextLines.Of(file.Content);
        }

        return lines;
    }

    private Finding? UnderTwoIdentifiers(Place place, ArxivIdentifier identifier)
    {
        if (facts.PaperOf(place) is not { Authors: [var lead, ..] } paper || Title.Read(paper.Title) is not { } title)
        {
            return null;
        }

        var other = _byTitle[title.Key].TakeWhile(other => other != place).FirstOrDefault(other =>
            other.Identifier != identifier && ClaimedNames.Lead(facts.PaperOf(other)!.Authors, [lead.Name]));
        return other is null
            ? null
            : place.Finding(FindingCode.Duplicate, $"'{paper.Title}' is on arXiv twice, as {identifier} here and as {other.Identifier} on {other.SeenFrom(place)}. Keep one of the two.");
    }

    /// <summary>Titles that are the paper's own, now or once, explain themselves; two that are not cannot both be right.</summary>
    private Finding? UnderTwoTitles(Place place, ArxivIdentifier identifier)
    {
        if (IsExplained(place) || Read(place) is not { } title)
        {
            return null;
        }

        var other = Titled(identifier).FirstOrDefault(other => other != place && Read(other) is { } second
            && title.To(second) == Closeness.Different && second.To(title) == Closeness.Different && (facts.PaperOf(other) is not null || IsBefore(other, place)));
        return other is null
            ? null
            : place.Finding(FindingCode.SameIdTwoTitles, $"{identifier} is called '{place.Claim.Title}' here and '{other.Claim.Title}' on {other.SeenFrom(place)}. One of the two links is wrong.");
    }

    /// <summary>Of the entries of a paper the first with each title; a list that gives it very many is told of the first ones.</summary>
    private List<Place> Titled(ArxivIdentifier paper)
    {
        const int mostTitles = 50;
        if (!_byClaimedTitle.TryGetValue(paper, out var titled))
        {
            titled = _byClaimedTitle[paper] = [.. _entries[paper].DistinctBy(entry => entry.Claim.Title).Take(mostTitles)];
        }

        return titled;
    }

    private bool IsBefore(Place one, Place other) => _order.Value[one] < _order.Value[other];

    private bool IsExplained(Place place) =>
        facts.PaperOf(place) is not null && facts.Titles.GetValueOrDefault(place) is TitleVerdict.Fits or TitleVerdict.Earlier or TitleVerdict.Unlike;

    private static Title? Read(Place place) => place.Claim.Title is { } claimed ? Title.Read(claimed) : null;

    private Finding? Covered(Place place, ArxivIdentifier identifier)
    {
        // An issue is no news to its own list.
        var issue = _published[identifier].FirstOrDefault(past => past.File.Month is null || past.File.Month != (place.File.Month ?? facts.PaperOf(place)?.Month));
        return issue is null || place.IsInDepth
            ? null
            : place.Finding(FindingCode.AlreadyCovered, $"{identifier} was in a past issue: {issue.SeenFrom(place)}. Take it off {(place.File.Kind == FileKind.Draft ? "this one" : "the list")} unless it is to come again.");
    }
}
