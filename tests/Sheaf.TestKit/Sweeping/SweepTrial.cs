using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Commands;
using Sheaf.Replica;

namespace Sheaf.TestKit.Sweeping;

/// <summary>A month swept by the whole program from a local arXiv over real HTTP, in a folder of its own.</summary>
internal sealed class SweepTrial : IAsyncDisposable
{
    public static readonly Month Month = new(2025, 5);

    private static readonly ConcurrentDictionary<int, IReadOnlyList<CorpusPaper>> Made = [];

    private readonly TimeSpan _interval;

    private SweepTrial(ReplicaServer arxiv, IReadOnlySet<string> truth, TimeSpan interval) =>
        (Arxiv, Truth, _interval) = (arxiv, truth, interval);

    public ReplicaServer Arxiv { get; }

    /// <summary>The papers that a sweep must bring home, no more and no less.</summary>
    public IReadOnlySet<string> Truth { get; }

    public string Folder { get; } = Directory.CreateTempSubdirectory("sheaf-sweep-").FullName;

    /// <param name="papers">Papers of the month; others that must not be swept come beside them.</param>
    /// <param name="options">The local arXiv's manners.</param>
    /// <param name="interval">The spacing of requests.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    public static Task<SweepTrial> StartAsync(int papers, ReplicaOptions options, TimeSpan interval, CancellationToken cancellationToken) =>
        StartAsync(
            Made.GetOrAdd(papers, count => new InventedMonth(Month, seed: 20260405).Papers(count)), options, interval, cancellationToken);

    /// <inheritdoc cref="StartAsync(int, ReplicaOptions, TimeSpan, CancellationToken)"/>
    public static async Task<SweepTrial> StartAsync(
        IReadOnlyList<CorpusPaper> all, ReplicaOptions options, TimeSpan interval, CancellationToken cancellationToken)
    {
        var chosen = CategorySelection.Parse(InventedMonth.Categories);
        var truth = all.Where(paper => Month.Contains(paper.Versions[0].Submitted) && chosen.Matches(paper.Categories))
            .Select(paper => paper.Id);
        var trial = new SweepTrial(await ReplicaServer.StartAsync(Corpus.Of(all), options, cancellationToken), truth.ToHashSet(), interval);

        // The first question makes the index, which a real arXiv has.
        using var client = new HttpClient();
        await client.GetAsync(new Uri(trial.Arxiv.SiteBase, "api/query?search_query=cat:none.*&max_results=1"), cancellationToken);
        return trial;
    }

    /// <summary>Runs <c>backfill --sweep</c> for the month.</summary>
    /// <returns>Exit code, both streams and the time it took.</returns>
    public async Task<(int Exit, string Output, TimeSpan Took)> SweepAsync(CancellationToken cancellationToken, params string[] more)
    {
        var started = Stopwatch.GetTimestamp();
        var (exit, output) = await RunAsync(cancellationToken, ["backfill", "--from", $"{Month}", "--to", $"{Month}", "--sweep", .. more]);
        return (exit, output, Stopwatch.GetElapsedTime(started));
    }

    /// <summary>Runs one command line.</summary>
    public async Task<(int Exit, string Output)> RunAsync(CancellationToken cancellationToken, params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var exit = await SheafCommand.RunAsync([.. Options, .. arguments], output, output, cancellationToken);
        return (exit, output.ToString());
    }

    /// <summary>The options of every command line here.</summary>
    public IEnumerable<string> Options => new[]
    {
        $"Arxiv:ApiBase={Arxiv.ApiBase}", $"Arxiv:OaiBase={Arxiv.OaiBase}", $"Arxiv:SiteBase={Arxiv.SiteBase}",
        $"Arxiv:ApiInterval={_interval:c}",
        "Arxiv:BackOff=00:00:00.010", "Contact=test@example.org", $"Sweep:Categories={InventedMonth.Categories}",
    }.SelectMany(setting => new[] { "--set", setting }).Prepend(Folder).Prepend("--workspace");

    /// <summary>The identifiers that the store has, of the month.</summary>
    public async Task<IReadOnlySet<string>> KeptAsync(CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(Folder, "sheaf.db")};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT identifier FROM eprint";
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var kept = new HashSet<string>();
        while (await rows.ReadAsync(cancellationToken))
        {
            kept.Add(rows.GetString(0));
        }

        return kept;
    }

    /// <summary>Requests of the program, without the one that made the index, and how many of them went wrong.</summary>
    public (int All, int Faulty) Requests => (Arxiv.Requests.Count - 1, Arxiv.Requests.Count(request => request.Fault is not null));

    public async ValueTask DisposeAsync()
    {
        await Arxiv.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }
}
