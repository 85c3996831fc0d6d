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
        using var papers = Resource(Papers);
        await using var arxiv = await ReplicaServer.StartAsync(Corpus.Parse(papers), new ReplicaOptions(), cancellationToken);
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

    private static StreamReader Resource(string name) =>
        new(Assembly.GetExecutingAssembly().GetManifestResourceStream($"Sheaf.Demo.{name}")
            ?? throw new InvalidOperationException($"The program lacks its resource {name}."));
}

/// <param name="Harvest">How the harvest ended.</param>
/// <param name="Draft">What was drafted.</param>
/// <param name="Path">The draft.</param>
internal sealed record DemoResult(HarvestReport Harvest, MonthDraft Draft, string Path);
