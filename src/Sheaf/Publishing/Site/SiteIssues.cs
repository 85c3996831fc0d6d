using Sheaf.Arxiv.Identifiers;
using Sheaf.Drafts;
using Sheaf.Lists;
using Sheaf.Lists.Import;
using Sheaf.Markdown;
using Sheaf.Text;

namespace Sheaf.Publishing.Site;

/// <summary>A published month, as the site shows it.</summary>
/// <param name="Month">The issue.</param>
/// <param name="Title">On one line.</param>
/// <param name="Markdown">Without front matter.</param>
/// <param name="Entries">Its papers, each once, in the order of the issue.</param>
internal sealed record SiteIssue(Month Month, string Title, string Markdown, IReadOnlyList<SiteEntry> Entries)
{
    /// <summary>When it first came out; of an issue that Sheaf did not publish, the first of the next month.</summary>
    public required DateTimeOffset Published { get; init; }

    /// <summary>When it last came out.</summary>
    public required DateTimeOffset Updated { get; init; }

    public string Summary => IssueFacts.SummaryOf(Markdown);

    /// <summary>Its page, in the folder of the site.</summary>
    public string Page => $"{Month}.html";
}

/// <summary>A paper of an issue.</summary>
/// <param name="Paper">Which.</param>
/// <param name="Title">As the issue prints it; empty where it prints none.</param>
/// <param name="Note">What the issue says of it; empty for nothing.</param>
internal sealed record SiteEntry(ArxivIdentifier Paper, string Title, string Note);

/// <summary>Reads the published months.</summary>
internal static class SiteIssues
{
    private static readonly string[] Endings = [".md", ".markdown", ".txt"];

    /// <summary>
    /// The newest month first. Of several files of a month the Markdown that bears its name alone is its issue; else the first that is
    /// Markdown or text.
    /// </summary>
    /// <param name="published">The folder of past issues.</param>
    /// <param name="onLeftOut">Told of each month whose files cannot be read as Markdown.</param>
    public static IReadOnlyList<SiteIssue> Read(string published, Action<string> onLeftOut)
    {
        var read = new PublishedFolder(published).Read();
        var lists = read.Issues.ToDictionary(issue => issue.Path, issue => issue);
        var files = read.Issues.Where(issue => issue.Month is not null).Select(issue => (Month: issue.Month!.Value, issue.Path))
            .Concat(read.Unread.Where(issue => issue.Month is not null).Select(issue => (Month: issue.Month!.Value, issue.Path)));
        var receipts = new ReceiptFolder(published);
        var issues = new List<SiteIssue>();
        foreach (var month in files.GroupBy(file => file.Month).OrderByDescending(month => month.Key))
        {
            var candidates = month.Select(file => file.Path).Where(path => IsText(path, month.Key))
                .OrderByDescending(path => Path.GetFileName(path) == $"{month.Key}.md").ThenBy(path => path, StringComparer.Ordinal);
            var issue = candidates.Select(path => Read(month.Key, path, lists.GetValueOrDefault(path), receipts)).FirstOrDefault(
                one => one is not null);
            if (issue is null)
            {
                onLeftOut($"{month.Key} is left out: none of its files in published/ can be read as Markdown.");
            }
            else
            {
                issues.Add(issue);
            }
        }

        return issues;
    }

    private static bool IsText(string path, Month month) =>
        Endings.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase)
            && !Path.GetFileName(path).Equals($"{month}.mail.txt", StringComparison.OrdinalIgnoreCase);

    private static SiteIssue? Read(Month month, string path, PublishedIssue? list, ReceiptFolder receipts)
    {
        if (DraftText.Read((list?.Content ?? File.ReadAllBytes(path)).Span)?.Text is not { } text)
        {
            return null;
        }

        var markdown = FrontMatterLines.Without(text);
        var receipt = ReceiptOf(receipts, month);
        var usual = month.Next.Start;
        return new(
            month, IssueFacts.TitleOf(month, text), markdown, list is null ? [] : Entries(list))
        {
            Published = receipt is null ? usual : new(UtcText.ParseDay(receipt.FirstPublished), TimeOnly.MinValue, TimeSpan.Zero),
            Updated = receipt is null ? usual : UtcText.Parse(receipt.At),
        };
    }

    private static IReadOnlyList<SiteEntry> Entries(PublishedIssue issue) =>
    [
        .. from claim in issue.Covered
           where claim.Reference.Reference is not null
           group claim by claim.Reference.Reference!.Value.Identifier into paper
           select new SiteEntry(paper.Key, First(paper, claim => claim.Title), string.Join(' ', paper.Select(claim => claim.Note))),
    ];

    private static string First(IEnumerable<Claim> claims, Func<Claim, string?> said) =>
        PlainLine.Of(claims.Select(said).FirstOrDefault(text => !string.IsNullOrWhiteSpace(text)) ?? "");

    private static Receipt? ReceiptOf(ReceiptFolder receipts, Month month)
    {
        try
        {
            return receipts.Read(month) is { IsWritten: true } receipt ? receipt : null;
        }
        catch (UnreadableReceiptException)
        {
            // The issue is there; only its days are not known.
            return null;
        }
    }
}
