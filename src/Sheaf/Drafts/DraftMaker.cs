using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Drafts.Model;
using Sheaf.Drafts.Styles;
using Sheaf.Files;
using Sheaf.Lists;
using Sheaf.Ranking;
using Sheaf.Settings;
using Sheaf.Store.Drafts;
using Sheaf.Store.Eprints;

namespace Sheaf.Drafts;

/// <summary>Makes a month's draft from its curated lists and the store. Makes no request.</summary>
public sealed class DraftMaker(
    CuratedFolder curated, EprintStore eprints, DraftStore drafts, SuggestionStore suggestions, Suggester suggester, Workspace workspace, SheafSettings settings, TimeProvider time)
{
    private readonly DraftStyleMemory _styles = new(workspace);

    /// <summary>The months for which there is something to draft: those with a list named after them, and those of the papers on the other lists.</summary>
    public IReadOnlySet<Month> Months()
    {
        var lists = curated.Read();
        var known = Known(lists);
        return MonthlyList.Months(lists, id => known.GetValueOrDefault(id)?.Month).ToHashSet();
    }

    /// <summary>The draft of a month, composed but not written.</summary>
    /// <param name="month">The month.</param>
    /// <param name="style">The style that was asked for; null for that in which the draft was written, or else that of the settings.</param>
    /// <exception cref="BadInputException">No curated list has a paper of this month.</exception>
    public MonthDraft Compose(Month month, string? style = null) => Compose(month, curated.ReadFor(month), style);

    /// <summary>The draft of a month from these lists, for who goes on without others.</summary>
    /// <inheritdoc cref="Compose(Month, string)"/>
    public MonthDraft Compose(Month month, IReadOnlyList<CuratedList> lists, string? style = null)
    {
        var known = Known(lists);
        var places = MonthlyList.Drafted(month, lists, id => known.GetValueOrDefault(id)?.Month).ToList();
        var drafted = places.Select(listed => listed.Entry).ToList();
        if (drafted.Count == 0 && !lists.Any(list => list.Month == month))
        {
            throw new BadInputException(
                $"There is no curated list for {month}: write {Workspace.ForReaders(workspace.CuratedFile(month))}, or run sheaf add --month {month} with its papers.");
        }

        var absent = drafted.Where(entry => entry.Reference is not { } reference || !known.ContainsKey(reference.Identifier))
            .Select(entry => entry.Reference?.Identifier.ToString() ?? entry.Raw).Distinct().ToList();
        var listed = Ready(drafted, known).ToList();
        var published = new PublishedFolder(workspace.Published).Read();
        var late = Late(month.Previous, lists, known, published).ToList();
        var sentences = new SentenceCache(suggestions.Find(listed.Concat(late).Select(paper => paper.Eprint.Identifier).Distinct()));
        var draft = DraftComposer.Compose(month, listed, late, sentences.Of) with { MayHaveMissed = MayHaveMissed(month) };
        return new MonthDraft(draft, absent)
        {
            Chosen = sentences.Chosen,
            UnreadIssues = published.Unread,
            CompetingNotes = [.. CompetingNotes.Among(places)],
            Style = ChooseStyle(month, style),
        };
    }

    private IReadOnlyList<DraftEntry> MayHaveMissed(Month month)
    {
        if (settings.DraftSuggestions == 0)
        {
            return [];
        }

        var found = Suggested(month).Take(settings.DraftSuggestions).ToList();
        var papers = eprints.Find([.. found.Select(suggested => suggested.Paper.Identifier)]);
        return [.. found.Select(suggested => DraftComposer.MayHaveMissed(papers[suggested.Paper.Identifier], suggested.Why))];
    }

    /// <summary>While a list of whatever month cannot be read, nobody knows what has been decided: nothing is suggested, and the draft is made without.</summary>
    private IReadOnlyList<SuggestedPaper> Suggested(Month month)
    {
        try
        {
            return suggester.Suggest(month, CancellationToken.None).Papers;
        }
        catch (CurationException)
        {
            return [];
        }
    }

    /// <summary>The papers of a month that its issue, which there is already, does not have.</summary>
    private IEnumerable<(CuratedEntry Entry, Eprint Eprint)> Late(
        Month month, IReadOnlyList<CuratedList> lists, IReadOnlyDictionary<ArxivIdentifier, Eprint> known, PublishedIssues published)
    {
        var listed = Ready(MonthlyList.Drafted(month, lists, id => known.GetValueOrDefault(id)?.Month).Select(listed => listed.Entry), known).ToList();
        return listed.Count > 0 && PastIssue.Covered(workspace, published, month) is { } covered ? listed.Where(paper => !covered.Contains(paper.Eprint.Identifier)) : [];
    }

    private static IEnumerable<(CuratedEntry Entry, Eprint Eprint)> Ready(IEnumerable<CuratedEntry> entries, IReadOnlyDictionary<ArxivIdentifier, Eprint> known) =>
        from entry in entries
        where entry.Reference is { } reference && known.ContainsKey(reference.Identifier)
        select (entry, known[entry.Reference!.Value.Identifier]);

    private IReadOnlyDictionary<ArxivIdentifier, Eprint> Known(IEnumerable<CuratedList> lists) =>
        eprints.Find([.. lists.SelectMany(list => list.Entries).Select(entry => entry.Reference?.Identifier).OfType<ArxivIdentifier>().Distinct()]);

    private StyleChoice ChooseStyle(Month month, string? asked)
    {
        var (before, configured) = (_styles.Recall(month), _styles.NameOf(settings.DraftStyle));
        return new StyleChoice(asked is null ? before ?? configured : _styles.NameOf(asked), before, configured);
    }

    /// <summary>The text of a composed draft in its style.</summary>
    /// <exception cref="BadInputException">There is no such style, or the template cannot be used.</exception>
    public string Render(MonthDraft made)
    {
        var style = made.Style.Name;
        return DraftStyles.Find(StyleName.IsFile(style) ? Path.GetFullPath(style, workspace.Folder) : style, settings.NamesShown).Render(made.Draft);
    }

    /// <summary>Writes a draft; where a person has worked on it, what they did stays.</summary>
    /// <param name="made">The draft.</param>
    /// <param name="discardEdits">Whether to start over, with the old draft kept as a numbered copy.</param>
    /// <exception cref="IOException">The draft cannot be read or written; it is as it was.</exception>
    public DraftOutcome Write(MonthDraft made, bool discardEdits = false)
    {
        using var held = WorkspaceLock.Take(workspace.DecisionsLock, time, CancellationToken.None);
        var outcome = discardEdits ? FileOf(made).StartOver(Render(made)) : FileOf(made).Write(Render(made), made.Unknown);
        _styles.Remember(made.Draft.Month, made.Style.Name);
        if (outcome.Kind != DraftOutcomeKind.Unchanged)
        {
            Remember(made);
        }

        return outcome;
    }

    /// <summary>What writing a draft would do.</summary>
    /// <exception cref="IOException">The draft cannot be read.</exception>
    public DraftPreview Preview(MonthDraft made) => FileOf(made).Preview(Render(made), made.Unknown);

    private DraftFile FileOf(MonthDraft made) => new(workspace.Drafts, made.Draft.Month, new Patience(FilePace.Default, time, CancellationToken.None));

    /// <summary>Enters into the store that the draft was made now. A draft that was already as it should be needs this only when it was owed.</summary>
    public void Remember(MonthDraft made)
    {
        suggestions.Save(made.Chosen);
        drafts.Save(made.Draft.Month, time.GetUtcNow());
    }
}

