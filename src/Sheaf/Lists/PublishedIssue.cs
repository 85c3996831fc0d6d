using Sheaf.Arxiv.Identifiers;
using Sheaf.Languages;
using Sheaf.Lists.Import;

namespace Sheaf.Lists;

/// <summary>What lies in the folder of past issues.</summary>
/// <param name="Issues">Those that were read.</param>
/// <param name="Unread">Those that were not: what they covered is not known.</param>
internal sealed record PublishedIssues(IReadOnlyList<PublishedIssue> Issues, IReadOnlyList<UnreadIssue> Unread);

/// <summary>A past issue.</summary>
/// <param name="Path">The file.</param>
/// <param name="Month">By the beginning of its name; null where that is no month.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="List">All that it says of papers.</param>
internal sealed record PublishedIssue(string Path, Month? Month, ReadOnlyMemory<byte> Content, ReadList List)
{
    /// <summary>
    /// What it covered: its entries and its papers in depth. What is named in passing may be covered yet, and Sheaf's own list of papers
    /// that may have been missed is none of the editor's.
    /// </summary>
    public IEnumerable<Claim> Covered
    {
        get
        {
            var listed = List.Listed.ToHashSet();
            return List.Claims.Where(claim => !claim.IsAside && DraftLanguages.PartUnder(claim.Section) != DraftPart.MayHaveMissed
                && (listed.Contains(claim) || claim.Starred || DraftLanguages.PartUnder(claim.Section) == DraftPart.InDepth));
        }
    }

    /// <summary>The papers of <see cref="Covered"/>.</summary>
    public IEnumerable<ArxivIdentifier> Papers => Covered.Select(claim => claim.Reference.Reference?.Identifier).OfType<ArxivIdentifier>();
}

/// <summary>A file among the past issues in which no issue could be read.</summary>
/// <param name="Path">The file.</param>
/// <param name="Month">By the beginning of its name; null where that is no month.</param>
/// <param name="Problem">Why, as a sentence.</param>
internal sealed record UnreadIssue(string Path, Month? Month, string Problem);
