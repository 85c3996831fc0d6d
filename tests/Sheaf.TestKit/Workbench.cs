using Microsoft.Data.Sqlite;
using Sheaf.Commands;
using Sheaf.Replica;

namespace Sheaf.TestKit;

/// <summary>A workspace of its own, a local arXiv that serves what the test says, and the whole program over both.</summary>
internal sealed class Workbench : IAsyncDisposable
{
    private Workbench(ReplicaServer arxiv) => Arxiv = arxiv;

    public ReplicaServer Arxiv { get; }

    public string Folder { get; } = Directory.CreateTempSubdirectory("sheaf-test-").FullName;

    public string Store => Path.Combine(Folder, "sheaf.db");

    /// <summary>The settings that point the program at this workbench, as <c>--set</c> takes them.</summary>
    public IReadOnlyList<string> Settings =>
    [
        $"Arxiv:ApiBase={Arxiv.ApiBase}", $"Arxiv:OaiBase={Arxiv.OaiBase}", $"Arxiv:SiteBase={Arxiv.SiteBase}",
        "Arxiv:ApiInterval=00:00:00.010", "Arxiv:PageInterval=00:00:00.010", "Arxiv:BackOff=00:00:00.010", "Contact=test@example.org",
    ];

    /// <param name="papers">The corpus, as JSON lines.</param>
    /// <param name="options">The local arXiv's manners; well-behaved by default.</param>
    public static async Task<Workbench> StartAsync(IEnumerable<string> papers, ReplicaOptions? options = null)
    {
        using var lines = new StringReader(string.Join('\n', papers));
        return new Workbench(
            await ReplicaServer.StartAsync(Corpus.Parse(lines), options ?? new ReplicaOptions(), TestContext.Current.CancellationToken));
    }

    public string PathOf(params string[] parts) => Path.Combine([Folder, .. parts]);

    public string Read(params string[] parts) => File.ReadAllText(PathOf(parts));

    /// <summary>Writes a curated list.</summary>
    public void List(string name, string text)
    {
        Directory.CreateDirectory(PathOf("curated"));
        File.WriteAllText(PathOf("curated", name), text);
    }

    /// <summary>Runs one command line in this process.</summary>
    public Task<CommandResult> RunAsync(params string[] arguments) => RunStoppableAsync(arguments, TestContext.Current.CancellationToken);

    /// <summary>Runs one command line over another workspace.</summary>
    public Task<CommandResult> RunInAsync(string workspace, params string[] arguments) =>
        RunLineAsync(["--workspace", workspace, .. Options.Skip(2), .. arguments], TestContext.Current.CancellationToken);

    /// <summary>Runs one command line that the test may stop.</summary>
    public Task<CommandResult> RunStoppableAsync(string[] arguments, CancellationToken cancellationToken) =>
        RunLineAsync([.. Options, .. arguments], cancellationToken);

    private static async Task<CommandResult> RunLineAsync(string[] line, CancellationToken cancellationToken)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exit = await SheafCommand.RunAsync(line, output, error, cancellationToken);
        return new CommandResult(exit, output.ToString(), error.ToString());
    }

    /// <summary>The options of every command line here.</summary>
    public IReadOnlyList<string> Options => ["--workspace", Folder, .. Settings.SelectMany(setting => new[] { "--set", setting })];

    /// <summary>The whole store as text, table by table and row by row, without the log of runs.</summary>
    /// <param name="without">Columns to leave out, such as moments of fetching.</param>
    public string Dump(params string[] without) => StoreDump.Of(Store, without);

    /// <summary>One value out of the store, as text; empty where it is null.</summary>
    public async Task<string> AskStoreAsync(string query)
    {
        await using var connection = new SqliteConnection($"Data Source={Store};Mode=ReadOnly");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = query;
        return $"{await command.ExecuteScalarAsync(TestContext.Current.CancellationToken)}";
    }

    /// <summary>Changes the store as any SQLite tool might.</summary>
    public async Task TellStoreAsync(string statement)
    {
        await using var connection = new SqliteConnection($"Data Source={Store};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The tests' own constants.
        command.CommandText = statement;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await Arxiv.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }
}
