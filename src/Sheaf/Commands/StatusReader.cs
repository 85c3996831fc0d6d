using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Curation;
using Sheaf.Harvesting;
using Sheaf.Settings;
using Sheaf.Store;

namespace Sheaf.Commands;

/// <summary>Puts together what the lists ask for and what the store knows.</summary>
internal sealed class StatusReader(CommandContext context)
{
    private readonly Database? _store = File.Exists(context.Workspace.Store) ? context.OpenStore() : null;

    public StatusDocument Read()
    {
        var lists = Lists();
        var last = _store is null ? null : new RunStore(_store).Last();
        return new StatusDocument(
            _store is null ? 0 : new EprintStore(_store).Count(),
            [.. context.Workspace.MonthsWithLists().Select(month => Read(month, lists, last))],
            last is null ? null : RunStatus.Of(last),
            NextRun(),
            last is { Result: null, WaitingUntil: { } until } && until > context.Time.GetUtcNow() ? Words.Utc(until) : null);
    }

    public MonthStatusDocument Read(Month month) => Read(month, Lists(), _store is null ? null : new RunStore(_store).Last());

    private MonthStatusDocument Read(Month month, IReadOnlyList<CuratedList> lists, RunRow? last)
    {
        var named = lists.SelectMany(list => list.Entries).Where(entry => entry.Reference is not null)
            .Select(entry => entry.Reference!.Value.Identifier).Distinct().ToList();
        var papers = _store is null ? new Dictionary<ArxivIdentifier, Eprint>() : new EprintStore(_store).Find(named);
        var entries = MonthlyList.Of(month, lists, id => papers.GetValueOrDefault(id)?.Month).ToList();
        var asked = entries.Where(one => one.Entry.Reference is not null).Select(one => one.Entry.Reference!.Value.Identifier).Distinct().ToList();
        var malformed = entries.Where(one => one.Entry.Reference is null).Select(one => one.Entry.Raw).Distinct().ToList();
        var ledger = _store is null ? new Dictionary<ArxivIdentifier, LedgerEntry>() : new Ledger(_store).Find(asked);
        var fetched = asked.Select(id => ledger.GetValueOrDefault(id)).OfType<LedgerEntry>().Where(entry => entry.Fetched).ToList();
        return new MonthStatusDocument(
            month.ToString(),
            asked.Count + malformed.Count,
            fetched.Count,
            [
                .. asked.Where(id => ledger.GetValueOrDefault(id) is not { Fetched: true }).Select(id => Missing(id, ledger.GetValueOrDefault(id))),
                .. malformed.Select(raw => new MissingStatus(raw, LookupReason.Malformed, null)),
            ],
            [.. fetched.Where(entry => papers.GetValueOrDefault(entry.Identifier) is { Withdrawn: true }).Select(entry => entry.Identifier.ToString())],
            Words.Utc(fetched.Min(entry => entry.LastLooked)),
            Words.Utc(last?.Result?.Finished ?? last?.Started),
            NextRun());
    }

    private static MissingStatus Missing(ArxivIdentifier id, LedgerEntry? entry) =>
        new(id.ToString(), entry?.Reason ?? LookupReason.NotYetTried, Words.Utc(entry?.LastAttempt));

    private IReadOnlyList<CuratedList> Lists() => new CuratedFolder(context.Workspace.Curated).Read();

    private string? NextRun()
    {
        var schedule = context.Settings.Schedule;
        return Words.Utc(CronSchedule.Next(schedule.Harvest, schedule.TimeZone, context.Time.GetUtcNow()));
    }
}
