using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Arxiv.Atom;

/// <summary>One answer of the query API (field guide 2.2).</summary>
/// <param name="Records">
/// What it says of each e-print, in the order of the answer, which for identifier lists is not that of the request. An e-print asked for
/// and not in here is unknown to arXiv, or arXiv left it out for once (field guide 2.4). Of several versions of an e-print the highest is
/// kept.
/// </param>
/// <param name="TotalResults">All that the request matches, on this page or not; for identifier lists those that exist.</param>
/// <param name="StartIndex">The position of the first entry among them, from 0.</param>
/// <param name="Unreadable">The entries that could not be read.</param>
public sealed record AtomAnswer(
    IReadOnlyDictionary<ArxivIdentifier, EprintRecord> Records,
    int TotalResults,
    int StartIndex,
    IReadOnlyList<AtomRejection> Unreadable)
{
    /// <summary>The entries as the answer had them: unreadable and repeated ones are counted too.</summary>
    public int EntryCount { get; init; } = Records.Count + Unreadable.Count;
}

/// <summary>An entry of an answer that could not be read. The other entries of the answer are not touched by it.</summary>
/// <param name="Id">The entry's <c>id</c> as it stood there; empty where it had none.</param>
/// <param name="Reason">What is wrong with it, naming the element.</param>
public sealed record AtomRejection(string Id, string Reason);
