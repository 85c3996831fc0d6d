namespace Sheaf.Lists.Import;

/// <summary>Somebody's list, read.</summary>
/// <param name="Claims">Every place that names a paper on arXiv, or was meant to, in the order of the file.</param>
/// <param name="Paperless">Entries that name no paper on arXiv, in the order of the file.</param>
internal sealed record ReadList(IReadOnlyList<Claim> Claims, IReadOnlyList<PaperlessEntry> Paperless)
{
    /// <summary>
    /// The entries. Where there are none, and no records either, the mentions: a text that is all prose names its papers in prose.
    /// What a record says of other papers, in its abstract or its references, and what stands aside is never listed.
    /// </summary>
    public IEnumerable<Claim> Listed
    {
        get
        {
            var hasEntries = Claims.Any(claim => claim.IsEntry);
            return Claims.Where(claim => claim.IsEntry || (!hasEntries && !claim.IsInRecord && !claim.IsAside));
        }
    }

    /// <summary>As a part of a file, so many lines below its beginning.</summary>
    internal ReadList Below(int lines) => lines == 0 ? this
        : new([.. Claims.Select(claim => claim with { Line = claim.Line + lines })],
            [.. Paperless.Select(entry => entry with { Line = entry.Line + lines })]);

    /// <summary>All that the parts of a file hold, in the order of the file.</summary>
    internal static ReadList InOrder(IEnumerable<ReadList> parts)
    {
        var all = Of(parts);
        return new([.. all.Claims.OrderBy(claim => claim.Line)], [.. all.Paperless.OrderBy(entry => entry.Line)]);
    }

    internal static ReadList Of(IEnumerable<ReadList> parts)
    {
        var all = parts.ToList();
        return new([.. all.SelectMany(part => part.Claims)], [.. all.SelectMany(part => part.Paperless)]);
    }
}
