using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Arxiv.Politeness;
using Sheaf.Lists;
using Sheaf.Publishing;
using Sheaf.Settings;
using Sheaf.Signals;
using Sheaf.Store.Ledger;
using Sheaf.Store.Runs;
using Sheaf.Store.Sweeps;
using Sheaf.Text;

namespace Sheaf.Answers;

/// <summary>Puts together what the lists ask for and what the store knows, as both were when it was made.</summary>
internal sealed class StatusReader
{
    private static readonly PaperStanding Unknown =
        new()
        {
            Identifier = "",
            Fetched = false,
            Reason = null,
            Detail = null,
            Attempts = 0,
            LastAttempt = null,
            Served = null,
            Month = null,
            Withdrawn = false,
        };

    private static readonly Dictionary<ArxivIdentifier, Eprint> NoPapers = [];

    private readonly Workspace _workspace;
    private readonly SheafSettings _settings;
    private readonly TimeProvider _time;
    private readonly LocalParts? _known;
    private readonly IReadOnlyList<CuratedList> _lists;
    private readonly IReadOnlyDictionary<string, PaperStanding>? _standings;
    private readonly RunRow? _last;
    private readonly string? _nextRun;

    /// <param name="workspace">Whose lists.</param>
    /// <param name="settings">All of them.</param>
    /// <param name="time">What is due by now.</param>
    /// <param name="lists">As they lie there.</param>
    /// <param name="known">What the store knows; null where there is none.</param>
    public StatusReader(
        Workspace workspace, SheafSettings settings, TimeProvider time, IReadOnlyList<CuratedList> lists, LocalParts? known)
    {
        (_workspace, _settings, _time, _lists, _known) = (workspace, settings, time, lists, known);
        _standings = _known?.Ledger.Standings(_lists.SelectMany(list => list.Entries).Select(Paper).OfType<string>());
        _last = _known?.Runs.Last();
        Gate = GatePlace.Of(settings, workspace).Report(() => settings.Arxiv, time);
        _nextRun = UtcText.From(settings.Schedule.NextHarvest(time.GetUtcNow()));
    }

    /// <summary>Told, in a sentence, of a receipt that cannot be read.</summary>
    public Action<string>? OnUnreadableReceipt { get; init; }

    /// <summary>How the request gate stands.</summary>
    public GateReport Gate { get; }

    public StatusJson Read() => new(
        _known?.Eprints.Count() ?? 0,
        [.. MonthlyList.Months(_lists, MonthOf).Select(Read)],
        [.. Malformed(_lists.Where(list => list.Month is null).SelectMany(list => list.Entries))],
        _last is null ? null : RunStatus.Of(_last),
        _nextRun,
        _last is { Result: null, WaitingUntil: { } until } && until > _time.GetUtcNow() ? UtcText.From(until) : null,
        GateStatus.Of(Gate));

    private IReadOnlyList<SignalStatus> Signals(Month month) => _known is null
        ? []
        : SignalStatus.Of(_known.Signals, _settings.Signals, month, _time.GetUtcNow());

    /// <summary>The sweeps of a month.</summary>
    public IReadOnlyList<SweepRow> Sweeps(Month month) => _known?.Sweeps.Of(month) ?? [];

    public MonthStatusJson Read(Month month)
    {
        var entries = MonthlyList.Of(month, _lists, MonthOf).Select(listed => listed.Entry).ToList();
        var asked = entries.Select(Paper).OfType<string>().Distinct().ToList();
        List<MissingStatus> missing = [.. asked.Where(id => !Standing(id).IsKnown).Select(Missing), .. Malformed(entries)];
        var fetched = asked.Select(Standing).Where(paper => paper.IsKnown).ToList();
        return new MonthStatusJson(
            month.ToString(),
            fetched.Count + missing.Count,
            fetched.Count,
            missing,
            [.. fetched.Where(paper => paper.LastLooked is null).Select(paper => paper.Identifier)],
            [.. fetched.Where(paper => paper.Withdrawn).Select(paper => paper.Identifier)],
            fetched.Min(paper => paper.Served),
            UtcText.From(_last?.Result?.Finished ?? _last?.Started),
            _nextRun,
            ChangedSinceDrafted(month, asked),
            [.. Sweeps(month).Select(SweepJson.Of)],
            Published(month) is { } published ? PublishedStatus.Of(published) : null,
            Signals(month));
    }

    /// <summary>
    /// The month's issue; null where <c>publish</c> has made none, or its receipt cannot be read, which a person is told.
    /// </summary>
    public PublishedMonth? Published(Month month)
    {
        try
        {
            return PublishedMonth.Read(_workspace, month, papers => _known?.Eprints.Find(papers) ?? NoPapers);
        }
        catch (UnreadableReceiptException failure)
        {
            OnUnreadableReceipt?.Invoke($"Whether {month} was published cannot be told: {failure.Message}.");
            return null;
        }
    }

    /// <summary>What arXiv has changed about the month's papers since Sheaf last wrote their draft.</summary>
    private List<ChangeStatus> ChangedSinceDrafted(Month month, IEnumerable<string> asked) =>
        _known?.DraftStore.Find(month) is { } draft
            ? [.. _known.Changes.Since(draft.Written, asked.Select(ArxivIdentifier.Parse)).Select(ChangeStatus.Of)]
            : [];

    private static string? Paper(CuratedEntry entry) => entry.Reference is { } reference ? reference.Identifier.ToString() : null;

    private static IEnumerable<MissingStatus> Malformed(IEnumerable<CuratedEntry> entries) =>
        entries.Where(entry => entry.Reference is null).Select(entry => entry.Raw).Distinct()
            .Select(raw => new MissingStatus(raw, LookupOutcome.Malformed, null, null, 0, null));

    private PaperStanding Standing(string id) => _standings?.GetValueOrDefault(id) ?? Unknown;

    private Month? MonthOf(ArxivIdentifier id) => Standing(id.ToString()).Month is { } month ? Month.Parse(month) : null;

    private MissingStatus Missing(string id)
    {
        var standing = Standing(id);
        var reason = standing.Reason ?? LookupOutcome.NotYetTried;
        var next = LookupOutcome.IsFinal(reason) ? null : Humanize.Later(_nextRun, standing.NextAttempt);
        return new(id, reason, standing.LastAttempt, standing.Detail, standing.Attempts, next);
    }
}
