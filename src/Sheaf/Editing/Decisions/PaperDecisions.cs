using Sheaf.Arxiv.Identifiers;
using Sheaf.Lists;
using Sheaf.Settings;
using Sheaf.Text;

namespace Sheaf.Editing;

/// <summary>
/// An editor's decisions about papers, each one edit of the lists, <c>refused.txt</c> and <c>later.txt</c> that can be taken back as a
/// whole. A paper is in exactly one state afterwards; the same decision again changes nothing.
/// </summary>
/// <param name="workspace">Whose files.</param>
/// <param name="files">Where they are changed.</param>
internal sealed class PaperDecisions(Workspace workspace, EditorsFiles files)
{
    private readonly TakingPapers _taking = new(workspace, files);
    private readonly SettingAside _aside = new(workspace, files);
    private readonly RemovingPapers _removing = new(workspace, files);
    private readonly EntryReader _entries = new(files);

    /// <summary>Makes one decision.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="cancellationToken">Ends the waiting for other programs; nothing is written then.</param>
    /// <exception cref="WordsAtStakeException">A line would go with words that a person wrote, and that was not confirmed; nothing was
    /// written.</exception>
    /// <exception cref="EditRefusedException">A line cannot be changed as it stands; nothing was written.</exception>
    /// <exception cref="CurationException">A file cannot be read, or its end can take no entry, until a person has changed
    /// something.</exception>
    /// <exception cref="BadInputException">A tag is not one word.</exception>
    /// <exception cref="IOException">Others have been at a file for too long, or it cannot be written; nothing was written.</exception>
    public DecisionOutcome Decide(Decision decision, CancellationToken cancellationToken)
    {
        var tags = decision.Tags.Select(WordOf).ToList();
        string? list = null;
        var (outcome, edit) = files.Change(
            decision.Command,
            edit =>
            {
                edit.What = $"{VerbOf(decision.Action)} {decision.Paper}{(decision.Person is { } who ? $", {SafeText.OneLine(who)}" : "")}";
                var before = edit.States().Of(decision.Paper);
                return decision.Action is DecisionAction.Take or DecisionAction.Star
                    ? Take(edit, decision, tags, before, out list)
                    : Leave(edit, decision, before);
            },
            cancellationToken);
        return outcome with
        {
            Edit = edit.Number,
            IsChanged = edit.Parts.Count > 0,
            Entry = list is null ? null : _entries.FindOn(list, decision.Paper),
            Warnings = edit.Warnings,
        };
    }

    /// <summary>Refuses or puts off all of these papers that are open, as one edit; the others stay what they are.</summary>
    /// <param name="papers">Works, each with the same under other identifiers.</param>
    /// <param name="action"><see cref="DecisionAction.Refuse"/> or <see cref="DecisionAction.Later"/>.</param>
    /// <param name="reason">As <see cref="Decision.Reason"/>.</param>
    /// <param name="person">As <see cref="Decision.Person"/>.</param>
    /// <param name="cancellationToken">Ends the waiting for other programs; nothing is written then.</param>
    /// <inheritdoc cref="Decide"/>
    public JointOutcome DecideAll(
        IReadOnlyList<IReadOnlyList<ArxivIdentifier>> papers, DecisionAction action, string? reason, string? person,
        CancellationToken cancellationToken)
    {
        var (decided, edit) = files.Change<IReadOnlyList<ArxivIdentifier>>(
            "desk",
            edit =>
            {
                var states = edit.States();
                var open = papers.Where(work => states.Of(work[0]) == PaperState.Open).SelectMany(work => work)
                    .Where(paper => states.Of(paper) == PaperState.Open).Distinct().ToList();
                edit.What = $"{VerbOf(action)} {(open is [var only] ? only.ToString() : $"{open.Count} papers together")}"
                    + (person is { } who ? $", {SafeText.OneLine(who)}" : "");
                _aside.SetAside(edit, FileOf(action), open, OneLine(reason), _ => false);
                return open;
            },
            cancellationToken);
        return new(edit.Number, decided, edit.Warnings);
    }

