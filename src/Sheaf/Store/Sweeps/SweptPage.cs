using Sheaf.Arxiv.Eprints;

namespace Sheaf.Store.Sweeps;

/// <summary>A page of a listing, to be kept together with the place where the listing goes on.</summary>
/// <param name="Categories">As in the table <c>sweep</c>.</param>
/// <param name="Pass">The number of the sweep.</param>
/// <param name="Rows">All rows.</param>
/// <param name="Records">What is said of those that are kept.</param>
/// <param name="Place">The name under which the place is kept.</param>
/// <param name="Position">Where it goes on, as the bookmark keeps it.</param>
/// <param name="Fetched">When the page was received.</param>
public sealed record SweptPage(
    string Categories, long Pass, IReadOnlyList<SweptRow> Rows, IReadOnlyList<EprintRecord> Records, string Place, string Position, DateTimeOffset Fetched)
{
    /// <summary>Where the rows are all there is from one moment up to another, those that an earlier page of this sweep showed there are gone. Null: they add to it.</summary>
    public (DateTimeOffset From, DateTimeOffset Until)? Replaces { get; init; }
}
