namespace Sheaf.Replica.Faults;

/// <summary>
/// What can go wrong with a request. In a file of rules each is written in small letters with hyphens: <c>rate-exceeded</c>.
/// </summary>
public enum FaultKind
{
    /// <summary>429, as when a client is too fast.</summary>
    RateExceeded,

    /// <summary>503.</summary>
    Unavailable,

    /// <summary>406, as arXiv's edge answers in its bad hours (field guide 2.7).</summary>
    NotAcceptable,

    /// <summary>403, as to a client that arXiv has shut out.</summary>
    AccessDenied,

    /// <summary>500.</summary>
    ServerError,

    /// <summary>502, from whatever stands in front of arXiv.</summary>
    BadGateway,

    /// <summary>400 with an error feed that names the last identifier of the list, as for a malformed one (field guide 2.5).</summary>
    Rejected,

    /// <summary>The same, naming none.</summary>
    RejectedUnnamed,

    /// <summary>A feed without an entry that says there are no results, or a page or document without a word (field guide 2.5).</summary>
    Empty,

    /// <summary>A feed that lacks every second paper it should have; anything else is answered as always.</summary>
    Forgetful,

    /// <summary>200, and a page in HTML that says something about maintenance.</summary>
    Garbled,

    /// <summary>An answer that ends in the middle, and says that this is all of it.</summary>
    Truncated,

    /// <summary>An answer whose connection breaks in the middle.</summary>
    CutOff,

    /// <summary>An answer that stops in the middle; the connection stays open until the client leaves.</summary>
    Stalled,

    /// <summary>The connection breaks before the answer.</summary>
    Dropped,

    /// <summary>302 to a host that is not arXiv's.</summary>
    Elsewhere,

    /// <summary>An answer with 256 MB of blanks after it.</summary>
    Endless,

    /// <summary>A few kilobytes, compressed, that become 256 MB.</summary>
    Bomb,

    /// <summary>
    /// Rows of a list move while it is paged through. The query API answers as though a row in the middle of the page had gone meanwhile;
    /// over OAI-PMH a record that has been handed out is edited and moves to the end, for good (field guide 3.3).
    /// </summary>
    Moved,

    /// <summary>A page that ends after half of its rows; a token goes on from there.</summary>
    Shortened,

    /// <summary>A page without a row, though the total is as ever and the list goes on.</summary>
    Vacant,

    /// <summary>What the same interface answered last, once more.</summary>
    Repeated,

    /// <summary>A token that has expired.</summary>
    Expired,
}
