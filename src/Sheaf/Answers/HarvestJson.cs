using Sheaf.Harvesting;
using Sheaf.Text;

namespace Sheaf.Answers;

/// <summary>What <c>harvest</c> writes under <c>--json</c>.</summary>
internal sealed record HarvestJson(
    int Asked, int Fetched, int Unchanged, IReadOnlyList<MissingJson> Missing, RequestTally Requests, string Started, string Finished,
    int Exit)
{
    public static HarvestJson Of(HarvestReport report) => new(
        report.Asked, report.Fetched, report.Unchanged, [.. report.Missing.Select(paper => new MissingJson(paper.Id, paper.Reason))],
        report.Requests, UtcText.From(report.Started), UtcText.From(report.Finished), (int)report.Exit);
}

internal sealed record MissingJson(string Id, string Reason);
