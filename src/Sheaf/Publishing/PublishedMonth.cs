using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Drafts;
using Sheaf.Drafts.Edited;
using Sheaf.Files;
using Sheaf.Markdown;
using Sheaf.Settings;

namespace Sheaf.Publishing;

/// <summary>A month that Sheaf has published, and what became of it since.</summary>
/// <param name="Receipt">Of the last time.</param>
/// <param name="Files">The whole paths of its files.</param>
/// <param name="Change">How the draft differs by now.</param>
/// <param name="Errata">Its papers that arXiv has withdrawn, replaced or retitled since.</param>
internal sealed record PublishedMonth(
    Receipt Receipt, IReadOnlyList<string> Files, IssueChange Change, IReadOnlyList<Erratum> Errata)
{
    /// <summary>Null where the month was not published by Sheaf, or not to the end.</summary>
    /// <param name="workspace">Whose.</param>
    /// <param name="month">Which.</param>
    /// <param name="find">What the store has of papers.</param>
    /// <exception cref="UnreadableReceiptException">Whether it was published cannot be told.</exception>
    public static PublishedMonth? Read(
        Workspace workspace, Month month, Func<IReadOnlyCollection<ArxivIdentifier>, IReadOnlyDictionary<ArxivIdentifier, Eprint>> find) =>
        new ReceiptFolder(workspace.Published).Read(month) is not { IsWritten: true } receipt ? null : new(
            receipt,
            [.. receipt.Files.Select(file => Path.Combine(workspace.Published, file.Name))],
            TextOfDraft(workspace, month)?.Since(receipt.Text) ?? IssueChange.None,
            Erratum.Among(month, receipt.Text.Entries, find));

    /// <summary>The draft as it would be published now; null where there is none that could be.</summary>
    private static IssueText? TextOfDraft(Workspace workspace, Month month)
    {
        var draft = workspace.DraftFile(month);
        return TextOf(draft) is { Length: > 0 } text
            ? IssueText.Read(EditedMarkdown.Render(
                EditedDraft.Read(text, TextOf(Path.Combine(workspace.Drafts, ".sheaf", $"{month}.base.md")))))
            : null;
    }

    private static string? TextOf(string path) =>
        SharedFile.Look(path, FileLimits.OwnList).Content is { } content ? DraftText.Read(content)?.Text : null;
}

/// <summary>Something that readers of an issue should hear.</summary>
/// <param name="Paper">The paper.</param>
/// <param name="What"><c>withdrawn</c>, <c>retitled</c> or <c>replaced</c>.</param>
/// <param name="Before">The title or version that the issue knew; null for a withdrawal.</param>
/// <param name="After">The present one; null for a withdrawal.</param>
/// <param name="Line">
/// A paragraph of Markdown for the next issue, as a sentence: with its link at the end its words would be read as the paper's title, and
/// check would find two titles for one paper.
/// </param>
internal sealed record Erratum(ArxivIdentifier Paper, string What, string? Before, string? After, string Line)
{
    internal static IReadOnlyList<Erratum> Among(
        Month month, IReadOnlyList<ReceiptEntry> entries,
        Func<IReadOnlyCollection<ArxivIdentifier>, IReadOnlyDictionary<ArxivIdentifier, Eprint>> find)
    {
        var known = entries.Where(entry => entry.Title is not null && ArxivIdentifier.TryParse(entry.Id, out _))
            .ToDictionary(entry => ArxivIdentifier.Parse(entry.Id));
        var now = find([.. known.Keys]);
        return [.. known.Where(one => now.ContainsKey(one.Key)).SelectMany(one => Of(month, one.Value, now[one.Key]))];
    }

    private static IEnumerable<Erratum> Of(Month month, ReceiptEntry then, Eprint now)
    {
        // A title that opens a line would make the line an entry of the next issue.
        var paper = $"the paper “{MarkdownText.Of(then.Title!)}” (https://arxiv.org/abs/{now.Identifier})";
        if (now.Withdrawn && then.Withdrawn is false)
        {
            yield return new(
                now.Identifier, "withdrawn", null, null, $"Erratum to {month.Title}: {paper} has been withdrawn from arXiv.");
            yield break;
        }

        if (now.Title != then.Title)
        {
            yield return new(
                now.Identifier, "retitled", then.Title, now.Title,
                $"Erratum to {month.Title}: {paper} is now called “{MarkdownText.Of(now.Title)}”.");
        }

        if (now.LatestVersion > then.Latest)
        {
            yield return new(
                now.Identifier, "replaced", $"v{then.Latest}", $"v{now.LatestVersion}",
                $"Erratum to {month.Title}: of {paper} there is now version {now.LatestVersion}.");
        }
    }
}
