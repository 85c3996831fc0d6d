using System.Globalization;
using Sheaf.Harvesting;

namespace Sheaf.Commands;

/// <summary>A finished harvest, for readers.</summary>
internal static class HarvestView
{
    public static void Show(Terminal terminal, HarvestReport report)
    {
        terminal.Say($"{Words.Count(report.Asked, "paper")} asked for: {report.Fetched} fetched, {report.Unchanged} unchanged, {report.Missing.Count} missing "
            + $"({Words.Count(report.Requests.Atom, "request")} to the query API, {Words.Count(report.Requests.Page, "page")}, {(report.Requests.Oai == 0 ? "" : $"{report.Requests.Oai} over OAI-PMH, ")}{Words.Span(report.Finished - report.Started)}).");
        foreach (var paper in report.Missing)
        {
            terminal.Say($"  {SafeText.OneLine(paper.Id)}: {paper.Reason}{(paper.Detail is null ? "" : $" ({SafeText.OneLine(paper.Detail)})")}");
        }

        if (report.CutShort is not null)
        {
            terminal.Note(report.CutShort);
        }

        if (report.Exit == ExitCode.Unavailable)
        {
            terminal.Note($"What was fetched is kept. Run the same command again {When(report.NotBefore)}; a running sheaf serve goes on by itself.");
        }
    }

    private static string When(DateTimeOffset? notBefore) =>
        notBefore is { } moment ? $"after {moment.ToLocalTime().ToString("HH:mm", CultureInfo.InvariantCulture)}" : "later";
}

/// <summary>What <c>harvest</c> writes under <c>--json</c>.</summary>
public sealed record HarvestDocument(
    int Asked, int Fetched, int Unchanged, IReadOnlyList<MissingDocument> Missing, RequestTally Requests, string Started, string Finished, int Exit)
{
    public static HarvestDocument Of(HarvestReport report) => new(
        report.Asked, report.Fetched, report.Unchanged, [.. report.Missing.Select(paper => new MissingDocument(paper.Id, paper.Reason))],
        report.Requests, Words.Utc(report.Started), Words.Utc(report.Finished), (int)report.Exit);
}

public sealed record MissingDocument(string Id, string Reason);
