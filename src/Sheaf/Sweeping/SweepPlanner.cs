using System.Globalization;
using Microsoft.Extensions.Options;
using Sheaf.Arxiv;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Settings;
using Sheaf.Store.Sweeps;

namespace Sheaf.Sweeping;

/// <summary>Works out which months are due and through which interface they need the fewest requests. Makes none.</summary>
internal sealed class SweepPlanner(SweepStore sweeps, SheafSettings settings, IOptions<ArxivOptions> options, TimeProvider time)
{
    /// <summary>
    /// Records on a page over OAI-PMH, as seen in 2026; and the share of records that are not new papers but older ones that changed.
    /// </summary>
    private const int OaiPage = 1_000;

    private const double OaiChanges = 0.5;

    private CategorySelection Categories => settings.Sweep.Categories;

    /// <summary>The plan for these months.</summary>
    public SweepPlan Plan(IEnumerable<Month> months)
    {
        var spans = Spans(months);
        var monthly = Measured();
        var papers = spans.Sum(span => Expected(span, monthly));
        var atom = spans.Sum(span => Pages(Expected(span, monthly), AtomPages.NewRows));
        var oai = spans.Count == 0
            ? 0
            : Pages(
                (int)(MonthsSince(spans.Min(span => span.From)) * ArxivVolume.Expected(
                    Categories, Month.Of(time.GetUtcNow())) * monthly * (1 + OaiChanges)), OaiPage);
        var through = settings.Sweep.Interface != SweepInterface.Auto ? settings.Sweep.Interface : oai < atom
            ? SweepInterface.Oai
            : SweepInterface.Atom;
        return new SweepPlan
        {
            Spans = spans,
            Interface = through,
            Why = spans.Count == 0 ? "Nothing is due." : Why(through, atom, oai),
            Papers = papers,
            Requests = through == SweepInterface.Atom ? atom : oai,
        };
    }

    /// <summary>How the sweeps of these months stand now; of a month that never was swept, nothing.</summary>
    public IReadOnlyList<SweepRow> Swept(IEnumerable<Month> months) =>
        [.. months.Select(month => sweeps.Find(month, Categories.Name)).OfType<SweepRow>()];

    private List<SweepSpan> Spans(IEnumerable<Month> months)
    {
        var now = time.GetUtcNow();
        var asked = months.Distinct().Order().ToList();
        var spans = UnderWay(asked, now);
        var left = spans.Count;

        foreach (var month in asked.Except(spans.SelectMany(span => span.Months).ToList()))
        {
            if (SweepRule.DueFrom(month, sweeps.Find(month, Categories.Name), options.Value.RefreshAfter, now) is not { } from)
            {
                continue;
            }

            if (spans.Count > left && spans[^1] is var last && last.Until == from)
            {
                spans[^1] = last with { Months = [.. last.Months, month] };
            }
            else
            {
                spans.Add(new SweepSpan([month], from));
            }
        }

        return spans;
    }

    /// <summary>What earlier runs have left unfinished, where all of it is asked for.</summary>
    private List<SweepSpan> UnderWay(List<Month> asked, DateTimeOffset now)
    {
        var spans = new List<SweepSpan>();
        foreach (var left in sweeps.Positions(Categories.Name).Select(SweepPosition.Read).OfType<SweepPosition>()
            .Where(left => !left.IsStale(now)))
        {
            var months = Month.Range(Month.Of(left.From), Month.Of(left.Until.AddTicks(-1))).ToList();
            if (months.TrueForAll(month => asked.Contains(month) && !spans.Any(span => span.Months.Contains(month))))
            {
                spans.Add(new SweepSpan(months, left.From));
            }
        }

        return spans;
    }

    /// <summary>By how much months that were swept before had more papers than expected; 1 where none was.</summary>
    private double Measured()
    {
        var before = sweeps.Complete(Categories.Name).Where(row => row.Month.Next.Start <= time.GetUtcNow()).TakeLast(6).ToList();
        return before.Count > 0
            ? before.Sum(row => row.Seen) / Math.Max(1, before.Sum(row => ArxivVolume.Expected(Categories, row.Month)))
            : 1;
    }

    private int Expected(SweepSpan span, double measured) =>
        (int)Math.Round(measured * span.Months.Sum(month => ArxivVolume.Expected(Categories, month) * PartOf(month, span.From)));

    /// <summary>How much of a month lies between the beginning of a span and now.</summary>
    private double PartOf(Month month, DateTimeOffset from)
    {
        var begin = month.Start > from ? month.Start : from;
        var end = month.Next.Start < time.GetUtcNow() ? month.Next.Start : time.GetUtcNow();
        return Math.Max(0, (end - begin) / (month.Next.Start - month.Start));
    }

    private double MonthsSince(DateTimeOffset from) => Math.Max(0, (time.GetUtcNow() - from).TotalDays) / 30.4;

    private static int Pages(int papers, int page) => Math.Max(1, (papers + page - 1) / page);

    private string Why(SweepInterface through, int atom, int oai)
    {
        var (chosen, other) = through == SweepInterface.Atom ? (atom, oai) : (oai, atom);
        var names = through == SweepInterface.Atom ? ("the query API", "OAI-PMH") : ("OAI-PMH", "the query API");
        var reason = settings.Sweep.Interface != SweepInterface.Auto ? ", as Sweep:Interface says"
            : through == SweepInterface.Atom ? ", which would list all that has changed since, too" : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"By {names.Item1}: about {chosen:N0} requests; by {names.Item2} it would be about {other:N0}{reason}.");
    }
}
