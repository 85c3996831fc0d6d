using Sheaf.Arxiv.Politeness;
using Sheaf.Harvesting;
using Sheaf.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Sheaf.Commands;

/// <summary>
/// A harvest as commands make it: a list that cannot be read is named to the person and left out, and the progress is shown.
/// </summary>
internal sealed class HarvestRunner(CommandContext context, Harvester harvester, RequestGate gate)
{
    /// <summary>What is due.</summary>
    public HarvestPlan Plan(HarvestScope scope)
    {
        var plan = harvester.Plan(scope with { GoesOnWithoutUnread = true });
        foreach (var list in plan.Unread)
        {
            context.Leave(list);
        }

        return plan;
    }

    /// <summary>Carries out a plan.</summary>
    public async Task<HarvestReport> RunAsync(string command, HarvestPlan plan, CancellationToken cancellationToken)
    {
        var view = new ProgressView(context.Terminal, gate, context.Time);
        return await view.ShowAsync(progress => harvester.RunAsync(command, plan, progress, cancellationToken));
    }
}

/// <summary>
/// A running harvest on standard error: on a terminal a live bar with a truthful time left; elsewhere a line at the start and at every
/// tenth of the way.
/// </summary>
internal sealed class ProgressView(Terminal terminal, RequestGate gate, TimeProvider time) : IProgress<HarvestProgress>
{
    private volatile Heard? _latest;
    private int _tenth = -1;
    private bool _hasToldOfDrafts;

    /// <summary>Runs the work with this view shown.</summary>
    public async Task<T> ShowAsync<T>(Func<IProgress<HarvestProgress>, Task<T>> work)
    {
        if (!terminal.IsLive)
        {
            return await work(this);
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Error) });
        return await console.Progress().AutoClear(true).Columns(new Bar(this), new Sentence(this)).StartAsync(async display =>
        {
            display.AddTask("harvest");
            return await work(this);
        });
    }

    public void Report(HarvestProgress value)
    {
        _latest = new(value, time.GetUtcNow());
        if (!terminal.IsLive && !_hasToldOfDrafts && value.Told is { } told && value.Pages < value.PagesPlanned)
        {
            _hasToldOfDrafts = true;
            terminal.Note($"The metadata of {Humanize.Count(told, "paper")} is in: a draft can be made from now on. "
                + "The pages, which settle it, are still to come.");
        }

        if (!terminal.IsLive && value.PagesPlanned > 0 && Tenth(value) != _tenth)
        {
            _tenth = Tenth(value);
            terminal.Note(Humanize.Progress(value.Pages, value.PagesPlanned, value.Left));
        }
    }

    private static int Tenth(HarvestProgress value) => value.Pages * 10 / value.PagesPlanned;

    private string Now()
    {
        if (_latest is not { } heard)
        {
            return "";
        }

        var now = time.GetUtcNow();
        return heard.Value.Sentence(now - heard.At, gate.WaitingUntil(now));
    }

    private sealed record Heard(HarvestProgress Value, DateTimeOffset At);

    private sealed class Bar(ProgressView view) : ProgressColumn
    {
        private readonly ProgressBarColumn _bar = new();

        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime)
        {
            task.MaxValue = Math.Max(1, view._latest?.Value.PagesPlanned ?? 1);
            task.Value = view._latest?.Value.Pages ?? 0;
            return _bar.Render(options, task, deltaTime);
        }
    }

    private sealed class Sentence(ProgressView view) : ProgressColumn
    {
        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
            new Spectre.Console.Text(view.Now());
    }
}
