using Sheaf.Arxiv;
using Sheaf.Store;

namespace Sheaf.Harvesting;

/// <summary>A finished run as rows of the store.</summary>
internal static class RunRows
{
    /// <summary>One outcome a reference; of several for the same one the last holds.</summary>
    public static IEnumerable<RunOutcome> OutcomesOf(HarvestPlan plan, Tally tally, HarvestReport report) =>
        plan.Asked.Select(id => new RunOutcome(id.ToString(), PageOutcome.Unchanged, null))
            .Concat(tally.Outcomes.Where(one => one.Outcome == PageOutcome.Fetched).Select(one => new RunOutcome(one.Identifier.ToString(), one.Outcome, null)))
            .Concat(report.Missing.Select(paper => new RunOutcome(paper.Id, "missing", paper.Reason)));

    public static RunResult ResultOf(HarvestReport report, Exception? interrupted) => new()
    {
        Finished = report.Finished,
        Asked = report.Asked,
        Fetched = report.Fetched,
        Unchanged = report.Unchanged,
        Missing = report.Missing.Count,
        AtomRequests = report.Requests.Atom,
        PageRequests = report.Requests.Page,
        OaiRequests = report.Requests.Oai,
        Exit = (int)ExitOf(report, interrupted),
        Error = report.CutShort,
    };

    private static ExitCode ExitOf(HarvestReport report, Exception? interrupted) => interrupted switch
    {
        null => report.Exit,
        OperationCanceledException => ExitCode.Interrupted,
        ArxivForbiddenException or ArxivUnavailableException => ExitCode.Unavailable,
        _ => ExitCode.Failed,
    };
}
