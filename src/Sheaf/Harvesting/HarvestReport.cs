using Sheaf.Arxiv;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Store.Ledger;
using Sheaf.Store.Runs;
using Sheaf.Text;

namespace Sheaf.Harvesting;

/// <summary>How a harvest ended: every reference asked for is fetched, unchanged or missing with a reason.</summary>
internal sealed record HarvestReport
{
    public required int Asked { get; init; }

    /// <summary>Papers that arXiv told of in this run: by their page or, where that could not be had, in another way.</summary>
    public required int Fetched { get; init; }

    /// <summary>Papers that were not due, or whose page arXiv said has not changed.</summary>
    public required int Unchanged { get; init; }

    public required IReadOnlyList<MissingPaper> Missing { get; init; }

    public required RequestTally Requests { get; init; }

    public required DateTimeOffset Started { get; init; }

    public required DateTimeOffset Finished { get; init; }

    /// <summary>Why the run ended before every page was asked for, for a person; null when it did not.</summary>
    public string? CutShort { get; init; }

    /// <summary>
    /// Until when arXiv wants to be left alone by one of its interfaces; null where it has not said, or the moment has passed.
    /// </summary>
    public DateTimeOffset? NotBefore { get; init; }

    public ExitCode Exit =>
        Missing.Any(paper => paper.Reason is LookupOutcome.ArxivUnavailable or LookupOutcome.NotYetTried) ? ExitCode.Unavailable
        : Missing.Count > 0 ? ExitCode.NeedsAPerson
        : ExitCode.Done;

    /// <summary>For a person: <c>59 papers asked for: 12 fetched, 47 unchanged, 0 missing (…)</c>.</summary>
    public string Sentence =>
        $"{Humanize.Count(Asked, "paper")} asked for: {Fetched} fetched, {Unchanged} unchanged, "
        + $"{Missing.Count} missing ({Humanize.Count(Requests.Atom, "request")} to the query API, "
        + $"{Humanize.Count(Requests.Page, "page")}, "
        + $"{(Requests.Oai == 0 ? "" : $"{Requests.Oai} over OAI-PMH, ")}"
        + $"{Humanize.Span(Finished - Started)}).";

    /// <summary>The report as the log of runs keeps it.</summary>
    /// <param name="interrupted">What ended the run from outside; null when it came to its end.</param>
    internal RunResult ToRunResult(Exception? interrupted) => new()
    {
        Finished = Finished,
        Asked = Asked,
        Fetched = Fetched,
        Unchanged = Unchanged,
        Missing = Missing.Count,
        AtomRequests = Requests.Atom,
        PageRequests = Requests.Page,
        OaiRequests = Requests.Oai,
        Exit = (int)(interrupted switch
        {
            null => Exit,
            OperationCanceledException => ExitCode.Interrupted,
            ArxivForbiddenException or ArxivUnavailableException => ExitCode.Unavailable,
            _ => ExitCode.Failed,
        }),
        Error = CutShort,
    };
}

/// <summary>A reference that did not end as a fetched paper. The paper may still be known from an earlier run.</summary>
/// <param name="Id">The canonical identifier, or the text as written when it is malformed.</param>
/// <param name="Reason">One of <see cref="LookupOutcome"/>.</param>
/// <param name="Detail">For readers: what exactly happened; null where the reason says it all.</param>
internal sealed record MissingPaper(string Id, string Reason, string? Detail);

/// <summary>Requests sent, by interface.</summary>
internal sealed record RequestTally(int Atom, int Page, int Oai);

/// <summary>Counts a run's pages as they are settled and tells whoever watches.</summary>
internal sealed class HarvestOutcomes(HarvestPlan plan, ArxivRun run, IProgress<HarvestProgress>? progress)
{
    private readonly Dictionary<ArxivIdentifier, string> _outcomes = [];
    private readonly Lock _telling = new();
    private readonly long _started = run.Time.GetTimestamp();
    private int? _told;

    public int Fetched => _outcomes.Values.Count(outcome => outcome == LookupOutcome.Fetched);

    /// <summary>Why no more pages were asked for; null when all were.</summary>
    public string? CutShort { get; set; }

    /// <summary>
    /// What the run had sent to the query API when OAI-PMH, which is counted with it, began to be asked; null: it was not.
    /// </summary>
    public int? SentBeforeOai { get; set; }

    /// <summary>
    /// The papers that are due and that no answer has settled yet, in their order; those that arXiv has removed are settled.
    /// </summary>
    public IReadOnlyList<ArxivIdentifier> Unsettled =>
        [
            .. plan.Due.Where(
                id => _outcomes.GetValueOrDefault(id) is not (LookupOutcome.Fetched or LookupOutcome.Unchanged or LookupOutcome.Deleted)),
        ];

    public string? OutcomeOf(ArxivIdentifier identifier) => _outcomes.GetValueOrDefault(identifier);

    /// <summary>Tells that the run begins.</summary>
    public void Start() => progress?.Report(new(0, plan.PageRequests, Left(), null, null));