    /// <summary>
    /// Takes all of these papers as one edit. Those that were refused stay so; of those on a list only stars that are missing are added.
    /// </summary>
    /// <param name="month">Whose list they go to, where no list has them.</param>
    /// <param name="papers">The papers, each with what is to stand beside it, and the same works under other identifiers.</param>
    /// <param name="why">What made one do it, for the journal.</param>
    /// <param name="person">As <see cref="Decision.Person"/>.</param>
    /// <param name="cancellationToken">Ends the waiting for other programs; nothing is written then.</param>
    /// <returns>The edit, the papers that it has put on a list or given a star, and what a person should be told.</returns>
    /// <inheritdoc cref="Decide"/>
    public JointOutcome TakeAll(
        Month month, IReadOnlyList<PaperToTake> papers, string why, string? person, CancellationToken cancellationToken)
    {
        var (taken, edit) = files.Change<IReadOnlyList<(ArxivIdentifier Paper, TakenPaper Place)>>(
            "desk",
            edit =>
            {
                var states = edit.States();
                var wanted = papers.Where(one => MayBeTaken(states.Of(one.Paper), one.IsStarred)).ToList();
                edit.What = $"take {(wanted is [var only] ? only.Paper.ToString() : $"{wanted.Count} papers together")}, {why}"
                    + (person is { } who ? $", {SafeText.OneLine(who)}" : "");
                var places = wanted.Count == 0 ? [] : _taking.Take(
                    edit,
                    [.. wanted.Select(one => new WantedPaper(new(one.Paper, null), month, new LineWords(one.IsStarred, [], null)))],
                    [.. wanted.SelectMany(one => one.Same)]);
                return [.. wanted.Zip(places, (one, place) => (one.Paper, place))];
            },
            cancellationToken);
        return new(
            edit.Number, [.. taken.Where(one => !one.Place.WasListed || one.Place.IsChanged).Select(one => one.Paper)],
            [
                .. taken.Where(one => one.Place.Problem is not null)
                    .Select(one => $"{one.Paper} was given no star, as {one.Place.Problem}."),
                .. edit.Warnings,
            ]);
    }

    /// <summary>Whether taking it together with others changes what it is.</summary>
    public static bool MayBeTaken(PaperState now, bool isStarred) =>
        now is PaperState.Open or PaperState.Later || (now == PaperState.Taken && isStarred);

    private DecisionOutcome Take(
        Edit edit, Decision decision, IReadOnlyList<string> tags, PaperState before, out string list)
    {
        var isStarred = decision.Action == DecisionAction.Star;
        var wanted = new WantedPaper(
            new EprintReference(decision.Paper, null), decision.Month,
            new LineWords(isStarred, tags, string.IsNullOrWhiteSpace(decision.Note) ? null : decision.Note))
        {
            Section = OneLine(decision.Section),
            IsStarless = !isStarred,
        };
        var taken = _taking.Take(edit, [wanted], decision.Same)[0];
        list = taken.List;
        var now = taken is { WasListed: true, Problem: not null } ? before
            : isStarred ? PaperState.Starred
            : PaperState.Taken;
        return new(null, before, now, null) { NoteLeft = taken.NoteLeft, Problem = taken.Problem };
    }

    private DecisionOutcome Leave(Edit edit, Decision decision, PaperState before)
    {
        IReadOnlyList<ArxivIdentifier> papers = [decision.Paper, .. decision.Same.Where(paper => paper != decision.Paper).Distinct()];
        bool MayGo(EntryPlace place) => decision.IsConfirmed && place.AlsoNames.Length == 0;
        if (decision.Action == DecisionAction.Reset)
        {
            _removing.Remove(edit, papers, MayGo);
            _aside.Free(edit, papers.ToHashSet());
            return new(null, before, PaperState.Open, null);
        }

        var reason = OneLine(decision.Reason);
        var aside = _aside.SetAside(edit, FileOf(decision.Action), papers, reason, MayGo)[0];
        return new(null, before, decision.Action == DecisionAction.Later ? PaperState.Later : PaperState.Refused, null)
        {
            ReasonLeft = aside.WasThere && reason != aside.Reason ? reason : null,
        };
    }

    private static string FileOf(DecisionAction action) => action switch
    {
        DecisionAction.Refuse => SettingAside.Refused,
        DecisionAction.Later => SettingAside.Later,
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "Papers are refused or put off together, and nothing else."),
    };

    private static string VerbOf(DecisionAction action) => action switch
    {
        DecisionAction.Take => "take",
        DecisionAction.Star => "star",
        DecisionAction.Refuse => "refuse",
        DecisionAction.Later => "later",
        _ => "reset",
    };

    /// <summary>Words on one line, without control characters; null where there are none.</summary>
    internal static string? OneLine(string? words)
    {
        var line = string.Join(' ', (words ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return string.Concat(line.Where(sign => !char.IsControl(sign))) is { Length: > 0 } seen ? seen : null;
    }

    /// <summary>A tag without its <c>#</c>.</summary>
    /// <exception cref="BadInputException">It is not one word.</exception>
    internal static string WordOf(string? tag)
    {
        var word = (tag ?? "").Trim().TrimStart('#');
        return Tag.IsWord(word)
            ? word
            : throw new BadInputException(
                $"\u201c{SafeText.OneLine(tag ?? "")}\u201d cannot be a tag: a tag is one word with a letter in it.");
    }
}
