using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Serilog.Events;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Arxiv.Politeness;
using Sheaf.Checking;
using Sheaf.Commands;
using Sheaf.Harvesting;
using Sheaf.Replica;
using Sheaf.Settings;

namespace Sheaf.TestKit.Storms;

/// <summary>
/// A workspace, a local arXiv, and the whole program over both, all on one clock. Each run is put together anew, as a process would be.
/// </summary>
internal sealed class StormWorkspace : IAsyncDisposable
{
    private const int Speed = 100;

    private StormWorkspace(ReplicaServer arxiv, TimeProvider time, Spacing spacing) => (Arxiv, Time, Spacing) = (arxiv, time, spacing);

    public ReplicaServer Arxiv { get; }

    public TimeProvider Time { get; }

    public Spacing Spacing { get; }

    public string Folder { get; } = Directory.CreateTempSubdirectory("sheaf-storm-").FullName;

    /// <summary>The options of every command line here.</summary>
    public IReadOnlyList<string> Options => ["--workspace", Folder, .. Settings.SelectMany(setting => new[] { "--set", setting })];

    private IReadOnlyList<string> Settings =>
    [
        $"Arxiv:ApiBase={Arxiv.ApiBase}", $"Arxiv:OaiBase={Arxiv.OaiBase}", $"Arxiv:SiteBase={Arxiv.SiteBase}", "Contact=test@example.org",
        $"Arxiv:ApiInterval={Spacing.Api:c}", $"Arxiv:PageInterval={Spacing.Page:c}", $"Arxiv:BackOff={Spacing.BackOff:c}",
    ];

    /// <param name="corpus">What the local arXiv serves, as JSON lines.</param>
    /// <param name="list">The curated list of April 2024.</param>
    /// <param name="isHurried">Whether its clock runs a hundred times as fast: only where no other process takes part.</param>
    /// <param name="cancellationToken">Gives up the start.</param>
    public static async Task<StormWorkspace> StartAsync(
        IEnumerable<string> corpus, string list, bool isHurried, CancellationToken cancellationToken)
    {
        using var lines = new StringReader(string.Join('\n', corpus));
        var time = isHurried ? new HurriedClock(new DateTimeOffset(2024, 6, 1, 6, 0, 0, TimeSpan.Zero), Speed) : TimeProvider.System;
        var arxiv = await ReplicaServer.StartAsync(Corpus.Parse(lines), new ReplicaOptions { Time = time }, cancellationToken);
        var workspace = new StormWorkspace(arxiv, time, isHurried ? Spacing.Hurried : Spacing.Real);
        Directory.CreateDirectory(Path.Combine(workspace.Folder, "curated"));
        await File.WriteAllTextAsync(Path.Combine(workspace.Folder, "curated", "2024-04.md"), list, cancellationToken);
        return workspace;
    }

    /// <summary>One harvest of every list.</summary>
    public Task<HarvestReport> HarvestAsync(CancellationToken cancellationToken) => InSessionAsync(
        services => RunAsync(services, HarvestScope.Everything, "harvest", cancellationToken));

    /// <summary>One check, with the harvest that it needs.</summary>
    public Task<HarvestReport> CheckAsync(CancellationToken cancellationToken) => InSessionAsync(async services =>
    {
        var check = services.GetRequiredService<CheckRun>();
        var scope = check.Read([Month.Parse("2024-04")]);
        var report = await RunAsync(services, new HarvestScope([], scope.Papers), "check", cancellationToken);
        await check.CompareAsync(scope, progress: null, cancellationToken);
        return report;
    });

    /// <summary>A command line that asks nothing of arXiv.</summary>
    public async Task<(int Exit, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exit = await SheafCommand.RunAsync([.. Options, .. arguments], output, error, CancellationToken.None);
        return (exit, output.ToString(), error.ToString());
    }

    /// <summary>A 403 is looked into, and a long hold waited out.</summary>
    public void Mend()
    {
        var (settings, workspace) = SettingsReader.Read(Folder, Settings);
        var gate = GatePlace.Of(settings, workspace);
        gate.Resume();
        var report = gate.Report(() => settings.Arxiv, Time);
        foreach (var until in new[] { report.ApiNotBefore, report.PageNotBefore })
        {
            if (until - Time.GetUtcNow() is { } wait && wait > TimeSpan.FromMinutes(1))
            {
                Skip(wait);
            }
        }
    }

    /// <summary>Lets time pass, where it can be made to.</summary>
    public void Skip(TimeSpan wait) => (Time as HurriedClock)?.Skip(wait);

    /// <summary>How often a client here gave an answer up because it took too long.</summary>
    public int AnswersGivenUp() => Directory.EnumerateFiles(Path.Combine(Folder, "logs")).Sum(log =>
    {
        using var stream = new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n').Count(line => line.Contains("no whole answer within", StringComparison.Ordinal));
    });

    /// <summary>What a person gets in the end: the draft, and the papers, moments of fetching aside.</summary>
    public async Task<(string Draft, string Papers)> ResultAsync()
    {
        await RunAsync("draft", "2024-04");
        var (_, papers, _) = await RunAsync("export", "papers");
        var lines = papers.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject()).ToList();
        lines.ForEach(paper => paper.Remove("fetched"));
        return (await File.ReadAllTextAsync(Path.Combine(Folder, "drafts", "2024-04.md")), string.Join(
            '\n', lines.Select(paper => paper.ToJsonString())));
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

    private static Task<HarvestReport> RunAsync(
        IServiceProvider services, HarvestScope scope, string command, CancellationToken cancellationToken)
    {
        var harvester = services.GetRequiredService<Harvester>();
        return harvester.RunAsync(command, harvester.Plan(scope), progress: null, cancellationToken);
    }

    private async Task<HarvestReport> InSessionAsync(Func<IServiceProvider, Task<HarvestReport>> work)
    {
        var (settings, workspace) = SettingsReader.Read(Folder, Settings);
        workspace.EnsureCreated();
        var services = new ServiceCollection().AddSingleton(Time).AddSheaf(settings, workspace, LogEventLevel.Fatal);
        await using var provider = services.BuildServiceProvider();
        return await work(provider);
    }
}
