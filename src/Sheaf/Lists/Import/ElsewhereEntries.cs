using System.Text.RegularExpressions;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Markdown;

namespace Sheaf.Lists.Import;

/// <summary>
/// Entries of a text that name no paper on arXiv: their links lead elsewhere or hide where they lead, or they are a title alone.
/// </summary>
/// <param name="page">The list.</param>
/// <param name="prose">What is running prose in it.</param>
/// <param name="columns">What the columns of its tables are.</param>
/// <param name="taken">Lines that are entries already, or titles of papers found.</param>
internal sealed partial class ElsewhereEntries(ListPage page, RunningProse prose, TableColumns columns, IReadOnlySet<int> taken)
{
    /// <summary>Fewer words are no title that could be looked up.</summary>
    private const int FewestWords = 4;

    private const int LongestEntry = 4000;

    private readonly bool[] _leadsToPaper = ItemsWithPapers.Find(page);

    public IEnumerable<PaperlessEntry> FindAll()
    {
        var shown = FencedCode.Without([.. Enumerable.Range(0, page.Count).Select(line => page[line])])
            .Where(line => !line.IsComment && !line.IsWhiteSpace);
        foreach (var line in shown.Select(line => line.Number - 1))
        {
            if (!page.HasReference(line) && !taken.Contains(line) && page[line].Text.Length <= LongestEntry && EntryAt(line) is { } entry)
            {
                yield return entry with { Line = page.LineInFile(line, 0) };
            }
        }
    }

    /// <summary>A publisher's DOI or an address in another archive; null where there is none.</summary>
    public static string? Find(string text) => EntryLinks.Publisher(text);

    private PaperlessEntry? EntryAt(int line) =>
        page.IsRow(line) ? InRow(line)
        : page.IsItem(line) ? InItem(line)
        : page.HeadingLevel(line) is not null ? WithLinks(line, page.HeadingText(line))
        : OnItsOwn(line);

    private PaperlessEntry? InRow(int line)
    {
        var title = columns.TitleIn(line);
        return page[line].IsTableRule || page.TableHead(line) == line ? null
            : WithLinks(line, page[line].Text, title)
            ?? (title is null ? null : new(0, title, PaperlessReason.TitleOnly) { Title = title });
    }

    private PaperlessEntry? InItem(int line)
    {
        var text = page.WordsOf(line);
        if (_leadsToPaper[line])
        {
            return null;
        }

        var below = line + 1;
        while (below < page.Count
            && below < line + 6
            && !page[below].IsWhiteSpace
            && !page.IsItem(below)
            && page[below].Indent > page[line].Indent)
        {
            text += $" {page[below].Text.Trim()}";
            below++;
        }

        return MalformedWord.Find(text, beforeReference: false, isHead: true) is not null ? null
            : WithLinks(line, text) is { } entry
                ? (IsLabelBeside(line, text, isItem: entry.Reason == PaperlessReason.LeadsElsewhere) ? null : entry)
                : (EntryLinks.IsIn(text) || EntryLinks.CountWords(text) < FewestWords || PlainTitle.Of(text) is not { } title ? null
                    : new(0, title, PaperlessReason.Words) { Title = title });
    }

    /// <summary>A line that is a title and its link. A label beside a paper's link is none, nor is a line of links alone.</summary>
    private PaperlessEntry? OnItsOwn(int line)
    {
        var text = page[line].Text;
        if (EntryLinks.Of(text) is not [var first, ..] || text.IndexOf(first, StringComparison.Ordinal) is var at
            && (EntryPrefix.IsLabel(text[..at].TrimEnd('(', '[')) || EntryLinks.CountWords(text[..at]) == 0))
        {
            return null;
        }

        var isEntry = !IsLabelBeside(line, text) && !prose.Holds(line, text[..at], text[(at + first.Length)..]);
        return isEntry
            && WithLinks(line, text) is { } entry
            && (entry.Reason == PaperlessReason.OpaqueLink || !(IsNear(line) || Arxiv().IsMatch(first))) ? entry : null;
    }

    private static PaperlessEntry? WithLinks(int line, string text, string? title = null)
    {
        var links = EntryLinks.Of(text);
        if (Aside().IsMatch(text) || (links.Count == 0 && Find(text) is null))
        {
            return null;
        }

        title ??= EntryLinks.TitleIn(text);
        var opaque = links.Find(LinkTarget.IsOpaque);
        return opaque is not null
            ? new(line, opaque, PaperlessReason.OpaqueLink) { Title = title }
            : new(line, Find(text) ?? links[0], PaperlessReason.LeadsElsewhere) { Title = title };
    }

    /// <summary>
    /// <c>Code: LINK</c> beside the link to a paper belongs to that paper. Of items only those do that were made with it: what people said
    /// of it elsewhere is an entry.
    /// </summary>
    private bool IsLabelBeside(int line, string text, bool isItem = false) =>
        IsNear(line)
        && EntryLinks.Of(text) is [var link]
        && text[..text.IndexOf(link, StringComparison.Ordinal)].TrimEnd('(', '[') is var before
        && (isItem ? EntryLinks.IsPartOfPaper(before) : EntryPrefix.IsLabel(before) || EntryLinks.IsCompanion(before));

    private bool IsNear(int line)
    {
        for (var step = 1; step <= 3 && line - step >= 0 && !page[line - step].IsWhiteSpace; step++)
        {
            if (page.HasReference(line - step))
            {
                return true;
            }
        }

        for (var step = 1; step <= 3 && line + step < page.Count && !page[line + step].IsWhiteSpace; step++)
        {
            if (page.HasReference(line + step))
            {
                return true;
            }
        }

        return false;
    }

    private const RegexOptions AnyCase = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"^https?://([a-z]{2,9}\.)?arxiv\.org(/|\z)", AnyCase)]
    private static partial Regex Arxiv();

    // What stands on every page and in every mail beside its list.
    [GeneratedRegex(
        @"\b(unsubscribe|view (this |it )?(e-?mail )?in (your )?browser|(manage|update|change) (your )?(e-?mail )?(preferences|settings"
        + @"|subscriptions?|alerts?)|privacy( policy| notice)?|terms of (use|service)|imprint|log ?in|sign (in|up)|subscribe"
        + @"|abbestellen|impressum|se désabonner|cancel alert|list alerts)\b", AnyCase)]
    private static partial Regex Aside();
}
