using System.Text.RegularExpressions;

namespace Sheaf.Curation.Readers;

/// <summary>Entries of a text that name a paper by a publisher's DOI, or at an archive that is not arXiv.</summary>
internal static partial class ElsewhereEntries
{
    public static IEnumerable<PaperlessEntry> FindAll(ListPage page)
    {
        for (var line = 0; line < page.Count; line++)
        {
            if (!page.HasReference(line) && (page.IsItem(line) || page[line].IsRow) && Find(page[line].Text) is { } text)
            {
                yield return new(page.LineInFile(line, 0), text, PaperlessReason.LeadsElsewhere);
            }
        }
    }

    /// <summary>The DOI or address; null where there is none.</summary>
    public static string? Find(string text) => Reference().Match(text) is { Success: true } match ? match.Value.TrimEnd('.', ',', ';') : null;

    // arXiv's own DOIs begin with 10.48550.
    [GeneratedRegex(@"\b10\.(?!48550/)[0-9]{4,9}/[^\s\]\[()<>|""]{1,200}|https?://([a-z0-9-]{1,30}\.)?(openreview\.net|aclanthology\.org|biorxiv\.org|medrxiv\.org|papers\.ssrn\.com|proceedings\.mlr\.press|hal\.science)/[^\s\]\[()<>|""]{1,300}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Reference();
}
