using System.Globalization;
using Sheaf.Languages;

namespace Sheaf.Drafts.Formats;

/// <summary>A drawing of the month's papers by the day of their first version, with those of other months at the ends.</summary>
internal static class DayChart
{
    private const int Width = 360, Height = 190, Top = 22, Base = 158, EndWidth = 44;

    /// <summary>A number of three digits is wider than its bar.</summary>
    private const int MostLabelled = 99;

    public static Html From(MonthFigures figures, DraftLanguage language)
    {
        var most = Math.Max(Math.Max(figures.Earlier, figures.Later), Math.Max(1, figures.Days.Max(day => day.Count)));
        var start = figures.Earlier > 0 ? EndWidth : 0;
        var step = (double)(Width - start - (figures.Later > 0 ? EndWidth : 0)) / figures.Days.Count;
        Html?[] bars =
        [
            End(figures.Earlier, 0, most, language.Page.Earlier),
            .. figures.Days.Select((day, number) => Day(day, start + (number * step), step, most, language)),
            End(figures.Later, Width - EndWidth + 12, most, language.Page.Later),
        ];
        return $"""
            <svg class="chart" role="img" aria-labelledby="days-title days-text" viewBox="0 0 {Width} {Height}">
            <title id="days-title">{language.Page.PapersByDay}</title>
            <desc id="days-text">{Words(figures, language)}</desc>
            <line class="base" x1="0" y1="158.5" x2="360" y2="158.5"/>
            {bars}</svg>
            """;
    }

    private static Html Day(DayFigure day, double left, double step, int most, DraftLanguage language)
    {
        var name = language.Days.LongOn(day.Day);
        var bar = day.Count > 0 ? Bar(day.Count, left + 1.5, step - 3, most, FormattableString.Invariant($"{name}: {day.Count}")) : null;
        var number = day.Day.Day;
        var tick = number % 7 == 1 ? Text("tick", left + (step / 2), Base + 16, number.ToString(CultureInfo.InvariantCulture)) : null;
        return $"{bar}{tick}";
    }

    private static Html? End(int count, double left, int most, string name)
    {
        if (count == 0)
        {
            return null;
        }

        var bar = Bar(count, left + 4, EndWidth - 20, most, FormattableString.Invariant($"{name}: {count}"));
        return $"{bar}{Text("tick", left + (EndWidth / 2) - 6, Base + 16, name)}";
    }

    private static Html Bar(int count, double left, double width, int most, string words)
    {
        var height = Math.Max(2, (double)(Base - Top) * count / most);
        Html bar = $"""
            <rect class="bar" x="{left}" y="{Base - height}" width="{width}" height="{height}" rx="1.5"><title>{words}</title></rect>
            """;
        var label = most <= MostLabelled || count == most
            ? Text("count", left + (width / 2), Base - height - 4, count.ToString(CultureInfo.InvariantCulture))
            : null;
        return $"{bar}{label}";
    }

    private static Html Text(string kind, double middle, double y, string text) => $"""
        <text class="middle {kind}" x="{middle}" y="{y}">{text}</text>

        """;

    private static string Words(MonthFigures figures, DraftLanguage language)
    {
        var days = figures.Days.Where(day => day.Count > 0)
            .Select(day => FormattableString.Invariant($"{language.Days.LongOn(day.Day)} {day.Count}"));
        return string.Join(", ", [.. Ends(language.Page.Earlier, figures.Earlier), .. days, .. Ends(language.Page.Later, figures.Later)])
            + ".";
    }

    private static string[] Ends(string name, int count) => count == 0 ? [] : [FormattableString.Invariant($"{name} {count}")];
}
