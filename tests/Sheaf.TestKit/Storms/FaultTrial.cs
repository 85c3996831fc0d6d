using System.Globalization;
using Microsoft.Data.Sqlite;
using Sheaf.Arxiv;
using Sheaf.Harvesting;
using Sheaf.Replica.Faults;

namespace Sheaf.TestKit.Storms;

/// <summary>One kind of fault on one interface, and what a harvest of three papers makes of it.</summary>
/// <param name="Fault">What goes wrong.</param>
/// <param name="IsEndless">At every request; else at the first only.</param>
/// <param name="Stage">Which interface: one of <see cref="Stages"/>.</param>
internal sealed record FaultTrial(FaultKind Fault, bool IsEndless, string Stage)
{
    private const int Papers = 3;

    /// <summary>
    /// OAI-PMH is only asked when the others have nothing, so for its trials the query API is mute and the second page is unreadable.
    /// </summary>
    private static readonly FaultRule[] OnlyOaiIsLeft =
    [
        new(FaultKind.Garbled) { Target = "/api/query" }, new(FaultKind.Garbled) { Target = "/abs/2404.00002" },
    ];

    /// <summary>The interfaces, as the table calls them.</summary>
    public static IReadOnlyList<string> Stages { get; } = ["query API", "abstract page", "OAI-PMH"];

    /// <summary>The outcome: exit code, from where how many came, how many are missing and why.</summary>
    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        var list = string.Concat(
            Enumerable.Range(1, Papers).Select(number => string.Create(CultureInfo.InvariantCulture, $"- 2404.{number:D5}\n")));
        await using var workspace = await StormWorkspace.StartAsync(InventedPapers.Many(Papers), list, isHurried: true, cancellationToken);
        workspace.Arxiv.Faults.Rules = Rules();
        try
        {
            var report = await workspace.HarvestAsync(cancellationToken);
            return $"exit {(int)report.Exit}: {await ServedAsync(workspace, report)}";
        }
        catch (ArxivForbiddenException)
        {
            return $"exit {(int)ExitCode.Unavailable}: all requests stopped";
        }
    }

    private FaultRule[] Rules()
    {
        var rule = new FaultRule(Fault) { Times = IsEndless ? null : 1 };
        return Stages.ToList().IndexOf(Stage) switch
        {
            0 => [rule with { Target = "/api/query" }],
            1 => [rule with { Target = "/abs/" }],
            _ => [rule with { Target = "/oai" }, .. OnlyOaiIsLeft],
        };
    }

    private static async Task<string> ServedAsync(StormWorkspace workspace, HarvestReport report)
    {
        await using var connection = new SqliteConnection(
            $"Data Source={Path.Combine(workspace.Folder, "sheaf.db")};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync(CancellationToken.None);
        await using var command = connection.CreateCommand();
        command.CommandText =
            "SELECT count(*) || ' by ' || served_by FROM lookup WHERE state = 'fetched' GROUP BY served_by ORDER BY served_by DESC";
        await using var rows = await command.ExecuteReaderAsync(CancellationToken.None);
        var parts = new List<string>();
        while (await rows.ReadAsync(CancellationToken.None))
        {
            parts.Add(rows.GetString(0));
        }

        parts.AddRange(report.Missing.CountBy(paper => paper.Reason).Select(missing => $"{missing.Value} missing, {missing.Key}"));
        return string.Join("; ", parts);
    }
}
