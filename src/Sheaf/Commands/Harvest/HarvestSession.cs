using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Arxiv.Politeness;
using Sheaf.Checking;
using Sheaf.Drafts;
using Sheaf.Harvesting;
using Sheaf.Sweeping;

namespace Sheaf.Commands;

/// <summary>The parts a harvesting command needs, put together for one run and taken apart after it.</summary>
internal sealed class HarvestSession : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly Terminal _terminal;
    private readonly CommandContext _context;

    private HarvestSession(CommandContext context, ServiceProvider services)
    {
        _services = services;
        _terminal = context.Terminal;
        _context = context;
    }

    public Harvester Harvester => _services.GetRequiredService<Harvester>();

    public Sweeper Sweeper => _services.GetRequiredService<Sweeper>();

    /// <summary>A check of its own at each call.</summary>
    public CheckRun NewCheck() => _services.GetRequiredService<CheckRun>();

    public TitleResolver Titles => _services.GetRequiredService<TitleResolver>();

    public DraftMaker Drafts => _services.GetRequiredService<DraftMaker>();

    public static HarvestSession Open(CommandContext context)
    {
        context.Workspace.EnsureCreated();
        context.SetDamagedStoreAside();
        context.NoteMissingContact();
        return Over(context, context.OpenToWrite());
    }

    /// <summary>The parts for a plan alone: nothing is written or renamed.</summary>
    public static HarvestSession OpenForPlan(CommandContext context) => Over(context, context.OpenToPlan());

    private static HarvestSession Over(CommandContext context, LocalParts parts)
    {
        var services = new ServiceCollection();
        services.AddSheaf(parts, LogFiles.LevelOf(context.Terminal));
        var session = new HarvestSession(context, services.BuildServiceProvider());
        session._services.GetRequiredService<RequestGate>().Command = context.Arguments.CommandResult.Command.Name;
        return session;
    }

    /// <summary>What is due; lists that cannot be read are named to the person, and the run goes on without them.</summary>
    public HarvestPlan Plan(HarvestScope scope)
    {
        var plan = Harvester.Plan(scope with { GoesOnWithoutUnread = true });
        foreach (var list in plan.Unread)
        {
            _context.Leave(list);
        }

        return plan;
    }

    public async Task<HarvestReport> RunAsync(string command, HarvestPlan plan, CancellationToken cancellationToken)
    {
        var view = new ProgressView(_terminal, _services.GetRequiredService<RequestGate>(), TimeProvider.System);
        return await view.ShowAsync(progress => Harvester.RunAsync(command, plan, progress, cancellationToken));
    }

    /// <summary>Sweeps, with a line after every page.</summary>
    public Task<SweepReport> SweepAsync(string command, IReadOnlyList<Month> months, CancellationToken cancellationToken) =>
        Sweeper.RunAsync(command, months, new SweepNotes(_terminal), cancellationToken);

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}

/// <summary>A running sweep on standard error.</summary>
internal sealed class SweepNotes(Terminal terminal) : IProgress<SweepProgress>
{
    public void Report(SweepProgress value) => terminal.Note(
        $"Sweep of {value.Months}: {Humanize.Count(value.Seen, "paper")}{(value.Total is { } total ? string.Create(CultureInfo.InvariantCulture, $" of {total:N0}") : "")}");
}
