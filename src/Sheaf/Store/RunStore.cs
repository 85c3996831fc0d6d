using Microsoft.Data.Sqlite;

namespace Sheaf.Store;

/// <summary>The log of runs, and what each achieved.</summary>
public sealed class RunStore(Database database)
{
    /// <summary>Enters a run of this process and gives its number.</summary>
    public long Start(string command, DateTimeOffset started) =>
        database.Write(connection =>
        {
            using var start = new Statement(
                connection,
                "INSERT INTO run (command, process, started) VALUES ($command, $process, $started) RETURNING id");
            return (long)start.Value(command, Environment.ProcessId, started)!;
        });

    /// <summary>What the run achieved, reference by reference, in one transaction; said again of a reference, it replaces what was said before.</summary>
    public void Record(long run, IEnumerable<RunOutcome> outcomes) =>
        database.Write(connection =>
        {
            using var record = new Statement(
                connection,
                """
                INSERT INTO run_outcome (run, reference, outcome, reason) VALUES ($run, $reference, $outcome, $reason)
                ON CONFLICT (run, reference) DO UPDATE SET outcome = excluded.outcome, reason = excluded.reason
                """);
            foreach (var outcome in outcomes)
            {
                record.Run(run, outcome.Reference, outcome.Outcome, outcome.Reason);
            }
        });

    /// <summary>The run waits for arXiv until then; null: it goes on.</summary>
    public void Waiting(long run, DateTimeOffset? until) =>
        database.Write(connection =>
        {
            using var wait = new Statement(connection, "UPDATE run SET waiting_until = $until WHERE id = $run");
            wait.Run(until, run);
        });

    public void Finish(long run, RunResult result) =>
        database.Write(connection =>
        {
            using var finish = new Statement(
                connection,
                """
                UPDATE run
                SET finished = $finished, asked = $asked, fetched = $fetched, unchanged = $unchanged, missing = $missing,
                    requests_atom = $requests_atom, requests_page = $requests_page, requests_oai = $requests_oai,
                    exit = $exit, error = $error, waiting_until = NULL
                WHERE id = $run
                """);
            finish.Run(
                result.Finished, result.Asked, result.Fetched, result.Unchanged, result.Missing,
                result.AtomRequests, result.PageRequests, result.OaiRequests, result.Exit, result.Error, run);
        });

    /// <summary>The run that was started last; null before the first.</summary>
    public RunRow? Last() =>
        database.Read(connection =>
        {
            using var last = new Statement(
                connection,
                """
                SELECT id, command, process, started, waiting_until, finished, asked, fetched, unchanged, missing,
                       requests_atom, requests_page, requests_oai, exit, error
                FROM run ORDER BY id DESC LIMIT 1
                """);
            using var rows = last.Query();
            return rows.Read() ? Row(rows) : null;
        });

    /// <summary>How many runs in a row, up to the last, have ended because arXiv was not available.</summary>
    public int RefusedInARow() =>
        database.Read(connection =>
        {
            using var count = new Statement(
                connection, "SELECT count(*) FROM run WHERE id > (SELECT coalesce(max(id), 0) FROM run WHERE exit IS NOT $unavailable)");
            return (int)(long)count.Value((int)ExitCode.Unavailable)!;
        });

    /// <summary>What a run achieved, by reference.</summary>
    public IReadOnlyList<RunOutcome> Outcomes(long run) =>
        database.Read(connection =>
        {
            using var outcomes = new Statement(connection, "SELECT reference, outcome, reason FROM run_outcome WHERE run = $run ORDER BY reference");
            using var rows = outcomes.Query(run);
            var list = new List<RunOutcome>();
            while (rows.Read())
            {
                list.Add(new RunOutcome(rows.GetString(0), rows.GetString(1), rows.TextOrNull(2)));
            }

            return list;
        });

    private static RunRow Row(SqliteDataReader row) => new()
    {
        Id = row.GetInt64(0),
        Command = row.GetString(1),
        Process = row.GetInt32(2),
        Started = row.Time(3),
        WaitingUntil = row.TimeOrNull(4),
        Result = row.TimeOrNull(5) is { } finished ? Result(row, finished) : null,
    };

    private static RunResult Result(SqliteDataReader row, DateTimeOffset finished) => new()
    {
        Finished = finished,
        Asked = row.GetInt32(6),
        Fetched = row.GetInt32(7),
        Unchanged = row.GetInt32(8),
        Missing = row.GetInt32(9),
        AtomRequests = row.GetInt32(10),
        PageRequests = row.GetInt32(11),
        OaiRequests = row.GetInt32(12),
        Exit = row.GetInt32(13),
        Error = row.TextOrNull(14),
    };
}
