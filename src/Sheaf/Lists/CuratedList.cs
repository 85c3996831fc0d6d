using System.Security.Cryptography;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Lists;

/// <summary>One file of an editor's picks, read.</summary>
/// <param name="Name">The file's name: <c>2024-04.md</c>.</param>
/// <param name="Month">The month the editor gave it by its name; null where each paper goes to the month of its first submission.</param>
/// <param name="Entries">Items and mentions, malformed ones too, in file order; the same paper may come more than once.</param>
internal sealed record CuratedList(string Name, Month? Month, IReadOnlyList<CuratedEntry> Entries)
{
    /// <summary>SHA-256 of the file's bytes in lower-case hexadecimal; null where the list was not read from a file.</summary>
    /// <remarks>
    /// Only reckoned when asked for: most commands do not, and loading the cryptography takes longer than reading the lists.
    /// </remarks>
    public string? Sha256 => Bytes is { } bytes ? Convert.ToHexStringLower(SHA256.HashData(bytes)) : null;

    /// <summary>The file as it was read; null where the list was not read from one.</summary>
    internal byte[]? Bytes { get; init; }

    /// <summary>What belongs in a draft: the items, or the mentions where the file has no items. Malformed ones are among them.</summary>
    public IEnumerable<CuratedEntry> Drafted
    {
        get
        {
            var hasItems = Entries.Any(entry => !entry.IsMention);
            return Entries.Where(entry => entry.IsMention != hasItems);
        }
    }

    /// <summary>Reads a list; any text is one.</summary>
    public static CuratedList Parse(string name, string text)
    {
        var month = MonthOf(name);
        return new(name, month, CuratedListReader.Read(text, month));
    }

    /// <summary>
    /// The month a list's file name gives it: that of <c>2024-04.md</c>, and of <c>2024-04.weekly.md</c>; null where it gives none.
    /// </summary>
    internal static Month? MonthOf(string name) =>
        name.Length > 8 && name[7] == '.' && Arxiv.Identifiers.Month.TryParse(name[..7], out var month) && ArxivMonths.Contain(month)
            ? month
            : null;
}
