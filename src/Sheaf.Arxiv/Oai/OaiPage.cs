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

    /// <summary>Whether the answer was <c>noRecordsMatch</c>: an empty list or, behind a token, one whose last rows have gone meanwhile.</summary>
    public bool IsNothing { get; init; }

    /// <summary>Where the list goes on; null behind its last page. Known only to who reads the whole list.</summary>
    public OaiPosition? Next { get; init; }

    internal DateOnly? LatestDatestamp => Items.Max(item => item.Datestamp);
}
