using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Drafts.Merging;
using Sheaf.Drafts.Model;
using Sheaf.Drafts.Sentences;
using Sheaf.Drafts.Styles;
using Sheaf.Languages;
using Sheaf.Lists;
using Sheaf.Settings;
using Sheaf.Store.Drafts;
using Sheaf.Store.Eprints;

namespace Sheaf.Drafts;

/// <summary>Composes a month's draft from its curated lists and the store. Makes no request and writes nothing.</summary>
internal sealed class DraftMaker(
    Workspace workspace, SheafSettings settings, CuratedFolder curated, EprintStore eprints, DraftSuggestions suggestions)
{
    /// <summary>
    /// The months for which there is something to draft: those with a list named after them, and those of the papers on the other lists.
    /// </summary>
    public IReadOnlySet<Month> Months()
    {
        var lists = curated.Read();
        var known = Known(lists);
        return MonthlyList.Months(lists, id => known.GetValueOrDefault(id)?.Month).ToHashSet();
    }

    /// <summary>The draft of a month, composed but not written.</summary>
    /// <param name="month">The month.</param>
    /// <param name="style">The style that was asked for; null for that in which the draft was written, or else that of the
    /// settings.</param>
    /// <param name="grouping">What its sections are to be made by; null for what they were made by before.</param>
    /// <exception cref="BadInputException">
    /// No curated list has a paper of this month, or the editor's own title or introduction cannot be used.
    /// </exception>
    public MonthDraft Compose(Month month, string? style = null, DraftGrouping? grouping = null) =>
        Compose(month, curated.ReadFor(month), style, grouping);

    /// <summary>The draft of a month from these lists, where others are left out.</summary>
    /// <inheritdoc cref="Compose(Month, string, DraftGrouping?)"/>
    public MonthDraft Compose(Month month, IReadOnlyList<CuratedList> lists, string? style = null, DraftGrouping? grouping = null)
    {
        var known = Known(lists);
        var places = MonthlyList.Drafted(month, lists, id => known.GetValueOrDefault(id)?.Month).ToList();
        var drafted = places.Select(listed => listed.Entry).ToList();
        if (drafted.Count == 0 && !lists.Any(list => list.Month == month))
        {
            throw new BadInputException(
                $"There is no curated list for {month}: write {Workspace.ForReaders(workspace.CuratedFile(month))}, "
                + $"or run sheaf add --month {month} with its papers.");
        }

        var absent = drafted.Where(entry => entry.Reference is not { } reference || !known.ContainsKey(reference.Identifier))
            .Select(entry => entry.Reference?.Identifier.ToString() ?? entry.Raw).Distinct().ToList();
        var listed = Ready(drafted, known).ToList();
        var published = new PublishedFolder(workspace.Published).Read();
        var late = Late(month.Previous, lists, known, published).ToList();
        var sentences = suggestions.SentencesFor(listed.Concat(late).Select(paper => paper.Eprint));
        var before = new DraftStyleMemory(workspace).RecallGrouping(month);
        Func<Eprint, string?> suggest = settings.Look.Sentences ? sentences.Of : _ => null;
        var draft = DraftComposer.Compose(month, listed, late, suggest, settings.Look.Language) with
        {
            MayHaveMissed = MayHaveMissed(month),
            AsksForWords = settings.Look.Sentences,
            Keys = settings.Look.KeysOfPersons ? KeyStyle.Person : KeyStyle.Arxiv,
        };
        draft = draft with
        {
            Signals = suggestions.SignalsOf(draft.Papers.Concat(draft.MayHaveMissed).Select(entry => entry.Eprint.Identifier)),
        };
        draft = WithTexts(DraftGroups.Group(draft, grouping ?? before));
        return new MonthDraft(draft, absent)
        {
            Chosen = sentences.Chosen,
            UnreadIssues = published.Unread,
            CompetingNotes = [.. CompetingNotes.Among(places)],
            Style = ChooseStyle(month, style),
            Grouping = new(grouping ?? before, before),
        };
    }

    /// <summary>The draft with the editor's own title and introduction.</summary>
    private Draft WithTexts(Draft draft)
    {
        var look = settings.Look;
        draft = look.Title is { } title ? draft with { Title = IssueTexts.Title(title, draft, settings.NamesShown) } : draft;
        if (look.Introduction.Length == 0)
        {
            return draft;
        }

        var introduction = IssueTexts.Introduction(look.Introduction, draft, settings.NamesShown);
        return MarkdownOutlineParser.Read<FreshIndex>(introduction).Blocks.Any(block => block.IsOpen)
            ? throw new BadInputException(
                $"{IssueTexts.IntroductionKey} leaves code or a comment open, which would hide all that follows: close it.")
            : draft with { Introduction = introduction };
    }

    private IReadOnlyList<DraftEntry> MayHaveMissed(Month month)
    {
        var found = suggestions.PapersFor(month);
        var papers = eprints.Find([.. found.Select(suggested => suggested.Paper.Identifier)]);
        return [.. found.Select(suggested => DraftComposer.MayHaveMissed(papers[suggested.Paper.Identifier], suggested.WhyInPrint))];
    }

    /// <summary>The papers of a month that its issue, which there is already, does not have.</summary>
    private IEnumerable<(CuratedEntry Entry, Eprint Eprint)> Late(
        Month month, IReadOnlyList<CuratedList> lists, IReadOnlyDictionary<ArxivIdentifier, Eprint> known, PublishedIssues published)
    {
        var drafted = MonthlyList.Drafted(month, lists, id => known.GetValueOrDefault(id)?.Month);
        var listed = Ready(drafted.Select(listed => listed.Entry), known).ToList();
        return listed.Count > 0 && PastIssue.Covered(workspace, published, month) is { } covered
            ? listed.Where(paper => !covered.Contains(paper.Eprint.Identifier))
            : [];
    }

    private static IEnumerable<(CuratedEntry Entry, Eprint Eprint)> Ready(
        IEnumerable<CuratedEntry> entries, IReadOnlyDictionary<ArxivIdentifier, Eprint> known) =>
        from entry in entries
        where entry.Reference is { } reference && known.ContainsKey(reference.Identifier)
        select (entry, known[entry.Reference!.Value.Identifier]);

    private IReadOnlyDictionary<ArxivIdentifier, Eprint> Known(IEnumerable<CuratedList> lists)
    {
        var papers = lists.SelectMany(list => list.Entries).Select(entry => entry.Reference?.Identifier).OfType<ArxivIdentifier>();
        return eprints.Find([.. papers.Distinct()]);
    }

    private StyleChoice ChooseStyle(Month month, string? asked)
    {
        var styles = new DraftStyleMemory(workspace);
        var (before, configured) = (styles.Recall(month), styles.NameOf(settings.DraftStyle));
        return new StyleChoice(asked is null ? before ?? configured : styles.NameOf(asked), before, configured);
    }
}

