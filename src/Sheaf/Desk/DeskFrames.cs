using System.Security.Cryptography;
using System.Text;
using Sheaf.Answers;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Desk.Pages;
using Sheaf.Lists;
using Sheaf.Service.Runs;
using Sheaf.Text;

namespace Sheaf.Desk;

/// <summary>Makes what stands around the pages.</summary>
internal sealed class DeskFrames(DeskParts parts, RunQueue runs, MonthChecks checks)
{
    private readonly string _workspace =
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(parts.Workspace.Folder))).AsSpan(0, 6));

    /// <summary>Of a page about a month.</summary>
    public DeskFrame OfMonth(Month month, string title, string page) => new(title, page)
    {
        Workspace = _workspace,
        Month = month.ToString(),
        MonthTitle = month.Title,
        Previous = ArxivMonths.Contain(month.Previous) ? month.Previous.ToString() : null,
        Next = month < Month.Of(parts.Time.GetUtcNow()) ? month.Next.ToString() : null,
        Tabs =
        [
            new("Month", DeskPaths.Of(month), "month"),
            new("Suggestions", DeskPaths.Suggestions(month), "suggestions", parts.Suggestions.Count(month).Open),
            new("List", $"/{month}/list", "list"),
            new("Draft", $"/{month}/draft", "draft"),
            new("Check", $"/{month}/check", "check", checks.LastCountOf(month)),
            .. BallotTab(month),
            .. DeskTabs.OfAll,
        ],
        Run = Running,
    };

    private IEnumerable<DeskTab> BallotTab(Month month) =>
        parts.Ballots.Exist(month) ? [new("Votes", DeskPaths.Ballot(month), "ballot")] : [];

    private string? Running => runs.Current is { } run ? SafeText.OneLine(run.Sentence) : null;

    /// <summary>Of a page that is about no month: what stands around it leads to the month under work.</summary>
    public DeskFrame OfAll(string title, string page) => OfMonth(MonthUnderWork(), title, page);

    /// <summary>The latest month that has a list of its own and no issue yet, else the one that is under way.</summary>
    public Month MonthUnderWork()
    {
        var now = Month.Of(parts.Time.GetUtcNow());
        var open = new CuratedFolder(parts.Workspace.Curated).Months()
            .Where(month => month <= now && !File.Exists(Path.Combine(parts.Workspace.Published, $"{month}.md"))).ToList();
        return open.Count > 0 ? open.Max() : now;
    }
}

/// <summary>The pages that are about no month.</summary>
internal static class DeskTabs
{
    public static IReadOnlyList<DeskTab> OfAll { get; } =
        [new("Search", "/search", "search"), new("Runs", "/runs", "runs"), new("Keys", "/keys", "keys"), new("Help", "/help", "help")];
}
