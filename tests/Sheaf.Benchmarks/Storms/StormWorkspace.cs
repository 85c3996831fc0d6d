using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Serilog.Events;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Checking;
using Sheaf.Commands;
using Sheaf.Harvesting;
using Sheaf.Replica;
using Sheaf.Settings;

namespace Sheaf.Benchmarks.Storms;

/// <summary>A workspace, a local arXiv, and the whole program over both, all on one hurried clock. Each run is put together anew, as a process would be.</summary>
internal sealed class StormWorkspace : IAsyncDisposable
{
    /// <summary>Shorter than a timer's unit times the speed, a wait would not be one.</summary>
    public static readonly TimeSpan ApiInterval = TimeSpan.FromSeconds(0.5);
    public static readonly TimeSpan PageInterval = TimeSpan.FromSeconds(1);
    public static readonly TimeSpan BackOff = TimeSpan.FromSeconds(1);

    private const int Speed = 100;

    private StormWorkspace(ReplicaServer arxiv, HurriedClock clock) => (Arxiv, Clock) = (arxiv, clock);

    public ReplicaServer Arxiv { get; }

    public HurriedClock Clock { get; }

    public string Folder { get; } = Directory.CreateTempSubdirectory("sheaf-storm-").FullName;

    public IReadOnlyList<string> Settings { get; init; } = [];

    public static async Task<StormWorkspace> StartAsync(StormMonth month, CancellationToken cancellationToken)
    {
        using var lines = new StringReader(string.Join('\n', month.Corpus));
        var clock = new HurriedClock(new DateTimeOffset(2024, 6, 1, 6, 0, 0, TimeSpan.Zero), Speed);
        var arxiv = await ReplicaServer.StartAsync(Corpus.Parse(lines), new ReplicaOptions { Time = clock }, cancellationToken);
        var workspace = new StormWorkspace(arxiv, clock)
        {
            Settings =
            [
                $"Arxiv:ApiBase={arxiv.ApiBase}", $"Arxiv:OaiBase={arxiv.OaiBase}", $"Arxiv:SiteBase={arxiv.SiteBase}",
                $"Arxiv:ApiInterval={ApiInterval:c}", $"Arxiv:PageInterval={PageInterval:c}", $"Arxiv:BackOff={BackOff:c}", "Contact=test@example.org",
            ],
        };
        Directory.CreateDirectory(Path.Combine(workspace.Folder, "curated"));
        await File.WriteAllTextAsync(Path.Combine(workspace.Folder, "curated", "2024-04.md"), month.List, cancellationToken);
        return workspace;
    }

    /// <summary>One harvest of every list.</summary>
    public Task<HarvestReport> HarvestAsync(CancellationToken cancellationToken) => InSessionAsync(
        services => RunAsync(services, HarvestScope.Everything, "harvest", cancellationToken));

    /// <summary>One check, with the harvest that it needs.</summary>
    public Task<HarvestReport> CheckAsync(CancellationToken cancellationToken) => InSessionAsync(async services =>
    {
        var check = services.GetRequiredService<CheckRun>();
        check.Read([Month.Parse("2024-04")]);
        var report = await RunAsync(services, new HarvestScope([], check.Asked), "check", cancellationToken);
        await check.CompareAsync(progress: null, cancellationToken);
        return report;
    });

    /// <summary>A command line that asks nothing of arXiv.</summary>
    public async Task<(int Exit, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        string[] line = ["--workspace", Folder, .. Settings.SelectMany(setting => new[] { "--set", setting }), .. arguments];
        var exit = await SheafCommand.RunAsync(line, output, error, CancellationToken.None);
        return (exit, output.ToString(), error.ToString());
    }

    /// <summary>A 403 is looked into, and a long hold waited out.</summary>
    public void Mend()
    {
        var (settings, workspace) = SettingsReader.Read(Folder, Settings);
        var gate = GatePlace.Of(settings, workspace);
        gate.Resume();
        var report = gate.Report(() => settings.Arxiv, Clock);
        foreach (var until in new[] { report.ApiNotBefore, report.PageNotBefore })
        {
            if (until - Clock.GetUtcNow() is { } wait && wait > TimeSpan.FromMinutes(1))
            {
                Clock.Skip(wait);
            }
        }
    }

    /// <summary>What a person gets in the end: the draft, and the papers, moments of fetching aside.</summary>
    public async Task<(string Draft, string Papers)> ResultAsync()
    {
        await RunAsync("draft", "2024-04");
        var (_, papers, _) = await RunAsync("export", "papers");
        var lines = papers.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject()).ToList();
        lines.ForEach(paper => paper.Remove("fetched"));
        return (await File.ReadAllTextAsync(Path.Combine(Folder, "drafts", "2024-04.md")), string.Join('\n', lines.Select(paper => paper.ToJsonString())));
    }

    public async ValueTask DisposeAsync()
    {
        await Arxiv.DisposeAsync();
        using (var connection = new SqliteConnection($"Data Source={Path.Combine(Folder, "sheaf.db")}"))
        {
            SqliteConnection.ClearPool(connection);
        }

        Directory.Delete(Folder, recursive: true);
    }

    private static Task<HarvestReport> RunAsync(IServiceProvider services, HarvestScope scope, string command, CancellationToken cancellationToken)
    {
        var harvester = services.GetRequiredService<Harvester>();
        return harvester.RunAsync(command, harvester.Plan(scope), progress: null, cancellationToken);
    }

    private async Task<HarvestReport> InSessionAsync(Func<IServiceProvider, Task<HarvestReport>> work)
    {
        var (settings, workspace) = SettingsReader.Read(Folder, Settings);
        workspace.EnsureCreated();
        var services = new ServiceCollection().AddSingleton<TimeProvider>(Clock).AddSheaf(settings, workspace, LogEventLevel.Fatal);
        await using var provider = services.BuildServiceProvider();
        return await work(provider);
    }
}
