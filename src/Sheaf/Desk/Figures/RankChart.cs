using System.Globalization;
using Sheaf.Drafts.Formats;
using Sheaf.Text;

namespace Sheaf.Desk;

/// <summary>Where the picks of earlier months stood in their rankings: drawn, and once more as a table.</summary>
internal static class RankChart
{
    private const int Width = 360, RowHeight = 20, Left = 88, LongestBar = 230;

    /// <summary>The last rank of each band; what comes after the last of them is one more.</summary>
    private static readonly int[] Bands = [10, 20, 50, 100, 200, 500, 1_000];

    /// <param name="ranks">From 1; at least one.</param>
    public static Html From(IReadOnlyList<int> ranks)
    {
        var rows = Rows(ranks);
        var most = rows.Max(row => row.Picks);
        var words = string.Join(", ", rows.Select(row => $"{row.Name}: {row.Picks}"));
        return $"""
            <svg class="chart" role="img" aria-labelledby="ranks ranks-text" viewBox="0 0 {Width} {rows.Count * RowHeight}">
            <title id="ranks">Picks of earlier months by their rank</title>
            <desc id="ranks-text">{words}.</desc>
            {Html.Lines(rows.Select((row, number) => Row(row, number * RowHeight, most)))}
            </svg>
            <table>
            <caption>Picks of earlier months by their rank</caption>
            <thead><tr><th scope="col">Rank</th><th scope="col">Picks</th><th scope="col">So far</th></tr></thead>
            <tbody>
            {Html.Lines(rows.Select(row =>
                (Html)$"""<tr><th scope="row">{row.Name}</th><td>{row.Picks}</td><td>{Share(row.SoFar, ranks.Count)}</td></tr>"""))}
            </tbody>
            </table>
            """;
    }

    private static Html Row(Band row, int top, int most)
    {
        var length = row.Picks == 0 ? 0 : Math.Max(2, (double)LongestBar * row.Picks / most);
        return $"""
            <text class="tick" x="0" y="{top + 13}">{row.Name}</text>
            <rect class="bar" x="{Left}" y="{top + 5}" width="{length}" height="9" rx="1.5"/>
            <text class="count" x="{Left + length + 6}" y="{top + 13}">{row.Picks}</text>
            """;
    }

    private static List<Band> Rows(IReadOnlyList<int> ranks)
    {
        var (rows, first) = (new List<Band>(), 1);
        foreach (var last in Bands)
        {
            rows.Add(new($"{Humanize.Number(first)} to {Humanize.Number(last)}", Between(ranks, first, last), Between(ranks, 1, last)));
            first = last + 1;
        }

        rows.Add(new($"from {Humanize.Number(first)}", Between(ranks, first, int.MaxValue), ranks.Count));
        return rows;
    }

    private static int Between(IReadOnlyList<int> ranks, int first, int last) => ranks.Count(rank => rank >= first && rank <= last);

    private static string Share(int part, int whole) => string.Create(CultureInfo.InvariantCulture, $"{100 * part / whole} %");

    private sealed record Band(string Name, int Picks, int SoFar);
}
