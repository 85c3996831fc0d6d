using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Replica;

namespace Sheaf.Benchmarks.Archive;

/// <summary>A workspace with a store of so many papers and a list of 60 of its last month, and a local arXiv of that month.</summary>
internal sealed class GrowthStore : IAsyncDisposable
{
    private const int Listed = 60;
    private const int IssuesBefore = 12;
    private const int PicksOfIssue = 40;

    /// <summary>The name of the file's size among those of the tables.</summary>
    public const string WholeFile = "file";

    /// <summary>The tables that have a row for each paper, or several.</summary>
    public static readonly (string Name, string Table)[] Tables =
    [
        ("record", "record"), ("eprint", "eprint"), ("author", "author"), ("category", "category"), ("version", "version"),
        ("text index", "search_text_data"),
    ];

    private readonly string _folder;
    private readonly ReplicaServer _arxiv;

    private GrowthStore(int papers, string folder, ReplicaServer arxiv) => (Papers, _folder, _arxiv) = (papers, folder, arxiv);

    /// <summary>The month that is edited.</summary>
    public static Month Month => InventedSnapshot.Last;

    /// <summary>How many were asked for; each month has one more, so that a store of 1,000 has some hundred more.</summary>
    public int Papers { get; }

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>What making it took.</summary>
    public GrowthBuild? Build { get; private set; }

    /// <summary>A paper of the list.</summary>
    public string Paper => File.ReadLines(PathOf("curated", $"{Month}.md")).First().Split("/abs/")[1].Split(')')[0];

    /// <summary>Makes the workspace, or takes the one that an earlier run left in the folder.</summary>
    public static async Task<GrowthStore> OpenAsync(int papers, string folder)
    {
        var build = File.Exists(Path.Combine(folder, "built.json"))
            ? JsonSerializer.Deserialize<GrowthBuild>(await File.ReadAllTextAsync(Path.Combine(folder, "built.json")))
            : null;
        build ??= await BuildAsync(papers, folder);
        var store = new GrowthStore(
            papers, folder, await ReplicaServer.StartAsync(
                Corpus.Load(Path.Combine(folder, "month.jsonl")), new ReplicaOptions(), CancellationToken.None))
        {
            Build = build,
            Count = Number(folder, "SELECT count(*) FROM eprint"),
        };
        await store.RunAsync("harvest", "--quiet");
        await store.RunAsync("suggest", $"{Month}", "--quiet");
        return store;
    }

    /// <summary>Runs the program over it.</summary>
    public Task<ProgramRun> RunAsync(params string[] arguments) => ProgramRun.RunAsync([.. arguments, .. Options(_folder), .. new[]
    {
        $"Arxiv:ApiBase={_arxiv.ApiBase}", $"Arxiv:OaiBase={_arxiv.OaiBase}", $"Arxiv:SiteBase={_arxiv.SiteBase}",
        "Arxiv:ApiInterval=00:00:00.001", "Arxiv:PageInterval=00:00:00.001",
    }.SelectMany(setting => new[] { "--set", setting })]);

    public ValueTask DisposeAsync() => _arxiv.DisposeAsync();

    private static IEnumerable<string> Options(string folder) =>
        ["--workspace", folder, "--set", "Contact=bench@example.org", "--set", "Sweep:Categories=cs.*, math.*, physics.*"];

    private static async Task<GrowthBuild> BuildAsync(int papers, string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
        var snapshot = Path.Combine(folder, "snapshot.json");
        await File.WriteAllLinesAsync(snapshot, new InventedSnapshot(papers, Listed).Lines().Select(paper => paper.Json));
        var import = Checked(await ProgramRun.RunAsync(["import", snapshot, .. Options(folder)]));
        var again = Checked(await ProgramRun.RunAsync(["import", snapshot, .. Options(folder)]));
        File.Delete(snapshot);
        await WriteListsAsync(papers, folder);
        var build = GrowthBuild.Of(import, again, Sizes(folder));
        await File.WriteAllTextAsync(Path.Combine(folder, "built.json"), JsonSerializer.Serialize(build));
        return build;
    }

