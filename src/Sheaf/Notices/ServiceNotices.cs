using Sheaf.Arxiv;
using Sheaf.Drafts;
using Sheaf.Harvesting;
using Sheaf.Sweeping;

namespace Sheaf.Notices;

/// <summary>
/// What the service's runs give to tell. That a person is needed is told once, not every night, and again when the reason changes or has been
/// gone for a run.
/// </summary>
public sealed class ServiceNotices(NoticePlace place, NoticeDelivery delivery)
{
    private readonly Dictionary<string, string> _told = [];

    /// <summary>A harvest has ended.</summary>
    public void Tell(HarvestReport report)
    {
        TellOnce("harvest", Notice.OfHarvest(place, report));
        TellOnce("failure", null);
    }

    /// <summary>A sweep has ended.</summary>
    public void Tell(SweepReport report) => TellOnce("sweep", Notice.OfSweep(place, report));

    /// <summary>A draft has been made.</summary>
    public void Tell(MonthDraft made, DraftOutcome outcome)
    {
        if (Notice.OfDraft(place, made, outcome) is { } ready)
        {
            delivery.Post(ready);
        }

        TellOnce(made.Draft.Month.ToString(), Notice.OfAbsent(place, made));
    }

    /// <summary>A run failed.</summary>
    public void Tell(Exception failure) =>
        TellOnce("failure", failure is ArxivForbiddenException forbidden ? place.Stopped(forbidden) : place.Failed(failure.Message));

    /// <param name="matter">What it is about.</param>
    /// <param name="notice">Null where all is well with it.</param>
    private void TellOnce(string matter, Notice? notice)
    {
        if (notice is null)
        {
            _told.Remove(matter);
        }
        else if (_told.GetValueOrDefault(matter) != notice.Message)
        {
            _told[matter] = notice.Message;
            delivery.Post(notice);
        }
    }
}
