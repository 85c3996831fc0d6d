using System.Text.RegularExpressions;
using Sheaf.Arxiv;
using Sheaf.Drafts;
using Sheaf.Harvesting;
using Sheaf.Sweeping;

namespace Sheaf.Service;

/// <summary>
/// What the service's runs give to tell. That a person is needed is told once, not every night, and again when the reason changes or has
/// been gone for a run. A run that arXiv refused says nothing of what was told before.
/// </summary>
internal sealed partial class ServiceNotices(NoticePlace place, NoticeDelivery delivery)
{
    private const string Failure = "failure ";

    private readonly Dictionary<string, string> _told = [];

    /// <summary>A harvest has ended.</summary>
    public void Tell(HarvestReport report)
    {
        if (report.Exit != ExitCode.Unavailable)
        {
            TellOnce("harvest", Notice.OfHarvest(place, report));
        }
    }

    /// <summary>A sweep has ended.</summary>
    public void Tell(SweepReport report)
    {
        if (report.Exit != ExitCode.Unavailable)
        {
            TellOnce("sweep", Notice.OfSweep(place, report));
        }
    }

    /// <summary>A draft has been made.</summary>
    public void Tell(MonthDraft made, DraftOutcome outcome)
    {
        if (Notice.OfDraft(place, made, outcome) is { } ready)
        {
            delivery.Post(ready);
        }

        TellOnce(made.Draft.Month.ToString(), Notice.OfAbsent(place, made));
    }

    /// <summary>A run has ended, with these failures standing, each by its matter. Those that are among them no more are over.</summary>
    public void Tell(IReadOnlyDictionary<string, RunFailure> failures)
    {
        foreach (var over in _told.Keys.Where(
            matter => matter.StartsWith(Failure, StringComparison.Ordinal) && !failures.ContainsKey(matter[Failure.Length..])).ToList())
        {
            _told.Remove(over);
        }

        foreach (var (matter, failure) in failures)
        {
            var forbidden = failure.Cause as ArxivForbiddenException;
            var notice = forbidden is not null ? place.Stopped(forbidden) : place.Failed(failure.Sentence);
            TellOnce($"{Failure}{matter}", notice, forbidden is not null ? nameof(ArxivForbiddenException) : Lasting(failure.Sentence));
        }
    }

    /// <summary>What of a message stays while its reason does: names that are made anew each time, and moments, do not.</summary>
    private static string Lasting(string message) => Passing().Replace(message, "…");

    /// <param name="matter">What it is about.</param>
    /// <param name="notice">Null where all is well with it.</param>
    /// <param name="reason">What changes when the reason does; the message itself where this is null.</param>
    private void TellOnce(string matter, Notice? notice, string? reason = null)
    {
        if (notice is null)
        {
            _told.Remove(matter);
        }
        else if (_told.GetValueOrDefault(matter) != (reason ?? notice.Message))
        {
            _told[matter] = reason ?? notice.Message;
            delivery.Post(notice);
        }
    }

    [GeneratedRegex(
        @"\.[a-z0-9]{8}\.[a-z0-9]{3}\.tmp|[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2})?|[0-9]{8}-[0-9]{6}",
        RegexOptions.CultureInvariant)]
    private static partial Regex Passing();
}