/// <summary>A composed draft and what could not be in it.</summary>
/// <param name="Draft">The month's papers that the store knows.</param>
/// <param name="Absent">Entries of the list that the store does not know, as identifiers or as written.</param>
internal sealed record MonthDraft(Draft Draft, IReadOnlyList<string> Absent)
{
    /// <summary>The style to write it in.</summary>
    public required StyleChoice Style { get; init; }

    /// <summary>What its sections are made by.</summary>
    public GroupingChoice Grouping { get; init; } = new(DraftGrouping.Section, DraftGrouping.Section);

    /// <summary>Papers of which the lists say two things: one of the notes is in the draft.</summary>
    public IReadOnlyList<CompetingNotes> CompetingNotes { get; init; } = [];

    /// <summary>Past issues in which nothing could be read: what they covered is not known.</summary>
    public IReadOnlyList<UnreadIssue> UnreadIssues { get; init; } = [];

    /// <summary>The suggestions that the store does not have yet.</summary>
    internal IReadOnlyList<SuggestedSentenceRow> Chosen { get; init; } = [];

    /// <summary>The papers among them: they are on the list, so what a draft says of them stays.</summary>
    public IReadOnlySet<ArxivIdentifier> Unknown =>
        Absent.Select(name => ArxivIdentifier.TryParse(name, out var paper) ? paper : (ArxivIdentifier?)null).OfType<ArxivIdentifier>()
            .ToHashSet();
}

