using System.Reflection;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Serilog.Events;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Drafts;
using Sheaf.Files;
using Sheaf.Harvesting;
using Sheaf.Replica;
using Sheaf.Settings;
using Sheaf.Sweeping;

namespace Sheaf.Demo;

/// <summary>The main job from list to draft against a bundled local arXiv: no network, a fresh workspace.</summary>
internal static class DemoRun
{
    private const string List = "april-2024.md";
    private const string PastIssue = "january-2024.md";
    private const string Papers = "papers.jsonl";

    /// <summary>A paper with words of the editor's, which gets another title for the desk.</summary>
    private const string Retitled = "2404.02258";

    /// <summary>As it stands on the list already.</summary>
    private const string ListedTwice = "- arXiv:2404.01204";

    private static readonly DateTimeOffset SecondVersion = new(2024, 6, 3, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Only loopback may be asked this fast.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    private static readonly Month Month = new(2024, 4);

    private static readonly Month EarlierMonth = new(2024, 1);

    /// <summary>Puts the editor's list, and an issue of theirs of an earlier month, into a workspace that is still empty.</summary>
    public static void WriteLists(Workspace workspace)
    {
        workspace.EnsureCreated();
        Directory.CreateDirectory(workspace.Published);
        WholeFile.Replace(workspace.CuratedFile(Month), Encoding.UTF8.GetBytes(Resource(List).ReadToEnd()));
        WholeFile.Replace(Path.Combine(workspace.Published, "2024-01.md"), Encoding.UTF8.GetBytes(Resource(PastIssue).ReadToEnd()));
    }

    /// <summary>Harvests the list, sweeps its month and that of the past issue, and writes the draft.</summary>
    public static async Task<DemoResult> RunAsync(Workspace workspace, LogEventLevel console, CancellationToken cancellationToken)
    {
        await using var arxiv = await ReplicaServer.StartAsync(Corpus(), new ReplicaOptions(), cancellationToken);
        var services = new ServiceCollection();
        services.AddSheaf(SettingsFor(arxiv, workspace), workspace, console);
        await using var provider = services.BuildServiceProvider();
        var harvester = provider.GetRequiredService<Harvester>();
        var report = await harvester.RunAsync("demo", harvester.Plan(new HarvestScope([Month], [])), null, cancellationToken);
        await provider.GetRequiredService<Sweeper>().RunAsync("demo sweep", [EarlierMonth, Month], progress: null, cancellationToken);
        var made = provider.GetRequiredService<DraftMaker>().Compose(Month);
        provider.GetRequiredService<DraftWriter>().Write(made);
        return new DemoResult(report, made, workspace.DraftFile(Month));
    }

    /// <summary>
    /// Leaves something to do at the desk, after <see cref="RunAsync"/>: the month is ranked, a line of the list comes twice, and a paper
    /// that the editor has written about has another title since.
    /// </summary>
    /// <returns>For as long as the desk is open; the caller ends it.</returns>
    public static async Task<DemoDesk> PrepareDeskAsync(
        Workspace workspace, LogEventLevel console, CancellationToken cancellationToken)
    {
        var list = workspace.CuratedFile(Month);
        WholeFile.Replace(list, [.. await File.ReadAllBytesAsync(list, cancellationToken), .. Encoding.UTF8.GetBytes($"{ListedTwice}\n")]);
        var arxiv = await ReplicaServer.StartAsync(
            Replica.Corpus.Of(Corpus().Papers.Values.Select(paper => paper.Id == Retitled ? Retitle(paper) : paper)),
            new ReplicaOptions(), cancellationToken);
        try
        {
            // Moments are kept in whole seconds, and what arXiv changed in that of the draft counts as known to it.
            await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, cancellationToken);
            var settings = SettingsFor(arxiv, workspace);
            settings.Arxiv.RefreshAfter = TimeSpan.Zero;
            var services = new ServiceCollection();
            services.AddSheaf(settings, workspace, console);
            await using var provider = services.BuildServiceProvider();
            var harvester = provider.GetRequiredService<Harvester>();
            await harvester.RunAsync(
                "demo", harvester.Plan(new HarvestScope([], [ArxivIdentifier.Parse(Retitled)])), null, cancellationToken);
            provider.GetRequiredService<LocalParts>().Suggester.SuggestAndKeep(Month, top: 1, again: false, cancellationToken);
            return new DemoDesk(arxiv, SettingsFor(arxiv, workspace));
        }
        catch
        {
            await arxiv.DisposeAsync();
            throw;
        }
    }

    private static SheafSettings SettingsFor(ReplicaServer arxiv, Workspace workspace)
    {
        var settings = new SheafSettings { Workspace = workspace.Folder };
        settings.Arxiv.ApiBase = arxiv.ApiBase;
        settings.Arxiv.OaiBase = arxiv.OaiBase;
        settings.Arxiv.SiteBase = arxiv.SiteBase;
        settings.Arxiv.ApiInterval = settings.Arxiv.PageInterval = settings.Arxiv.BackOff = Interval;
        settings.Arxiv.Contact = "demo@localhost";
        settings.Sweep.Categories = CategorySelection.Parse("*");
        return settings;
    }

    private static Corpus Corpus()
    {
        using var papers = Resource(Papers);
        return Replica.Corpus.Parse(papers);
    }

    /// <summary>A second version with a title that was made up for the demo.</summary>
    private static CorpusPaper Retitle(CorpusPaper paper) => paper with
    {
        Title = $"{paper.Title} (Revised)",
        LastSubmitted = SecondVersion,
        Versions = [new(1, paper.FirstSubmitted) { Title = paper.Title }, new(2, SecondVersion)],
    };

    private static StreamReader Resource(string name) =>
        new(Assembly.GetExecutingAssembly().GetManifestResourceStream($"Sheaf.Demo.{name}")
            ?? throw new InvalidOperationException($"The program lacks its resource {name}."));
}

/// <summary>The stand-in for arXiv that a desk on the demo asks.</summary>
/// <param name="arxiv">Ends with this.</param>
/// <param name="settings">Of the demo's workspace.</param>
internal sealed class DemoDesk(ReplicaServer arxiv, SheafSettings settings) : IAsyncDisposable
{
    public SheafSettings Settings => settings;

    public ValueTask DisposeAsync() => arxiv.DisposeAsync();
}

/// <param name="Harvest">How the harvest ended.</param>
/// <param name="Draft">What was drafted.</param>
/// <param name="Path">The draft.</param>
internal sealed record DemoResult(HarvestReport Harvest, MonthDraft Draft, string Path);