/// <summary>A composed draft and what could not be in it.</summary>
/// <param name="Draft">The month's papers that the store knows.</param>
/// <param name="Absent">Entries of the list that the store does not know, as identifiers or as written.</param>
public sealed record MonthDraft(Draft Draft, IReadOnlyList<string> Absent)
{
    /// <summary>The style to write it in.</summary>
    public required StyleChoice Style { get; init; }

    /// <summary>Papers of which the lists say two things: one of the notes is in the draft.</summary>
    public IReadOnlyList<CompetingNotes> CompetingNotes { get; init; } = [];

    /// <summary>Past issues in which nothing could be read: what they covered is not known.</summary>
    public IReadOnlyList<UnreadIssue> UnreadIssues { get; init; } = [];

    /// <summary>The suggestions that the store does not have yet.</summary>
    internal IReadOnlyList<SuggestionRow> Chosen { get; init; } = [];

    /// <summary>The papers among them: they are on the list, so what a draft says of them stays.</summary>
    public IReadOnlySet<ArxivIdentifier> Unknown =>
        Absent.Select(name => ArxivIdentifier.TryParse(name, out var paper) ? paper : (ArxivIdentifier?)null).OfType<ArxivIdentifier>().ToHashSet();
}

/// <summary>The style of a draft, and where it comes from.</summary>
/// <param name="Name">The style that the draft is written in.</param>
/// <param name="Before">The one that it was written in before; null where there is no draft, or nobody knows.</param>
/// <param name="Configured">The one of the settings.</param>
public sealed record StyleChoice(string Name, string? Before, string Configured);
