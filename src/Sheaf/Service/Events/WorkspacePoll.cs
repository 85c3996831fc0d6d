using Sheaf.Arxiv;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Arxiv.Politeness;
using Sheaf.Harvesting;
using Sheaf.Settings;
using Sheaf.Store;
using Sheaf.Store.Drafts;
using Sheaf.Store.Lists;

namespace Sheaf.Service.Events;

/// <summary>
/// Finds what has changed in the workspace between one look and the next, whichever process changed it. What cannot be looked at, such as a
/// store that is locked, is as it was, and looked at again the next time.
/// </summary>
internal sealed class WorkspacePoll(Workspace workspace, Database store, RankingStore rankings, RequestGate gate, TimeProvider time)
{
    private readonly WatchedFiles _files = new(workspace, time);
    private readonly EditStore _edits = new(store);
    private EditPosition? _edit;
    private Dictionary<Month, string> _kept = [];
    private HashSet<Month> _making = [];
    private GateEvent? _gate;

    /// <summary>Takes note of how everything stands.</summary>
    /// <returns>How the gate and the journal stand.</returns>
    public List<ServiceEvent> Begin()
    {
        (_edit, _kept, _making, _gate) = (null, [], [], null);
        _files.Forget();
        return [.. Look().Where(change => change is GateEvent or EditsEvent)];
    }

    /// <summary>What has changed since the last look.</summary>
    public IReadOnlyList<ServiceEvent> Look() => [.. Try(Files), .. Try(Edits), .. Try(Rankings), .. Try(Gate)];

    private static List<ServiceEvent> Try(Func<IEnumerable<ServiceEvent>> look)
    {
        try
        {
            return [.. look()];
        }
        catch (Exception failure) when (failure is StoreException or GateStateException or IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private IEnumerable<ServiceEvent> Files() => _files.Look() is { Count: > 0 } changed ? [new FilesEvent(changed)] : [];

    private IEnumerable<ServiceEvent> Edits()
    {
        var now = _edits.Position();
        if (now == _edit)
        {
            return [];
        }

        _edit = now;
        return [new EditsEvent(now.Latest)];
    }

    private List<ServiceEvent> Rankings()
    {
        var kept = rankings.Keys();
        var making = rankings.BeingMade().ToHashSet();
        var changed = kept.Keys.Union(_kept.Keys).Where(month => kept.GetValueOrDefault(month) != _kept.GetValueOrDefault(month))
            .Union(making.Where(month => !_making.Contains(month))).Union(_making.Where(month => !making.Contains(month)));
        var events = changed.Order().Select(month => (ServiceEvent)new RankingEvent(
            month,
            making.Contains(month) ? RankingState.Making : kept.ContainsKey(month) ? RankingState.Ready : RankingState.None)).ToList();
        (_kept, _making) = (kept, making);
        return events;
    }

    private IEnumerable<ServiceEvent> Gate()
    {
        var now = new GateEvent(gate.WaitingUntil(time.GetUtcNow()), gate.State.StoppedBy);
        if (now == _gate)
        {
            return [];
        }

        _gate = now;
        return [now];
    }
}
