namespace Sheaf.Lists.Import;

/// <summary>
/// Paragraphs that are an entry: the title in bold print or quotation marks on the first line, then authors, venue and links on lines of
/// their own.
/// </summary>
internal sealed class BlockTitles(ListPage page)
{
    /// <summary>An entry has no more lines above its links.</summary>
    private const int Highest = 6;

    /// <summary>The title of the paragraph in which a line stands, with the names below it, and its line from 0; null where there is none.</summary>
    public (EntryWords Words, int Line)? Above(int line)
    {
        for (var at = line - 1; at >= Math.Max(0, line - Highest) && IsText(at); at--)
        {
            if (EntryPrefix.Read(page[at].Text).IsTitled && EntryWords.Read(page[at].Text) is { Title: not null } words)
            {
                return (words.Names is null && at + 1 < line ? words with { Names = NamesIn(at + 1) } : words, at);
            }
        }

        return null;
    }

    private NameList? NamesIn(int line) => page[line].Text.Length > 1000 ? null : NameList.Read(page[line].Text.Trim(' ', '\t', '*', '_', '.', '\\'));

    private bool IsText(int line) =>
        !page[line].IsBlank && !page[line].IsComment && !page.HasReference(line) && !page.IsItem(line) && !page.IsRow(line) && page.HeadingLevel(line) is null;
}
