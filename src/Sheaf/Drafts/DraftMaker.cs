using System.Security.Cryptography;
using System.Text;
using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Curation;
using Sheaf.Drafts.Model;
using Sheaf.Drafts.Styles;
using Sheaf.Settings;
using Sheaf.Store;
using Sheaf.Suggesting;

namespace Sheaf.Drafts;

/// <summary>Makes a month's draft from its curated lists and the store. Makes no request.</summary>
public sealed class DraftMaker(
    CuratedFolder curated, EprintStore eprints, DraftStore drafts, SuggestionStore suggestions, Suggester suggester, Workspace workspace, SheafSettings settings, TimeProvider time)
{
    /// <summary>The months for which there is something to draft: those with a list named after them, and those of the papers on the other lists.</summary>
    public IReadOnlySet<Month> Months()
    {
        var lists = curated.Read();
        var known = Known(lists);
        return MonthlyList.Months(lists, id => known.GetValueOrDefault(id)?.Month).ToHashSet();
    }

    /// <summary>The draft of a month, composed but not written.</summary>
    /// <exception cref="BadInputException">No curated list has a paper of this month.</exception>
    public MonthDraft Compose(Month month)
    {
        var lists = curated.Read();
        var known = Known(lists);
        var drafted = MonthlyList.Drafted(month, lists, id => known.GetValueOrDefault(id)?.Month).Select(listed => listed.Entry).ToList();
        if (drafted.Count == 0 && !lists.Any(list => list.Month == month))
        {
            throw new BadInputException(
                $"There is no curated list for {month}: write {Workspace.ForReaders(workspace.CuratedFile(month))}, or run sheaf add --month {month} with its papers.");
        }

        var absent = drafted.Where(entry => entry.Reference is not { } reference || !known.ContainsKey(reference.Identifier))
            .Select(entry => entry.Reference?.Identifier.ToString() ?? entry.Raw).Distinct().ToList();
        var listed = Ready(drafted, known).ToList();
        var late = Late(month.Previous, lists, known).ToList();
        var sentences = new Suggestions(suggestions.Find(listed.Concat(late).Select(paper => paper.Eprint.Identifier).Distinct()));
        var draft = DraftComposer.Compose(month, listed, late, sentences.Of) with { MayHaveMissed = MayHaveMissed(month) };
        return new MonthDraft(draft, absent) { Chosen = sentences.Chosen };
    }

    private IReadOnlyList<DraftEntry> MayHaveMissed(Month month)
    {
        if (settings.DraftSuggestions == 0)
        {
            return [];
        }

        var found = suggester.Suggest(month, CancellationToken.None).Papers.Take(settings.DraftSuggestions).ToList();
        var papers = eprints.Find([.. found.Select(suggested => suggested.Paper.Identifier)]);
        return [.. found.Select(suggested => DraftComposer.MayHaveMissed(papers[suggested.Paper.Identifier], suggested.Why))];
    }

    /// <summary>The papers of a month that its issue, which there is already, does not have.</summary>
    private IEnumerable<(CuratedEntry Entry, Eprint Eprint)> Late(Month month, IReadOnlyList<CuratedList> lists, IReadOnlyDictionary<ArxivIdentifier, Eprint> known)
    {
        var listed = Ready(MonthlyList.Drafted(month, lists, id => known.GetValueOrDefault(id)?.Month).Select(listed => listed.Entry), known).ToList();
        return listed.Count > 0 && PastIssue.Covered(workspace, month) is { } covered ? listed.Where(paper => !covered.Contains(paper.Eprint.Identifier)) : [];
    }

    private static IEnumerable<(CuratedEntry Entry, Eprint Eprint)> Ready(IEnumerable<CuratedEntry> entries, IReadOnlyDictionary<ArxivIdentifier, Eprint> known) =>
        from entry in entries
        where entry.Reference is { } reference && known.ContainsKey(reference.Identifier)
        select (entry, known[entry.Reference!.Value.Identifier]);

    private IReadOnlyDictionary<ArxivIdentifier, Eprint> Known(IEnumerable<CuratedList> lists) =>
        eprints.Find([.. lists.SelectMany(list => list.Entries).Select(entry => entry.Reference?.Identifier).OfType<ArxivIdentifier>().Distinct()]);

    /// <summary>The text of a composed draft in the configured style.</summary>
    /// <exception cref="BadInputException">There is no such style, or the template cannot be used.</exception>
    public string Render(Draft draft) =>
        DraftStyles.Find(StyleName.IsFile(settings.DraftStyle) ? Path.Combine(workspace.Folder, settings.DraftStyle) : settings.DraftStyle, settings.NamesShown).Render(draft);

    /// <summary>Writes a draft; where a person has worked on it, what they did stays.</summary>
    /// <param name="made">The draft.</param>
    /// <param name="discardEdits">Whether to start over, with the old draft kept as a numbered copy.</param>
    /// <exception cref="IOException">The draft cannot be read or written; it is as it was.</exception>
    public DraftOutcome Write(MonthDraft made, bool discardEdits = false)
    {
        var outcome = discardEdits ? FileOf(made).StartOver(Render(made.Draft)) : FileOf(made).Write(Render(made.Draft), made.Unknown);
        if (outcome.Kind != DraftOutcomeKind.Unchanged)
        {
            Remember(made);
        }

        return outcome;
    }

    /// <summary>What writing a draft would do.</summary>
    /// <exception cref="IOException">The draft cannot be read.</exception>
    public DraftPreview Preview(MonthDraft made) => FileOf(made).Preview(Render(made.Draft), made.Unknown);

    private DraftFile FileOf(MonthDraft made) => new(workspace.Drafts, made.Draft.Month);

    /// <summary>Enters into the store that the draft was made now. A draft that was already as it should be needs this only when it was owed.</summary>
    public void Remember(MonthDraft made)
    {
        suggestions.Save(made.Chosen);
        drafts.Save(made.Draft.Month, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Render(made.Draft)))), time.GetUtcNow());
    }
}

/// <summary>A composed draft and what could not be in it.</summary>
/// <param name="Draft">The month's papers that the store knows.</param>
/// <param name="Absent">Entries of the list that the store does not know, as identifiers or as written.</param>
public sealed record MonthDraft(Draft Draft, IReadOnlyList<string> Absent)
{
    /// <summary>The suggestions that the store does not have yet.</summary>
    internal IReadOnlyList<SuggestionRow> Chosen { get; init; } = [];

    /// <summary>The papers among them: they are on the list, so what a draft says of them stays.</summary>
    public IReadOnlySet<ArxivIdentifier> Unknown =>
        Absent.Select(name => ArxivIdentifier.TryParse(name, out var paper) ? paper : (ArxivIdentifier?)null).OfType<ArxivIdentifier>().ToHashSet();
}
