using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Arxiv.Oai;

/// <summary>One page of a list, in the order of the answer: what changed longest ago comes first.</summary>
/// <param name="Items">Its records. Empty where nothing matches, and at times in the middle of a list.</param>
/// <param name="Token">What asks for the next page; null where the answer gives none.</param>
public sealed record OaiPage(IReadOnlyList<OaiItem> Items, string? Token)
{
    /// <summary>
    /// Whether the answer had the element of a token, be it empty: the last page of a list of several has it, and one that lacks it was not
    /// answered as it should be (field guide 3.3).
    /// </summary>
    public bool HasTokenElement { get; init; }

    /// <summary>
    /// Whether the answer was <c>noRecordsMatch</c>: an empty list or, behind a token, one whose last rows have gone meanwhile.
    /// </summary>
    public bool IsNothing { get; init; }

    /// <summary>Where the list goes on; null behind its last page. Known only to who reads the whole list.</summary>
    public OaiPosition? Next { get; init; }

    internal DateOnly? LatestDatestamp => Items.Max(item => item.Datestamp);
}

/// <summary>Which records a list over OAI-PMH is to hold (field guide 3.2).</summary>
/// <param name="Format">The format of the records.</param>
public sealed record OaiList(OaiFormat Format)
{
    /// <summary>
    /// A group, archive or category of arXiv's as OAI-PMH names it, <c>cs:cs:LG</c>; cross-lists are in it. Null: everything.
    /// </summary>
    public string? Set { get; init; }

    /// <summary>
    /// The first day on which the record last changed; there is no selecting by the day of submission. Null: no bound. arXiv refuses days
    /// before 16 September 2005.
    /// </summary>
    public DateOnly? From { get; init; }

    /// <summary>
    /// The last such day. Null, which arXiv advises: no bound. What changes while it is listed leaves a list that has one.
    /// </summary>
    public DateOnly? Until { get; init; }
}

/// <summary>One record of a list. One that cannot be read says why and does not cost the others.</summary>
/// <param name="Name">As in the header: <c>oai:arXiv.org:2405.99901</c>; empty where it has none.</param>
/// <param name="Identifier">Null where the name is not one of arXiv's.</param>
/// <param name="Datestamp">The day on which the record, not the e-print, last changed; null where there is none.</param>
/// <param name="Record">Null where the record is deleted or cannot be read.</param>
/// <param name="Fault">Why it cannot be read; null where it can, or is deleted.</param>
/// <param name="IsDeleted">Whether the header says so. arXiv promises such headers; none has been seen (field guide 3.3).</param>
public sealed record OaiItem(
    string Name, ArxivIdentifier? Identifier, DateOnly? Datestamp, EprintRecord? Record, string? Fault, bool IsDeleted)
{
    private const int LongestName = 200;

    internal static OaiItem Of(OaiRecord record)
    {
        var (header, name) = (record.Header, record.Header.Name);
        return new(
            name[..Math.Min(name.Length, LongestName)], header.Identifier, header.Datestamp, record.Eprint, record.Fault, header.IsDeleted);
    }
}

/// <summary>How far a list has been read.</summary>
/// <param name="Token">What the next page is asked for with, as arXiv gave it; null: from the beginning, or from
/// <paramref name="Datestamp"/>.</param>
/// <param name="Datestamp">The latest datestamp seen: from the day before it on a list is begun anew when the token has expired. Null: none
/// yet.</param>
public sealed record OaiPosition(string? Token, DateOnly? Datestamp);
