using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Drafts.Formats;
using Sheaf.Drafts.Merging;
using Sheaf.Lists;
using Sheaf.Markdown;
using Sheaf.Text;

namespace Sheaf.Publishing;

/// <summary>What is told of an issue in one line and some words.</summary>
internal static class IssueFacts
{
    private const int LongestSummary = 300;

    /// <summary>On one line, without Markdown.</summary>
    public static string TitleOf(Month month, string markdown) =>
        IssueTitle.Of(markdown) ?? FrontMatter.TitleOf(markdown) ?? $"Notable arXiv papers, {month.Title}";

    /// <summary>Null where the editor has written front matter: it is hers, and stays alone.</summary>
    /// <param name="month">The issue.</param>
    /// <param name="markdown">Its text.</param>
    /// <param name="day">Of its first publishing.</param>
    /// <param name="sources">What is known of its papers.</param>
    public static FrontMatter? FrontMatterOf(Month month, string markdown, DateOnly day, IssueSources sources)
    {
        if (FrontMatterLines.Count(markdown) > 0)
        {
            return null;
        }

        var papers = IssueText.Read(markdown).Papers;
        var tags = TagsOf(papers, sources.Eprints.Find([.. papers]), sources.Lists.ReadEach().Lists);
        return new(TitleOf(month, markdown), day, month.ToString(), SummaryOf(markdown), tags);
    }

    /// <summary>The editor's first paragraph before all entries; without one the line that counts them, or nothing.</summary>
    public static string SummaryOf(string markdown)
    {
        var outline = MarkdownOutlineParser.Read<EditedIndex>(markdown);
        var opening = DraftOpening.Find(outline);
        string? counted = null;
        foreach (var at in outline.Indices.TakeWhile(at => !outline.IsEntry(at) && outline.PaperAt(at) is null))
        {
            if (at.Equals(opening))
            {
                counted = outline[at].Text;
            }
            else if (outline[at].Kind == BlockKind.Paragraph && WordsOf(outline[at].Text) is { Length: > 0 } words)
            {
                return Shortened(words);
            }
        }

        return counted is null ? "" : WordsOf(counted);
    }

    /// <summary>Primary categories of the papers, the commonest first, then the editor's tags in the order of the issue.</summary>
    /// <param name="papers">In the order of the issue.</param>
    /// <param name="known">What the store has of them.</param>
    /// <param name="lists">Where the editor has put tags.</param>
    private static IReadOnlyList<string> TagsOf(
        IReadOnlyList<ArxivIdentifier> papers, IReadOnlyDictionary<ArxivIdentifier, Eprint> known, IReadOnlyList<CuratedList> lists)
    {
        var categories = papers.Where(known.ContainsKey).Select(paper => PlainLine.Of(known[paper].PrimaryCategory))
            .Where(category => category.Length > 0).CountBy(category => category)
            .OrderByDescending(category => category.Value).ThenBy(category => category.Key, StringComparer.Ordinal)
            .Select(category => category.Key);
        var entries = lists.SelectMany(list => list.Entries).Where(entry => entry.Reference is not null)
            .ToLookup(entry => entry.Reference!.Value.Identifier);
        return [.. categories.Concat(papers.SelectMany(paper => entries[paper]).SelectMany(entry => entry.Tags))
            .DistinctBy(tag => tag.ToUpperInvariant())];
    }

    private static string WordsOf(string markdown) => NoteHtml.WordsOfHeading(markdown);

    private static string Shortened(string words)
    {
        if (words.Length <= LongestSummary)
        {
            return words;
        }

        var blank = words.LastIndexOf(' ', LongestSummary);
        var end = blank > 0 ? blank : LongestSummary;
        return $"{words[..(char.IsHighSurrogate(words[end - 1]) ? end - 1 : end)]}…";
    }
}