    /// <summary>One paper is settled.</summary>
    public void Settle(ArxivIdentifier identifier, string outcome)
    {
        lock (_telling)
        {
            _outcomes[identifier] = outcome;
            progress?.Report(new(_outcomes.Count, plan.PageRequests, Left(), identifier, outcome) { Told = _told });
        }
    }

    /// <summary>The query API has been asked for all papers and has told of so many. Comes from beside the pages.</summary>
    public void Tell(int papers)
    {
        lock (_telling)
        {
            _told = papers;
            progress?.Report(new(_outcomes.Count, plan.PageRequests, Left(), null, null) { Told = _told });
        }
    }

    /// <summary>
    /// What this run leaves missing: papers that were never fetched, references that name none, and papers fetched before that are due and
    /// that this run could not look at. To call those unchanged would hide that arXiv did not answer.
    /// </summary>
    /// <param name="ledger">How it stands with each paper of the plan now.</param>
    public IReadOnlyList<MissingPaper> Missing(IReadOnlyDictionary<ArxivIdentifier, LedgerEntry> ledger)
    {
        var due = plan.Due.ToHashSet();
        return
        [
            .. plan.Asked.Select(id => Missing(ledger[id], _outcomes.GetValueOrDefault(id), due.Contains(id))).OfType<MissingPaper>(),
            .. plan.Malformed.Select(
                bad => new MissingPaper(bad.Text, LookupOutcome.Malformed, $"{bad.List}, line {bad.Line}: {bad.Problem}")),
        ];
    }

    /// <summary>How each reference ended, for the log of runs.</summary>
    public IEnumerable<RunOutcome> RunOutcomes(IEnumerable<MissingPaper> missing) =>
        plan.Asked.Select(id => new RunOutcome(id.ToString(), LookupOutcome.Unchanged, null))
            .Concat(
                _outcomes.Where(one => one.Value == LookupOutcome.Fetched)
                    .Select(one => new RunOutcome(one.Key.ToString(), one.Value, null)))
            .Concat(missing.Select(paper => new RunOutcome(paper.Id, LookupOutcome.Missing, paper.Reason)));

    /// <param name="entry">How it stands with the paper now.</param>
    /// <param name="outcome">How this run's look at it ended; null when it did not come to it.</param>
    /// <param name="isDue">Whether it was to be looked at.</param>
    private static MissingPaper? Missing(LedgerEntry entry, string? outcome, bool isDue) => (entry.Fetched, outcome) switch
    {
        (_, LookupOutcome.Fetched or LookupOutcome.Unchanged) => null,
        (true, null) => isDue ? Kept(entry, LookupOutcome.NotYetTried) : null,
        (true, _) => Kept(entry, outcome),
        (false, _) => new(entry.Identifier.ToString(), entry.Reason ?? LookupOutcome.NotYetTried, entry.Detail),
    };

    private static MissingPaper Kept(LedgerEntry entry, string reason) =>
        new(
            entry.Identifier.ToString(), reason,
            $"{(entry.Detail is null ? "" : $"{entry.Detail.TrimEnd('.')}; ")}what was fetched before is kept");

    /// <summary>
    /// The spacing of what is left is known in advance; only the transfer of a page is estimated, from those seen so far.
    /// </summary>
    private TimeSpan Left()
    {
        var left = plan.PageRequests - _outcomes.Count;
        if (_outcomes.Count == 0)
        {
            return plan.PageInterval * Math.Max(0, left - 1);
        }

        var spacing = plan.PageInterval * (_outcomes.Count - 1);
        var transfer = (run.Time.GetElapsedTime(_started) - spacing) / _outcomes.Count;
        return left * (plan.PageInterval + (transfer > TimeSpan.Zero ? transfer : TimeSpan.Zero));
    }
}

/// <summary>How far a running harvest is.</summary>
/// <param name="Pages">Pages asked for so far.</param>
/// <param name="PagesPlanned">Pages in all.</param>
/// <param name="Left">Time left: the spacing of the remaining pages, which is known, and their transfer at the pace seen so far.</param>
/// <param name="Latest">The paper just settled; null at the start.</param>
/// <param name="Outcome">How it ended: one of <see cref="LookupOutcome"/>.</param>
internal sealed record HarvestProgress(int Pages, int PagesPlanned, TimeSpan Left, ArxivIdentifier? Latest, string? Outcome)
{
    /// <summary>
    /// How many of the papers the query API has told of, once it was asked for all of them: from then on a draft can be made. Null before.
    /// </summary>
    public int? Told { get; init; }

    /// <summary>For a person: <c>12 of 59 pages, about 12 min left, metadata in: a draft can be made</c>.</summary>
    /// <param name="ago">How long ago this was told.</param>
    /// <param name="waitingUntil">Until when arXiv is being waited for; null while it is not.</param>
    public string Sentence(TimeSpan ago, DateTimeOffset? waitingUntil)
    {
        var waiting = waitingUntil is { } until ? $", waiting for arXiv until {Humanize.Clock(until)}" : "";
        return Humanize.Progress(Pages, PagesPlanned, Left - ago) + (Told is null ? "" : ", metadata in: a draft can be made") + waiting;
    }
}
