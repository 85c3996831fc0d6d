using Sheaf.Arxiv.Identifiers;
using Sheaf.Lists;

namespace Sheaf.Editing;

/// <summary>
/// What was decided about all papers, as the files had it at one moment. Where a paper stands in several of them, a list goes before
/// <c>refused.txt</c>, and that before <c>later.txt</c>. Papers that a list only speaks of in running prose are on none.
/// </summary>
internal sealed class PaperStates
{
    private readonly Dictionary<ArxivIdentifier, PaperState> _states = [];

    /// <param name="lists">All of them.</param>
    /// <param name="refused">What <c>refused.txt</c> names.</param>
    /// <param name="later">What <c>later.txt</c> names.</param>
    public PaperStates(
        IReadOnlyList<CuratedList> lists, IReadOnlySet<ArxivIdentifier> refused, IReadOnlySet<ArxivIdentifier> later)
    {
        foreach (var paper in later)
        {
            _states[paper] = PaperState.Later;
        }

        foreach (var paper in refused)
        {
            _states[paper] = PaperState.Refused;
        }

        foreach (var entry in lists.SelectMany(list => list.Entries))
        {
            if (entry is { IsMention: false, Reference.Identifier: var paper }
                && _states.GetValueOrDefault(paper) != PaperState.Starred)
            {
                _states[paper] = entry.Starred ? PaperState.Starred : PaperState.Taken;
            }
        }
    }

    /// <summary>All that were decided on, in no order.</summary>
    public IReadOnlyCollection<ArxivIdentifier> Decided => _states.Keys;

    public PaperState Of(ArxivIdentifier paper) => _states.GetValueOrDefault(paper);
}
