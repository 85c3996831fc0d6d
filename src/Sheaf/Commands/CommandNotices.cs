using Microsoft.Extensions.Logging;
using Serilog.Extensions.Logging;
using Sheaf.Arxiv;
using Sheaf.Drafts;
using Sheaf.Harvesting;
using Sheaf.Service;
using Sheaf.Sweeping;

namespace Sheaf.Commands;

/// <summary>
/// What a command gives to tell by <c>Notify:Command</c>. It is told when the command has ended, and only where nobody watches: a person at
/// a terminal sees it anyway.
/// </summary>
internal sealed class CommandNotices
{
    private readonly CommandContext _context;
    private readonly NoticePlace _place;
    private readonly List<Notice> _notices = [];

    internal CommandNotices(CommandContext context) => (_context, _place) = (context, new(context.Workspace, context.Time));

    /// <summary>What the help of a command that tells says of it.</summary>
    internal const string Help = "Without a terminal, as under cron, Notify:Command is told what a person should know.";

    /// <summary>A harvest has ended.</summary>
    public void Add(HarvestReport report) => Add(Notice.OfHarvest(_place, report));

    /// <summary>A sweep has ended.</summary>
    public void Add(SweepReport report) => Add(Notice.OfSweep(_place, report));

    /// <summary>A draft has been made.</summary>
    public void Add(MonthDraft made, DraftOutcome outcome)
    {
        Add(Notice.OfDraft(_place, made, outcome));
        Add(Notice.OfAbsent(_place, made));
    }

    /// <summary>A check has found mistakes.</summary>
    public void AddMistakes(string summary) => Add(_place.NeedsPerson("mistakes", summary));

    /// <summary>arXiv answered 403.</summary>
    public void Add(ArxivForbiddenException forbidden) => Add(_place.Stopped(forbidden));

    /// <summary>The command could not do its work.</summary>
    public void AddFailure(string sentence) => Add(_place.Failed(sentence));

    /// <summary>Tells all of it, each within the notifier's limit of time. Whatever comes of it, the command has ended as it has.</summary>
    internal void Tell(CancellationToken cancellationToken)
    {
        if (_notices.Count == 0
            || _context.Settings.NotifyCommand.Length == 0
            || _context.Terminal.IsWatched
            || !TellsOf(_context.Arguments.CommandResult.Command.Name))
        {
            return;
        }

        TellAsync(cancellationToken).GetAwaiter().GetResult();
    }

    private async Task TellAsync(CancellationToken cancellationToken)
    {
        using var logs = new SerilogLoggerFactory(LogFiles.Create(_context.Workspace, LogFiles.LevelOf(_context.Terminal)), dispose: true);
        var notifier = new Notifier(_context.Settings, _context.Time, logs.CreateLogger<Notifier>());
        try
        {
            foreach (var notice in _notices)
            {
                await notifier.TellAsync(notice, cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            // Stopped by a person, who is there.
        }
    }

    /// <summary>The commands that a machine calls by the clock.</summary>
    private static bool TellsOf(string command) => command is "harvest" or "backfill" or "draft" or "check";

    private void Add(Notice? notice)
    {
        if (notice is not null)
        {
            _notices.Add(notice);
        }
    }
}