    private static ProgramRun Checked(ProgramRun run) => run.Exit == 0
        ? run
        : throw new InvalidOperationException(string.Join('\n', run.Notes.Select(note => note.Line)));

    private static async Task WriteListsAsync(int papers, string folder)
    {
        var month = Checked(await ProgramRun.RunAsync(["export", "papers", "--month", $"{Month}", .. Options(folder)])).Output;
        await File.WriteAllTextAsync(Path.Combine(folder, "month.jsonl"), month);
        var all = month.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var list = new StringBuilder();
        for (var at = 0; at < Listed; at++)
        {
            using var paper = JsonDocument.Parse(all[at * all.Length / Listed]);
            var (id, title) = (paper.RootElement.GetProperty("id").GetString(), paper.RootElement.GetProperty("title").GetString());
            list.Append(CultureInfo.InvariantCulture, $"- [{title}](https://arxiv.org/abs/{id}) — Our own words on it.\n");
        }

        Directory.CreateDirectory(Path.Combine(folder, "curated"));
        Directory.CreateDirectory(Path.Combine(folder, "published"));
        await File.WriteAllTextAsync(Path.Combine(folder, "curated", $"{Month}.md"), list.ToString());
        var snapshot = new InventedSnapshot(papers);
        foreach (var issue in Enumerable.Range(1, IssuesBefore).Select(back => InventedSnapshot.Months[^(back + 1)]))
        {
            var (count, picks) = (snapshot.Count(issue), Math.Min(PicksOfIssue, snapshot.Count(issue)));
            var lines = Enumerable.Range(0, picks).Select(pick => $"- {issue.Start:yyMM}.{1 + (pick * count / picks):D5}");
            await File.WriteAllLinesAsync(Path.Combine(folder, "published", $"{issue}.md"), lines);
        }
    }

    /// <summary>Bytes of what is in the tables, and of the whole file.</summary>
    private static Dictionary<string, long> Sizes(string folder)
    {
        var file = Path.Combine(folder, "sheaf.db");
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandTimeout = 0;
        var sizes = new Dictionary<string, long>();
        foreach (var (name, table) in Tables)
        {
#pragma warning disable CA2100 // Constants of this file.
            command.CommandText =
                $"SELECT group_concat('coalesce(sum(octet_length(' || name || ')), 0)', ' + ') FROM pragma_table_info('{table}')";
            command.CommandText = $"SELECT {command.ExecuteScalar()} FROM {table}";
#pragma warning restore CA2100
            sizes[name] = (long)command.ExecuteScalar()!;
        }

        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        command.ExecuteNonQuery();
        sizes[WholeFile] = new FileInfo(file).Length;
        return sizes;
    }

    private static int Number(string folder, string query)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "sheaf.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of this file.
        command.CommandText = query;
#pragma warning restore CA2100
        return (int)(long)command.ExecuteScalar()!;
    }

    private string PathOf(params string[] parts) => Path.Combine([_folder, .. parts]);
}

/// <summary>What making a store took.</summary>
/// <param name="Import">Seconds until the papers were in.</param>
/// <param name="Index">Seconds for the text index.</param>
/// <param name="Peak">Bytes of memory at most.</param>
/// <param name="Again">Seconds for the same file once more.</param>
/// <param name="AgainPeak">Its bytes of memory at most.</param>
/// <param name="AgainWritten">Bytes that it wrote.</param>
/// <param name="Sizes">Bytes of what is in each table, and of the whole file.</param>
internal sealed record GrowthBuild(
    double Import, double Index, long Peak, double Again, long AgainPeak, long AgainWritten, IReadOnlyDictionary<string, long> Sizes)
{
    public static GrowthBuild Of(ProgramRun import, ProgramRun again, IReadOnlyDictionary<string, long> sizes)
    {
        var whole = import.Took.TotalSeconds;
        var begun = import.Notes.FirstOrDefault(note => note.Line.Contains("Indexing", StringComparison.Ordinal));
        var index = begun.Line is null ? whole : begun.At.TotalSeconds;
        return new(index, whole - index, import.Cost.Peak, again.Took.TotalSeconds, again.Cost.Peak, again.Cost.Written, sizes);
    }
}
