using System.Globalization;
using Microsoft.Extensions.Logging;
using Sheaf.Arxiv.Politeness;
using Sheaf.Settings;
using Sheaf.Store.Sweeps;

namespace Sheaf.Sweeping;

/// <summary>Sweeps one span, and enters how that went.</summary>
internal sealed partial class SpanSweep(AtomSweep atom, OaiSweep oai, SweepLedger ledger, RequestGate gate, ILogger<SpanSweep> logger)
{
    /// <summary>Lists the span to its end, from where an earlier run left it.</summary>
    /// <param name="span">The months.</param>
    /// <param name="through">Which interface.</param>
    /// <param name="progress">Told after every page; may be null.</param>
    /// <param name="cancellationToken">Stops the request under way, too; what came before it is kept.</param>
    public async Task SweepAsync(
        SweepSpan span, SweepInterface through, IProgress<SweepProgress>? progress, CancellationToken cancellationToken)
    {
        var position = ledger.Begin(span, through);
        LogStarted(span.Title, ledger.Categories, position.Interface);
        var sent = gate.Sent(RequestKind.Api);
        if (position.Interface == "oai")
        {
            position = await oai.RunAsync(position, Kept, cancellationToken);
        }

        while (position.Interface == "atom" && (!position.IsListed || position.Doubts.Count > 0))
        {
            position = Kept(await atom.StepAsync(position, cancellationToken));
        }

        LogFinished(span.Title, ledger.Finish(span, position));

        SweepPosition Kept(SweepPosition kept)
        {
            var now = gate.Sent(RequestKind.Api);
            kept = kept with { Requests = kept.Requests + now - sent };
            sent = now;
            progress?.Report(new(span.Title, ledger.Seen(kept), kept.TotalLast));
            return kept;
        }
    }

    [LoggerMessage(LogLevel.Information, "The sweep of {Months} for {Categories} starts, by {Interface}")]
    private partial void LogStarted(string months, string categories, string @interface);

    [LoggerMessage(LogLevel.Information, "The sweep of {Months} ends: {State}")]
    private partial void LogFinished(string months, string state);
}

/// <summary>How the sweep of a span stands: where an earlier run left it, what has been seen, and how it ended.</summary>
internal sealed class SweepLedger(SweepStore sweeps, SweptPages swept, SheafSettings settings, TimeProvider time)
{
    /// <summary>Of which papers are swept.</summary>
    public string Categories => settings.Sweep.Categories.Name;

    /// <summary>The span is under way from now on.</summary>
    /// <returns>Where an earlier run left it, or its beginning.</returns>
    internal SweepPosition Begin(SweepSpan span, SweepInterface through)
    {
        var position = Resumed(span, through) ?? Begun(span, through);
        sweeps.Begin(Rows(span, position, SweepState.UnderWay));
        return position;
    }

    /// <summary>How many papers of the span have been seen.</summary>
    internal int Seen(SweepPosition position) => swept.Count(position, position.From, position.Until);

    /// <summary>The span has been listed to its end.</summary>
    /// <returns>How it stands: one of <see cref="SweepState"/>.</returns>
    internal string Finish(SweepSpan span, SweepPosition position)
    {
        var now = time.GetUtcNow();
        var unreadable = sweeps.Unreadable(Categories, position.Pass);
        IReadOnlyList<string> faults =
        [
            .. position.Faults,
            .. position.Again.Count > 0 ? [$"records kept moving on {position.Again[0]:O}"] : Array.Empty<string>(),
            .. unreadable > 0
                ? [string.Create(CultureInfo.InvariantCulture, $"{unreadable} entries cannot be read; the log names them")]
                : Array.Empty<string>(),
        ];
        var state = faults.Count == 0 ? SweepState.Complete : SweepState.Incomplete;
        var reason = faults.Count == 0 ? null : string.Join("; ", faults);
        var rows = Rows(span, position, state).Select(row => row with { Unreadable = unreadable, Reason = reason });
        sweeps.Finish([.. rows], position.Pass, span.From, position.Place, now);
        return state;
    }

    /// <summary>Where an earlier run left this span; null where none did.</summary>
    private SweepPosition? Resumed(SweepSpan span, SweepInterface through) =>
        sweeps.Positions(Categories).Select(SweepPosition.Read).OfType<SweepPosition>().FirstOrDefault(left =>
            left.From == span.From && left.Until == span.Until && left.Interface == NameOf(through) && !left.IsStale(time.GetUtcNow()));

    private SweepPosition Begun(SweepSpan span, SweepInterface through) => new()
    {
        Interface = NameOf(through),
        From = span.From,
        Until = span.Until,
        Window = span.From,
        Pass = time.GetUtcNow().UtcTicks,
        Started = time.GetUtcNow(),
    };

    private IEnumerable<SweepRow> Rows(SweepSpan span, SweepPosition position, string state) => span.Months.Select(month => new SweepRow
    {
        Month = month,
        Categories = Categories,
        Interface = position.Interface,
        State = state,
        First = span.First,
        Last = span.Last,
        TotalFirst = position.TotalFirst,
        TotalLast = position.TotalLast,
        SpanSeen = Seen(position),
        Twice = position.Twice,
        Outside = position.Outside,
        Requests = position.Requests,
        Started = position.Started,
    });

    private static string NameOf(SweepInterface through) => through == SweepInterface.Oai ? "oai" : "atom";
}
