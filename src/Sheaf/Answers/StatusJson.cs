using Sheaf.Signals;
using Sheaf.Store.Eprints;
using Sheaf.Store.Ledger;
using Sheaf.Store.Runs;
using Sheaf.Text;

namespace Sheaf.Answers;

/// <summary>What <c>status YYYY-MM</c> writes under <c>--json</c>.</summary>
/// <param name="Month">As <c>2024-04</c>.</param>
/// <param name="Asked">References on the month's lists, each paper once, malformed ones included.</param>
/// <param name="Fetched">Of those, the papers that arXiv has told of.</param>
/// <param name="Missing">The others, each with its reason.</param>
/// <param name="PageToCome">Fetched papers that another interface has told of and whose page is still to be read.</param>
/// <param name="Withdrawn">Fetched papers that have been withdrawn.</param>
/// <param name="FreshAsOf">When the paper looked at longest ago was looked at; null while none was.</param>
/// <param name="LastRun">When the last run ended, or began if it has not ended; null before the first.</param>
/// <param name="NextRun">When the schedule's next harvest is due.</param>
/// <param name="ChangedSinceDrafted">What arXiv has changed since Sheaf last wrote the month's draft; empty where it has not written
/// one.</param>
/// <param name="Sweeps">Sweeps of the month, for each choice of categories that was swept.</param>
/// <param name="Published">The month's issue; null where <c>publish</c> has made none.</param>
/// <param name="Signals">What is known of the lists of each service that is set.</param>
internal sealed record MonthStatusJson(
    string Month,
    int Asked,
    int Fetched,
    IReadOnlyList<MissingStatus> Missing,
    IReadOnlyList<string> PageToCome,
    IReadOnlyList<string> Withdrawn,
    string? FreshAsOf,
    string? LastRun,
    string? NextRun,
    IReadOnlyList<ChangeStatus> ChangedSinceDrafted,
    IReadOnlyList<SweepJson> Sweeps,
    PublishedStatus? Published,
    IReadOnlyList<SignalStatus> Signals);

/// <param name="Id">The canonical identifier; the text as written where it names no paper.</param>
/// <param name="Reason">One of <see cref="LookupOutcome"/>.</param>
/// <param name="LastAttempt">Null where none has come to an end.</param>
/// <param name="Detail">The reason in words; null where there is nothing to add.</param>
/// <param name="Attempts">Looks that came to an end.</param>
/// <param name="NextAttempt">When the schedule asks for it again; null where that would change nothing.</param>
internal sealed record MissingStatus(string Id, string Reason, string? LastAttempt, string? Detail, long Attempts, string? NextAttempt);

/// <summary>What arXiv changed about a paper after the month's draft was written.</summary>
/// <param name="Id">The paper.</param>
/// <param name="What"><c>version</c>, <c>withdrawn</c>, <c>title</c>, <c>authors</c>, <c>doi</c> or <c>journal-ref</c>.</param>
/// <param name="Before">Null where there was none.</param>
/// <param name="After">Null where there is none any more.</param>
/// <param name="Noticed">When Sheaf heard of it.</param>
internal sealed record ChangeStatus(string Id, string What, string? Before, string? After, string Noticed)
{
    internal static ChangeStatus Of(PaperChange change) =>
        new(change.Identifier.ToString(), change.What, change.Before, change.After, UtcText.From(change.Noticed));
}

/// <summary>What <c>status</c> writes under <c>--json</c>.</summary>
/// <param name="Papers">In the store.</param>
/// <param name="Months">The months that the curated lists have something for, earliest first.</param>
/// <param name="Unplaced">References that name no paper on lists that have no month, so that no month misses them.</param>
/// <param name="LastRun">The run that began last; null before the first.</param>
/// <param name="NextRun">When the schedule's next harvest is due.</param>
/// <param name="WaitingUntil">Until when a run under way waits because arXiv asked for it; null when none does.</param>
/// <param name="Gate">Who asks arXiv now and who waits, among all processes of the user.</param>
internal sealed record StatusJson(
    int Papers, IReadOnlyList<MonthStatusJson> Months, IReadOnlyList<MissingStatus> Unplaced, RunStatus? LastRun, string? NextRun,
    string? WaitingUntil, GateStatus Gate);

/// <param name="Command">As a person would call it: <c>harvest 2024-04</c>.</param>
/// <param name="Started">When it began.</param>
/// <param name="Finished">When it ended; null while it runs, or if its process was ended from outside.</param>
/// <param name="Exit">Its exit code; null likewise.</param>
internal sealed record RunStatus(string Command, string Started, string? Finished, int? Exit)
{
    internal static RunStatus Of(RunRow run) =>
        new(run.Command, UtcText.From(run.Started), UtcText.From(run.Result?.Finished), run.Result?.Exit);
}
