namespace Sheaf.Curation.Readers;

/// <summary>Somebody's list, read.</summary>
/// <param name="Claims">Every place that names a paper on arXiv, or was meant to, in the order of the file.</param>
/// <param name="Elsewhere">Entries that name a paper, but none on arXiv.</param>
public sealed record ReadList(IReadOnlyList<Claim> Claims, IReadOnlyList<ElsewhereEntry> Elsewhere)
{
    /// <summary>The entries; the mentions where there are no entries at all, as in a curated list.</summary>
    public IEnumerable<Claim> Listed
    {
        get
        {
            var hasEntries = Claims.Any(claim => claim.IsEntry);
            return Claims.Where(claim => claim.IsEntry == hasEntries);
        }
    }

    internal static ReadList Of(IEnumerable<ReadList> parts)
    {
        var all = parts.ToList();
        return new([.. all.SelectMany(part => part.Claims)], [.. all.SelectMany(part => part.Elsewhere)]);
    }
}

/// <summary>An entry whose only reference is to a publisher or another archive.</summary>
/// <param name="Line">Where it stands, from 1.</param>
/// <param name="Text">The DOI or address as written.</param>
public sealed record ElsewhereEntry(int Line, string Text);
