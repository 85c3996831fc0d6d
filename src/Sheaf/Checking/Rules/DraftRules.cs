using System.Text;
using System.Text.RegularExpressions;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Drafts.Merging;
using Sheaf.Store.Eprints;

namespace Sheaf.Checking.Rules;

/// <summary>
/// What keeps a draft from being published: what Sheaf put there for the editor to replace, and what arXiv has changed since.
/// </summary>
internal sealed partial class DraftRules
{
    private readonly CheckedFile _file;
    private readonly IReadOnlyList<ClaimLocation> _places;
    private readonly Verdicts _facts;
    private readonly DraftLines _lines;
    private readonly HashSet<ArxivIdentifier?> _inDepth;
    private readonly List<ClaimLocation> _entries;
    private readonly List<int> _entryLines;
    private readonly Lazy<HashSet<ArxivIdentifier>> _meantToBeBare;

    private DraftRules(CheckedFile file, IReadOnlyList<ClaimLocation> places, Verdicts facts, TextLines lines)
    {
        (_file, _places, _facts, _lines) = (file, places, facts, new DraftLines(lines));
        _inDepth = [.. places.Where(place => place is { IsInDepth: true, Identifier: not null }).Select(place => place.Identifier)];
        _entries = [.. places.Where(place => place.Claim.IsEntry || place.IsInDepth).OrderBy(place => place.Claim.Line)];
        _entryLines = [.. _entries.Select(place => place.Claim.Line)];
        _meantToBeBare = new(MeantToBeBare);
    }

    /// <param name="file">Any file; nothing is found in one that is no draft.</param>
    /// <param name="places">What it says of papers.</param>
    /// <param name="facts">What is known of them.</param>
    public static IEnumerable<Finding> Of(CheckedFile file, IEnumerable<ClaimLocation> places, Verdicts facts)
    {
        if (file.Kind != FileKind.Draft || TextLines.Of(file.Content) is not { } lines)
        {
            return [];
        }

        var rules = new DraftRules(file, [.. places], facts, lines);
        return rules.Leftovers().Concat(rules.WithoutWords()).Concat(rules.Changed());
    }

    private const string SentenceLeft =
        "This sentence was taken from the abstract. Write your own in its place, or keep it: take its mark away, or all marks with "
        + "sheaf check --fix --keep-suggested.";

    private IEnumerable<Finding> Leftovers()
    {
        foreach (var (line, isSuggestion) in _lines.Marks().Where(mark => mark.IsSuggestion || !IsOfBareEntry(mark.Line)))
        {
            yield return isSuggestion
                ? At(FindingCode.SuggestedNoteLeft, line, SentenceLeft) with { Accept = _lines.Accepted(line) }
                : At(FindingCode.PlaceholderLeft, line, "Here is a place for your words. Write them, and take this mark away.");
        }

        foreach (var line in _lines.All.Where(line => !_lines.IsSheafs(line.Number)))
        {
            if (Placeholder().Match(line.Text) is { Success: true } left)
            {
                yield return At(FindingCode.PlaceholderLeft, line.Number, $"'{left.Value}' was to be replaced.");
            }
        }
    }

    /// <summary>The entry is found to have no words, and that is all that is to be said of it.</summary>
    private bool IsOfBareEntry(int line) => _lines.IsOfEntry(line)
        && _places.LastOrDefault(place => place.Claim.Line <= line) is { IsInDepth: false, Claim.IsEntry: true } place
        && _lines.IsBareEntry(place.Claim.Line);

    /// <summary>A paper in depth has its words in its section, and none below its line in the list.</summary>
    private IEnumerable<Finding> WithoutWords() => _places
        .Where(place => place.Claim.IsEntry && (place.IsInDepth
            ? !_lines.HasWordsInSection(place.Claim.Line)
            : !_inDepth.Contains(place.Identifier) && _lines.IsBareEntry(place.Claim.Line)
                && !(place.Identifier is { } paper && _meantToBeBare.Value.Contains(paper))))
        .Select(place => place.Finding(FindingCode.NoWords, place.IsInDepth
            ? "This paper is treated in depth, and there is no word of yours on it yet."
            : "There is no word on this paper but its title. Write a sentence, or delete the entry."));

    /// <summary>
    /// Papers whose entries Sheaf itself wrote without a word or a place for one: the editor wants the draft so
    /// (<c>Draft:Sentences</c>).
    /// </summary>
    private HashSet<ArxivIdentifier> MeantToBeBare()
    {
        if (_file.Base is not { } content || TextLines.Of(content) is not { } whole)
        {
            return [];
        }

        var lines = new DraftLines(whole);
        var inDepth = DraftContents.Read(DeletionMarkers.Read(Encoding.UTF8.GetString(content.Span)).Text).InDepth;
        return
        [
            .. whole.All.Where(line => lines.IsBareEntry(line.Number, withMark: false))
                .Select(line => IdentifierFinder.Find(line.Text) is [.., var last] ? last.Reference?.Identifier : null)
                .OfType<ArxivIdentifier>().Where(paper => !inDepth.Contains(paper)),
        ];
    }

    /// <summary>Once a paper, where it is listed first.</summary>
    private IEnumerable<Finding> Changed() =>
        from place in _places.Where(place => place.Identifier is not null).DistinctBy(place => place.Identifier)
        let changes = _facts.Known.ChangesSinceWritten(_file, place.Identifier!.Value)
        where changes.Count > 0
        select place.Finding(
            FindingCode.ChangedSinceWritten, $"Since this draft was written, arXiv has changed {string.Join("; ", changes.Select(Words))}. "
            + $"Run sheaf draft {_file.Month}, and look at what you wrote yourself.");

    private static string Words(PaperChange change) => (change.What, change.Before, change.After) switch
    {
        ("withdrawn", _, not null) => "its state: it is withdrawn now",
        ("version", var before, var after) => $"its version from {before} to {after}",
        (var what, null, var after) => $"its {what}, which is '{after}' now",
        (var what, var before, null) => $"its {what}, which was '{before}'",
        (var what, var before, var after) => $"its {what} from '{before}' to '{after}'",
    };

    /// <summary>What stands below an entry is about its paper, whatever other papers are linked there.</summary>
    private Finding At(string code, int line, string message)
    {
        var at = _entryLines.BinarySearch(line + 1);
        var before = (at < 0 ? ~at : at) - 1;
        while (before >= 0 && _entryLines[before] > line)
        {
            before--;
        }

        return new(code, _file.Name, line, before < 0 ? null : _entries[before].Identifier?.ToString(), message);
    }

    /// <summary>Words and links that writers put where something is still to come.</summary>
    [GeneratedRegex(
        @"\b(TODO|TBD|FIXME|XXX|TK|[Ll]orem ipsum)\b|\[[^\]\n]{0,200}\]\((#|TODO)?\)|\[(link|citation needed|placeholder)\](?!\()",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Placeholder();
}
