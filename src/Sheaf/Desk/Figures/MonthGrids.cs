using Sheaf.Arxiv.Identifiers;
using Sheaf.Desk.Pages;
using Sheaf.Lists;

namespace Sheaf.Desk;

/// <summary>Makes the grid of all months that there is anything of.</summary>
internal sealed class MonthGrids(DeskParts parts)
{
    /// <summary>More than arXiv has; a list named for the year 9999 does not fill the page.</summary>
    private const int MostYears = 50;

    /// <param name="present">The month whose page it is.</param>
    /// <returns>By year, the newest first.</returns>
    public IReadOnlyList<YearRow> Make(Month present)
    {
        var listed = new CuratedFolder(parts.Workspace.Curated).Months().ToHashSet();
        var swept = parts.Local.Sweeps.Complete(parts.Settings.Sweep.Categories.Name).Select(sweep => sweep.Month).ToHashSet();
        var (drafted, published) = (MonthsIn(parts.Workspace.Drafts), MonthsIn(parts.Workspace.Published));
        return
        [
            .. new[] { listed, swept, drafted, published, [present] }.SelectMany(months => months).Select(month => month.Year).Distinct()
                .OrderDescending().Take(MostYears).Select(year => new YearRow(
                    year,
                    [.. Enumerable.Range(1, 12).Select(number => new Month(year, number)).Select(month => new MonthCell(
                        month.ToString(), month.Title,
                        published.Contains(month) ? MonthState.Published
                        : drafted.Contains(month) ? MonthState.Drafted
                        : listed.Contains(month) ? MonthState.Listed
                        : swept.Contains(month) ? MonthState.Swept
                        : MonthState.Nothing,
                        month == present))])),
        ];
    }

    /// <summary>The months that files of this folder are named for.</summary>
    private static HashSet<Month> MonthsIn(string folder) => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, "*.md").Select(path => CuratedList.MonthOf(Path.GetFileName(path))).OfType<Month>()]
        : [];
}
