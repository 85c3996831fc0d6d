using Microsoft.Extensions.Logging;
using Sheaf.Arxiv.Oai;
using Sheaf.Settings;

namespace Sheaf.Sweeping;

/// <summary>
/// Lists a span over OAI-PMH: everything that has changed since its first day, without an end, of which is kept what was first submitted in
/// the span (field guide 3.5). A record that changes meanwhile moves to the end, and another slips past the border of a page: the days from
/// which one has moved are listed again.
/// </summary>
internal sealed partial class OaiSweep(OaiClient oai, SweptPages swept, SheafSettings settings, ILogger<OaiSweep> logger)
{
    /// <summary>Days are listed again so many times at most, as records may move on.</summary>
    private const int Rounds = 3;

    /// <summary>Lists from the position on to the end.</summary>
    /// <param name="position">Where it was left.</param>
    /// <param name="kept">Told after every page.</param>
    /// <param name="cancellationToken">Stops the request under way, too.</param>
    internal async Task<SweepPosition> RunAsync(
        SweepPosition position, Func<SweepPosition, SweepPosition> kept, CancellationToken cancellationToken)
    {
        var list = new OaiList(OaiFormat.ArxivRaw) { Set = settings.Sweep.Categories.Set, From = DayOf(position.From) };
        var days = new Dictionary<string, DateOnly?>(StringComparer.Ordinal);
        if (!position.IsListed)
        {
            var resume = position.Datestamp is null ? null : new OaiPosition(position.Token, position.Datestamp);
            await foreach (var page in oai.ListAsync(list, resume, cancellationToken))
            {
                position = kept(Keep(GoOn(position, page, days), page));
            }
        }

        for (var round = 0; round < Rounds && position.Again.Count > 0; round++)
        {
            position = await ListAgainAsync(position, list, days, kept, cancellationToken);
        }

        return position;
    }

    private async Task<SweepPosition> ListAgainAsync(
        SweepPosition position, OaiList list, Dictionary<string, DateOnly?> days, Func<SweepPosition, SweepPosition> kept,
        CancellationToken cancellationToken)
    {
        foreach (var day in position.Again)
        {
            LogAgain(day);
            position = position with { Again = [.. position.Again.Where(other => other != day)] };
            await foreach (var page in oai.ListAsync(list with { From = day, Until = day }, resume: null, cancellationToken))
            {
                position = kept(Keep(Moved(position, page, days), page));
            }
        }

        return position;
    }

    private SweepPosition GoOn(SweepPosition position, OaiPage page, Dictionary<string, DateOnly?> days)
    {
        LogPage(page.Items.Count, page.Next?.Datestamp);
        var next = Moved(position, page, days);
        var border = page.Items.Max(item => item.Datestamp);
        return next with
        {
            Token = page.Next?.Token,
            Datestamp = page.Next?.Datestamp ?? position.Datestamp,
            IsListed = page.Next is null,
            Borders = page.Next is null || border is not { } day || next.Borders.Contains(day) ? next.Borders : [.. next.Borders, day],
        };
    }

    /// <summary>Notes the days that records seen before have left.</summary>
    private static SweepPosition Moved(SweepPosition position, OaiPage page, Dictionary<string, DateOnly?> days)
    {
        var left = new List<DateOnly>();
        foreach (var item in page.Items)
        {
            if (days.TryGetValue(item.Name, out var before) && before is { } day && item.Datestamp > day && position.Borders.Contains(day))
            {
                left.Add(day);
            }

            days[item.Name] = item.Datestamp;
        }

        return position with { Again = [.. position.Again.Union(left)] };
    }

    private SweepPosition Keep(SweepPosition position, OaiPage page)
    {
        var rows = new List<ListedRow>();
        foreach (var item in page.Items.Where(item => !item.IsDeleted))
        {
            if (item.Record is { FirstSubmitted: { } submitted } record && submitted >= position.From && submitted < position.Until)
            {
                rows.Add(new ListedRow(record.Identifier.ToString(), submitted, record));
            }
            else if (item.Record is null && MayBelong(item, position))
            {
                LogUnreadable(item.Name, item.Fault ?? "");
                rows.Add(new ListedRow(item.Name, position.From, null));
            }
            else
            {
                position = position with { Outside = position.Outside + 1 };
            }
        }

        return swept.Keep(position, [.. rows.DistinctBy(row => row.Identifier)]);
    }

    /// <summary>
    /// A record that cannot be read tells by its identifier alone when it came: in the month of its submission or later (field guide 8.2).
    /// </summary>
    private static bool MayBelong(OaiItem item, SweepPosition position) =>
        item.Identifier is not { } identifier || identifier.AnnouncedIn.Next.Start > position.From;

    private static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(moment.UtcDateTime);

    [LoggerMessage(LogLevel.Information, "Sweep over OAI-PMH: {Records} records, up to {Datestamp}")]
    private partial void LogPage(int records, DateOnly? datestamp);

    [LoggerMessage(LogLevel.Information, "Sweep over OAI-PMH: records have moved from {Day} meanwhile; it is listed again")]
    private partial void LogAgain(DateOnly day);

    [LoggerMessage(LogLevel.Warning, "OAI-PMH: the record {Name} cannot be read: {Reason}")]
    private partial void LogUnreadable(string name, string reason);
}