/// <summary>The style of a draft, and where it comes from.</summary>
/// <param name="Name">The style that the draft is written in.</param>
/// <param name="Before">The one that it was written in before; null where there is no draft, or nobody knows.</param>
/// <param name="Configured">The one of the settings.</param>
internal sealed record StyleChoice(string Name, string? Before, string Configured);

/// <summary>What the sections of a draft are made by.</summary>
/// <param name="Now">In what is written.</param>
/// <param name="Before">In the draft as it was.</param>
internal sealed record GroupingChoice(DraftGrouping Now, DraftGrouping Before);

/// <summary>Makes the list of a month out of what editors listed and what arXiv says.</summary>
internal static class DraftComposer
{
    /// <param name="month">The issue; which papers belong to it is decided by the caller.</param>
    /// <param name="listed">In the order of the lists. A paper that comes again adds star, tags, and its note where there was none.</param>
    /// <param name="late">Papers of the month before that its issue lacks; those that stand on this month's list too are left out.</param>
    /// <param name="suggest">The sentence to suggest for a paper; chosen anew by default.</param>
    /// <param name="language">English by default.</param>
    public static Draft Compose(
        Month month,
        IEnumerable<(CuratedEntry Entry, Eprint Eprint)> listed,
        IEnumerable<(CuratedEntry Entry, Eprint Eprint)>? late = null,
        Func<Eprint, string?>? suggest = null,
        DraftLanguage? language = null)
    {
        suggest ??= SuggestedSentence.Of;
        language ??= DraftLanguages.English;
        var unsectioned = language.Headings.Papers;
        var entries = Merged(listed, suggest);
        var sections = entries
            .GroupBy(entry => entry.Section ?? unsectioned)
            .OrderBy(section => section.Key == unsectioned)
            .Select(section => new DraftSection(section.Key, NewestFirst(section)));
        var own = entries.Select(entry => entry.Eprint.Identifier).ToHashSet();
        return new Draft(month, [.. sections], NewestFirst(entries.Where(entry => entry.Starred)))
        {
            Language = language,
            LateArrivals = NewestFirst(Merged(late ?? [], suggest).Where(entry => !own.Contains(entry.Eprint.Identifier))),
        };
    }

    /// <summary>A paper that is on no list.</summary>
    /// <param name="eprint">The paper.</param>
    /// <param name="why">What speaks for it, as a sentence without capital and full stop; empty where nothing does.</param>
    public static DraftEntry MayHaveMissed(Eprint eprint, string why) =>
        new(eprint, null, false, [], null, why.Length == 0 ? null : $"{char.ToUpperInvariant(why[0])}{why[1..]}.");

    private static List<DraftEntry> Merged(IEnumerable<(CuratedEntry Entry, Eprint Eprint)> listed, Func<Eprint, string?> suggest) =>
        [.. listed.GroupBy(paper => paper.Eprint.Identifier).Select(places => Merge(places, suggest))];

    private static DraftEntry Merge(IEnumerable<(CuratedEntry Entry, Eprint Eprint)> places, Func<Eprint, string?> suggest)
    {
        var entries = places.Select(place => place.Entry).ToList();
        var eprint = places.First().Eprint;
        var note = entries.Select(entry => entry.Note).FirstOrDefault(note => !string.IsNullOrWhiteSpace(note));
        return new DraftEntry(
            eprint,
            note,
            entries.Exists(entry => entry.Starred),
            [.. entries.SelectMany(entry => entry.Tags).Distinct(StringComparer.OrdinalIgnoreCase)],
            entries[0].Section,
            note is null ? suggest(eprint) : null);
    }

    private static IReadOnlyList<DraftEntry> NewestFirst(IEnumerable<DraftEntry> entries) =>
        [.. entries.OrderByDescending(entry => entry.Day).ThenByDescending(entry => entry.Eprint.Identifier)];
}
