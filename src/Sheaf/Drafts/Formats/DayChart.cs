using System.Globalization;

namespace Sheaf.Drafts.Formats;

/// <summary>A drawing of the month's papers by the day of their first version, with those of other months at the ends.</summary>
internal static class DayChart
{
    private const int Width = 360, Height = 190, Top = 22, Base = 158, EndWidth = 44;

    /// <summary>A number of three digits is wider than its bar.</summary>
    private const int MostLabelled = 99;

    public static void Write(HtmlText html, MonthFigures figures)
    {
        var most = Math.Max(Math.Max(figures.Earlier, figures.Later), Math.Max(1, figures.Days.Max(day => day.Count)));
        html.Raw("<svg class=\"chart\" role=\"img\" aria-labelledby=\"days-title days-text\" viewBox=\"0 0 ").Number(Width).Raw(" ").Number(Height)
            .Raw("\">\n<title id=\"days-title\">Papers by day of first submission</title>\n<desc id=\"days-text\">").Text(Words(figures)).Raw("</desc>\n")
            .Raw("<line class=\"base\" x1=\"0\" y1=\"158.5\" x2=\"360\" y2=\"158.5\"/>\n");
        var start = figures.Earlier > 0 ? EndWidth : 0;
        var step = (double)(Width - start - (figures.Later > 0 ? EndWidth : 0)) / figures.Days.Count;
        WriteEnd(html, figures.Earlier, 0, most, "earlier");
        for (var at = 0; at < figures.Days.Count; at++)
        {
            WriteDay(html, figures.Days[at], start + (at * step), step, most);
        }

        WriteEnd(html, figures.Later, Width - EndWidth + 12, most, "later");
        html.Raw("</svg>\n");
    }

    private static void WriteDay(HtmlText html, DayFigure day, double left, double step, int most)
    {
        if (day.Count > 0)
        {
            var name = day.Day.ToString("d MMMM", CultureInfo.InvariantCulture);
            WriteBar(html, day.Count, left + 1.5, step - 3, most, FormattableString.Invariant($"{name}: {day.Count}"));
        }

        if (day.Day.Day % 7 == 1)
        {
            WriteText(html, "tick", left + (step / 2), Base + 16, day.Day.Day.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static void WriteEnd(HtmlText html, int count, double left, int most, string name)
    {
        if (count > 0)
        {
            WriteBar(html, count, left + 4, EndWidth - 20, most, FormattableString.Invariant($"{name}: {count}"));
            WriteText(html, "tick", left + (EndWidth / 2) - 6, Base + 16, name);
        }
    }

    private static void WriteBar(HtmlText html, int count, double left, double width, int most, string words)
    {
        var height = Math.Max(2, (double)(Base - Top) * count / most);
        html.Raw("<rect class=\"bar\" x=\"").Length(left).Raw("\" y=\"").Length(Base - height).Raw("\" width=\"").Length(width).Raw("\" height=\"").Length(height)
            .Raw("\" rx=\"1.5\"><title>").Text(words).Raw("</title></rect>");
        if (most <= MostLabelled || count == most)
        {
            WriteText(html, "count", left + (width / 2), Base - height - 4, count.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static void WriteText(HtmlText html, string kind, double middle, double y, string text) =>
        html.Raw("<text class=\"middle ").Raw(kind).Raw("\" x=\"").Length(middle).Raw("\" y=\"").Length(y).Raw("\">").Text(text).Raw("</text>\n");

    private static string Words(MonthFigures figures)
    {
        var days = figures.Days.Where(day => day.Count > 0)
            .Select(day => $"{day.Day.ToString("d MMMM", CultureInfo.InvariantCulture)} {day.Count.ToString(CultureInfo.InvariantCulture)}");
        return string.Join(", ", [.. Ends("earlier", figures.Earlier), .. days, .. Ends("later", figures.Later)]) + ".";
    }

    private static string[] Ends(string name, int count) => count == 0 ? [] : [FormattableString.Invariant($"{name} {count}")];
}
