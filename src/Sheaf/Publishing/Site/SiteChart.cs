using System.Globalization;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Drafts.Formats;
using Sheaf.Languages;

namespace Sheaf.Publishing.Site;

/// <summary>A drawing of how many papers each issue had; of each year, where there are more months than it has room for.</summary>
internal static class SiteChart
{
    private const int Width = 720, Height = 180, Top = 18, Base = 150, MostMonths = 120, MostWidth = 28;

    /// <summary>Null for a single issue, of which there is nothing to compare.</summary>
    public static Html? From(IReadOnlyList<SiteIssue> issues, DraftLanguage language)
    {
        if (issues.Count < 2)
        {
            return null;
        }

        var months = Month.Range(issues.Min(issue => issue.Month), issues.Max(issue => issue.Month)).ToList();
        var papers = issues.ToDictionary(issue => issue.Month, issue => issue.Entries.Count);
        var bars = months.Count <= MostMonths
            ? months.Select(month => new SiteBar(
                language.Days.Issue(month.FirstDay),
                papers.GetValueOrDefault(month),
                month.Number == 1 || month == months[0] ? month.Year : null))
            : months.GroupBy(month => month.Year).Select(year => new SiteBar($"{year.Key}", year.Sum(papers.GetValueOrDefault), year.Key));
        return Drawn([.. bars], months.Count <= MostMonths ? "issue" : "year");
    }

    private static Html Drawn(IReadOnlyList<SiteBar> bars, string of)
    {
        var most = Math.Max(1, bars.Max(bar => bar.Papers));
        var highest = bars.First(bar => bar.Papers == bars.Max(other => other.Papers));
        var step = (double)Width / bars.Count;
        var words = string.Join(
            ", ", bars.Where(bar => bar.Papers > 0).Select(bar => FormattableString.Invariant($"{bar.Name} {bar.Papers}")));
        return $"""
            <figure class="overview">
            <figcaption>Papers by {of}</figcaption>
            <svg class="chart" role="img" aria-labelledby="chart-title chart-text" viewBox="0 0 {Width} {Height}">
            <title id="chart-title">Papers by {of}</title>
            <desc id="chart-text">{words}.</desc>
            <line class="base" x1="0" y1="{Base + 0.5}" x2="{Width}" y2="{Base + 0.5}"/>
            {bars.Index().Select(bar => Bar(bar.Item, bar.Index * step, step, most, bar.Item == highest))}</svg>
            </figure>
            """;
    }

    /// <summary>The first of the highest bars tells the measure of all.</summary>
    private static Html Bar(SiteBar bar, double left, double step, int most, bool isHighest)
    {
        var height = bar.Papers == 0 ? 0 : Math.Max(2, (double)(Base - Top) * bar.Papers / most);
        var width = Math.Min(MostWidth, step - Math.Min(3, step / 4));
        var x = left + ((step - width) / 2);
        Html? drawn = bar.Papers == 0 ? null : (Html)$"""
            <rect class="bar" x="{x}" y="{Base - height}" width="{width}" height="{height}" rx="1.5">{Named(bar)}</rect>

            """;
        Html? top = isHighest ? Text("count middle", left + (step / 2), Base - height - 5, bar.Papers) : null;
        return $"{drawn}{top}{(bar.Tick is { } year ? Text("tick", x, Base + 17, year) : null)}";
    }

    private static Html Named(SiteBar bar) => $"<title>{bar.Name}: {bar.Papers}</title>";

    private static Html Text(string kind, double x, double y, int number) => $"""
        <text class="{kind}" x="{x}" y="{y}">{number.ToString(CultureInfo.InvariantCulture)}</text>

        """;

    /// <param name="Name">What it counts.</param>
    /// <param name="Papers">How many.</param>
    /// <param name="Tick">The year that begins there; null for none.</param>
    private readonly record struct SiteBar(string Name, int Papers, int? Tick);
}
